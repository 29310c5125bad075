// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace bellweave::engine {

/// Standard error of a fidelity from three measured correlators of N_i pairs each: sqrt(sum (1 - E_i²)/N_i)/4.
double fidelityStandardError(const std::array<double, 3>& correlators, const std::array<double, 3>& samples);

/// Pairs for each of k settings so that every estimated probability is within eps but for a chance delta:
/// ln(2k/delta)/(2 eps²), rounded up. Source: Hoeffding, J. Am. Stat. Assoc. 58, 13 (1963), union over the settings.
std::int64_t samplesForEstimate(double accuracy, double failure, int settings);
/// Pairs that must all pass the best local test of a Bell state before one is sure, but for a chance delta, that its infidelity
/// is below eps: ln(delta)/ln(1 - 2 eps/3), rounded up. Source: Pallister, Linden & Montanaro, PRL 120, 170502 (2018).
std::int64_t samplesForVerification(double infidelity, double failure);

/// Chance that any local theory wins at least `wins` of `rounds` rounds of the CHSH game, each with at most 3/4.
/// Source: Elkouss & Wehner, npj Quantum Information 2, 16026 (2016).
double chshPValue(std::int64_t rounds, std::int64_t wins);

/// Mean fidelity of teleporting any state over a pair: (2F + 1)/3. Source: Horodecki et al., PRA 60, 1888 (1999).
double teleportationFidelity(double pairFidelity);
/// Mean fidelity of a controlled-NOT over a pair, local operations perfect: (4F + 1)/5, as F is then its process fidelity in four
/// dimensions. Sources: Eisert et al., PRA 62, 052317 (2000) for the gate; Horodecki et al., PRA 60, 1888 (1999) for the mean.
double remoteGateFidelity(double pairFidelity);

/// Largest CHSH value of a Bell-diagonal state of this fidelity, at least 1/2, its errors being of one kind:
/// 2 sqrt(1 + (2F - 1)²). Source: Verstraete & Wolf, PRL 89, 170401 (2002), with the concurrence 2F - 1.
double largestChsh(double fidelity);

} // namespace bellweave::engine
