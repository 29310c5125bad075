// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/fidelity_spread.h"
#include "engine/api/evaluation.h"
#include "model/network/network.h"

namespace bellweave::engine {

/// True for plans whose every hop is swapped as soon as both its neighbors are there: no waits cut off, nothing distilled over
/// several hops, no order of swaps.
bool swapsAtOnce(const std::vector<PlanStep>& plan);

/// How far the fidelities of a demand's pairs lie apart, by the plan its evaluation makes: fidelitySpread() where it swaps at once,
/// else planSpread(); drawn with the design's seed. Plans the demand anew (some 10 ms); up to a second for plans of many rounds. No
/// points without a route, for pairs that take too many events, or when asked to stop. `followed`: see PlannedChain.
FidelitySpread deliveredFidelities(const Network& network, DemandId demand, const QString& followed = {}, std::stop_token stop = {});

} // namespace bellweave::engine
