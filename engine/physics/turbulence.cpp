// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/turbulence.h"

#include "engine/physics/free_space.h"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kTop = 60e3;    // m; ending at 30 km leaves the isoplanatic angle 6e-5 too large

double waveNumber(Length wavelength) { return 2.0 * std::numbers::pi / wavelength.si(); }

/// Integral over height in m, in stretches that follow the profile's three scales.
template<typename Function>
double overHeight(Function function)
{
    constexpr double kEdges[] = {0.0, 100.0, 500.0, 2e3, 5e3, 10e3, 15e3, 20e3, 30e3, kTop};
    double sum = 0.0;
    for (std::size_t i = 1; i < std::size(kEdges); ++i)
        sum += boost::math::quadrature::gauss<double, 20>::integrate(function, kEdges[i - 1], kEdges[i]);
    return sum;
}

double secant(Angle zenith) { return 1.0 / std::cos(zenith.si()); }

Length friedFrom(double integral, Length wavelength, Angle zenith)
{
    const double k = waveNumber(wavelength);
    return Length::fromSi(std::pow(0.423 * k * k * secant(zenith) * integral, -0.6));
}

} // namespace

double TurbulenceProfile::at(Length height) const
{
    const double h = height.si();
    return 0.00594 * (wind / 27.0) * (wind / 27.0) * std::pow(1e-5 * h, 10.0) * std::exp(-h / 1000.0)
           + 2.7e-16 * std::exp(-h / 1500.0) + ground * std::exp(-h / 100.0);
}

Turbulence turbulence(const TurbulenceProfile& profile, Length wavelength, Angle zenith)
{
    const auto moment = [&](double power) {
        return overHeight([&](double h) { return profile.at(Length::fromSi(h)) * std::pow(h, power); });
    };
    const double k = waveNumber(wavelength);
    const double sec = secant(zenith);
    Turbulence result;
    result.column = moment(0.0);
    result.friedParameter = friedFrom(result.column, wavelength, zenith);
    result.isoplanatic = Angle::fromSi(std::pow(2.914 * k * k * std::pow(sec, 8.0 / 3.0) * moment(5.0 / 3.0), -0.6));
    result.rytovVariance = 2.25 * std::pow(k, 7.0 / 6.0) * std::pow(sec, 11.0 / 6.0) * moment(5.0 / 6.0);
    return result;
}

Length uplinkFriedParameter(const TurbulenceProfile& profile, Length wavelength, Angle zenith, Length altitude)
{
    const double integral = overHeight([&](double h) {
        return profile.at(Length::fromSi(h)) * std::pow(std::max(0.0, 1.0 - h / altitude.si()), 5.0 / 3.0);
    });
    return friedFrom(integral, wavelength, zenith);
}

Length levelFriedParameter(StructureConstant strength, Length wavelength, Length distance)
{
    return friedFrom(3.0 / 8.0 * strength.si() * distance.si(), wavelength, Angle());
}

double levelRytovVariance(StructureConstant strength, Length wavelength, Length distance)
{
    return 1.23 * strength.si() * std::pow(waveNumber(wavelength), 7.0 / 6.0) * std::pow(distance.si(), 11.0 / 6.0);
}

double fiberCoupling(Length aperture, Length friedParameter)
{
    const double ratio = aperture / friedParameter;
    return 0.81 / (1.0 + ratio * ratio);
}

double correctedCoupling(Angle residualPhase) { return 0.81 * std::exp(-residualPhase.si() * residualPhase.si()); }

double annularCoupling(double obscuration)
{
    const double blocked = std::clamp(obscuration, 0.0, 0.999);
    const auto overlap = [](double a, double b) {
        const double field = (std::exp(-b * b * a * a) - std::exp(-b * b)) / (b * std::sqrt(1.0 - a * a));
        return 2.0 * field * field;
    };
    const auto best = [&](double a) {
        const auto negative = [&](double b) { return -overlap(a, b); };
        return -boost::math::tools::brent_find_minima(negative, 0.3, 3.0, 30).second;
    };
    return blocked == 0.0 ? 1.0 : best(blocked) / best(0.0);
}

double uplinkSpread(Length waist, Length uplinkFriedParameter)
{
    const double ratio = 2.0 * std::numbers::sqrt2 * (waist / uplinkFriedParameter);
    return std::pow(1.0 + std::pow(ratio, 5.0 / 3.0), 0.6);
}

Length turbulentRadius(Length wavelength, Length waist, Length distance, Length friedParameter)
{
    const double widened = gaussianDivergence(wavelength, waist).si() * uplinkSpread(waist, friedParameter);
    return Length::fromSi(std::hypot(waist.si(), widened * distance.si()));
}

} // namespace bellweave::engine
