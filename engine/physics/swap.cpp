// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/swap.h"

#include <algorithm>

namespace bellweave::engine {

double gateQualityFromError(double averageInfidelity) { return std::max(0.0, 1.0 - 4.0 / 3.0 * averageInfidelity); }
double oneQubitQualityFromError(double averageInfidelity) { return std::max(0.0, 1.0 - 2.0 * averageInfidelity); }

Correlators swapFactors(const SwapQuality& quality)
{
    const double bit = 1.0 - 2.0 * quality.bitReadoutFlip;
    const double phase = 1.0 - 2.0 * quality.phaseReadoutFlip;
    return {{1.0, quality.gateQuality * bit, quality.gateQuality * phase, quality.gateQuality * bit * phase}};
}

Correlators linearOpticsFactors(double visibility) { return {{1.0, 1.0, visibility, visibility}}; }

BellDiagonal swapped(const BellDiagonal& p, const BellDiagonal& q, const SwapQuality& quality)
{
    return fromCorrelators(toCorrelators(p) * toCorrelators(q) * swapFactors(quality));
}

} // namespace bellweave::engine
