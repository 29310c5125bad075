// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// What a receiver sees of a bright sky.
struct SkyView {
    double radiance = 150.0;                    ///< W m^-2 sr^-1 µm^-1
    Angle fieldOfView = Angle::fromSi(100e-6);  ///< full angle
    Length diameter = 1_m;
    Length filterWidth = 1_nm;                  ///< full width of the spectral filter
    Duration window = 1_ns;
    Length wavelength = 780_nm;
    double efficiency = 1.0;                    ///< receiver and detector
};

/// Mean number of background photons counted in a window: H Omega A dlambda t/(h nu) times the efficiency.
/// Source: Er-long et al., New J. Phys. 7, 215 (2005).
double backgroundCounts(const SkyView& view);

/// The same into the one mode of a fiber, photons per second before the detector: H lambda² dlambda/(h nu). The étendue of a
/// mode is lambda², whatever the telescope. Source: Boyd, Radiometry and the Detection of Optical Radiation, on étendue of a mode.
Rate singleModeBackground(Radiance radiance, Length filterWidth, Length wavelength);

} // namespace bellweave::engine
