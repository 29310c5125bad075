// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/free_space.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

double squared(double x) { return x * x; }

double areaRatio(const Receiver& receiver, Length spot)
{
    const double open = squared(receiver.diameter / spot) - squared(receiver.obscuration / spot);
    return std::clamp(open, 0.0, 1.0);
}

/// The exponent of Kim for a visibility in km.
double sizeExponent(double visibility)
{
    if (visibility > 50.0) return 1.6;
    if (visibility > 6.0) return 1.3;
    if (visibility > 1.0) return 0.16 * visibility + 0.34;
    return visibility > 0.5 ? visibility - 0.5 : 0.0;
}

} // namespace

Length gaussianWaist(Length wavelength, Angle halfAngle) { return wavelength / (std::numbers::pi * halfAngle.si()); }

double discShare(Length radius, const Receiver& receiver) { return areaRatio(receiver, 2.0 * radius); }

Angle gaussianDivergence(Length wavelength, Length waist) { return Angle::fromSi(wavelength / waist / std::numbers::pi); }

Length gaussianRadius(Length wavelength, Length waist, Length distance)
{
    return waist * std::hypot(1.0, gaussianDivergence(wavelength, waist).si() * (distance / waist));
}

double receivedShare(Length radius, const Receiver& receiver)
{
    const auto outside = [&](Length diameter) { return std::exp(-0.5 * squared(diameter / radius)); };   // -2 (d/2)²/w²
    return std::max(0.0, outside(receiver.obscuration) - outside(receiver.diameter));
}

double receivedShare(Angle divergence, DivergenceMeaning meaning, Length distance, const Receiver& receiver)
{
    const Length spread = divergence.si() * distance;
    switch (meaning) {
    case DivergenceMeaning::GaussianHalfAngle: return receivedShare(spread, receiver);
    case DivergenceMeaning::GaussianFullAngle: return receivedShare(0.5 * spread, receiver);
    case DivergenceMeaning::TopHatFullAngle: return discShare(0.5 * spread, receiver);
    }
    return 0.0;
}

double pointingShare(Angle jitter, Length distance, Length radius)
{
    return 1.0 / (1.0 + 4.0 * squared(jitter.si() * (distance / radius)));
}

double airMasses(double elevationDegrees)
{
    const double elevation = std::clamp(elevationDegrees, 0.0, 90.0);
    return 1.0 / (std::sin(elevation * std::numbers::pi / 180.0) + 0.50572 * std::pow(elevation + 6.07995, -1.6364));
}

double extinctionPerKilometer(Length visibility, Length wavelength)
{
    const double kilometers = visibility / 1_km;
    return 3.91 / kilometers * std::pow(wavelength / 550_nm, -sizeExponent(kilometers));
}

} // namespace bellweave::engine
