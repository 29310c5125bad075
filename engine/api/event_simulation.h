// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

namespace bellweave::engine {

/// simulate() of a request for events.
SimulationResult simulateEvents(const SimulationRequest& request, std::stop_token stop, const SimulationProgress& progress);

} // namespace bellweave::engine
