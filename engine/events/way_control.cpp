// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/way_control.h"

#include <algorithm>

namespace bellweave::engine {

WayControl::WayControl(EventWorld& world)
    : m_world(world), m_waysOfParts(world.isDown.size()), m_broken(world.routes.size()), m_known(world.routes.size()), m_since(world.routes.size())
{
    listParts();
}

void WayControl::listParts()
{
    for (std::uint32_t way = 0; way < m_world.routes.size(); ++way) {
        const EventNetwork::Demand& demand = m_world.network.demands[way];
        for (const std::uint32_t station : demand.stations) m_waysOfParts[station].push_back(way);
        for (const auto& hop : demand.hops) m_waysOfParts[m_world.partOfLink(hop.link)].push_back(way);
    }
}

void WayControl::follow(std::uint32_t part, bool works)
{
    for (const std::uint32_t way : m_waysOfParts[part]) {
        account(m_world.ways.owner(way));
        m_broken[way] += works ? -1 : 1;
    }
}

void WayControl::know(std::uint32_t part, bool works)
{
    for (const std::uint32_t way : m_waysOfParts[part]) m_known[way] += works ? -1 : 1;
}

bool WayControl::decide()
{
    bool isAny = false;
    for (std::uint32_t owner = 0; owner < m_known.size(); ++owner) {
        const auto& ways = m_world.ways.of(owner);
        const auto best = std::find_if(ways.begin(), ways.end(), [this](std::uint32_t way) { return m_known[way] == 0; });
        if (best == ways.end() || m_world.ways.isTaken(*best)) continue;
        take(*best);
        isAny = true;
    }
    return isAny;
}

void WayControl::take(std::uint32_t way)
{
    const std::uint32_t owner = m_world.ways.owner(way);
    account(owner);
    m_world.ways.take(way);
    ++m_world.totals.demands[owner].switches;
    m_world.tell([&] {
        const auto& ways = m_world.ways.of(owner);
        const auto& stations = m_world.network.demands[way].stations;
        return TraceRecord{.kind = TraceRecord::Kind::Way, .demand = owner, .a = stations.front(), .b = stations.back(), .from = m_world.now, .until = m_world.now,
                           .way = static_cast<std::uint32_t>(std::find(ways.begin(), ways.end(), way) - ways.begin())};
    });
}

void WayControl::settle()
{
    for (std::uint32_t owner = 0; owner < m_since.size(); ++owner) account(owner);
}

void WayControl::account(std::uint32_t owner)
{
    const auto& ways = m_world.ways.of(owner);
    const auto time = static_cast<double>(m_world.now - std::exchange(m_since[owner], m_world.now));
    if (ways.empty() || time == 0.0) return;
    EventTotals::Demand& counts = m_world.totals.demands[owner];
    if (m_world.ways.taken(owner) != owner) counts.around += time;
    if (m_broken[m_world.ways.taken(owner)] > 0) counts.broken += time;
    if (std::all_of(ways.begin(), ways.end(), [this](std::uint32_t way) { return m_broken[way] > 0; })) counts.cut += time;
}

} // namespace bellweave::engine
