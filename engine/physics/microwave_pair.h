// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/two_qubit_state.h"

namespace bellweave::engine {

// Pairs of two qubits that share one microwave photon over a line of transmissivity eta whose losses sit at a temperature with n
// thermal photons. Exact for a bosonic mode: loss with thermal noise is loss eta/G followed by a gain G = 1 + (1-eta) n. The
// receiver is excited when one photon or more arrive; what it leaves in the mode tells how many there were, so only one photon
// against none keeps phase. Source: Caruso, Giovannetti & Holevo, New J. Phys. 8, 310 (2006) for the two steps.

/// Half of A's excitation is sent to B, in the frame of Psi+: populations of |00>, |01>, |10>, |11>
/// [(G-eta)/G², 1 - (G-eta)/G², 1/G, 1 - 1/G]/2, coherence sqrt(eta)/(2 G²). Without noise F = (1 + sqrt(eta))²/4.
TwoQubitState halfPhotonPair(double transmissivity, double environmentPhotons);

/// A pair whose photon came early or late.
struct TimeBinPair {
    double accepted = 0.0;    ///< the receiver finds exactly one of two bins full
    TwoQubitState state;      ///< then, in the frame of Phi+; mixed when nothing is accepted
};
/// Loss is seen and the attempt repeated: without noise accepted = eta, state Phi+. With a = 1 - (G-eta)/G² and b = 1/G, accepted
/// = a b + (1-a)(1-b), of which the second part is the other bin's, and the coherence is eta/G⁴.
/// Source: Kurpiers et al., Phys. Rev. Applied 12, 044067 (2019) for the scheme.
TimeBinPair timeBinPair(double transmissivity, double environmentPhotons);

} // namespace bellweave::engine
