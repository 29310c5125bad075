// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/cloud_cover.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

double bothClear(double p, double q, Length apart)
{
    const double common = std::exp(-(apart / kWeatherLength)) * std::sqrt(p * (1.0 - p) * q * (1.0 - q));
    return std::min({p, q, p * q + common});
}

} // namespace

double allClear(std::span<const CloudSite> places)
{
    double all = 1.0, before = 1.0;
    for (const CloudSite& place : places) {
        if (before <= 0.0) return 0.0;
        all *= bothClear(before, place.clear, place.fromBefore) / before;
        before = place.clear;
    }
    return all;
}

} // namespace bellweave::engine
