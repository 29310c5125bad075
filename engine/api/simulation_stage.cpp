// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation_stage.h"

#include "engine/api/event_stage.h"
#include "engine/api/pair_stage.h"

#include <tbb/parallel_for.h>

namespace bellweave::engine {

void BlockTotals::add(const BlockTotals& other)
{
    if (std::holds_alternative<std::monostate>(part)) part = other.part;
    else if (auto* pairs = std::get_if<SampledTotals>(&part)) pairs->add(std::get<SampledTotals>(other.part));
    else std::get<RunTotals>(part).add(std::get<RunTotals>(other.part));
}

std::vector<std::unique_ptr<SimulationStage>> stagesOf(const SimulationRequest& request)
{
    const auto& demands = request.network.demands.rows();
    std::vector<std::unique_ptr<SimulationStage>> stages(request.events ? 1 : demands.size());
    if (request.events) stages.front() = std::make_unique<EventStage>(request);
    else tbb::parallel_for(std::size_t{0}, demands.size(), [&](std::size_t i) { stages[i] = std::make_unique<PairStage>(request, demands[i]->id); });
    return stages;
}

} // namespace bellweave::engine
