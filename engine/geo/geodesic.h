// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "model/network/site.h"

#include <vector>

namespace bellweave::engine {

/// Shortest path on the WGS84 ellipsoid, to nanometers for any pair of points, nearly antipodal ones included.
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43 (2013).
struct Geodesic {
    Length distance;
    Angle azimuthAtStart;   ///< direction of travel, clockwise from north, in (-pi, pi]
    Angle azimuthAtEnd;     ///< direction of travel on arrival
};

Geodesic geodesic(GeoPosition from, GeoPosition to);
Length geodesicDistance(GeoPosition from, GeoPosition to);

/// The point reached by going `distance` from a point in a direction. Its longitude lies in [-180, 180].
GeoPosition geodesicDestination(GeoPosition from, Angle azimuth, Length distance);

/// The point at a fraction of the way: 0 is `from`, 1 is `to`. The way may cross the antimeridian.
GeoPosition geodesicPoint(GeoPosition from, GeoPosition to, double fraction);

/// Evenly spaced points along the way, both ends included exactly. Where the way crosses the antimeridian, neighboring
/// longitudes jump by about 360 degrees. Precondition: count >= 2.
std::vector<GeoPosition> geodesicPoints(GeoPosition from, GeoPosition to, int count);

} // namespace bellweave::engine
