// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/background_light.h"
#include "engine/physics/free_space.h"
#include "engine/physics/turbulence.h"
#include "engine/validation/exact_table.h"

namespace bellweave::engine {
namespace {

double lossAt1200km(DivergenceMeaning meaning)
{
    return fromTransmission(receivedShare(Angle::fromSi(10e-6), meaning, 1200_km, {1_m, {}})).si();
}

Turbulence hv57(Length wavelength) { return turbulence({}, wavelength, {}); }

constexpr auto kIntegral = "Integral over height";

constexpr ExactRow kRows[] = {
    {"divergence-full", "10 µrad full angle over 1,200 km on 1 m", 18.603, 3, [] { return lossAt1200km(DivergenceMeaning::GaussianFullAngle); }, "Gaussian beam", "dB"},
    {"divergence-top-hat", "the same as an evenly lit disc", 21.584, 3, [] { return lossAt1200km(DivergenceMeaning::TopHatFullAngle); }, "Ratio of areas", "dB"},
    {"pointing", "1 µrad of jitter over 1,000 km, beam of 5 m", 0.862069, 6, [] { return pointingShare(Angle::fromSi(1e-6), 1000_km, 5_m); }, "Mean over the jitter"},
    {"air-mass-20", "air masses at 20°", 2.9031, 4, [] { return airMasses(20.0); }, "Kasten & Young (1989)"},
    {"air-mass-5", "air masses at 5°", 10.306, 3, [] { return airMasses(5.0); }, "Kasten & Young (1989)"},
    {"extinction-23km", "extinction at 850 nm and 23 km of visibility", 0.096533, 6, [] { return extinctionPerKilometer(23_km, 850_nm); }, "Kruse and Kim", "1/km"},
    {"extinction-5km", "extinction at 850 nm and 5 km of visibility", 0.476083, 6, [] { return extinctionPerKilometer(5_km, 850_nm); }, "Kruse and Kim", "1/km"},
    {"hv57-column", "turbulence of HV 5/7, whole column", 2.2354, 4, [] { return hv57(810_nm).column * 1e12; }, kIntegral, "10⁻¹² m^(1/3)"},
    {"hv57-fried", "Fried parameter of HV 5/7 at 810 nm", 8.850, 3, [] { return hv57(810_nm).friedParameter.si() * 100; }, kIntegral, "cm"},
    {"hv57-isoplanatic", "isoplanatic angle of HV 5/7 at 500 nm", 6.894, 3, [] { return hv57(500_nm).isoplanatic.si() * 1e6; }, kIntegral, "µrad"},
    {"hv57-rytov", "Rytov variance of HV 5/7 at 1550 nm", 0.0628, 4, [] { return hv57(1550_nm).rytovVariance; }, kIntegral},
    {"uplink-fried", "Fried parameter of an uplink to 500 km at 810 nm", 8.868, 3, [] { return uplinkFriedParameter({}, 810_nm, {}, 500_km).si() * 100; }, kIntegral, "cm"},
    {"bright-sky", "photons of a clear day in 1 ns, 1 nm, 100 µrad, 1 m", 3.6332, 4, [] { return backgroundCounts({}); }, "Radiance times étendue"},
};

} // namespace

std::span<const ExactRow> exactLight() { return kRows; }

} // namespace bellweave::engine
