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
    /// What pairs between these places go through; null if nothing.
    const EventNetwork::Distillation* distillation(std::uint32_t first, std::uint32_t last) const
    {
        const auto at = std::find_if(m_demand->distillations.begin(), m_demand->distillations.end(), [&](const auto& row) { return row.first == first && row.last == last; });
        return at == m_demand->distillations.end() ? nullptr : &*at;
    }
    /// Pairs of each hop that a pair of the demand takes.
    std::vector<int> pairsOfRound() const
    {
        std::vector<int> pairs;
        for (std::uint32_t hop = 0; hop < last(); ++hop) pairs.push_back(pairsIn(hop, 0, last()) * own(0, last(), [](const auto& row) { return row.pairs(); }));
        return pairs;
    }
    /// Pairs of a hop that a pair between these places is made of.
    int pairsIn(std::uint32_t hop, std::uint32_t first, std::uint32_t last, int level) const
    {
        return pairsIn(hop, first, last) * own(first, last, [level](const auto& row) { return row.pairsAfter(level); });
    }
    /// Qubits that links need at a place toward one side, so that pairs of all rounds find room.
    int qubitsAt(std::uint32_t place, std::uint32_t side) const
    {
        int qubits = 1;
        for (const auto& row : m_demand->distillations)
            if ((side == 0 ? row.first : row.last) == place) qubits += row.qubits() - 1;
        return qubits;
    }
    /// Ends keep halves that are still to be distilled, also where they measure what is delivered at once.
    bool isDistilledAt(std::uint32_t end) const
    {
        return std::any_of(m_demand->distillations.begin(), m_demand->distillations.end(), [end](const auto& row) { return row.first == end || row.last == end; });
    }
    /// Whether an end's half is distilled again once its pair reaches farther than to another place.
    bool isDistilledBeyond(std::uint32_t end, std::uint32_t other) const
    {
        const auto reach = [end](std::uint32_t place) { return place < end ? end - place : place - end; };
        return std::any_of(m_demand->distillations.begin(), m_demand->distillations.end(),
                           [&](const auto& row) { return (row.first == end || row.last == end) && reach(row.first == end ? row.last : row.first) > reach(other); });
    }
    /// How long a message takes between two places.
    Time distance(std::uint32_t a, std::uint32_t b) const { return a < b ? m_distances[b] - m_distances[a] : m_distances[a] - m_distances[b]; }
    /// Whether a station may swap a half whose pair ends there: at the next station that does not swap before, or beyond it.
    bool mayJoin(std::uint32_t place, bool isLeft, std::uint32_t other) const
    {
        if (m_demand->order == EventNetwork::Order::AsSoonAsPossible) return true;
        return isLeft ? other <= m_left[place] : other >= m_right[place];
    }

private:
    /// Of the rounds of shorter pairs within these places.
    int pairsIn(std::uint32_t hop, std::uint32_t first, std::uint32_t last) const
    {
        int pairs = 1;
        for (const auto& row : m_demand->distillations)
            if (row.first <= hop && hop < row.last && row.first >= first && row.last <= last && (row.first != first || row.last != last)) pairs *= row.pairs();
        return pairs;
    }
    template<typename Count>
    int own(std::uint32_t first, std::uint32_t last, Count count) const
    {
        const auto* row = distillation(first, last);
        return row ? count(*row) : 1;
    }

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
