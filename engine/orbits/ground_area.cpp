// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/ground_area.h"

#include "engine/orbits/sun.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kMeanRadius = 6371.0088;    // km
constexpr double kClose = 1e-6;              // degrees of elevation
constexpr int kMostSteps = 12;

/// Elevation of a satellite in degrees at a place on the ellipsoid.
double elevationAt(GeoPosition place, const std::array<double, 3>& position, double siderealTime)
{
    const Observer observer(place.latitude * kDegree, place.longitude * kDegree, Length());
    return std::asin(std::clamp(observer.sineOfElevation(position, siderealTime), -1.0, 1.0)) / kDegree;
}

/// On a ball: the angle at its center between the place below and one that sees the satellite at an elevation.
double ballRadius(double height, double elevation)
{
    const double share = kMeanRadius / (kMeanRadius + height) * std::cos(elevation * kDegree);
    return std::acos(share) / kDegree - elevation;
}

std::vector<GeoPosition> circle(GeoPosition center, double radius, int points)
{
    std::vector<GeoPosition> border;
    for (int i = 0; i < points; ++i) border.push_back(placeAround(center, 360.0 * i / points, radius));
    return border;
}

} // namespace

double angleBetween(GeoPosition a, GeoPosition b)
{
    const double east = (b.longitude - a.longitude) * kDegree;
    const double sinA = std::sin(a.latitude * kDegree), cosA = std::cos(a.latitude * kDegree);
    const double sinB = std::sin(b.latitude * kDegree), cosB = std::cos(b.latitude * kDegree);
    const double across = std::hypot(cosB * std::sin(east), cosA * sinB - sinA * cosB * std::cos(east));
    return std::atan2(across, sinA * sinB + cosA * cosB * std::cos(east)) / kDegree;
}

GeoPosition placeAround(GeoPosition center, double azimuth, double degrees)
{
    const double sine = std::sin(center.latitude * kDegree), cosine = std::cos(center.latitude * kDegree);
    const double away = degrees * kDegree, turn = azimuth * kDegree;
    const double latitude = std::asin(std::clamp(sine * std::cos(away) + cosine * std::sin(away) * std::cos(turn), -1.0, 1.0));
    const double east = std::atan2(std::sin(turn) * std::sin(away) * cosine, std::cos(away) - sine * std::sin(latitude));
    return {latitude / kDegree, std::remainder(center.longitude + east / kDegree, 360.0)};
}

GroundArea footprint(const std::array<double, 3>& position, double siderealTime, double leastElevation, int points)
{
    const SubPoint below = pointBelow(position, siderealTime);
    GroundArea area{{below.latitude / kDegree, below.longitude / kDegree}, 0.0, {}};
    if (below.height <= 0.0) return area;
    const double guess = ballRadius(below.height, leastElevation);
    for (int i = 0; i < points; ++i) {
        const double azimuth = 360.0 * i / points;
        const auto excess = [&](double away) { return elevationAt(placeAround(area.center, azimuth, away), position, siderealTime) - leastElevation; };
        double before = guess * 0.99, at = guess, off = excess(before);
        for (int step = 0; step < kMostSteps; ++step) {    // secants: elevation falls steadily with the distance
            const double now = excess(at);
            if (std::abs(now) < kClose || now == off) break;
            const double next = std::clamp(at - now * (at - before) / (now - off), 0.0, 90.0);
            before = at, off = now, at = next;
        }
        area.radius += at / points;
        area.border.push_back(placeAround(area.center, azimuth, at));
    }
    return area;
}

GroundArea sunBelow(const JulianDate& moment, double elevation, int points) { return sunBelow(sunPosition(moment), greenwichSiderealTime(moment), elevation, points); }

GroundArea sunBelow(const std::array<double, 3>& sun, double siderealTime, double elevation, int points)
{
    const double declination = std::atan2(sun[2], std::hypot(sun[0], sun[1])) / kDegree;
    const double longitude = std::remainder((std::atan2(sun[1], sun[0]) - siderealTime) / kDegree, 360.0);
    GroundArea area{{-declination, std::remainder(longitude + 180.0, 360.0)}, 90.0 + elevation, {}};
    area.border = circle(area.center, area.radius, points);
    return area;
}

} // namespace bellweave::engine
