// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/heralded_state.h"

namespace bellweave::engine {

/// One attempt of the single-click scheme over a midpoint with a beam splitter and two threshold detectors. Each side
/// prepares sqrt(1-alpha)|0> + sqrt(alpha)|1>, and |1> emits a photon.
struct SingleClickInput {
    double alphaA = 0.05;              ///< bright-state population in (0, 1)
    double alphaB = 0.05;
    double etaA = 0.0;                 ///< an emitted photon of this side makes a click, in [0, 1]
    double etaB = 0.0;
    double darkProbability = 0.0;      ///< dark or noise click per detector and attempt
    double visibility = 1.0;           ///< Hong-Ou-Mandel visibility of the two photons
    double phaseNoiseRms = 0.0;        ///< of the optical phase between the two paths, rad
    double doubleExcitation = 0.0;     ///< probability of a second photon per node and attempt, mean of both nodes
    Distinguishability distinguishability = Distinguishability::StaticMismatch;
};

/// The heralded pair before any twirl, in the frame of the detector that clicked: populations of |00>, |01>, |10>, |11>
/// (1 = bright, A first) and the real coherence between |01> and |10>. Target: Psi+. All other entries vanish.
struct XState {
    double clickProbability = 0.0;
    std::array<double, 4> populations{0.25, 0.25, 0.25, 0.25};
    double coherence = 0.0;
};

/// What Pauli noise on both halves of a pair leaves of <ZI>, <IZ> and <ZZ>, and of coherences between states that differ in both
/// bits; or its mean over random times.
struct PauliFactors {
    double first = 1.0;
    double second = 1.0;
    double both = 1.0;
    double coherence = 1.0;
};
/// Populations of |00>, |01>, |10>, |11>, and a pair, after such noise.
std::array<double, 4> afterNoise(const std::array<double, 4>& populations, const PauliFactors& factors);
XState afterNoise(const XState& pair, const PauliFactors& factors);

/// Coherence factor C = C_V exp(-sigma^2/2) (1 - 2 p_2e) of the one-photon part, in [0, 1]; first order in p_2e.
double singleClickCoherence(const SingleClickInput& input);

/// Exactly one of the two detectors clicks. With u = aA(1-aB) etaA, v = aB(1-aA) etaB:
/// weight u+v leaves Psi with coherence C sqrt(uv); weight aA aB [etaA(1-etaB) + etaB(1-etaA) + etaA etaB (1+V)/2] leaves
/// |11>; a dark click (2 p_d) leaves the populations of lost photons; all times (1-p_d) for the silent detector.
/// Exact in eta, alpha, p_d and V; without clicks (all eta and p_d zero) the state is maximally mixed.
/// Sources: Cabrillo et al., PRA 59, 1025 (1999); Bose et al., PRL 83, 5158 (1999); Humphreys et al., Nature 558, 268 (2018);
/// Hermans et al., New J. Phys. 25, 013011 (2023).
XState singleClickPair(const SingleClickInput& input);

/// The same as Bell-diagonal weights after the change of frame Psi+ -> Phi+: [F, phase flip, bit flip, both]. The weights are
/// exact; twirling forgets the difference of |00> and |11> (which distillation of two such pairs would use) and that of |01>
/// and |10> (which vanishes when u = v).
HeraldedState singleClick(const SingleClickInput& input);

} // namespace bellweave::engine
