// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

namespace bellweave::engine {

/// How good the local operations of a distillation round are, the same at both ends.
struct DistillationQuality {
    double gateQuality = 1.0;       ///< p_g of every two-qubit gate: weight of the undisturbed state, see swap.h
    double oneQubitQuality = 1.0;   ///< the same of the rotation that every input qubit gets before the gates
    double readoutFlip = 0.0;       ///< of every read-out
};

/// A round's chance to be kept and what is then left, Pauli frame corrected.
struct Distilled {
    double success = 0.0;
    BellDiagonal state;
};

/// Which of a state's error weights stands at Phi-, Psi+ and Psi-: a permutation of 1, 2, 3. Local rotations at both ends
/// permute the three in any way.
using ErrorOrder = std::array<std::size_t, 3>;

/// One round on two Bell-diagonal pairs: rotations that bring each pair's error weights into an order, a CNOT from kept to
/// sacrificed pair at both ends, read-out of the sacrificed one in Z; kept when the results agree. With noise, each gate is
/// depolarizing, each read-out flips. Exact for Bell-diagonal pairs. A success of 0 leaves the mixed state.
Distilled distill(const BellDiagonal& kept, const BellDiagonal& sacrificed, ErrorOrder keptOrder, ErrorOrder sacrificedOrder,
                  const DistillationQuality& quality = {});

/// Both pairs are made Werner states first. Source: Bennett et al., PRL 76, 722 (1996).
Distilled bbpssw(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality = {});
/// Phi- and Psi- exchanged in both pairs. Source: Deutsch et al., PRL 77, 2818 (1996).
Distilled dejmps(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality = {});
/// The best fidelity over all orders of both pairs' errors.
/// Source: Dehaene, Van den Nest, De Moor & Verstraete, PRA 67, 022310 (2003).
Distilled bestDistillation(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality = {});

/// The order that gives the best fidelity when both pairs get the same one: a sixth of the work of bestDistillation(), for pairs
/// of one make.
ErrorOrder bestLikeOrder(const BellDiagonal& kept, const BellDiagonal& sacrificed, const DistillationQuality& quality = {});

/// Weights of two pairs together, index 4i+j for i of the first and j of the second; for pairs whose errors go together, as those
/// of pairs that have waited for the same third one.
using JointWeights = std::array<double, 16>;
JointWeights jointWeights(const BellDiagonal& one, const BellDiagonal& other);
/// Of correlators of the two together: row a, value b is the mean of the product of correlator a of the first and b of the second.
JointWeights fromJointCorrelators(const std::array<Correlators, 4>& rows);

/// Double selection: rotations that bring the error weights of all pairs into one order, CNOTs from the kept to the first sacrificed
/// pair, then from the second to the first; the first read out in Z, the second in X; kept when both pairs of results agree.
/// Source: Fujii & Yamamoto, PRA 80, 042308 (2009).
Distilled doubleSelection(const JointWeights& keptAndFirst, const BellDiagonal& second, ErrorOrder order, const DistillationQuality& quality = {});
/// The same of three pairs with errors of their own, in the order that they have.
Distilled doubleSelection(const BellDiagonal& kept, const BellDiagonal& first, const BellDiagonal& second,
                          const DistillationQuality& quality = {});
/// The order that gives double selection the best fidelity.
ErrorOrder bestDoubleOrder(const JointWeights& keptAndFirst, const BellDiagonal& second, const DistillationQuality& quality = {});

} // namespace bellweave::engine
