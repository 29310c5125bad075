// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_draws.h"
#include "engine/events/event_network.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bellweave::engine {

/// The attempts of one link: every free pair of qubits once in a cycle, one after another as far as luck is drawn. Only the next
/// herald is an event.
class LinkActivity {
public:
    using Time = EventNetwork::Time;

    LinkActivity(const EventNetwork::Link& link, EventDraws draws)
        : m_link(&link), m_draws(draws), m_inverse(link.success < 1.0 ? 1.0 / std::log1p(-link.success) : 0.0), m_freeA(link.slotsA), m_freeB(link.slotsB)
    {
    }

    std::uint32_t version() const { return m_version; }
    bool isCurrent(std::uint32_t version) const { return m_trying > 0 && version == m_version; }

    /// Adapts to what is free and wanted; the time of the next herald where that is another one than before.
    std::optional<Time> refresh(Time now, bool isWanted)
    {
        const int trying = isWanted ? std::min(m_freeA, m_freeB) : 0;
        if (trying == m_trying) return std::nullopt;
        // Attempts under way are finished as they began; luck has no memory.
        if (m_trying == 0) m_begin = beginOfSeries(now);
        else if (now > m_begin) m_begin += (now - m_begin + m_link->cycle - 1) / m_link->cycle * m_link->cycle;
        m_trying = trying;
        ++m_version;
        if (trying == 0) return std::nullopt;
        const std::int64_t attempts = m_draws.attempts(m_inverse) - 1;
        m_place = static_cast<int>(attempts % trying);
        return m_begin + (attempts / trying + 1) * m_link->cycle;
    }

    /// How many pairs came at the end of this cycle; the link rests until it is refreshed.
    int takeHeralds(Time now)
    {
        int pairs = 1;
        for (std::int64_t place = m_place + m_draws.attempts(m_inverse); m_trying > 1 && place < m_trying; place += m_draws.attempts(m_inverse)) ++pairs;
        m_begin = now;
        m_trying = 0;
        ++m_version;
        return pairs;
    }

    void occupy(bool isA, bool isB)
    {
        m_freeA -= isA ? 1 : 0;
        m_freeB -= isB ? 1 : 0;
    }
    void vacate(bool isA, Time now)
    {
        ++(isA ? m_freeA : m_freeB);
        if (isA) m_sinceA = now;
    }

private:
    /// A station that reserves asks as soon as it has a free qubit itself; the other answers when it has one.
    Time beginOfSeries(Time now) const
    {
        return m_link->isReserved ? std::max(m_sinceA + m_link->delay, now) + m_link->delay : now + m_link->handshake;
    }

    const EventNetwork::Link* m_link;
    EventDraws m_draws;
    double m_inverse;
    int m_freeA;
    int m_freeB;
    int m_trying = 0;             ///< pairs of qubits
    int m_place = 0;              ///< of the one that succeeds, within its cycle
    Time m_begin = 0;             ///< of the first attempt
    Time m_sinceA = 0;            ///< the last qubit there became free
    std::uint32_t m_version = 0;
};

} // namespace bellweave::engine
