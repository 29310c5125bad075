// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_steps.h"

namespace bellweave::engine {

std::size_t addLinkSteps(std::vector<PlanStep>& steps, std::size_t hop, const OperatingPoint& point)
{
    steps.push_back({.kind = PlanStep::Kind::Link, .firstHop = hop, .lastHop = hop, .rate = point.heraldedRate, .fidelity = point.heraldedFidelity});
    if (point.distillation.rounds > 0)
        steps.push_back({.kind = PlanStep::Kind::Distillation, .inputs = {steps.size() - 1}, .firstHop = hop, .lastHop = hop,
                         .rounds = point.distillation.rounds, .distillation = point.distillation.kind, .rate = point.rate,
                         .fidelity = point.state.fidelity()});
    return steps.size() - 1;
}

std::vector<PlanStep> plainSteps(const std::vector<OperatingPoint>& points, const ChainResult& chain)
{
    std::vector<PlanStep> steps;
    PlanStep join{.kind = PlanStep::Kind::Swap, .lastHop = points.size() - 1, .rate = chain.rate, .fidelity = chain.state.fidelity()};
    for (std::size_t hop = 0; hop < points.size(); ++hop) join.inputs.push_back(addLinkSteps(steps, hop, points[hop]));
    if (points.size() > 1) steps.push_back(std::move(join));
    return steps;
}

PairPlan planOfSteps(const std::vector<PlanStep>& steps)
{
    PairPlan plan;
    for (const PlanStep& step : steps) {
        const auto kind = step.kind == PlanStep::Kind::Link ? PairPlan::Node::Kind::Link : step.kind == PlanStep::Kind::Swap ? PairPlan::Node::Kind::Join : PairPlan::Node::Kind::Distillation;
        plan.nodes.push_back({.kind = kind, .hop = step.firstHop, .inputs = step.inputs, .cutoff = step.cutoff, .rounds = step.rounds, .isPumped = takesFresh(step.distillation)});
    }
    return plan;
}

QString planText(const DemandResult& result) { return result.plan.empty() ? QString() : pairPlanText(planOfSteps(result.plan)); }

} // namespace bellweave::engine
