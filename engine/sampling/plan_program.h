// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/sampling/sampling_program.h"
#include "model/network/pair_plan.h"

namespace bellweave::engine {

/// What a plan does with the pairs of a chain, as a program: every attempt, wait, failure and round as planLaw() counts them. Which
/// errors a round takes out is what is best for the mean of its pairs, of which a thousand are drawn. None where coherence falls
/// as a Gaussian, since decay then depends on the age. Precondition: the plan has as many hops as the chain and planLaw()
/// finds it usable.
std::optional<SamplingProgram> planProgram(const Chain& chain, const PairPlan& plan);

} // namespace bellweave::engine
