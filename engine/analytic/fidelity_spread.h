// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "model/network/pair_plan.h"

#include <cstdint>
#include <stop_token>

namespace bellweave::engine {

/// One point of the distribution of the fidelity of delivered pairs.
struct FidelityPoint {
    double fidelity = 0.0;
    double share = 0.0;    ///< of the pairs have this fidelity or less
    bool operator==(const FidelityPoint&) const = default;
};

/// How far the fidelities of a chain's pairs lie apart: some halves waited longer than others. Each pair counts with the fidelity
/// that follows from the times at which its links were heralded, which the stations know.
struct FidelitySpread {
    std::vector<FidelityPoint> points;    ///< both ascend; straight lines between, a jump has a point before and one after it
    double mean = 0.0;
    double standardError = 0.0;           ///< of the mean, where pairs were drawn; 0 where all cases are summed
    double shareError = 0.0;              ///< largest standard error of a share, likewise
    std::uint64_t drawn = 0;              ///< pairs drawn; 0 where all cases are summed
    bool operator==(const FidelitySpread&) const = default;
};

/// How many pairs to draw, and where the draws begin.
struct SpreadDraws {
    std::uint64_t pairs = std::uint64_t{1} << 15;
    std::uint64_t seed = 1;
};

/// The spread behind evaluateChain(): swap as soon as possible, a failed round begins anew, so that failures change no age.
/// One hop: one fidelity. Two hops: the sum over all pairs of cells of the waiting grid (see AttemptCells), exact where its cells
/// are instants. More: pairs drawn at addresses (seed, pair, hop), each hop's attempts from its geometric law. Distilled links
/// count with their mean state. Empty when asked to stop.
FidelitySpread fidelitySpread(const Chain& chain, std::size_t cells, SpreadDraws draws, std::stop_token stop = {});

/// The same of any plan, by PlanDraws. Fewer pairs are drawn where each takes many events; none where it takes too many.
FidelitySpread planSpread(const Chain& chain, const PairPlan& plan, SpreadDraws draws, std::stop_token stop = {});

/// Share of the pairs with this fidelity or less; 0 below the first point, 1 above the last. Precondition: there are points.
double shareUpTo(const FidelitySpread& spread, double fidelity);
/// Fidelity that this share of the pairs does not exceed. Precondition: there are points.
double fidelityAtShare(const FidelitySpread& spread, double share);

} // namespace bellweave::engine
