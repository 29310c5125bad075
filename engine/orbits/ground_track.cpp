// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/ground_track.h"

#include "engine/orbits/observer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

} // namespace

std::optional<GeoPosition> groundPlace(const SatelliteMotion& motion, const JulianDate& moment)
{
    const OrbitResult state = motion.at(moment);
    const auto* known = std::get_if<OrbitState>(&state);
    if (!known) return std::nullopt;
    const SubPoint below = pointBelow(known->position, greenwichSiderealTime(moment));
    return GeoPosition{below.latitude / kDegree, below.longitude / kDegree};
}

std::optional<GeoPosition> mapPlace(const Site& site, const TimeFrame& time, double seconds)
{
    if (!site.orbit) return site.position;
    const auto epoch = readMoment(time.epoch);
    if (!epoch) return std::nullopt;
    const auto motion = motionOf(*site.orbit, *epoch);
    return motion ? groundPlace(*motion, epoch->after(seconds)) : std::nullopt;
}

std::vector<GeoPosition> groundTrack(const SatelliteMotion& motion, const JulianDate& from, double seconds, double step)
{
    std::vector<GeoPosition> track;
    const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(seconds) / step)));
    for (int i = 0; i <= steps; ++i)
        if (const auto place = groundPlace(motion, from.after(seconds * i / steps))) track.push_back(*place);
    return track;
}

Orbit orbitOver(GeoPosition place, Length altitude, const TimeFrame& time)
{
    constexpr double kUsual = 53.0;    // degrees
    // Orbits go around the Earth's center, places stand on the ellipsoid.
    const auto above = Observer(place.latitude * kDegree, place.longitude * kDegree, altitude).place();
    const double latitude = std::atan2(above[2], std::hypot(above[0], above[1]));
    Orbit orbit;
    orbit.altitude = altitude;
    orbit.inclination = std::max(kUsual, std::abs(latitude) / kDegree);
    const double inclination = orbit.inclination * kDegree, along = std::asin(std::clamp(std::sin(latitude) / std::sin(inclination), -1.0, 1.0));
    const double east = std::atan2(std::cos(inclination) * std::sin(along), std::cos(along));
    const double sidereal = greenwichSiderealTime(readMoment(time.epoch).value_or({}));
    const auto rounded = [](double angle) { return std::round(std::remainder(angle, 2.0 * std::numbers::pi) / kDegree * 1e4) / 1e4; };
    orbit.node = rounded(place.longitude * kDegree + sidereal - east);
    orbit.anomaly = rounded(along);
    orbit.inclination = std::round(orbit.inclination * 1e4) / 1e4;
    return orbit;
}

} // namespace bellweave::engine
