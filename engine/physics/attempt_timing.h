// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// What sets the pace of attempts over a midpoint station.
struct AttemptTiming {
    Duration preparation;    ///< reset, preparation and emission of one attempt; of the slower side
    Duration delayA;         ///< one-way light travel from side A to the station
    Duration delayB;
};

/// Time between two attempts of one memory: preparation + 2 max(delayA, delayB). Photons must meet, so the far side sets the
/// pace, and the herald travels back before the memory may be reset. For a station in the middle of a fiber of length L the
/// travel part is L n_g / c. Source: Sangouard et al., Rev. Mod. Phys. 83, 33 (2011), section on repeater rates.
Duration attemptPeriod(const AttemptTiming& timing);

/// Time in which every one of `slots` >= 1 memories attempts once: its own period, or longer when what they share (detectors,
/// a laser) repeats no faster than 1/shortestRepetition.
Duration cycleTime(Duration period, int slots, Duration shortestRepetition);

/// Modes of this duration that fit into the storage time of a memory one after the other, all of which can wait for their herald.
/// Source: Simon et al., PRL 98, 190503 (2007).
int temporalModes(Duration storage, Duration mode);

} // namespace bellweave::engine
