// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"

#include <algorithm>

namespace bellweave::engine {

Duration attemptPeriod(const AttemptTiming& timing)
{
    return std::max(timing.shortestRepetition, timing.preparation + 2.0 * std::max(timing.delayA, timing.delayB));
}

Rate attemptRate(const AttemptTiming& timing)
{
    const Duration period = attemptPeriod(timing);
    Q_ASSERT_X(period.si() > 0.0 && timing.slots > 0, "attemptRate", "an attempt takes time and a memory");
    return perSecond(1.0, std::max(period / timing.slots, timing.shortestRepetition));
}

} // namespace bellweave::engine
