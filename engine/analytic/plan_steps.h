// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "model/network/pair_plan.h"

namespace bellweave::engine {

/// Adds the link of a hop, and what distills its pairs; where the pairs come out.
std::size_t addLinkSteps(std::vector<PlanStep>& steps, std::size_t hop, const OperatingPoint& point);
/// Of a chain whose links are joined as soon as they are there.
std::vector<PlanStep> plainSteps(const std::vector<OperatingPoint>& points, const ChainResult& chain);

/// The order of the steps of a result, and as text; empty without a plan.
PairPlan planOfSteps(const std::vector<PlanStep>& steps);
QString planText(const DemandResult& result);

} // namespace bellweave::engine
