// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/delivery_law.h"

#include <optional>

namespace bellweave::engine {

/// What two equal pairs are made into.
struct NestedUnit {
    enum class Kind {
        Swap,      ///< doubles the span; correlators multiply
        Bbpssw,    ///< both made Werner, kept with p = (1 + wA wB)/2, then w = (wA + wB + 4 wA wB)/(6 p); see distillation.h
        Dejmps,    ///< as in distillation.h, both pairs alike
    };
    Kind kind = Kind::Swap;
    double success = 1.0;             ///< of a swap, in (0, 1]; a distillation has its own
    std::optional<double> cutoff;     ///< steps >= 0 the earlier pair waits for the later; then both are discarded
    Correlators factors{};            ///< what the operations leave of the correlators of the result
};

/// How fast correlators shrink while the earlier pair waits: e^(-rate d) after d steps, both halves and all memories together.
struct WaitingDecay {
    double zz = 0.0;    ///< per step
    double xx = 0.0;    ///< per step, of <XX> and <YY>; at least half of zz
};

/// One try of a unit, both inputs begun at time 0.
struct NestedRound {
    double cell = 1.0;
    std::vector<WaitingSeries> success;    ///< channels as in DeliveryLaw, without the failing rounds
    WaitingSeries failure;                 ///< probability that the round ends there without a pair; nothing listed if none does
    std::vector<double> left;              ///< probability that an input comes later than each of its cells
};

/// Precondition: `input` lists all cells that matter, and is not Werner for DEJMPS. O(cells), whatever the cut-off. The memory
/// of `round` is used again: for long laws, asking for new takes longer than the sums.
/// Sources: Brand, Coopmans & Elkouss, IEEE J. Sel. Areas Commun. 38, 619 (2020); Li, Coopmans & Elkouss, IEEE Trans. Quantum
/// Eng. 2, 4103015 (2021) for cut-offs: pairs further apart than `cutoff` steps are both discarded `cutoff` after the first.
void playRound(const DeliveryLaw& input, const NestedUnit& unit, const WaitingDecay& decay, NestedRound& round);

/// The unit's result when failing rounds are followed by fresh ones until one succeeds.
struct RepeatedRound {
    DeliveryLaw law;
    double rounds = 1.0;     ///< mean number
    double leftOut = 0.0;    ///< estimate of the probability misplaced by this step
};
/// Success/(1 - failure) as power series, on the unit circle with as few points as the transient is long; what stays beyond
/// them is the geometric tail of the dominant pole, whose place and residue are found from the series themselves. `leftOut` is
/// the probability of the transient that may fall back onto the first cells, unless the circle would exceed `mostCells`.
/// Takes `round.success` over where no round fails.
void repeatUntilSuccess(NestedRound& round, double leftOut, std::size_t mostCells, RepeatedRound& result);

} // namespace bellweave::engine
