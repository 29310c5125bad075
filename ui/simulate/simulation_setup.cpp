// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulation_setup.h"

#include "engine/api/simulation_forecast.h"

namespace bellweave::ui {
engine::SimulationRequest requestOf(const SimulationSetup& setup, const Network& network, const engine::Evaluation& evaluation)
{
    engine::SimulationRequest request{network, network.general().settings.seed, {setup.trials, setup.relativeError}, {}};
    if (setup.what == SimulationSetup::What::Network)
        request.events = engine::EventLimits{setup.duration.value_or(engine::sensibleDuration(evaluation)), setup.runs};
    return request;
}

} // namespace bellweave::ui
