// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/finite_decoy.h"
#include "engine/physics/untrusted_relay.h"

#include <array>

namespace bellweave::engine {

// Twin-field key of finite blocks. Key is made of coherent pulses of either sign, all that are sent in the key basis; the other basis
// tests with pulses of random phase and three intensities, strong, weak and none.

/// What both senders send.
struct SentFields {
    double meanA = 0.02;                             ///< photons of a pulse that makes key
    double meanB = 0.02;
    double strong = 12.0;                            ///< a strong test pulse over that, above 1
    double weak = 0.3;                               ///< weak over strong, below 1
    std::array<double, 3> shares{0.2, 0.5, 0.3};     ///< how often strong, weak and none is sent in the test basis, sum 1
};

/// Accepted pulses of the test basis by the intensities of A and of B, in the order of the shares.
using FieldCounts = std::array<std::array<double, 3>, 3>;

/// At most so many of the pulses accepted in the key basis have a phase error; each of the 18 bounds on counts fails at most with a
/// chance of exp(-logChance). Of every pulse accepted in either basis it may be asked in turn, whatever the others showed, how likely
/// it was a test of one intensity or a phase error: the chances add up to what counts are bounded by, and phase errors obey
/// (q/(1-q))² sum_j (sum c_m c_n sqrt(z_mn))², j the parity of m and n, q how often the key basis is drawn, z_mn the chances added up
/// of a test with m and n photons over the chance that so many were sent. Source: Curty, Azuma & Lo, npj Quantum Information 5, 64
/// (2019), and Curras-Lorenzo et al., npj Quantum Information 7, 22 (2021), remembered; rederived here for chances in place of
/// counts, which spares a deviation of each z_mn.
/// Photon numbers are bounded by differences of the gains with either sender's intensity, none of which has a negative term: of none,
/// the first for one photon, the second for two and more; what a difference says of several numbers goes by Cauchy and Schwarz.
double phaseErrorsAtMost(const SentFields& sent, double keyBasis, const FieldCounts& test, double keyClicks, KeyBound bound, double logChance);

/// Secret bits of a pulse for which both drew the key basis, all counts as expected:
/// {n [1 - h(e)] - f n h(E) - 2 log2(1/eps) - log2(2/eps_c)}/pulses, eps_c = 1e-15: half of eps is for privacy amplification, and a
/// quarter, twice, for the smoothing, the root of the chance that any of the 18 bounds fails; Tomamichel, Lim, Gisin & Renner, Nature
/// Communications 3, 634 (2012). Bounds on counts: count_bounds.h. The chances of tests depend on each other: Hoeffding's and
/// Chernoff's inequalities hold for them as Azuma's and Kato's (arXiv:2002.04357) do, with an exponent set before the block for the
/// counts that are expected. The exact tail does not, and takes the union bound here. Never below 0.
double finiteTwinField(const RelayArms& arms, const SentFields& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency);

/// The same arms with the dark clicks that what is sent brings about at detectors with this load; and the share of their time in which
/// one of those sees.
RelayArms underLoad(RelayArms arms, const SentFields& sent, double keyBasis, const DetectorLoad& load);
double seenUnderLoad(const RelayArms& arms, const SentFields& sent, double keyBasis, const DetectorLoad& load);

/// The intensities and shares that give most where clicks burden the detectors, by turns; means of the arms above 0 are kept, their
/// dark clicks are those without light. The means of an endless block where no key was found.
SentFields bestFields(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency, const DetectorLoad& load = {});

} // namespace bellweave::engine
