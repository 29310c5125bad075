// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

namespace bellweave::engine {

/// How good the Bell measurement of a swap is: a two-qubit gate and two read-outs.
struct SwapQuality {
    double gateQuality = 1.0;     ///< p_g: weight of the undisturbed state in the depolarizing gate
    double phaseReadoutFlip = 0;  ///< e_z: read-out of the control in X flips; wrong phase correction
    double bitReadoutFlip = 0;    ///< e_x: read-out of the target in Z flips; wrong bit correction
};

/// p_g = 1 - 4/3 (average infidelity) of a depolarizing two-qubit gate p_g G + (1-p_g) I/4, at least 0.
/// From F_avg = p_g + (1-p_g)/4. Source: Horodecki et al., PRA 60, 1888 (1999) for average fidelity.
double gateQualityFromError(double averageInfidelity);
/// p = 1 - 2 (average infidelity) of a depolarizing one-qubit gate, at least 0. From F_avg = p + (1-p)/2.
double oneQubitQualityFromError(double averageInfidelity);

/// What one noisy swap multiplies correlators with: {1, p_g(1-2 e_x), p_g(1-2 e_z), p_g(1-2 e_x)(1-2 e_z)}. A chain of swaps
/// multiplies all links' correlators and all these factors, in any order. Exact for Bell-diagonal pairs.
/// Source: Briegel, Dür, Cirac & Zoller, PRL 81, 5932 (1998).
Correlators swapFactors(const SwapQuality& quality);

/// The same for a linear-optics Bell measurement that succeeded, photons of conditional visibility V: {1, 1, V, V}.
/// Source: Calsamiglia & Lütkenhaus, Appl. Phys. B 72, 67 (2001); Barrett & Kok, PRA 71, 060310 (2005).
Correlators linearOpticsFactors(double visibility);

/// The pair between the outer ends after the swap of two Bell-diagonal pairs, Pauli frame corrected.
BellDiagonal swapped(const BellDiagonal& p, const BellDiagonal& q, const SwapQuality& quality);

} // namespace bellweave::engine
