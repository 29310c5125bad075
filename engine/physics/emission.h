// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::engine {

/// Share of all directions that a lens of this numerical aperture in air takes: (1 - sqrt(1 - NA²))/2; NA in [0, 1].
double lensShare(double numericalAperture);

/// An emitter in a cavity, energy decay rates and coupling in one unit: emission starts excited.
struct CavityEmitter {
    double coupling = 1.0;     ///< g, half the vacuum Rabi frequency
    double cavityDecay = 1.0;  ///< kappa, of the energy, all losses
    double outputDecay = 1.0;  ///< kappa_out <= kappa, through the mirror that is used
    double emitterDecay = 1.0; ///< gamma, of the energy, into everything but the cavity
};
/// Chance that the photon leaves through the output mirror: C/(1+C) kappa/(kappa+gamma) kappa_out/kappa, C = 4 g²/(kappa gamma).
/// Sources: Law & Kimble, J. Mod. Opt. 44, 2067 (1997); Goto et al., PRA 99, 053843 (2019).
double cavityEmission(const CavityEmitter& emitter);

} // namespace bellweave::engine
