// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <span>

namespace bellweave::engine {

/// Mean thermal photons 1/(exp(h f/kT) - 1) of a mode; 0 at a temperature of 0 K. Kelvin. Source: Planck's law.
double thermalPhotons(Rate frequency, double temperature);

/// Chance that a thermal mode of n photons excites the qubit that is to stay in its ground state: n/(1 + 2n).
double thermalFlip(double photons);

/// One stretch of a line between two refrigerators.
struct LineSection {
    double transmissivity = 1.0;
    double temperature = 0.02;   ///< K
};
/// Photons that a line's sections add to what leaves it, the last section last: sum of (what follows lets through)
/// (1 - eta) n(T). A warm stretch of little loss adds little.
/// Source: noise of a chain of attenuators, Pozar, Microwave Engineering, chapter 10.
double lineNoise(std::span<const LineSection> sections, Rate frequency);

/// Fidelity of a Bell pair made by emitting half a photon and absorbing it, loss alone: (1 + sqrt(eta))²/4.
double halfPhotonFidelity(double transmissivity);
/// Mean fidelity of a state sent whole through loss: (2 F_p + 1)/3 with F_p = (1 + sqrt(eta))²/4.
/// Source: amplitude damping; Nielsen, Phys. Lett. A 303, 249 (2002) for the mean.
double transferFidelity(double transmissivity);
/// True when no entanglement survives thermal loss: added photons (1-eta) n at or above eta.
/// Source: Holevo, Problems of Information Transmission 44, 171 (2008).
bool breaksEntanglement(double transmissivity, double environmentPhotons);
/// Upper bound on ebits or key per use of a thermal-loss channel: -log2[(1-eta) eta^n] - g(n), 0 where entanglement breaks.
/// Source: Pirandola, Laurenza, Ottaviani & Banchi, Nature Communications 8, 15043 (2017).
double thermalLossBound(double transmissivity, double environmentPhotons);

} // namespace bellweave::engine
