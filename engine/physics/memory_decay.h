// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"
#include "model/base/units.h"

#include <optional>

namespace bellweave::engine {

/// How fast correlators of a pair shrink while one half waits: <ZZ> as exp(-zz t), <XX> and <YY> as exp(-xx t - gaussian t²).
/// Rates of both halves, and of several memories, add up as long as they wait side by side.
struct DecayRates {
    double zz = 0.0;         ///< 1/s, 1/T1
    double xx = 0.0;         ///< 1/s, 1/T2
    double gaussian = 0.0;   ///< 1/s², 1/T2² of noise that stays as it is; 0 for exponential decay

    friend DecayRates operator+(DecayRates a, DecayRates b) { return {a.zz + b.zz, a.xx + b.xx, a.gaussian + b.gaussian}; }
};

/// Rates of one memory with relaxation time T1 and coherence time T2, both above 0, infinite for no decay. A T2 above 2 T1 is
/// unphysical and counts as 2 T1.
DecayRates decayRates(Duration relaxation, Duration coherence);
/// The same when noise that stays as it is dephases as exp(-(t/T2)²), beside what relaxation does: exp(-t/(2 T1)).
/// Source: the mean of e^(i w t) over normal w; R. de Sousa and S. Das Sarma, PRB 68, 115322 (2003).
DecayRates gaussianDecayRates(Duration relaxation, Duration coherence);

/// What still follows for a half that has waited for `age` >= 0 already: exp(-(a + t)²/T²) = exp(-a²/T²) exp(-2 a t/T² - t²/T²).
DecayRates aged(DecayRates rates, Duration age);

/// Exponential decay that leaves as much coherence on average over a time that is exponentially distributed with this mean
/// >= 0, cut off at `limit` where there is one. The rates themselves where nothing is Gaussian.
DecayRates matched(DecayRates rates, Duration mean, std::optional<Duration> limit = {});

/// Exponent of the coherence of a stored qubit that one attempt beside it costs, when it flips the phase with this probability in
/// [0, 0.5]: (1-2q)^n = e^(-n x); at most 50, where nothing is left.
double dephasingExponent(double flip);

/// Factors on the correlators after `time` >= 0. Pauli-twirled T1/T2: the weights p_x = p_y = (1 - e^(-t/T1))/4,
/// p_z = (1 - e^(-t/T2))/2 - (1 - e^(-t/T1))/4 give exactly e^(-t/T1) on ZZ and e^(-t/T2) on XX and YY.
/// Exact for relaxation to the mixed state; for relaxation to |0> the twirl of the channel, exact for one decaying half.
/// Sources: Nielsen & Chuang, section 8.3; Ghosh, Fowler & Geller, PRA 86, 062318 (2012) for the twirl.
Correlators decayFactors(DecayRates rates, Duration time);

/// The state after `halves` (1 or 2) of the pair waited that long in memories of these rates.
BellDiagonal decayed(const BellDiagonal& state, DecayRates rates, Duration time, int halves);

} // namespace bellweave::engine
