// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/way_list.h"

#include <algorithm>
#include <deque>

namespace bellweave::engine {

/// Which demands are served now. Those that would share a link, or a station that has too few qubits for all, take turns of one round
/// each, so that halves of one never wait for a place that halves of another fill; the rest are served all the time. Who waits
/// longest goes first, and nobody passes somebody who waits for the same, but for the policy. Who asks for nothing gets no turn.
class DemandTurns {
public:
    /// Both outlive it. Ways that are not taken are not served.
    DemandTurns(const EventNetwork& network, const WayList& ways);

    /// Whether it has to take turns.
    bool isShared(std::uint32_t demand) const { return m_isShared[demand]; }
    bool isServed(std::uint32_t demand) const { return m_isServed[demand]; }
    /// The round of a demand that takes turns is over: it waits again.
    void endTurn(std::uint32_t demand);
    /// Other ways are taken now. Those whose state ends, since they are no longer taken, or come to share or no longer do: what they hold has to go.
    std::vector<std::uint32_t> replan();
    /// Demands whose turn begins now, by who asks and who goes before whom.
    template<typename IsAsking, typename GoesBefore>
    std::vector<std::uint32_t> begin(IsAsking isAsking, GoesBefore goesBefore)
    {
        if (m_network->policy != EventNetwork::Policy::RoundRobin)
            std::stable_sort(m_waiting.begin(), m_waiting.end(), goesBefore);
        std::vector<std::uint32_t> begun;
        Claims claims = m_claims;
        std::deque<std::uint32_t> waiting;
        for (const std::uint32_t demand : m_waiting) {
            if (!isAsking(demand)) {
                waiting.push_back(demand);
                continue;
            }
            const bool fits = isFree(claims, demand);
            claim(claims, demand, 1);    // also for those who wait: nobody passes them
            if (!fits) {
                waiting.push_back(demand);
                continue;
            }
            claim(m_claims, demand, 1);
            m_isServed[demand] = true;
            begun.push_back(demand);
        }
        m_waiting = std::move(waiting);
        return begun;
    }

private:
    struct Claims {
        std::vector<int> links;
        std::vector<int> qubits;    ///< by station
        std::vector<int> served;    ///< by station: demands
    };
    /// Qubits that a demand needs at least at a place.
    static int need(const EventNetwork::Demand& demand, std::size_t place);
    bool isFree(const Claims& claims, std::uint32_t demand) const;
    void claim(Claims& claims, std::uint32_t demand, int change) const;
    Claims noClaims() const;
    /// Who shares, if those that are taken are served.
    std::vector<bool> sharing() const;
    void enter(std::uint32_t demand);
    void leave(std::uint32_t demand);

    const EventNetwork* m_network;
    const WayList* m_ways;
    std::vector<bool> m_isIn;       // taken, when that was last looked at
    std::vector<bool> m_isShared;
    std::vector<bool> m_isServed;
    std::deque<std::uint32_t> m_waiting;
    Claims m_claims;
};

} // namespace bellweave::engine
