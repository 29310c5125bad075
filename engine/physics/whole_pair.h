// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/swap.h"
#include "engine/physics/two_qubit_state.h"

namespace bellweave::engine {

// What stations do to pairs known as whole density matrices, in the frame in which Phi+ is the target. Averages over the results of
// measurements, each corrected for at once. Of Bell-diagonal states the same as swapped(), distill() and Pauli noise there.

/// The pair between the outer ends after a swap of two pairs at the second half of `left` and the first of `right`: a Bell measurement
/// with a depolarizing gate and read-outs that flip, Pauli corrections at the far end.
TwoQubitState swapped(const TwoQubitState& left, const TwoQubitState& right, const SwapQuality& quality);

/// One round: depolarizing rotations that bring error weights into an order, CNOTs from kept to sacrificed pair at both ends, read-out of the
/// sacrificed one in Z; kept when the results agree. A success of 0 leaves the mixed state.
DistilledState distilled(const TwoQubitState& kept, const TwoQubitState& sacrificed, ErrorOrder order, const DistillationQuality& quality = {});

/// Pauli noise on one half that multiplies its Z, X and Y by these factors.
TwoQubitState afterPauliNoise(const TwoQubitState& state, Half half, double z, double x, double y);

/// The same pair with X and Z exchanged in meaning of |0> and |1> at its second half: Psi+ becomes Phi+ and back.
TwoQubitState flippedAtB(const TwoQubitState& state);

} // namespace bellweave::engine
