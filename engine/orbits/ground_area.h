// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/observer.h"
#include "model/network/site.h"

#include <vector>

namespace bellweave::engine {

/// A part of the Earth around a place that is bounded by something like a circle, at most half of the Earth.
struct GroundArea {
    GeoPosition center;
    double radius = 0.0;                 ///< degrees of latitude from the center to its border; of an area that is no circle the mean
    std::vector<GeoPosition> border;     ///< eastward around the center from its north, not closed; empty where there is no such area
};

/// From where a satellite stands at least so high above the horizon, 0 to 90 degrees, by light in vacuum. Position in km, frame of SGP4.
/// The border lies on WGS 84 within 1e-6 degrees of elevation. `points`: of the border.
GroundArea footprint(const std::array<double, 3>& position, double siderealTime, double leastElevation, int points = 96);

/// Where the center of the Sun stands below an elevation, -90 to 0 degrees. Places are geodetic, and so the border is a circle.
GroundArea sunBelow(const JulianDate& moment, double elevation, int points = 180);
/// The same where the Sun is known: its position in the frame of SGP4.
GroundArea sunBelow(const std::array<double, 3>& sun, double siderealTime, double elevation, int points = 180);

/// Great-circle angle between two places on a sphere, degrees.
double angleBetween(GeoPosition a, GeoPosition b);
/// On a sphere, so many degrees from a place under an azimuth from north over east, degrees.
GeoPosition placeAround(GeoPosition center, double azimuth, double degrees);

} // namespace bellweave::engine
