// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation.h"

namespace bellweave::engine {

/// A quantity of two designs that saw the same luck.
struct PairedQuantity {
    Estimate first;
    Estimate second;
    Estimate difference;                ///< second minus first, its error from how their blocks differ
    double independentError = 0.0;      ///< of the difference, had each had luck of its own
};

/// A demand that both designs have, by its key.
struct PairedDemand {
    QString key;
    QString reason;                     ///< why nothing is compared; empty where something is
    PairedQuantity rate;                ///< Hz
    PairedQuantity fidelity;
};

/// Draws two designs with common random numbers: the same trials, or runs, of the same seed. What they share draws alike, so that
/// small differences show with far fewer draws. Both requests have the same seed and limits; a wanted relative error is not looked at.
/// The same bytes on any number of threads. When stopped, what was drawn until then.
std::vector<PairedDemand> compareDesigns(const SimulationRequest& first, const SimulationRequest& second, std::stop_token stop = {});

} // namespace bellweave::engine
