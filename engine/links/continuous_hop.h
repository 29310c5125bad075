// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/links/herald_place.h"
#include "model/network/site.h"

namespace bellweave::engine {

/// The key that two terminals make of a source between them that emits pairs at any time. Both note when they click; clicks that lie
/// within the window count as one pair. Pair rate and window that are not typed are chosen together for most key. All widths are full
/// at half maximum; of the two clocks that less steady counts. Each click of a pair and each by chance is lost with the share of the
/// time that detectors are blind. Precondition: the place divides the light toward the ends.
/// Source: Neumann et al., PRA 104, 022406 (2021).
KeyHop continuousKeyHop(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place, const ProtocolChoice& choice);

/// Width of the peak of coincidences: jitters, clocks, what both ways together disperse, and the shortest time that the bandwidth
/// allows, added in squares. One photon is as much redder as the other is bluer, so that the spreads of both ways add up with their
/// signs, and ways of opposite dispersion cancel. Bandwidth above 0.
/// Source: Franson, PRA 45, 3126 (1992) for the cancellation.
Duration coincidenceWidth(const KeyTerminal& a, const KeyTerminal& b, const PairSource& source, const HeraldPlace& place);

/// What no protocol passes on such light: two polarizations, bandwidth c Δλ/λ² in each second, -log2(1 - eta) of the weaker side in
/// each mode.
/// Source: Pirandola et al., Nat. Commun. 8, 15043 (2017).
Rate continuousBound(const PairSource& source, const HeraldPlace& place);

} // namespace bellweave::engine
