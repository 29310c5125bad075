// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/delivery_law.h"
#include "engine/physics/memory_decay.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// When something comes: instants, or middles of cells, in seconds and ascending, with their probabilities.
struct Arrivals {
    std::vector<double> times;
    std::vector<double> chances;

    Duration mean() const;
};
/// Of a law whose steps are so long, on at most `most` cells.
Arrivals arrivalsOf(const DeliveryLaw& law, Duration step, std::size_t most = 256);
/// When the last of several has come; all on the same times.
Arrivals lastOf(const std::vector<Arrivals>& all);

/// How long one of two waits for the other, when it comes first.
struct WaitLaw {
    double chance = 0.0;              ///< that it does, and that the other follows within the limit
    std::vector<double> times;        ///< s
    std::vector<double> weights;      ///< sum: the chance

    /// Mean of the wait, zero where it comes last; of all that meet, whose chance this is.
    Duration mean(double ofAll) const;
};
/// Both are begun together; O(cells of one times cells of the other).
WaitLaw waitOf(const Arrivals& own, const Arrivals& other, std::optional<Duration> limit = {});

/// Exponential decay that leaves as much coherence on average over these waits. The rates themselves where nothing is Gaussian.
DecayRates matched(DecayRates rates, const WaitLaw& wait);

} // namespace bellweave::engine
