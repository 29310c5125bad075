// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/microwave.h"

#include "engine/physics/constants.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bellweave::engine {

double thermalPhotons(Rate frequency, double temperature)
{
    return temperature > 0.0 ? 1.0 / std::expm1(kPlanck * frequency.si() / (kBoltzmann * temperature)) : 0.0;
}

double thermalFlip(double photons) { return photons / (1.0 + 2.0 * photons); }

double lineNoise(std::span<const LineSection> sections, Rate frequency)
{
    double photons = 0.0;
    for (const LineSection& section : sections)
        photons = section.transmissivity * photons + (1.0 - section.transmissivity) * thermalPhotons(frequency, section.temperature);
    return photons;
}

double halfPhotonFidelity(double transmissivity)
{
    const double amplitude = 1.0 + std::sqrt(transmissivity);
    return 0.25 * amplitude * amplitude;
}

double transferFidelity(double transmissivity) { return (2.0 * halfPhotonFidelity(transmissivity) + 1.0) / 3.0; }

bool breaksEntanglement(double transmissivity, double environmentPhotons)
{
    return (1.0 - transmissivity) * environmentPhotons >= transmissivity;
}

double thermalLossBound(double transmissivity, double environmentPhotons)
{
    if (breaksEntanglement(transmissivity, environmentPhotons)) return 0.0;
    if (transmissivity >= 1.0) return std::numeric_limits<double>::infinity();
    const double n = environmentPhotons;
    const double entropy = n > 0.0 ? (n + 1.0) * std::log2(n + 1.0) - n * std::log2(n) : 0.0;
    return std::max(0.0, -std::log1p(-transmissivity) / std::log(2.0) - n * std::log2(transmissivity) - entropy);
}

} // namespace bellweave::engine
