// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/sky_light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kFullMoon = 1e-5;    // of the day's

struct Level {
    double elevation;    // of the Sun, degrees
    double share;        // of the day's radiance
};
constexpr std::array kLevels{Level{-18.0, 1e-9}, Level{-12.0, 5e-7}, Level{-6.0, 2e-4}, Level{0.0, 0.05}, Level{10.0, 1.0}};

/// Straight between the levels on a logarithmic scale; nothing below the last.
double sunShare(double degrees)
{
    if (degrees <= kLevels.front().elevation) return 0.0;
    if (degrees >= kLevels.back().elevation) return 1.0;
    const auto above = std::find_if(kLevels.begin(), kLevels.end(), [degrees](const Level& level) { return level.elevation > degrees; });
    const Level &high = *above, &low = *(above - 1);
    const double along = (degrees - low.elevation) / (high.elevation - low.elevation);
    return std::pow(low.share, 1.0 - along) * std::pow(high.share, along);
}

} // namespace

Radiance skyRadiance(Radiance day, Radiance night, const SkyBodies& bodies)
{
    const double moon = kFullMoon * bodies.moonLit * std::max(0.0, std::sin(bodies.moonElevation));
    return (sunShare(bodies.sunElevation / kDegree) + moon) * day + night;
}

} // namespace bellweave::engine
