// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_draws.h"
#include "engine/events/event_network.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

/// The attempts of one link for one demand at a time: every pair of qubits lent to it once in a cycle, one after another as far as luck
/// is drawn. Only the next herald is an event.
class LinkActivity {
public:
    using Time = EventNetwork::Time;

    explicit LinkActivity(EventDraws draws) : m_draws(draws) {}

    std::uint32_t version() const { return m_version; }
    bool isCurrent(std::uint32_t version) const { return m_trying > 0 && version == m_version; }
    /// Pairs of qubits that attempt.
    int trying() const { return m_trying; }
    /// Attempts since the series began or its qubits changed, and when that was.
    std::uint64_t attempted(Time cycle, Time now) const { return now > m_begin ? static_cast<std::uint64_t>((now - m_begin) / cycle) * static_cast<std::uint64_t>(m_trying) : 0; }
    Time begin() const { return m_begin; }
    /// Whom it serves; meaningful while it attempts.
    std::uint32_t user() const { return m_user; }

    /// Begins a series, or goes on with more or fewer qubits; the time of the next herald. Attempts under way are finished as they began:
    /// luck has no memory. `success`: of an attempt, now; `first`: when the first attempt of a series begins.
    Time attempt(Time cycle, double success, std::uint32_t user, int pairs, Time now, Time first)
    {
        if (m_trying == 0) m_begin = first;
        else if (now > m_begin) m_begin += (now - m_begin + cycle - 1) / cycle * cycle;
        m_user = user;
        m_trying = pairs;
        constexpr double kLeast = 1e-300;
        m_inverse = success < 1.0 ? 1.0 / std::log1p(-std::max(kLeast, success)) : 0.0;
        ++m_version;
        const std::int64_t attempts = m_draws.attempts(m_inverse) - 1;
        m_place = attempts % pairs;
        constexpr double kNever = 0x1p62;    // beyond the end of any run
        const double wait = static_cast<double>(attempts / pairs + 1) * static_cast<double>(cycle);
        return wait < kNever ? m_begin + (attempts / pairs + 1) * cycle : static_cast<Time>(kNever);
    }

    /// How many pairs came at the end of this cycle; the link rests then.
    int takeHeralds()
    {
        int pairs = 1;
        if (m_trying > 1)
            for (std::int64_t place = m_place + m_draws.attempts(m_inverse); place < m_trying; place += m_draws.attempts(m_inverse)) ++pairs;
        rest();
        return pairs;
    }
    void rest()
    {
        m_trying = 0;
        ++m_version;
    }

private:
    EventDraws m_draws;
    double m_inverse = 0.0;
    std::int64_t m_place = 0;     ///< of the pair of qubits that succeeds, within its cycle
    Time m_begin = 0;             ///< of the first attempt
    int m_trying = 0;
    std::uint32_t m_user = 0;
    std::uint32_t m_version = 0;
};

} // namespace bellweave::engine
