// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QString>

namespace bellweave {

/// How a satellite moves: on an ellipse that the flattened Earth turns, above one place of the equator, or as a catalog says (SGP4).
enum class OrbitKind { Kepler, Geostationary, Elements };

/// The way of a satellite. Angles of an ellipse are those at the design's epoch, of elements those at their own; all on the true equator
/// of date, nodes counted from the mean equinox.
struct Orbit {
    OrbitKind kind = OrbitKind::Kepler;
    Length altitude = 500_km;         ///< of an ellipse: half its long axis less 6378.137 km
    double longitude = 0.0;           ///< degrees east, of a geostationary satellite
    double inclination = 53.0;        ///< degrees, this and the next three too
    double node = 0.0;                ///< right ascension of the ascending node
    double eccentricity = 0.0;
    double perigee = 0.0;             ///< argument of perigee
    double anomaly = 0.0;             ///< mean anomaly
    QString epoch;                    ///< of elements: "2022-08-01T12:00:00Z"
    double meanMotion = 15.0;         ///< of elements: turns a day
    double drag = 0.0;                ///< of elements: B*, 1/Earth radii
    int catalogNumber = 0;            ///< of elements, 0: none
    bool operator==(const Orbit&) const = default;
};

} // namespace bellweave
