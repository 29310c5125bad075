// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sgp4.h"
#include "model/network/site.h"

#include <map>
#include <set>

namespace bellweave::engine {

/// Where the satellites of a design are at a moment, and which satellite links pass light then.
struct SkyMoment {
    double time = 0.0;                          ///< s from the design's beginning
    JulianDate moment;
    double sidereal = 0.0;
    std::array<double, 3> sun{};                ///< its place in the frame of SGP4, km
    std::map<SiteId, OrbitState> satellites;    ///< those that have a place
    std::map<SiteId, GeoPosition> places;       ///< below them
    std::set<LinkId> open;
};

} // namespace bellweave::engine
