// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/timing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {

double insideWindow(Duration window, Duration rms, Duration offset)
{
    const Duration early = 0.5 * window - offset;
    const Duration late = 0.5 * window + offset;
    if (rms <= Duration()) return early >= Duration() && late >= Duration() ? 1.0 : 0.0;
    return 0.5 * (std::erf(early / rms / std::numbers::sqrt2) + std::erf(late / rms / std::numbers::sqrt2));
}

double arrivalVisibility(Duration apart, Duration lifetime) { return std::exp(-std::abs(apart / lifetime)); }

double driftVisibility(double drift, Duration lifetime, Duration from, Duration until)
{
    const double first = drift * (from / lifetime), apart = drift * ((until - from) / lifetime);
    return apart > 0.0 ? std::exp(-first) * -std::expm1(-apart) / apart : std::exp(-first);
}

double jitterVisibility(Duration rms, Duration lifetime)
{
    const double s = rms / lifetime;
    // Beyond this the product is infinity times zero; its asymptote is exact to a part in a thousand million.
    if (s > 25.0) return std::sqrt(2.0 / std::numbers::pi) / s * (1.0 - 1.0 / (s * s));
    return std::exp(0.5 * s * s) * std::erfc(s / std::numbers::sqrt2);
}

double gaussianJitterVisibility(Duration rms, Duration photonRms)
{
    const double s = rms / photonRms;
    return 1.0 / std::sqrt(1.0 + 0.5 * s * s);
}

double detuningVisibility(double angularDetuning, Duration lifetime)
{
    const double phase = angularDetuning * lifetime.si();
    return 1.0 / (1.0 + phase * phase);
}

double dephasingVisibility(Duration lifetime, Duration coherence)
{
    // gamma/(gamma + 2 gamma*) = T2/(2 T1).
    return std::min(1.0, 0.5 * (coherence / lifetime));
}

double laserPhaseVariance(Rate linewidth, Duration difference)
{
    return 2.0 * std::numbers::pi * linewidth.si() * difference.si();
}

} // namespace bellweave::engine
