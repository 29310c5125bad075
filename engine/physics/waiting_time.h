// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace bellweave::engine {

// Segments attempt in step on one lattice; segment i succeeds at attempt N_i = 1, 2, … with probability p_i each time.
// Every p lies in (0, 1]. For rare successes the lattice may be any time step: only p per step matters.

/// E[max N_i], mean number of steps until every segment has its pair; 0 without segments. Relative error below 1e-9 for any p
/// and number of segments. Equals sum_k (-1)^(k+1) C(n,k)/(1-(1-p)^k) for equal p, without its cancellation.
/// Source: Bernardes, Praxmeyer & van Loock, PRA 83, 012323 (2011).
double meanOfMaximum(std::span<const double> probabilities);

/// E[exp(-sum_i r_i |N_i - N_{i+1}|)]: mean factor that waiting leaves of a correlator in a chain that swaps as soon as two
/// neighbors have pairs, swaps deterministic and instant, ends measured at once. r_i >= 0 is the decay rate per step, of both
/// halves held at the joint of segments i and i+1 together; one rate less than probabilities. Exact (a finite sum of
/// exponentials is carried along the chain); relative error below 1e-8 where rates coincide, about 1e-12 elsewhere.
/// Two segments: p/(2-p) [1 + 2qx/(1-qx)] with x = e^-r.
/// Source: Kamin, Shchukin, Schmidt & van Loock, Phys. Rev. Research 5, 023086 (2023).
double meanWaitingFactor(std::span<const double> probabilities, std::span<const double> ratesPerStep);

/// What a two-segment chain does that drops the first pair when its partner fails `cutoff` times more.
struct CutoffOutcome {
    double roundSuccess = 0.0;   ///< a round ends with both pairs
    double meanSteps = 0.0;      ///< from start to both pairs, failed rounds included
    double meanFactor = 1.0;     ///< mean of e^(-r D) over the waits D of successful rounds
};
/// Equal p in both segments, cutoff >= 0 steps, rate r >= 0 per step. Exact.
/// Source: Collins et al., PRL 98, 060502 (2007); Li, Coopmans & Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021).
CutoffOutcome twoSegmentsWithCutoff(double probability, int cutoff, double ratePerStep);

} // namespace bellweave::engine
