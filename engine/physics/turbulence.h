// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// Strength of turbulence over height: Hufnagel-Valley with high wind v and strength A at the ground. The defaults are HV 5/7.
/// Source: Andrews & Phillips, Laser Beam Propagation through Random Media (2005), section 12.2.
struct TurbulenceProfile {
    double wind = 21.0;               ///< m/s, rms between 5 and 20 km
    double ground = 1.7e-14;          ///< m^(-2/3)

    /// C_n² in m^(-2/3) at a height above ground, at least 0.
    double at(Length height) const;
};

/// What turbulence does to light on a slant way between the ground and a height far above the air (the integrals end at 60 km).
/// Weak fluctuations only: valid while the Rytov variance is below 1. Zenith angles below 80 degrees.
/// Source: Andrews & Phillips (2005), chapter 12.
struct Turbulence {
    double column = 0.0;          ///< integral of C_n² over height, m^(1/3)
    Length friedParameter;        ///< r0 of a plane wave, for downlinks
    Angle isoplanatic;            ///< theta0
    double rytovVariance = 0.0;   ///< sigma_R² of a plane wave
};
Turbulence turbulence(const TurbulenceProfile& profile, Length wavelength, Angle zenith);
/// r0 of the spherical wave of an uplink to this altitude: the ground weighs most.
Length uplinkFriedParameter(const TurbulenceProfile& profile, Length wavelength, Angle zenith, Length altitude);

/// r0 of a spherical wave on a level way through air of one strength: [0.423 k² (3/8) C_n² L]^(-3/5); infinite in still air. The
/// same at both ends. Source: Andrews & Phillips (2005), section 6.4.
Length levelFriedParameter(StructureConstant strength, Length wavelength, Length distance);
/// Rytov variance of a plane wave on a level way: 1.23 C_n² k^(7/6) L^(11/6). Source: Andrews & Phillips (2005), section 8.2.
double levelRytovVariance(StructureConstant strength, Length wavelength, Length distance);

/// Share of a downlink's light that couples into a single-mode fiber behind a telescope, without adaptive optics:
/// 0.81/(1 + (D/r0)²). Within 8 % of the exact integral up to D/r0 = 2, 10 % low beyond.
double fiberCoupling(Length aperture, Length friedParameter);
/// The same behind adaptive optics that leave this rms phase: 0.81 exp(-sigma²), the Maréchal approximation; good below 2 rad.
double correctedCoupling(Angle residualPhase);
/// What a blocked middle, its diameter over the telescope's, leaves of the best coupling of an open one: the ring's best Gaussian
/// mode, max over b of 2 [(e^(-b²a²) - e^(-b²))/(b sqrt(1 - a²))]², over the 0.8145 of a = 0. 1 for nothing blocked.
/// Source: Shaklan & Roddier, Applied Optics 27, 2334 (1988), overlap with an annulus.
double annularCoupling(double obscuration);
/// Long-term spot radius of an uplink over that without air: sqrt((1 + (D_t/r0)^(5/3))^(6/5)), D_t = 2 sqrt(2) w0; beam wander
/// is contained. Source: Andrews & Phillips (2005), section 12.6.
double uplinkSpread(Length waist, Length uplinkFriedParameter);
/// Long-term 1/e² radius of a beam with this waist at any distance: the air widens its divergence by uplinkSpread and leaves the
/// waist as it is, w² = w0² + (lambda L/(pi w0))² [1 + (D_t/r0)^(5/3)]^(6/5).
Length turbulentRadius(Length wavelength, Length waist, Length distance, Length friedParameter);

} // namespace bellweave::engine
