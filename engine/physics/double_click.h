// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/heralded_state.h"

namespace bellweave::engine {

/// One attempt of the double-click scheme: each qubit is entangled with the time bin, polarization or frequency of one photon
/// that meets its partner at a beam splitter with two threshold detectors.
struct DoubleClickInput {
    double etaA = 0.0;                 ///< an emitted photon of this side makes a click, in [0, 1]
    double etaB = 0.0;
    double darkProbability = 0.0;      ///< dark or noise click per detector and window; an attempt has two windows
    double visibility = 1.0;           ///< Hong-Ou-Mandel visibility of the two photons
    double doubleExcitation = 0.0;     ///< probability of a second photon per node and attempt, mean of both nodes
    /// StaticMismatch also for polarization, frequency and slow drifts; Dephasing for time bins that dephase independently.
    Distinguishability distinguishability = Distinguishability::StaticMismatch;
};

/// Exactly one click in each of the two windows, all four patterns kept. With p_true = etaA etaB / 2:
/// p = (1-p_d)^2 {p_true [1 + p_d (1+V)] + 2 p_d [etaA(1-etaB) + etaB(1-etaA)] + 4 p_d^2 (1-etaA)(1-etaB)}.
/// True coincidences leave Phi+ (after the change of frame) with (1+V_c)/2, else the phase flip; V_c = V, or V^2 for
/// independent dephasing, times (1 - 2 p_2e) to first order; a photon or nothing with dark clicks leaves I/4; two photons in
/// one window with a dark click in the other leave a bit flip. Exact in eta, p_d and V; without clicks maximally mixed.
/// Source: Barrett & Kok, PRA 71, 060310 (2005).
HeraldedState doubleClick(const DoubleClickInput& input);

} // namespace bellweave::engine
