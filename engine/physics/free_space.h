// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "model/network/beam.h"

namespace bellweave::engine {

/// Where a beam comes in and where its middle is blocked.
struct Receiver {
    Length diameter;
    Length obscuration;   ///< diameter of the blocked middle
};

/// 1/e² half angle lambda/(pi w0) of a Gaussian beam with this waist radius.
Angle gaussianDivergence(Length wavelength, Length waist);
/// The waist radius lambda/(pi theta) that diverges by this 1/e² half angle.
Length gaussianWaist(Length wavelength, Angle halfAngle);
/// 1/e² radius w0 sqrt(1 + (lambda L/(pi w0²))²) after a distance. Source: Siegman, Lasers, chapter 17.
Length gaussianRadius(Length wavelength, Length waist, Length distance);

/// Share of a centered Gaussian beam of this 1/e² radius that a receiver takes: exp(-2 a_o²/w²) - exp(-2 a²/w²).
double receivedShare(Length radius, const Receiver& receiver);
/// The same for a beam told by its divergence, far from its source; an evenly lit disc gives the ratio of areas, at most 1.
double receivedShare(Angle divergence, DivergenceMeaning meaning, Length distance, const Receiver& receiver);

/// Share of an evenly lit disc of this radius that a receiver takes: the ratio of areas, at most 1.
double discShare(Length radius, const Receiver& receiver);

/// Mean share left by pointing jitter, rms per axis: 1/(1 + 4 sigma² L²/w²); exact for a receiver much smaller than the beam.
/// Source: Toyoshima et al., J. Opt. Soc. Am. A 19, 567 (2002).
double pointingShare(Angle jitter, Length distance, Length radius);

/// Air masses at an elevation above the horizon, 0 to 90 degrees. Source: Kasten & Young, Applied Optics 28, 4735 (1989).
double airMasses(double elevationDegrees);
/// Extinction of a horizontal way in 1/km at sea level from the visibility (contrast 2 %): (3.91/V)(lambda/550 nm)^-q.
/// Sources: Kruse, McGlauchlin & McQuistan (1962); Kim, McArthur & Korevaar, Proc. SPIE 4214 (2001) for q below 6 km.
double extinctionPerKilometer(Length visibility, Length wavelength);

} // namespace bellweave::engine
