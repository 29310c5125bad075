// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/verification.h"

#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace bellweave::engine {

double fidelityStandardError(const std::array<double, 3>& correlators, const std::array<double, 3>& samples)
{
    double variance = 0.0;
    for (std::size_t i = 0; i < 3; ++i) variance += (1.0 - correlators[i] * correlators[i]) / samples[i];
    return 0.25 * std::sqrt(variance);
}

std::int64_t samplesForEstimate(double accuracy, double failure, int settings)
{
    return static_cast<std::int64_t>(std::ceil(std::log(2.0 * settings / failure) / (2.0 * accuracy * accuracy)));
}

std::int64_t samplesForVerification(double infidelity, double failure)
{
    return static_cast<std::int64_t>(std::ceil(std::log(failure) / std::log1p(-2.0 * infidelity / 3.0)));
}

double chshPValue(std::int64_t rounds, std::int64_t wins)
{
    if (wins <= 0) return 1.0;
    const boost::math::binomial_distribution<double> local(static_cast<double>(rounds), 0.75);
    return cdf(complement(local, static_cast<double>(wins - 1)));
}

double teleportationFidelity(double pairFidelity) { return (2.0 * pairFidelity + 1.0) / 3.0; }

double remoteGateFidelity(double pairFidelity) { return (4.0 * pairFidelity + 1.0) / 5.0; }

double largestChsh(double fidelity) { return 2.0 * std::hypot(1.0, 2.0 * fidelity - 1.0); }

} // namespace bellweave::engine
