// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivered_fidelities.h"

#include "engine/analytic/plan_steps.h"
#include "engine/analytic/planned_chain.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

constexpr std::size_t kCells = 192;    // as many as results have
constexpr std::uint64_t kPairs = std::uint64_t{1} << 14;

} // namespace

bool swapsAtOnce(const std::vector<PlanStep>& plan)
{
    const auto isHop = [](const PlanStep& step) { return step.firstHop == step.lastHop; };
    std::size_t joined = 0;
    for (const PlanStep& step : plan) {
        if (step.kind == PlanStep::Kind::Distillation && !isHop(step)) return false;
        if (step.kind == PlanStep::Kind::Swap && (step.cutoff || ++joined > 1)) return false;
    }
    return !plan.empty() && plan.back().firstHop == 0;
}

FidelitySpread deliveredFidelities(const Network& network, DemandId demand, const QString& followed, std::stop_token stop)
{
    const PlannedChain planned(network, demand, followed);
    if (!planned.isRouted() || stop.stop_requested()) return {};
    const std::vector<PlanStep> plan = planned.result().plan;
    const std::uint64_t seed = network.general().settings.seed;
    const Chain chain = planned.chain();
    if (swapsAtOnce(plan)) return fidelitySpread(chain, kCells, {.seed = seed}, stop);
    return planSpread(chain, planOfSteps(plan), {.pairs = kPairs, .seed = seed}, stop);
}

} // namespace bellweave::engine
