// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/satellite_geometry.h"

#include "engine/physics/constants.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kRadius = kMeanEarthRadius.si();
constexpr double kMu = 398600.4418e9;    // m³/s²

} // namespace

Length slantRange(Length altitude, Angle elevation)
{
    const double up = kRadius * std::sin(elevation.si()), h = altitude.si();
    return Length::fromSi(std::sqrt(up * up + 2.0 * kRadius * h + h * h) - up);
}

Length rangeOver(Length altitude, Length ground)
{
    const double orbit = kRadius + altitude.si(), half = std::sin(0.5 * ground.si() / kRadius);
    return Length::fromSi(std::hypot(altitude.si(), 2.0 * half * std::sqrt(kRadius * orbit)));
}

Angle elevationOver(Length altitude, Length ground)
{
    const double angle = ground.si() / kRadius, orbit = kRadius + altitude.si();
    return Angle::fromSi(std::atan2(orbit * std::cos(angle) - kRadius, orbit * std::sin(angle)));
}

double elevationDegrees(Length altitude, Length range)
{
    const double h = altitude.si(), d = range.si();
    const double sine = (h * h + 2.0 * kRadius * h - d * d) / (2.0 * kRadius * d);
    return std::asin(std::clamp(sine, 0.0, 1.0)) * 180.0 / std::numbers::pi;
}

Angle footprint(Length altitude, Angle elevation)
{
    return Angle::fromSi(std::acos(kRadius * std::cos(elevation.si()) / (kRadius + altitude.si())) - elevation.si());
}

Duration orbitPeriod(Length altitude)
{
    return Duration::fromSi(2.0 * std::numbers::pi * std::sqrt(std::pow(kRadius + altitude.si(), 3) / kMu));
}

Duration overheadPass(Length altitude, Angle elevation)
{
    return footprint(altitude, elevation).si() / std::numbers::pi * orbitPeriod(altitude);
}

Angle pointAhead(double transverseSpeed) { return Angle::fromSi(2.0 * transverseSpeed / kSpeedOfLight); }

double dopplerShift(double rangeRate) { return -rangeRate / kSpeedOfLight; }

} // namespace bellweave::engine
