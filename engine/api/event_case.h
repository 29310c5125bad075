// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"
#include "engine/events/event_design.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// A design made ready for events.
struct EventCase {
    EventDesign design;
    std::vector<SimulatedDemand> demands;                ///< of the design in its order: plan and analytic values, or why events cannot serve it
    std::vector<bool> isUnderSky = {};                   ///< by demand of the network of events: satellites serve it
    std::vector<std::optional<std::size_t>> places;      ///< by demand of the design: its number in the network of events
};

/// Plans every demand as the analytic engine does, and puts them into one network.
EventCase eventCase(const Network& design);

} // namespace bellweave::engine
