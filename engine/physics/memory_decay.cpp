// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/memory_decay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

/// e^(x²) erfc(x) for x >= 0, also where its factors leave the range of doubles.
double scaledErfc(double x)
{
    constexpr double kAsymptotic = 20.0;    // the next term is below 1e-12 from here on
    if (x < kAsymptotic) return std::exp(x * x) * std::erfc(x);
    const double y = 0.5 / (x * x);
    return (1.0 - y * (1.0 - 3.0 * y * (1.0 - 5.0 * y * (1.0 - 7.0 * y)))) / (x * std::sqrt(std::numbers::pi));
}

/// Integral of e^(-linear x - quadratic x²) from 0 to `limit`, quadratic above 0.
double gaussianIntegral(double linear, double quadratic, double limit)
{
    const double root = std::sqrt(quadratic);
    const double from = 0.5 * linear / root;
    const double rest = std::isfinite(limit) ? std::exp(-limit * (linear + quadratic * limit)) * scaledErfc(from + root * limit) : 0.0;
    return 0.5 * std::sqrt(std::numbers::pi) / root * (scaledErfc(from) - rest);
}

/// The same of e^(-rate x).
double exponentialIntegral(double rate, double limit)
{
    if (rate * limit < 1e-9) return limit;
    return -std::expm1(-rate * limit) / rate;
}

} // namespace

DecayRates decayRates(Duration relaxation, Duration coherence)
{
    Q_ASSERT_X(relaxation.si() > 0.0 && coherence.si() > 0.0, "decayRates", "memory times are longer than zero");
    const double relaxationRate = 1.0 / relaxation.si();
    return {relaxationRate, std::max(1.0 / coherence.si(), 0.5 * relaxationRate)};
}

DecayRates gaussianDecayRates(Duration relaxation, Duration coherence)
{
    Q_ASSERT_X(relaxation.si() > 0.0 && coherence.si() > 0.0, "gaussianDecayRates", "memory times are longer than zero");
    const double relaxationRate = 1.0 / relaxation.si(), dephasing = 1.0 / coherence.si();
    return {relaxationRate, 0.5 * relaxationRate, dephasing * dephasing};
}

DecayRates aged(DecayRates rates, Duration age)
{
    rates.xx += 2.0 * rates.gaussian * age.si();
    return rates;
}

DecayRates matched(DecayRates rates, Duration mean, std::optional<Duration> limit)
{
    if (rates.gaussian == 0.0) return rates;
    const double cut = limit ? limit->si() : std::numeric_limits<double>::infinity();
    const double ends = mean.si() > 0.0 ? 1.0 / mean.si() : std::numeric_limits<double>::infinity();
    if (!std::isfinite(ends) || cut <= 0.0) return {rates.zz, rates.xx};
    const double left = gaussianIntegral(ends + rates.xx, rates.gaussian, cut);
    // The integral falls with the rate; without a limit it is 1/(rate + ends).
    double rate = std::max(0.0, 1.0 / left - ends);
    if (!std::isfinite(cut)) return {rates.zz, rate};
    double low = rates.xx, high = rates.xx + rates.gaussian * cut;    // never faster than at the limit
    for (int i = 0; i < 60 && high - low > 1e-12 * high; ++i) {
        rate = 0.5 * (low + high);
        (exponentialIntegral(ends + rate, cut) > left ? low : high) = rate;
    }
    return {rates.zz, 0.5 * (low + high)};
}

double dephasingExponent(double flip)
{
    constexpr double kMost = 50.0;
    return std::min(kMost, -std::log1p(-2.0 * flip));
}

Correlators decayFactors(DecayRates rates, Duration time)
{
    const double xx = std::exp(-time.si() * (rates.xx + rates.gaussian * time.si()));
    return {{1.0, std::exp(-rates.zz * time.si()), xx, xx}};
}

BellDiagonal decayed(const BellDiagonal& state, DecayRates rates, Duration time, int halves)
{
    return fromCorrelators(toCorrelators(state) * decayFactors(halves == 2 ? rates + rates : rates, time));
}

} // namespace bellweave::engine
