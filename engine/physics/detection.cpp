// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/detection.h"

#include "engine/physics/golden_section.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

double normalShare(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// exp(y²) erfc(y) for y >= 0.
double scaledErfc(double y)
{
    constexpr double kSafe = 20.0;    // beyond, exp and erfc leave the range of a double one after the other
    if (y < kSafe) return std::exp(y * y) * std::erfc(y);
    const double z = 1.0 / (2.0 * y * y);
    return (1.0 - z * (1.0 - 3.0 * z)) / (y * std::sqrt(std::numbers::pi));
}

/// Distribution function of an exponential time of mean 1 plus a normal error of this rms.
double arrivedBy(double x, double rms)
{
    if (rms <= 0.0) return -std::expm1(-std::max(0.0, x));
    const double u = x / rms;
    const double y = (rms - u) / std::numbers::sqrt2;
    const double tail = y >= 0.0 ? 0.5 * std::exp(-0.5 * u * u) * scaledErfc(y) : std::exp(0.5 * rms * rms - x) * normalShare(u - rms);
    return normalShare(u) - tail;
}

} // namespace

double darkProbability(Rate counts, Duration window) { return -std::expm1(-counts.si() * window.si()); }

double clickProbability(double efficiency, double darkProbability)
{
    return efficiency + darkProbability - efficiency * darkProbability;
}

double capturedShare(Duration window, Duration lifetime)
{
    return lifetime.si() > 0.0 ? -std::expm1(-(window / lifetime)) : 1.0;
}

double capturedShare(Duration window, Duration lifetime, Duration jitterRms)
{
    if (jitterRms <= Duration()) return capturedShare(window, lifetime);
    if (lifetime <= Duration()) return 2.0 * normalShare(0.5 * (window / jitterRms)) - 1.0;
    const double width = window / lifetime, rms = jitterRms / lifetime;
    const auto share = [&](double early) { return capturedBetween(-early, width - early, rms); };
    return share(goldenMaximum(-1.0, std::min(width, 3.0 * rms), 0.01 * (1.0 + rms), share));
}

double capturedBetween(double from, double to, double jitterRms) { return arrivedBy(to, jitterRms) - arrivedBy(from, jitterRms); }

Duration rmsOfWidth(Duration fullWidth) { return fullWidth / (2.0 * std::sqrt(2.0 * std::numbers::ln2)); }

Rate afterDeadTime(Rate clicks, Duration deadTime) { return clicks / (1.0 + clicks.si() * deadTime.si()); }

double signalWeight(double efficiency, double darkProbability)
{
    const double silent = 1.0 - darkProbability;
    const double click = 1.0 - (1.0 - efficiency) * silent * silent;
    return click > 0.0 ? efficiency * silent / click : 0.0;
}

} // namespace bellweave::engine
