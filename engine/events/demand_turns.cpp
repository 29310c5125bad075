// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/demand_turns.h"

#include <algorithm>

namespace bellweave::engine {

DemandTurns::DemandTurns(const EventNetwork& network, const WayList& ways)
    : m_network(&network), m_ways(&ways), m_isIn(network.demands.size()), m_isShared(network.demands.size()), m_isServed(network.demands.size()), m_claims(noClaims())
{
    replan();
}

DemandTurns::Claims DemandTurns::noClaims() const
{
    const std::vector<int> none(m_network->stations.size());
    return {std::vector<int>(m_network->links.size()), none, none};
}

std::vector<bool> DemandTurns::sharing() const
{
    Claims all = noClaims();
    std::vector<bool> shares(m_isIn.size());
    for (std::uint32_t demand = 0; demand < shares.size(); ++demand)
        if (m_ways->isTaken(demand)) claim(all, demand, 1);
    for (std::uint32_t demand = 0; demand < shares.size(); ++demand) {
        if (!m_ways->isTaken(demand)) continue;
        claim(all, demand, -1);
        shares[demand] = !isFree(all, demand);
        claim(all, demand, 1);
    }
    return shares;
}

std::vector<std::uint32_t> DemandTurns::replan()
{
    const std::vector<bool> shares = sharing();
    std::vector<std::uint32_t> changed, ended;
    for (std::uint32_t demand = 0; demand < shares.size(); ++demand)
        if (m_isIn[demand] != m_ways->isTaken(demand) || (m_isIn[demand] && m_isShared[demand] != shares[demand])) changed.push_back(demand);
    for (const std::uint32_t demand : changed) {
        if (!m_isIn[demand]) continue;
        leave(demand);
        ended.push_back(demand);
    }
    m_isShared = shares;
    for (const std::uint32_t demand : changed)
        if (m_ways->isTaken(demand)) enter(demand);
    return ended;
}

void DemandTurns::leave(std::uint32_t demand)
{
    if (m_isServed[demand]) claim(m_claims, demand, -1);
    m_isServed[demand] = m_isIn[demand] = false;
    m_waiting.erase(std::remove(m_waiting.begin(), m_waiting.end(), demand), m_waiting.end());
}

void DemandTurns::enter(std::uint32_t demand)
{
    m_isIn[demand] = true;
    m_isServed[demand] = !m_isShared[demand];
    if (m_isServed[demand]) claim(m_claims, demand, 1);
    else m_waiting.push_back(demand);
}

int DemandTurns::need(const EventNetwork::Demand& demand, std::size_t place)
{
    const bool isEnd = place == 0 || place + 1 == demand.stations.size();
    int qubits = isEnd ? (demand.endsHold ? 1 : 0) : 2;
    for (const auto& row : demand.distillations)
        if (row.first == place || row.last == place) qubits = std::max(qubits, isEnd ? 1 : 2) + row.qubits() - 1;
    return qubits;
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
