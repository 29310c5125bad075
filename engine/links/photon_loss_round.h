// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"
#include "engine/physics/single_click.h"

namespace bellweave::engine {

/// What a round of photon-loss distillation leaves.
struct PhotonLossRound {
    double success = 0.0;
    BellDiagonal state;        ///< target Phi+, like all states of links
    double twirlLoss = 0.0;    ///< see OperatingPoint
};

/// Two single-click pairs of a link, whole, of which one waits for the other; `waiting` and `after` are what memories leave of the
/// held pair by then and of the kept one until the result is known. Noise of the optical phase counts as the same in both pairs,
/// slow against the time from one to the other, and is averaged exactly: it cancels, but for wrong read-outs. Where it is fast,
/// this promises too much.
/// Depolarizing gates, read-outs that flip; no rotations. A success of 0 leaves the mixed state.
/// Sources: Campbell & Benjamin, PRL 101, 130502 (2008); Kalb et al., Science 356, 928 (2017). extremePhotonLoss() is the same for
/// any states, phase by phase.
PhotonLossRound photonLossRound(const LinkPhysics& physics, const XState& pair, const PauliFactors& waiting, const PauliFactors& after);

} // namespace bellweave::engine
