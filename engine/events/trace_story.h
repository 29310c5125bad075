// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_trace.h"

#include <map>
#include <optional>

namespace bellweave::engine {

/// What a trace says of pairs: which came from which, where their halves were and for how long, and what became of them.
class TraceStory {
public:
    using Time = TraceRecord::Time;
    enum class Fate : std::uint8_t { Open, Joined, Lost, Delivered, Useless };    ///< Useless: it reached the ends, broken or read too late

    struct Pair {
        std::uint64_t number = 0;
        std::uint32_t demand = 0;
        std::uint32_t a = 0;          ///< stations of its ends
        std::uint32_t b = 0;
        Time born = 0;
        Time end = 0;                 ///< when it was joined or delivered, or its last half was lost; of open ones the end of the trace
        std::uint64_t left = 0;       ///< what a swap made it of; 0 of a link's pair
        std::uint64_t right = 0;
        std::uint64_t child = 0;      ///< what it became a part of; 0 if nothing
        std::uint32_t swapAt = TraceRecord::kNone;
        TraceRecord::Cause brokenBy = TraceRecord::Cause::None;    ///< its swap failed
        TraceRecord::Cause cause = TraceRecord::Cause::None;          ///< why its first half was lost, or it was of no use
        std::uint32_t lostAt = TraceRecord::kNone;                    ///< station of that half
        Fate fate = Fate::Open;
        double fidelity = 0.0;        ///< at birth; of delivered ones when they were read
    };
    /// A half in a memory.
    struct Half {
        std::uint32_t station = 0;
        std::uint64_t pair = 0;
        Time from = 0;
        Time until = 0;
    };

    /// Of a trace that ends at this time. The records are those of one run from its beginning.
    TraceStory(const std::vector<TraceRecord>& records, Time end);

    const std::map<std::uint64_t, Pair>& pairs() const { return m_pairs; }
    const std::vector<Half>& halves() const { return m_halves; }
    /// The pair in whose making or losing the trouble began that made this one useless or lost: itself, or one that it was made of.
    const Pair* rootOf(std::uint64_t pair) const;

private:
    void begin(const TraceRecord& row);
    void join(const TraceRecord& row);
    void distil(const TraceRecord& row);
    void lose(const TraceRecord& row);
    void deliver(const TraceRecord& row);
    void open(std::uint64_t pair, std::uint32_t station, Time from);
    void close(std::uint64_t pair, std::uint32_t station, Time until);

    std::map<std::uint64_t, Pair> m_pairs;
    std::map<std::pair<std::uint64_t, std::uint32_t>, std::size_t> m_open;    // pair and station: number of its half
    std::vector<Half> m_halves;
};

} // namespace bellweave::engine
