// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/plan_law.h"

namespace bellweave::engine {

/// True for plans that evaluateChain() works out: one link, or all neighbors joined as soon as they are there.
bool isPlain(const PairPlan& plan);

/// Rate and state of a plan, for comparing; a rate of 0 where the plan cannot be carried out.
ChainResult tryPlan(const Chain& chain, const PairPlan& plan);

/// All of a plan: by planLaw(), errors by taking away each cause in turn, fidelity along the route by what the plan makes of the
/// first hops alone. Plain plans go to evaluateChain().
ChainResult evaluatePlan(const Chain& chain, const PairPlan& plan);

} // namespace bellweave::engine
