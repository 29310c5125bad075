// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sky_scene.h"

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

/// Works out moments quickly enough for every frame, also of 200 satellites over 20 stations. A snapshot of a design.
class SkyView {
public:
    explicit SkyView(const Network& network);

    /// Every satellite of the design that has a motion, also one without links.
    const std::map<SiteId, SatelliteMotion>& satellites() const { return m_satellites; }
    const JulianDate& epoch() const { return m_epoch; }
    SkyMoment at(double time) const;

private:
    struct Station {
        bool sees(const OrbitState& state, double sidereal) const;

        Observer place;
        HorizonMask mask;
        double leastSine;           ///< of the elevation
        bool needsDark;
        double darkBelow;           ///< rad
    };
    struct GroundLink {
        LinkId id;
        SiteId satellite;
        std::size_t station;
    };
    struct SpaceLink {
        LinkId id;
        SiteId from;
        SiteId to;
    };
    std::size_t stationOf(const Site& site, std::map<SiteId, std::size_t>& known);

    JulianDate m_epoch;
    std::map<SiteId, SatelliteMotion> m_satellites;
    std::vector<Station> m_stations;
    std::vector<GroundLink> m_ground;
    std::vector<SpaceLink> m_space;
};

} // namespace bellweave::engine
