// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/design_input.h"
#include "engine/api/simulation.h"

namespace bellweave::cli {

/// What `simulate --json` prints.
QString simulationJson(const DesignInput& design, const engine::SampleLimits& limits, const std::optional<engine::EventLimits>& events, const engine::SimulationResult& result);

/// What `simulate` prints for people: a row a demand, drawn and analytic side by side, and where they differ why.
QString simulationText(const DesignInput& design, const engine::SimulationResult& result);

} // namespace bellweave::cli
