// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/finite_decoy.h"
#include "engine/physics/untrusted_relay.h"

#include <array>

namespace bellweave::engine {

// Measurement-device-independent key of finite blocks. Key is made of signal pulses of both senders, all that are sent in the key basis;
// the other basis tests with pulses of three intensities, signal, weak and none.

/// What both senders send.
struct SentIntensities {
    double meanA = 0.3;                             ///< photons of a signal pulse
    double meanB = 0.3;
    double weak = 0.2;                              ///< weak over signal, below 1
    std::array<double, 3> shares{0.3, 0.5, 0.2};    ///< how often signal, weak and none is sent in the test basis, sum 1
};

/// Accepted pulses of the test basis by the intensities of A and of B, in the order of the shares.
struct RelayCounts {
    using Table = std::array<std::array<double, 3>, 3>;
    Table all{};
    Table wrong{};
};

/// Of the accepted pulses, those in which each sender sent exactly one photon.
struct SinglePairs {
    double kept = 0.0;      ///< at least so many in the key basis
    double tested = 0.0;    ///< at least so many in the test basis
    double wrong = 0.0;     ///< at most so many of the tested err
};
/// Each of the 12 bounds fails at most with a chance of exp(-logChance). A single pair looks the same in both bases, so that of all
/// that are accepted the kept are a draw by the chance of each basis.
/// Sources: intensities drawn after the clicks, Curty et al., Nature Communications 5, 3732 (2014); the yield in the test basis for
/// the key basis, Zhou, Yu & Wang, PRA 93, 042324 (2016); signal less weak, Xu, Xu & Lo, PRA 89, 052333 (2014):
/// S11 >= [r³ M(weak) - M(signal)]/[a b (r - 1)], r signal over weak, M the gain less that with light of one side only.
SinglePairs boundSinglePairs(const SentIntensities& sent, double keyBasis, const RelayCounts& test, KeyBound bound, double logChance);

/// Secret bits of a pulse for which both drew the key basis, all counts as expected:
/// {s [1 - h(e)] - f n h(E) - 4 log2(19/eps) - log2(2/eps_c)}/pulses, eps_c = 1e-15. Of the 19 parts of eps, 12 are for bounds on
/// counts, two for each of three smoothings and one for privacy amplification, as Lim et al., PRA 89, 022307 (2014), add them up.
/// By how much the kept pairs err more than the tested, Serfling and the union bound say; the exact tail takes the union bound's
/// there. Bounds on counts: count_bounds.h. Asymptotic: three intensities in an endless block. Never below 0.
double finiteMdi(const RelayArms& arms, const SentIntensities& sent, const DecoyBlock& block, KeyBound bound, double correctionInefficiency);

/// The same arms with the dark clicks that what is sent brings about at detectors with this load; and the share of their time in which
/// two of those see.
RelayArms underLoad(RelayArms arms, const SentIntensities& sent, double keyBasis, const DetectorLoad& load);
double seenUnderLoad(const RelayArms& arms, const SentIntensities& sent, double keyBasis, const DetectorLoad& load);

/// The intensities and shares that give most where clicks burden the detectors, climbed to from several starts, both means on
/// their own; means of the arms above 0 are kept, their dark clicks are those without light. The means of an endless block where no key was found.
SentIntensities bestIntensities(const RelayArms& arms, const DecoyBlock& block, KeyBound bound, double correctionInefficiency,
                                const DetectorLoad& load = {});

} // namespace bellweave::engine
