// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/nested_round.h"
#include "model/base/result.h"

namespace bellweave::engine {

/// A chain of equal links, put together level by level: both inputs of a unit are made in parallel by the units below, and made
/// anew from scratch when it fails. Times are steps of one attempt each; messages and operations take none.
struct NestedProtocol {
    double linkSuccess = 1.0;         ///< of an attempt, in (0, 1]; a link begins with attempt 1
    Correlators linkState{};          ///< when a link is made
    WaitingDecay decay;               ///< while the earlier of two pairs waits for the later
    std::vector<NestedUnit> units;    ///< from the links up

    std::size_t segments() const;     ///< two to the number of swaps
};

/// A Werner parameter as correlators, and the rate at which it decays: e^(-d/T).
Correlators wernerCorrelators(double parameter);
WaitingDecay wernerDecay(double coherenceSteps);

/// How carefully to solve.
struct NestedLimits {
    double leftOut = 1e-13;      ///< in (0, 1), probability each unit may misplace: its inputs' beyond the last cell, its transient's
    double gridError = 1e-6;     ///< relative, of what cells of several steps may do to mean time and state; 0 keeps single steps
    std::size_t mostCells = std::size_t{1} << 18;    ///< longer laws get longer cells whatever the error
};

/// The answer for a whole chain.
struct NestedDelivery {
    DeliveryLaw law;              ///< of delivery time and state; lists the transient, its tail is the geometric rest
    BellDiagonal meanState;       ///< over all deliveries
    double keyPerStep = 0.0;      ///< (1 - h(e_bit) - h(e_phase))/mean steps of the mean state, bits; 0 where negative
    double leftOut = 0.0;         ///< estimated bound on the probability misplaced by truncation, all units together; at most 1
    double gridError = 0.0;       ///< relative estimate of the effect of long cells; 0 where all cells are single steps
};

/// Whole law of waiting time and state, O(n log n) in the transient of each unit. The mean is that of the whole law, not of its
/// listed part. Fails for values out of range, and for times so unlike that `mostCells` cannot hold both.
/// Source: Brand, Coopmans & Elkouss, IEEE J. Sel. Areas Commun. 38, 619 (2020).
Result<NestedDelivery> solveNestedChain(const NestedProtocol& protocol, const NestedLimits& limits = {});

} // namespace bellweave::engine
