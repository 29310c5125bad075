// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/memory_decay.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

DecayRates decayRates(Duration relaxation, Duration coherence)
{
    Q_ASSERT_X(relaxation.si() > 0.0 && coherence.si() > 0.0, "decayRates", "memory times are longer than zero");
    const double relaxationRate = 1.0 / relaxation.si();
    return {relaxationRate, std::max(1.0 / coherence.si(), 0.5 * relaxationRate)};
}

double dephasingExponent(double flip)
{
    constexpr double kMost = 50.0;
    return std::min(kMost, -std::log1p(-2.0 * flip));
}

Correlators decayFactors(DecayRates rates, Duration time)
{
    const double xx = std::exp(-rates.xx * time.si());
    return {{1.0, std::exp(-rates.zz * time.si()), xx, xx}};
}

BellDiagonal decayed(const BellDiagonal& state, DecayRates rates, Duration time, int halves)
{
    return fromCorrelators(toCorrelators(state) * decayFactors(rates, time * halves));
}

} // namespace bellweave::engine
