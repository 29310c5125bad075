// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// A down-conversion source between two receivers, one mode pair of two polarizations per pulse.
struct PulsedPairSource {
    double meanPairs = 0.1;        ///< mu = 2 sinh² r, per pulse
    double transmissivityA = 0.1;  ///< from source to a click
    double transmissivityB = 0.1;
    double darkA = 0.0;            ///< per detector and pulse
    double darkB = 0.0;
    double misalignment = 0.0;     ///< e_d, of a coincidence of one pair
};
/// What two receivers of threshold detectors see; of two clicks at one receiver one is taken at random.
struct PairStatistics {
    double coincidence = 0.0;   ///< Q, per pulse
    double error = 0.0;         ///< E, wrong bits among them, the same in every basis
    double fidelity = 0.0;      ///< 1 - 3E/2, for a source invariant under SU(2)
};
/// Closed form over all numbers of pairs; the sum cut at few pairs is wrong for bright sources.
/// Source: Ma, Fung & Lo, PRA 76, 012307 (2007); terms of dark counts from the exact sum.
PairStatistics pulsedPairs(const PulsedPairSource& source);
/// Chance of n pairs in a pulse: (n+1) x^n (1-x)², x = mu/(mu+2).
double pairNumberProbability(int pairs, double meanPairs);

/// A source that emits pairs at any time, and detectors that register when.
struct ContinuousPairSource {
    Rate pairs = Rate::fromSi(1e8);
    double transmissivityA = 1e-3;    ///< detectors included
    double transmissivityB = 1e-3;
    Rate backgroundA = 100_Hz;        ///< dark counts and stray light
    Rate backgroundB = 100_Hz;
    Duration peakWidth = Duration::fromSi(80e-12);   ///< FWHM of the coincidence peak: jitters, dispersion, clocks
    double misalignment = 0.01;       ///< e_pol
};
/// Coincidences inside a window.
struct Coincidences {
    double captured = 0.0;    ///< share of the true ones inside
    Rate trueRate;
    Rate accidentalRate;      ///< singles product times window, true pairs' singles included
    double error = 0.0;       ///< QBER
    Rate all() const { return trueRate + accidentalRate; }
};
/// Source: Neumann et al., PRA 104, 022406 (2021).
Coincidences coincidences(const ContinuousPairSource& source, Duration window);
/// The window that gives most BBM92 key, by golden section between a hundredth and ten times the peak's width.
Duration bestWindow(const ContinuousPairSource& source, double correctionInefficiency);
/// Bits a second: q (all coincidences) [1 - (1 + f) h(QBER)].
double continuousKeyRate(const ContinuousPairSource& source, Duration window, double correctionInefficiency, double sifting = 0.5);

} // namespace bellweave::engine
