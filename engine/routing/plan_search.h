// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "model/network/pair_plan.h"

#include <span>

namespace bellweave::engine {

/// One hop of a route with the points its link can run at.
struct HopChoice {
    const LinkPhysics* physics = nullptr;
    std::span<const OperatingPoint> points;    ///< best fidelity first
};

/// What a search may do besides ordering swaps.
struct PlanFreedom {
    bool mayNest = true;                    ///< distill pairs of several hops, those that passed the same rounds
    bool mayPump = true;                    ///< the same with fresh ones
    std::optional<Duration> waitLimit;      ///< of every join; searched when absent
    bool endsHold = true;
    bool isNarrow = false;                  ///< stretches are cut near their middle only, and fewer of their plans go on
};

/// A whole plan and what each link does, with what a rough estimate says of it.
struct PlanProposal {
    PairPlan plan;
    std::vector<std::size_t> points;    ///< per hop: index into its points
    double fidelity = 0.0;
    Rate rate;
};

/// Plans for a route of two hops or more, none both slower and worse than another by the estimate, best fidelity first. Dynamic
/// programming over stretches of the route: those of a stretch are made of those of its two parts, joined at any station inside
/// with any of some waits, and distilled; a few that are not dominated go on. Times count as exponential in the estimate.
/// `stations`: one more than hops.
std::vector<PlanProposal> proposePlans(std::span<const HopChoice> hops, std::span<const NodeHardware* const> stations, const PlanFreedom& freedom);

} // namespace bellweave::engine
