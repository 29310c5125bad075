// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/orbits/moment.h"

namespace bellweave {

/// Mean elements of a satellite as catalogs give them, for SGP4: of the theory's own kind, no osculating ones. Angles in rad.
struct MeanElements {
    QString name;
    int catalogNumber = 0;
    JulianDate epoch;
    double meanMotion = 0.0;        ///< rad/min, of Kozai
    double eccentricity = 0.0;
    double inclination = 0.0;
    double node = 0.0;              ///< right ascension of the ascending node
    double perigee = 0.0;           ///< argument of perigee
    double meanAnomaly = 0.0;
    double drag = 0.0;              ///< B*, 1/Earth radii
};

} // namespace bellweave
