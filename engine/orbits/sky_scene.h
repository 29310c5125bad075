// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/observer.h"
#include "engine/orbits/satellite_motion.h"
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

    /// How a satellite link lies at a moment. Precondition: it is one of links().
    SkyWay wayOf(LinkId link, const JulianDate& moment) const;
    /// The design with all its satellite links as they lie then.
    Network at(const JulianDate& moment) const;

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
        std::optional<SatelliteMotion> motion = {};
        std::optional<Observer> observer = {};
        QString problem = {};    ///< why neither
        HorizonMask horizon = {};
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
    const Body& bodyOf(SiteId site) const { return m_bodies.at(site); }
    QString barred(const Site& ground, const Site& satellite, const LookAngles& look) const;
    void fillGround(SkyWay& way, const Site& ground, const Site& satellite, bool isDownward, const Heaven& heaven) const;
    void fillBetween(SkyWay& way, const Site& from, const Site& to, const JulianDate& moment) const;

    Network m_network;
    JulianDate m_epoch;
    double m_span = 86400.0;
    std::vector<LinkId> m_links;
    std::map<SiteId, Body> m_bodies;
};

/// The Earth and its air do not stand between two satellites. Positions in km.
bool seeEachOther(const std::array<double, 3>& a, const std::array<double, 3>& b);

/// Whether light goes over a satellite link from its `from` to its `to`: as chosen, else away from a pair source, toward a heralding station,
/// from a memory that only sends to one that loads, down to the ground, and from `from` where all that decides nothing.
bool isLightFromTo(const Network& network, const Link& link);

} // namespace bellweave::engine
