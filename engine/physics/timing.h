// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// Share of arrivals inside a window of full width t with normal timing of this rms, its middle `offset` beside theirs:
/// [erf((t/2-o)/(sqrt2 s)) + erf((t/2+o)/(sqrt2 s))]/2. 1 for an rms of 0 and an offset inside the window.
double insideWindow(Duration window, Duration rms, Duration offset = {});

// Factors on the Hong-Ou-Mandel visibility of two photons of one shape.

/// Exponentially decaying photons of this lifetime that arrive apart: exp(-|tau|/T1).
double arrivalVisibility(Duration apart, Duration lifetime);
/// The same averaged over a time in which clocks drift apart, by so many seconds a second, from their last setting on:
/// tau (e^(-d u/tau) - e^(-d v/tau))/(d (v - u)) between u and v > u.
double driftVisibility(double drift, Duration lifetime, Duration from, Duration until);
/// The same as arrivalVisibility() averaged over a normal difference of arrivals of this rms: exp(s²/2) erfc(s/sqrt2), s = rms/T1.
/// Source: Kambs & Becher, New J. Phys. 20, 115003 (2018) for the integrals.
double jitterVisibility(Duration rms, Duration lifetime);
/// Gaussian photons of this rms duration of intensity, averaged over the difference: 1/sqrt(1 + rms²/(2 sigma_p²)).
double gaussianJitterVisibility(Duration rms, Duration photonRms);
/// Exponential photons whose frequencies differ: 1/(1 + (d_omega T1)²), over all times.
double detuningVisibility(double angularDetuning, Duration lifetime);
/// Emitters that lose phase: gamma/(gamma + 2 gamma*), gamma = 1/T1 and 1/T2 = gamma/2 + gamma*; a T2 above 2 T1 counts as that.
/// Source: Bylander, Robert-Philip & Abram, Eur. Phys. J. D 22, 295 (2003).
double dephasingVisibility(Duration lifetime, Duration coherence);

/// Variance in rad² of the optical phase that a laser of this Lorentzian full width gathers over a difference in time:
/// 2 pi dnu tau; for two lasers the sum. Source: Lax, Phys. Rev. 160, 290 (1967).
double laserPhaseVariance(Rate linewidth, Duration difference);

} // namespace bellweave::engine
