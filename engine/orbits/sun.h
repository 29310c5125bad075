// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/observer.h"

namespace bellweave::engine {

// Sun and Moon as seen from the Earth, by ERFA (Essential Routines for Fundamental Astronomy). UT1 is taken as UTC.

/// The place of the Sun in km in the frame of SGP4 (true equator, mean equinox of date), as its light arrives. From 1900 to 2100 within
/// 1 arc second.
std::array<double, 3> sunPosition(const JulianDate& moment);
/// Of the Moon, within 10 arc seconds. Source: Meeus, Astronomical Algorithms (1998), chapter 47, as in ERFA.
std::array<double, 3> moonPosition(const JulianDate& moment);
/// Share of the Moon's disc that is lit, 0 to 1, as seen from the Earth.
double moonLit(const JulianDate& moment);
/// Elevation of a body at a place, rad, without refraction.
double elevationOf(const std::array<double, 3>& body, const Observer& place, const JulianDate& moment);
/// The center of the Sun is seen from there: the Earth, a ball of its equator's radius, does not hide it. Positions in km.
bool isSunlit(const std::array<double, 3>& satellite, const std::array<double, 3>& sun);
/// Where the Sun stands in the zenith.
SubPoint pointUnder(const std::array<double, 3>& body, const JulianDate& moment);

} // namespace bellweave::engine
