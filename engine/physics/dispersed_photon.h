// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// Share of a photon that decays with this 1/e lifetime that falls into a window, after ways with this d²φ/dω² (s²) and with a normal
/// error of this rms on the times that clicks tell. The window, two lifetimes or more, is opened where it catches most. A
/// photon without duration has no line, and is taken as if not dispersed.
///
/// The packet |∫ sqrt(S(ω)) exp(i beta ω²/2 - i ω t) dω|² of the Lorentzian line S has the characteristic function
///   exp(-beta k/(2 tau) + i beta k²/2 - σ² k²/2)/(1 - i k tau), k > 0,
/// by residues: the decay, times a Lorentzian of half width beta/(2 tau), times the chirp of their interference. Where the packet
/// is hardly or far less spread than the window, its tails do: exp(-t/tau) behind, and [1 - (beta/t²)²] beta/(2 pi tau t) before,
/// the edge's diffraction. Right to 0.004 of the photon.
double dispersedShare(Duration window, Duration lifetime, Duration jitterRms, double beta);

} // namespace bellweave::engine
