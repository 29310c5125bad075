// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/error_correction.h"

#include <boost/math/distributions/binomial.hpp>
#include <cmath>

namespace bellweave::engine {

double codeFailure(int qubits, int correctable, double error)
{
    using boost::math::binomial_distribution;
    if (correctable >= qubits) return 0.0;
    return cdf(complement(binomial_distribution<double>(qubits, error), correctable));
}

double oddFlips(double flip, double swaps) { return 0.5 * (1.0 - std::pow(1.0 - 2.0 * flip, swaps)); }

double parityCodeArrival(int blocks, int photons, double transmissivity)
{
    const double someArrive = 1.0 - std::pow(1.0 - transmissivity, photons);
    const double allArrive = std::pow(transmissivity, photons);
    return std::pow(someArrive, blocks) - std::pow(someArrive - allArrive, blocks);
}

double surfaceCodeError(double physicalError, int distance)
{
    constexpr double kPrefactor = 0.1;
    constexpr double kThreshold = 0.01;
    return kPrefactor * std::pow(physicalError / kThreshold, 0.5 * (distance + 1));
}

} // namespace bellweave::engine
