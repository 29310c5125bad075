// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/observer.h"
#include "engine/orbits/satellite_motion.h"

#include <span>
#include <stop_token>
#include <vector>

namespace bellweave::engine {

/// A time in which a satellite stands above a horizon. Times in s from the beginning of the search.
struct Pass {
    double rise = 0.0;
    double culmination = 0.0;            ///< where it stands highest
    double set = 0.0;
    double highest = 0.0;                ///< elevation at culmination, rad
    double riseAzimuth = 0.0;            ///< rad
    double setAzimuth = 0.0;
    bool hasBegunBefore = false;         ///< it stood above the horizon when the search began
    bool goesOn = false;                 ///< and when it ended
    double duration() const { return set - rise; }
};

/// Passes of a satellite over a place in `seconds` from a moment on, by their rise; to a millisecond. `horizon`: elevation in rad. Times at
/// which the satellite has no place count as below the horizon. Ends early, with what it has, when stopped.
std::vector<Pass> passesOf(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double seconds, double horizon, const std::stop_token& stop = {});

/// Of several places, in their order, which is quicker than one after the other.
std::vector<std::vector<Pass>> passesOf(const SatelliteMotion& satellite, std::span<const Observer> places, const JulianDate& from, double seconds, double horizon, const std::stop_token& stop = {});

} // namespace bellweave::engine
