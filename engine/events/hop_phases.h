// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/planned_chain.h"
#include "engine/events/event_network.h"
#include "engine/events/sky_phases.h"

#include <cmath>

namespace bellweave::engine {

/// How a hop changes by the schedules of its links, or where they have none, as the clocks of its stations drift. All times in ps.
struct HopPhases {
    std::vector<EventNetwork::Phase> phases;                ///< open or closed; empty where nothing changes
    EventNetwork::Time period = 0;
    std::vector<EventNetwork::Service::Change> changes;     ///< of the hop's point, with the losses of each phase
};

/// To the nearest ps.
inline EventNetwork::Time picoseconds(Duration time) { return static_cast<EventNetwork::Time>(std::llround(time.si() * 1e12)); }

/// Whether a link run at the point makes one pair at a time, in whole cycles: distilled ones, and those of a qubit that serves links in turn.
inline bool makesOne(const OperatingPoint& point) { return point.distillation.rounds > 0 || point.memories < 1; }

/// Of hop number `hop` run at `point`, with sources as for the link as drawn. Under a schedule clocks that drift count by their mean. Fails with a sentence where links of one hop have unlike
/// periods.
/// `sky`: how satellite links lie, if there are any.
Result<HopPhases> hopPhases(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point, const SkyPhases* sky = nullptr);

} // namespace bellweave::engine
