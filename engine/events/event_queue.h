// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bellweave::engine {

/// What is to come, the earliest first; of the same instant what was put in first. Kept as a heap of four branches, whose levels
/// are few. `Event` is small and copied.
template<typename Event>
class EventQueue {
public:
    struct Entry {
        std::int64_t time;    ///< ps
        std::uint64_t order;
        Event event;
        bool isBefore(const Entry& other) const { return time < other.time || (time == other.time && order < other.order); }
    };

    bool isEmpty() const { return m_entries.empty(); }
    std::size_t size() const { return m_entries.size(); }
    const Entry& next() const { return m_entries.front(); }
    /// An event that is near: 0 is the next one, one of 1 to 4 follows it.
    const Event& at(std::size_t place) const { return m_entries[place].event; }

    void put(std::int64_t time, const Event& event)
    {
        m_entries.push_back({time, m_order++, event});
        rise(m_entries.size() - 1);
    }
    Entry take()
    {
        const Entry first = m_entries.front();
        m_entries.front() = m_entries.back();
        m_entries.pop_back();
        if (!m_entries.empty()) sink();
        return first;
    }

private:
    static constexpr std::size_t kBranches = 4;

    void rise(std::size_t at)
    {
        const Entry entry = m_entries[at];
        while (at > 0 && entry.isBefore(m_entries[(at - 1) / kBranches])) {
            m_entries[at] = m_entries[(at - 1) / kBranches];
            at = (at - 1) / kBranches;
        }
        m_entries[at] = entry;
    }
    void sink()
    {
        const Entry entry = m_entries.front();
        std::size_t at = 0;
        for (;;) {
            const std::size_t first = kBranches * at + 1;
            if (first >= m_entries.size()) break;
            std::size_t best = first;
            const std::size_t end = first + kBranches < m_entries.size() ? first + kBranches : m_entries.size();
            for (std::size_t child = first + 1; child < end; ++child)
                if (m_entries[child].isBefore(m_entries[best])) best = child;
            if (!m_entries[best].isBefore(entry)) break;
            m_entries[at] = m_entries[best];
            at = best;
        }
        m_entries[at] = entry;
    }

    std::vector<Entry> m_entries;
    std::uint64_t m_order = 0;
};

} // namespace bellweave::engine
