// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_draws.h"
#include "engine/events/event_world.h"

#include <deque>

namespace bellweave::engine {

/// Requests for pairs: they come, wait in line, are served in the order in which they came, refused or given up.
class RequestControl {
public:
    RequestControl(EventWorld& world, std::uint64_t seed, std::uint32_t run);

    /// Foresees the first requests.
    void begin();
    /// A burst of requests comes. True when the demand had not asked before.
    bool arrive(std::uint32_t demand);
    /// The deadline of a request passes. True when the demand asks no longer.
    bool expire(std::uint32_t demand, std::uint32_t number);
    /// The first request in line gets a pair. Precondition: the demand asks.
    void serve(std::uint32_t demand);
    /// Brings the time in line up to now.
    void settle();

private:
    using Time = EventNetwork::Time;
    struct Request {
        Time since = 0;
        int left = 1;                ///< pairs
        std::uint32_t number = 0;
    };
    struct Line {
        EventDraws draws;
        std::deque<Request> requests = {};
        double open = 0.0;           ///< ps of windows until the last burst
        Time changed = 0;            ///< when its length did
        std::uint32_t made = 0;
    };
    void foresee(std::uint32_t demand);
    void add(std::uint32_t demand);
    void account(std::uint32_t demand);
    void follow(std::uint32_t demand);
    void tell(std::uint32_t demand, Time from, TraceRecord::Cause cause);
    const EventNetwork::Requests& wanted(std::uint32_t demand) const { return m_world.network.demands[demand].requests; }

    EventWorld& m_world;
    std::vector<Line> m_lines;    // by demand
};

} // namespace bellweave::engine
