// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/elementary_link.h"

#include <vector>

namespace bellweave::engine {

/// A chain of elementary links, swapped as soon as possible: every station swaps when both its pairs are there, all links
/// attempt in parallel from the start, and begin again when the last swap is done and ends that hold have been told of it. Heralds
/// that come later than the attempt's cycle (pair sources) delay the round by the latest of them.
struct Chain {
    std::vector<const LinkPhysics*> hops;
    std::vector<const OperatingPoint*> points;        ///< one per hop
    std::vector<const NodeHardware*> stations;        ///< one more than hops; the ends' gates are not used
    bool wantsQuantiles = true;                       ///< latencyP95 and delivery are left out otherwise: comparing plans needs none
    bool endsHold = true;                             ///< end memories decay until the last swap is known to them
};

/// What the chain delivers.
struct ChainResult {
    BellDiagonal state;
    Rate rate;
    Duration latency;                  ///< mean, from request to usable pair
    Duration latencyP95;
    std::vector<DeliveryPoint> delivery;    ///< the whole distribution of the latency
    std::vector<Duration> meanWaits;   ///< per inner station: |difference of its two hops|
    std::vector<ErrorShare> errors;    ///< by cause; `worst` holds hop or station index until the caller names elements
    std::vector<std::size_t> worstIndex;   ///< per error share: index of the hop (links, detectors) or station (swap, memory)
    std::vector<double> fidelityBefore;    ///< per station after the first: before its swap (last: delivered)
    std::vector<double> fidelityAfter;     ///< per station after the first: after its swap
    Duration ageFirst;                 ///< mean age of the delivered halves at either end
    Duration ageLast;
    double success = 1.0;              ///< of a round: all swaps succeed and no memory loses its half
    std::vector<PlanStep> steps;       ///< of a plan that is not plain; empty otherwise
    bool isExact = false;
    QString model;
};

/// `cells` trades accuracy for time: 48 to compare candidates, 192 for results. Where all attempts of all hops fit into three
/// times as many instants, the waiting times are summed exactly.
/// Waiting: geometric attempts; E[exp] of the waits by transfer recursion (Kamin et al., Phys. Rev. Research 5, 023086
/// (2023)); where coherence is Gaussian, each wait fades exponentially at the rate that leaves as much on average (matched());
/// states multiply as Bell-diagonal correlators; a swap that fails, or a memory that loses its half, restarts the whole
/// chain (exact for two hops, a lower bound on the rate beyond).
ChainResult evaluateChain(const Chain& chain, std::size_t cells);

} // namespace bellweave::engine
