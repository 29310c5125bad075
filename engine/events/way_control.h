// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/event_world.h"

namespace bellweave::engine {

/// Which way each demand takes as parts of the network fail and work again: the first one that is known to work, or the one it has
/// where there is none. Counts how long ways did not work.
class WayControl {
public:
    explicit WayControl(EventWorld& world);

    /// A part ceases to work or works again.
    void follow(std::uint32_t part, bool works);
    /// The controller hears of it.
    void know(std::uint32_t part, bool works);
    /// Takes the ways that are known to work. True when any demand takes another one.
    bool decide();
    /// Brings the times of ways up to now.
    void settle();

private:
    using Time = EventNetwork::Time;
    void listParts();
    void account(std::uint32_t owner);
    void take(std::uint32_t way);

    EventWorld& m_world;
    std::vector<std::vector<std::uint32_t>> m_waysOfParts;
    std::vector<int> m_broken;      // by way: how many reasons keep it from working
    std::vector<int> m_known;       // by way: of which the controller knows
    std::vector<Time> m_since;      // by owner: until when times are counted
};

} // namespace bellweave::engine
