// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

namespace bellweave::engine {

/// Which ways demands have, and which of them each one takes. A demand's own route is its first way.
class WayList {
public:
    explicit WayList(const EventNetwork& network)
    {
        for (std::uint32_t demand = 0; demand < network.demands.size(); ++demand) {
            const std::uint32_t owner = network.demands[demand].wayOf.value_or(demand);
            m_owners.push_back(owner);
            m_ways.emplace_back();
            m_ways[owner].push_back(demand);
            m_taken.push_back(demand);
            m_isTaken.push_back(owner == demand);
            m_isAny = m_isAny || owner != demand;
        }
    }

    /// Whether any demand has more than one.
    bool isAny() const { return m_isAny; }
    /// To whom counts what a way delivers.
    std::uint32_t owner(std::uint32_t way) const { return m_owners[way]; }
    bool isOwner(std::uint32_t demand) const { return m_owners[demand] == demand; }
    /// Of a demand, the best one first; empty for those that are ways themselves.
    const std::vector<std::uint32_t>& of(std::uint32_t owner) const { return m_ways[owner]; }
    std::uint32_t taken(std::uint32_t owner) const { return m_taken[owner]; }
    bool isTaken(std::uint32_t way) const { return m_isTaken[way]; }
    void take(std::uint32_t way)
    {
        m_isTaken[m_taken[m_owners[way]]] = false;
        m_taken[m_owners[way]] = way;
        m_isTaken[way] = true;
    }

private:
    bool m_isAny = false;
    std::vector<std::uint32_t> m_owners;
    std::vector<std::vector<std::uint32_t>> m_ways;
    std::vector<std::uint32_t> m_taken;    // by owner
    std::vector<bool> m_isTaken;
};

} // namespace bellweave::engine
