// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/demand_turns.h"

#include <algorithm>

namespace bellweave::engine {

DemandTurns::DemandTurns(const EventNetwork& network)
    : m_network(&network), m_isShared(network.demands.size()), m_isServed(network.demands.size(), true)
{
    Claims all{std::vector<int>(network.links.size()), std::vector<int>(network.stations.size()), std::vector<int>(network.stations.size())};
    m_claims = all;
    for (std::uint32_t demand = 0; demand < network.demands.size(); ++demand) claim(all, demand, 1);
    for (std::uint32_t demand = 0; demand < network.demands.size(); ++demand) {
        claim(all, demand, -1);
        m_isShared[demand] = !isFree(all, demand);
        claim(all, demand, 1);
        if (!m_isShared[demand]) {
            claim(m_claims, demand, 1);
            continue;
        }
        m_isServed[demand] = false;
        m_waiting.push_back(demand);
    }
}

int DemandTurns::need(const EventNetwork::Demand& demand, std::size_t place)
{
    const bool isEnd = place == 0 || place + 1 == demand.stations.size();
    return isEnd ? (demand.endsHold ? 1 : 0) : 2;
}

bool DemandTurns::isFree(const Claims& claims, std::uint32_t number) const
{
    const EventNetwork::Demand& demand = m_network->demands[number];
    for (const EventNetwork::Service& hop : demand.hops)
        if (claims.links[hop.link] > 0) return false;
    for (std::size_t place = 0; place < demand.stations.size(); ++place) {
        const std::uint32_t station = demand.stations[place];
        if (claims.served[station] >= m_network->stations[station].mostLinksAtOnce) return false;
        if (claims.qubits[station] > 0 && claims.qubits[station] + need(demand, place) > m_network->stations[station].qubits) return false;
    }
    return true;
}

void DemandTurns::claim(Claims& claims, std::uint32_t number, int change) const
{
    const EventNetwork::Demand& demand = m_network->demands[number];
    for (const EventNetwork::Service& hop : demand.hops) claims.links[hop.link] += change;
    for (std::size_t place = 0; place < demand.stations.size(); ++place) {
        claims.qubits[demand.stations[place]] += change * need(demand, place);
        claims.served[demand.stations[place]] += change;
    }
}

void DemandTurns::endTurn(std::uint32_t demand)
{
    m_isServed[demand] = false;
    claim(m_claims, demand, -1);
    m_waiting.push_back(demand);
}

} // namespace bellweave::engine
