// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/design_input.h"
#include "app/cli/simulation_limits.h"
#include "engine/api/paired_simulation.h"

namespace bellweave::cli {

/// What `simulate --against` prints: both designs' numbers and their differences.
QString pairedJson(const DesignInput& first, const DesignInput& second, const SimulationLimits& limits, const std::vector<engine::PairedDemand>& demands, bool isComplete);
QString pairedText(const std::vector<engine::PairedDemand>& demands);

} // namespace bellweave::cli
