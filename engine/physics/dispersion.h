// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// What a whole way does to colors: how much later light arrives per wavelength that it is longer, s/m (1 ps/nm is 1e-3). Signed;
/// ways in a row add up.
using PathDispersion = Quantity<struct PathDispersionTag>;

PathDispersion dispersionOf(Dispersion dispersion, Length length);
/// How far the way pulls the colors of this bandwidth apart; of the sign of the dispersion.
Duration spreadOf(PathDispersion way, Length bandwidth);
/// d²φ/dω² that light gathers on the way, s²: -D L λ²/(2 pi c). Source: G. P. Agrawal, Fiber-Optic Communication Systems, ch. 2.
double groupDelayDispersion(PathDispersion way, Length wavelength);

/// Shortest width at half maximum that a Gaussian spectrum of this width can have in time: (2 ln 2/pi) λ²/(c Δλ).
Duration fourierLimit(Length bandwidth, Length wavelength);

/// What is left of the visibility of two photons, each decaying exponentially, whose ways differ by this d²φ/dω²:
/// |mean over both lines S of ∫ S(ω) exp(i beta ω²/2) dω|², 1 for beta = 0. Each integral is exp(z²) erfc(z) with
/// z² = -i beta/(8 tau²); it falls as 1 - sqrt(|beta|/pi)/tau at first, since the line has wide wings. Lifetimes >= 0; a photon
/// without duration meets none that passed another way.
/// Source: overlap of the two wave packets; Abramowitz & Stegun, 7.1.4 for the integral.
double dispersedVisibility(Duration lifetimeA, Duration lifetimeB, double beta);

} // namespace bellweave::engine
