// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_network.h"
#include "engine/events/event_totals.h"
#include "engine/events/event_trace.h"

#include <memory>
#include <stop_token>

namespace bellweave::engine {

/// A network in time, event by event. Links attempt while both ends have a qubit free and some demand wants a pair; a station swaps
/// two pairs of one demand when the order allows it by what it knows, and tells both ends; halves age where they are; a pair is
/// delivered when both ends know that it is there. Attempts that fail are not events. What is drawn stands at (seed, run, part,
/// count). Not thread-safe; the network outlives it.
class EventRun {
public:
    EventRun(const EventNetwork& network, std::uint64_t seed, std::uint32_t run);
    ~EventRun();

    /// Goes on to that time, or until a demand was delivered so many pairs. False when stopped.
    bool proceed(EventNetwork::Time until, std::uint64_t mostDelivered = ~std::uint64_t{0}, std::stop_token stop = {});
    const EventTotals& totals() const;
    /// From now on what happens is told there, too; it changes nothing of it. Null: to nobody.
    void watch(EventTrace* trace);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace bellweave::engine
