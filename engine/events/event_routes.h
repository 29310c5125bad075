// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"

#include <algorithm>

namespace bellweave::engine {

/// A demand's way: what its stations need to know of it. Places are counted from one end.
class EventRoute {
public:
    using Time = EventNetwork::Time;

    EventRoute(const EventNetwork& network, const EventNetwork::Demand& demand) : m_demand(&demand), m_distances{0}
    {
        for (const auto& hop : demand.hops) m_distances.push_back(m_distances.back() + network.links[hop.link].delay);
        for (std::size_t place = 0; place < demand.stations.size(); ++place) {
            m_left.push_back(partner(place, -1));
            m_right.push_back(partner(place, 1));
        }
    }

    const EventNetwork::Demand& demand() const { return *m_demand; }
    std::uint32_t last() const { return static_cast<std::uint32_t>(m_demand->stations.size() - 1); }
    bool isEnd(std::uint32_t place) const { return place == 0 || place == last(); }
    std::uint32_t station(std::uint32_t place) const { return m_demand->stations[place]; }
    /// How long a message takes between two places.
    Time distance(std::uint32_t a, std::uint32_t b) const { return a < b ? m_distances[b] - m_distances[a] : m_distances[a] - m_distances[b]; }
    /// Whether a station may swap a half whose pair ends there: at the next station that does not swap before, or beyond it.
    bool mayJoin(std::uint32_t place, bool isLeft, std::uint32_t other) const
    {
        if (m_demand->order == EventNetwork::Order::AsSoonAsPossible) return true;
        return isLeft ? other <= m_left[place] : other >= m_right[place];
    }

private:
    /// The next station to one side that does not swap before this one, or the end.
    std::uint32_t partner(std::size_t place, int step) const
    {
        const auto end = static_cast<int>(m_demand->stations.size()) - 1;
        int at = static_cast<int>(place) + step;
        const auto rank = [&](int station) { return m_demand->ranks.empty() ? 0 : m_demand->ranks[static_cast<std::size_t>(station)]; };
        while (at > 0 && at < end && rank(at) < rank(static_cast<int>(place))) at += step;
        return static_cast<std::uint32_t>(std::clamp(at, 0, end));
    }

    const EventNetwork::Demand* m_demand;
    std::vector<Time> m_distances;
    std::vector<std::uint32_t> m_left;
    std::vector<std::uint32_t> m_right;
};

} // namespace bellweave::engine
