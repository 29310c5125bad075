// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/link_factors.h"

#include <cmath>

namespace bellweave::engine {

Correlators ratio(const Correlators& above, const Correlators& below)
{
    Correlators result;
    for (std::size_t i = 1; i < 4; ++i)
        result.values[i] = std::abs(below.values[i]) > 1e-12 ? above.values[i] / below.values[i] : 0.0;
    return result;
}

LinkFactors linkFactors(const OperatingPoint& point)
{
    LinkFactors factors;
    factors.whole = toCorrelators(point.state);
    factors.detectors = ratio(factors.whole, toCorrelators(point.withoutDetectorNoise));
    factors.herald = ratio(factors.whole, toCorrelators(point.withoutMemory));
    factors.clean = ratio(ratio(factors.whole, factors.detectors), factors.herald);
    return factors;
}

double fidelityOf(const Correlators& correlators)
{
    const auto& v = correlators.values;
    return 0.25 * (v[0] + v[1] + v[2] + v[3]);
}

} // namespace bellweave::engine
