// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

Duration attemptPeriod(const AttemptTiming& timing)
{
    return timing.preparation + 2.0 * std::max(timing.delayA, timing.delayB);
}

Duration cycleTime(Duration period, int slots, Duration shortestRepetition)
{
    return std::max(period, shortestRepetition * slots);
}

int temporalModes(Duration storage, Duration mode) { return static_cast<int>(std::floor(storage / mode * (1.0 + 1e-12))); }

} // namespace bellweave::engine
