// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/satellite_motion.h"
#include "model/network/site.h"
#include "model/network/time_frame.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// The place on the ground over which a satellite stands at a moment; none where it has no place.
std::optional<GeoPosition> groundPlace(const SatelliteMotion& motion, const JulianDate& moment);
/// Where a site is on a map: its position, or of a satellite the place below it, `seconds` after the design begins.
std::optional<GeoPosition> mapPlace(const Site& site, const TimeFrame& time, double seconds = 0.0);
/// Places below a satellite from one moment on, `step` seconds apart, both ends among them; those without a place are left out.
std::vector<GeoPosition> groundTrack(const SatelliteMotion& motion, const JulianDate& from, double seconds, double step);
/// A circular orbit that passes a place northward, or near the poles at its most northern or southern point, when a design begins.
Orbit orbitOver(GeoPosition place, Length altitude, const TimeFrame& time);

} // namespace bellweave::engine
