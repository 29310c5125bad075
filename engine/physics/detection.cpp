// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/detection.h"

#include <cmath>

namespace bellweave::engine {

double darkProbability(Rate counts, Duration window) { return -std::expm1(-counts.si() * window.si()); }

double clickProbability(double efficiency, double darkProbability)
{
    return efficiency + darkProbability - efficiency * darkProbability;
}

double capturedShare(Duration window, Duration lifetime)
{
    return lifetime.si() > 0.0 ? -std::expm1(-(window / lifetime)) : 1.0;
}

Rate afterDeadTime(Rate clicks, Duration deadTime) { return clicks / (1.0 + clicks.si() * deadTime.si()); }

double signalWeight(double efficiency, double darkProbability)
{
    const double silent = 1.0 - darkProbability;
    const double click = 1.0 - (1.0 - efficiency) * silent * silent;
    return click > 0.0 ? efficiency * silent / click : 0.0;
}

} // namespace bellweave::engine
