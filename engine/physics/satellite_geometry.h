// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

// A satellite on a circular orbit over a round Earth of 6371 km that does not turn: for estimates and for figures given that way.
// What moves is followed by engine/orbits. Altitudes are above the ground.

inline constexpr Length kMeanEarthRadius = 6371_km;

/// Range of a satellite at an elevation of 0 to pi/2: -R sin e + sqrt((R sin e)² + 2Rh + h²). Source: law of cosines.
Length slantRange(Length altitude, Angle elevation);
/// Range of a satellite above a point that far away over the ground.
Length rangeOver(Length altitude, Length ground);
/// Its elevation, below 0 under the horizon.
Angle elevationOver(Length altitude, Length ground);
/// Elevation in degrees above the horizon of a satellite at this altitude and range: sin e = (h² + 2Rh - d²)/(2Rd); the range lies
/// between the altitude and the distance of the horizon, else 90 or 0. Source: law of cosines.
double elevationDegrees(Length altitude, Length range);
/// Half angle at the Earth's center of the ground from which a satellite stands above an elevation: acos(R cos e/(R + h)) - e.
Angle footprint(Length altitude, Angle elevation);
/// 2 pi sqrt((R + h)³/mu), mu = 398600.4418 km³/s². Source: Kepler's third law; WGS 84.
Duration orbitPeriod(Length altitude);
/// How long a satellite that passes the zenith stands above an elevation.
Duration overheadPass(Length altitude, Angle elevation);
/// Angle by which a beam must lead a satellite of this speed across the line of sight, m/s: 2v/c.
Angle pointAhead(double transverseSpeed);
/// What a frequency shifts by, as a share of it, when the range grows at this speed, m/s: -v/c to first order.
double dopplerShift(double rangeRate);

} // namespace bellweave::engine
