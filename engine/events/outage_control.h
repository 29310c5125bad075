// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_draws.h"
#include "engine/events/event_world.h"

namespace bellweave::engine {

/// When stations, links and the controller fail and work again: as planned, for maintenance, and by faults that nobody planned. A part works when no reason keeps it
/// from working.
class OutageControl {
public:
    OutageControl(EventWorld& world, std::uint64_t seed, std::uint32_t run);

    /// Foresees the first outage of every part.
    void begin();
    /// True when the part worked before.
    bool fail(const NetworkEvent& event);
    /// True when the part works now.
    bool work(const NetworkEvent& event);
    /// Brings the time of outages up to now.
    void settle();

private:
    const EventNetwork::Outages& outages(std::uint32_t part) const;
    /// The maintenance of a reason; null where it is a fault.
    const EventNetwork::Outages::Maintenance* maintenance(std::uint32_t part, std::uint32_t reason) const;
    /// The outage until now.
    void account(std::uint32_t part);
    EventNetwork::Time after(std::uint32_t part, double mean);

    EventWorld& m_world;
    std::vector<EventDraws> m_draws;                // by part
    std::vector<EventNetwork::Time> m_since;        // by part: when it ceased to work; meaningful while it is down
};

} // namespace bellweave::engine
