// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// What sets the pace of attempts over a midpoint station.
struct AttemptTiming {
    Duration preparation;          ///< reset, preparation and emission of one attempt; of the slower side
    Duration delayA;               ///< one-way light travel from side A to the station
    Duration delayB;
    int slots = 1;                 ///< memories that attempt in turn; of the side that has fewer, >= 1
    Duration shortestRepetition{}; ///< 1/f_rep of whatever the slots share; 0 = they share nothing
};

/// Time between two attempts of one memory: max(1/f_rep, preparation + 2 max(delayA, delayB)). Photons must meet, so the far
/// side sets the pace, and the herald travels back before the memory may be reset. For a station in the middle of a fiber of
/// length L the travel part is L n_g / c. Source: Sangouard et al., Rev. Mod. Phys. 83, 33 (2011), section on repeater rates.
Duration attemptPeriod(const AttemptTiming& timing);

/// Attempts per second of all slots together, each with its own period, limited by 1/shortestRepetition.
/// Precondition: the period is longer than 0.
Rate attemptRate(const AttemptTiming& timing);

} // namespace bellweave::engine
