// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/analytic/pair_round.h"
#include "model/network/pair_plan.h"

namespace bellweave::engine {

/// How carefully to work out a plan; see NestedLimits.
struct PlanAccuracy {
    double leftOut = 1e-8;
    double gridError = 4e-4;
    std::size_t mostCells = std::size_t{1} << 14;
    bool isRough = false;    ///< fewer cells for links joined as soon as they are there
};
inline constexpr PlanAccuracy kTrialAccuracy{1e-5, 4e-3, std::size_t{1} << 12, true};

/// When and in which state a plan delivers.
struct PlanLaw {
    DeliveryLaw law;                  ///< of the last step, ends told where they hold; in steps of `step`
    Duration step;
    std::vector<PlanStep> steps;      ///< as in DemandResult
    std::vector<Duration> waits;      ///< per inner station: mean wait of the earlier pair where they meet
    double success = 1.0;             ///< of the last round
    double gridError = 0.0;           ///< relative estimate of the effect of long cells
    bool isUsable = false;            ///< false: it delivers too rarely for numbers, or stations lack what it needs
};

/// Units of two are begun side by side, and anew from scratch when they fail; a pair that distillation keeps waits at its ends
/// while the one to be sacrificed is made by the same links. A swap that may fail, or whose pairs may be given up, is known to
/// the ends of what it joins before they go on. Operating points already contain the distillation of single links. Attempts beside
/// a waiting pair count as if they never rested. More than two links in one bracket are joined as soon as they are there, as in
/// evaluateChain(); there, time and state count as independent. More than two other parts are joined in nested order.
/// Precondition: the plan has as many hops as the chain.
PlanLaw planLaw(const Chain& chain, const PairPlan& plan, const PlanAccuracy& accuracy);

} // namespace bellweave::engine
