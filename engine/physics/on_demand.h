// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::engine {

/// Largest mean fidelity of a pair delivered at every tick of a clock, whether an attempt succeeded or not, for a link that makes
/// `linkEfficiency` = r_entangling / r_decoherence >= 0 pairs in the time in which one fades: F = (1/4) [1 + 3 eta^(1/(1-eta))].
/// A tick without a pair delivers one of fidelity 1/4. Above 1/2 from eta = 0.83 on. Perfect fresh pairs are assumed.
/// Source: Humphreys et al., Nature 558, 268 (2018).
double onDemandFidelity(double linkEfficiency);

} // namespace bellweave::engine
