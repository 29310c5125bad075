// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/distillation.h"
#include "engine/physics/single_click.h"
#include "model/base/units.h"

#include <Eigen/Core>

namespace bellweave::engine {

/// The whole density matrix of a pair over |00>, |01>, |10>, |11>, A first; trace 1. For what a Bell-diagonal state forgets:
/// populations of single-click pairs, relaxation to the ground state.
using TwoQubitState = Eigen::Matrix4cd;

/// The matrix of a Bell-diagonal state, and of a single-click pair in the frame in which its target is Psi+.
TwoQubitState densityOf(const BellDiagonal& state);
TwoQubitState densityOf(const XState& state);
/// Weights of Phi+, Phi-, Psi+, Psi-; what is forgotten are coherences between them, see `lostByTwirl`.
BellDiagonal twirled(const TwoQubitState& state);
/// The same in the frame in which Psi+ is the target: [Psi+, Psi-, Phi+, Phi-].
BellDiagonal twirledFromPsi(const TwoQubitState& state);
/// Trace distance between a state and what is left of it after a twirl, 0 to 1: no measurement tells them apart with a larger
/// advantage.
double lostByTwirl(const TwoQubitState& state);

/// Which half of a pair something happens to.
enum class Half { A, B };
/// One half waits in a memory that relaxes to |0> with T1 and loses coherence with T2 <= 2 T1: exact amplitude damping with
/// pure dephasing on top. Source: Nielsen & Chuang, section 8.3.
TwoQubitState relaxed(const TwoQubitState& state, Half half, Duration relaxation, Duration coherence, Duration time);

/// A kept pair and its chance.
struct DistilledState {
    double success = 0.0;
    TwoQubitState state;
};
/// Extreme photon loss: CNOTs from the first to the second pair at both ends, kept when both ends read 1 on the second. What two
/// photons leave in |11> goes, a phase common to both pairs cancels. Pairs and result in the frame of Psi+. Depolarizing gates,
/// read-outs that flip; no rotations. A success of 0 leaves the mixed state.
/// Sources: Campbell & Benjamin, PRL 101, 130502 (2008); Kalb et al., Science 356, 928 (2017).
DistilledState extremePhotonLoss(const TwoQubitState& first, const TwoQubitState& second, const DistillationQuality& quality = {});

} // namespace bellweave::engine
