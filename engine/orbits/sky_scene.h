// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/observer.h"
#include "engine/orbits/satellite_motion.h"
#include "engine/orbits/sky_moment.h"
#include "model/network/horizon_mask.h"
#include "model/network/network.h"

#include <map>

namespace bellweave::engine {

/// The satellites and ground stations of a design, ready to be asked where they are. A snapshot: it holds what it needs of the design.
class SkyScene {
public:
    explicit SkyScene(const Network& network);

    bool isEmpty() const { return m_links.empty(); }
    /// The moment at which the design begins.
    const JulianDate& epoch() const { return m_epoch; }
    /// Seconds that it spans.
    double span() const { return m_span; }
    /// Satellite links that are not taken down.
    const std::vector<LinkId>& links() const { return m_links; }

    /// Whether both ends of a satellite link have what they need, be they in sight or not: telescopes, and a satellite with another one or a
    /// placed station.
    bool bringsLight(LinkId link) const;

    /// Every satellite of the design that has a motion, also one without links.
    const std::vector<SiteId>& satellites() const { return m_satellites; }
    /// Where they are and which links are open so many seconds after the beginning: quick enough for every frame, also of 200 satellites over
    /// 20 stations. Open is what wayOf() does not call blocked.
    SkyMoment momentAt(double time) const;

    /// How a satellite link lies at a moment. Precondition: it is one of links().
    SkyWay wayOf(LinkId link, const JulianDate& moment) const;
    /// The design without satellite links but these, for who wants to know what is there at a time: of thousands few are open.
    Network withOnly(const std::set<LinkId>& satelliteLinks) const;
    /// The design with all its satellite links as they lie then.
    Network at(const JulianDate& moment) const { return at(moment, m_network); }
    /// The same of a design that lacks some of them.
    Network at(const JulianDate& moment, Network design) const;

    /// A satellite in the frame of SGP4; none where it has no place, or the site is no satellite.
    std::optional<OrbitState> satelliteAt(SiteId site, const JulianDate& moment) const;
    /// Where a ground station stands; null for satellites and unplaced sites.
    const Observer* observerOf(SiteId site) const;
    const SatelliteMotion* motionOf(SiteId site) const;
    /// What bars the view around a site at an end of a satellite link.
    const HorizonMask& horizonAt(SiteId site) const { return bodyOf(site).horizon; }
    const Network& network() const { return m_network; }

private:
    struct Body {
        /// Below the horizon, too low, or behind what stands toward its azimuth.
        bool bars(const LookAngles& look) const;
        /// By the elevation of the Sun, rad.
        bool works(double sunElevation) const;

        std::optional<SatelliteMotion> motion = {};
        std::optional<Observer> observer = {};
        QString problem = {};    ///< why it sends and takes no light
        HorizonMask horizon = {};
        GroundStation station = {};
    };
    /// A link by the places of its ends in m_bodies.
    struct Sight {
        LinkId link;
        std::size_t from;
        std::size_t to;
    };
    /// Of bodies, at one moment.
    struct Presence {
        const OrbitState* state = nullptr;    ///< of a satellite that has a place
        bool works = false;                   ///< of a ground station
    };
    /// What all links of a moment see.
    struct Heaven {
        explicit Heaven(const JulianDate& at);
        JulianDate moment;
        double sidereal;
        std::array<double, 3> sun;
        std::array<double, 3> moon;
        double lit;              ///< share of the Moon's disc
    };
    SkyWay wayUnder(LinkId link, const Heaven& heaven) const;
    std::size_t add(const Site& site);
    const Body& bodyOf(SiteId site) const { return m_bodies[m_places.at(site)]; }
    const Body* find(SiteId site) const;
    bool isOpen(const Sight& sight, const std::vector<Presence>& now, double sidereal) const;
    QString barred(const Site& ground, const Site& satellite, const LookAngles& look) const;
    void fillGround(SkyWay& way, const Site& ground, const Site& satellite, bool isDownward, const Heaven& heaven) const;
    void fillBetween(SkyWay& way, const Site& from, const Site& to, const JulianDate& moment) const;

    Network m_network;
    JulianDate m_epoch;
    double m_span = 86400.0;
    std::vector<LinkId> m_links;
    std::vector<Sight> m_sights;
    std::vector<SiteId> m_satellites;
    std::vector<Body> m_bodies;
    std::map<SiteId, std::size_t> m_places;    // in m_bodies
};

/// The Earth and its air do not stand between two satellites. Positions in km.
bool seeEachOther(const std::array<double, 3>& a, const std::array<double, 3>& b);

/// Whether light goes over a satellite link from its `from` to its `to`: as chosen, else away from a pair source, toward a heralding station,
/// from a memory that only sends to one that loads, down to the ground, and from `from` where all that decides nothing.
bool isLightFromTo(const Network& network, const Link& link);

} // namespace bellweave::engine
