// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/nested_round.h"
#include "engine/physics/pair_map.h"

namespace bellweave::engine {

/// One of two unlike pairs: its law, of four channels, and how the pair fades while it waits for the other one.
struct AwaitedPair {
    DeliveryLaw law;
    WaitingDecay decay;    ///< per step; its own, whatever the two are
};

/// Both are begun at time 0; the earlier waits for the later, at most `cutoff` steps after which both are discarded. Cells of
/// both laws are equally long, and list what matters; they are extended to equally many. Returns the mean wait of the earlier of
/// two pairs that meet, in steps. O(cells).
/// Sources: Brand, Coopmans & Elkouss, IEEE J. Sel. Areas Commun. 38, 619 (2020); Li, Coopmans & Elkouss, IEEE Trans. Quantum
/// Eng. 2, 4103015 (2021).
double playSideBySide(AwaitedPair& a, AwaitedPair& b, const PairMap& map, std::optional<double> cutoff, NestedRound& round);

/// The second is begun when the first is there, which waits for it. Cells as above. O(cells log cells).
void playInTurn(AwaitedPair& first, AwaitedPair& second, const PairMap& map, NestedRound& round);

/// The round ends so many steps >= 0 later with a pair, and so many without. What that does to the pair is not part of it.
void endLater(NestedRound& round, double success, double failure);

/// The same pairs so many steps >= 0 later, in the same state.
void deliverLater(DeliveryLaw& law, double steps);

/// An elementary link that attempts every `period` > 0 steps: P(T = k period) = p (1-p)^(k-1). Instants between two cells are
/// shared in proportion to the distance, which keeps the mean. All but `leftOut` is listed.
DeliveryLaw elementaryLaw(double success, double period, const Correlators& state, double cell, double leftOut);

} // namespace bellweave::engine
