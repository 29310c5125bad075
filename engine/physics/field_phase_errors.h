// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/demand.h"

#include <array>

namespace bellweave::engine {

// What pulses of random phase tell of the phase errors of coherent ones, where both go to a twin-field station.

/// What both senders send.
struct SentFields {
    double meanA = 0.02;                             ///< photons of a pulse that makes key
    double meanB = 0.02;
    double strong = 12.0;                            ///< a strong test pulse over that, above 1
    double weak = 0.3;                               ///< weak over strong, below 1
    std::array<double, 3> shares{0.2, 0.5, 0.3};     ///< how often strong, weak and none is sent in the test basis, sum 1
};

/// Photons a test pulse of a sender whose key pulses have so many, in the order of the shares.
std::array<double, 3> testMeans(const SentFields& sent, double keyMean);
/// Whether phase errors can be bounded by them: in order, and not so bright that differences are lost in rounding.
bool isUsable(const SentFields& sent);

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

} // namespace bellweave::engine
