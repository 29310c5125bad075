// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/demand.h"

#include <optional>

namespace bellweave::engine {

/// How much larger than the error rate seen among the tested bits that of the kept ones may be, but for a chance, when the tested
/// are drawn at random: the least excess whose exact hypergeometric tail is no more likely. None when no excess below 1/2 does.
/// Sizes above 0. Source: sampling without replacement; whatever the errors of all, no count fails more often.
std::optional<double> exactSamplingExcess(double kept, double tested, double error, double chance);
/// The same by Serfling's inequality: sqrt((n+k)(k+1) ln(1/chance)/(2 n k²)), whatever the error. None when it passes 1/2.
/// Source: Serfling, Ann. Stat. 2, 39 (1974), as in Tomamichel et al., Nature Communications 3, 634 (2012).
std::optional<double> serflingExcess(double kept, double tested, double error, double chance);

/// A finite block of sifted bits of which a tenth is tested.
struct TestedBlock {
    double sifted = 1e7;         ///< n + k
    double bitError = 0.02;      ///< of the bits that become key
    double phaseError = 0.02;    ///< seen among the tested
    double secrecy = 1e-10;      ///< eps
};
/// eps_c: the chance that the key of a finite block is not the same at both ends.
inline constexpr double kCorrectness = 1e-15;

/// Secret bits a sifted bit: {n [1 - h(Q + theta)] - f n h(E) - log2(2/(eps² eps_c))}/(n+k), theta under the bound for a chance
/// (eps/2)², eps_c = 1e-15. Asymptotic: the limit of all of them, nothing tested. Never below 0.
/// Source: Tomamichel, Lim, Gisin & Renner, Nature Communications 3, 634 (2012).
/// Six-state key may be taken from two of its three bases: a bound for it as for BBM92.
double finiteFraction(const TestedBlock& block, KeyBound bound, double correctionInefficiency);

} // namespace bellweave::engine
