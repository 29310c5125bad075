// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/planned_chain.h"
#include "engine/events/event_network.h"
#include "engine/events/sky_phases.h"

#include <map>

namespace bellweave::engine {

/// Puts the demands of a design, as the analytic engine plans each alone, into one network where they compete. Links whose rounds
/// need whole states (double selection, photon loss) make good pairs at random times of the right mean, as there.
class EventDesign {
public:
    /// Adds a demand; a sentence where events cannot serve its plan. Its number in the network is that of those added before. `wayOf`: it is a way around for that one.
    /// `sky`: how satellite links lie, where there are any.
    QString add(const PlannedChain& planned, std::optional<std::uint32_t> wayOf = {}, const SkyPhases* sky = nullptr);
    const EventNetwork& network() const { return m_network; }
    EventNetwork& network() { return m_network; }
    /// By the network's numbers of stations.
    const std::vector<SiteId>& sites() const { return m_sites; }
    /// By the network's numbers of links: those of the design that a hop is made of.
    const std::vector<std::vector<LinkId>>& links() const { return m_linksOfHops; }

private:
    std::uint32_t station(SiteId site, const NodeHardware& hardware);
    std::uint32_t link(const PlannedChain& planned, std::size_t hop, std::uint32_t a, std::uint32_t b);
    EventNetwork::Service service(const PlannedChain& planned, const OperatingPoint& point, std::size_t hop, std::uint32_t a, std::uint32_t b);
    bool lacksRoom(const EventNetwork::Demand& demand) const;

    EventNetwork m_network;
    std::vector<SiteId> m_sites;
    std::vector<std::vector<LinkId>> m_linksOfHops;
    std::map<SiteId, std::uint32_t> m_stations;
    std::map<std::vector<LinkId>, std::uint32_t> m_links;
};

} // namespace bellweave::engine
