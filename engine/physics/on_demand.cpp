// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/on_demand.h"

#include <cmath>

namespace bellweave::engine {

double onDemandFidelity(double linkEfficiency)
{
    if (!(linkEfficiency > 0.0)) return 0.25;
    const double off = linkEfficiency - 1.0;
    // eta^(1/(1-eta)) -> 1/e where eta -> 1.
    const double kept = std::abs(off) < 1e-9 ? std::exp(-1.0) : std::exp(-std::log(linkEfficiency) / off);
    return 0.25 * (1.0 + 3.0 * kept);
}

} // namespace bellweave::engine
