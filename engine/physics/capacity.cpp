// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/capacity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {

double plobBound(double transmissivity) { return -std::log1p(-transmissivity) * std::numbers::log2e; }

double chainBound(std::span<const double> transmissivities)
{
    return transmissivities.empty() ? 0.0 : plobBound(*std::min_element(transmissivities.begin(), transmissivities.end()));
}

} // namespace bellweave::engine
