// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "model/network/beam.h"

#include <QString>
#include <optional>

namespace bellweave {

/// What light that a telescope has gathered goes into: the one mode of a fiber, as memories and interference need it, or a detector that
/// takes all of a field of view.
enum class Coupling { SingleMode, FieldOfView };

/// A telescope that sends light to another one in the sky or on the ground, and takes light from it.
struct Telescope {
    QString preset = QStringLiteral("ground-1m");
    Length diameter = 1_m;
    Length obscuration;                     ///< diameter of the blocked middle
    Angle pointingJitter = Angle::fromSi(1e-6);     ///< rms per axis
    std::optional<Angle> divergence;        ///< of what it sends; absent: diffraction of a Gaussian that fills it best
    DivergenceMeaning divergenceMeaning = DivergenceMeaning::GaussianHalfAngle;
    Coupling coupling = Coupling::SingleMode;       ///< of what it receives
    std::optional<Angle> wavefrontError;    ///< rms phase that adaptive optics leaves before a fiber; absent: there are none
    Angle fieldOfView = Angle::fromSi(1e-4);        ///< full angle that a detector without fiber sees
    Length filterWidth = 1_nm;              ///< full width of the spectral filter
    Decibel opticsLoss = Decibel::fromSi(3.0);      ///< of its mirrors, lenses and filters
    bool operator==(const Telescope&) const = default;
};

/// The sky above a telescope on the ground.
struct GroundStation {
    Length height;                          ///< above the ellipsoid
    double leastElevation = 20.0;           ///< degrees: below, trees, houses and air bar the view
    QString horizon;                        ///< what stands higher than that: "0: 10; 90: 25", degrees of azimuth and elevation; empty: nothing
    double wind = 21.0;                     ///< m/s, rms of high wind in the Hufnagel-Valley profile
    StructureConstant turbulence = StructureConstant::fromSi(1.7e-14);  ///< strength at the ground in the same
    Radiance nightRadiance = Radiance::fromSi(1.5e-5);      ///< of the sky without Sun and Moon
    Radiance dayRadiance = Radiance::fromSi(150.0);         ///< of the clear sky by day
    bool worksByDay = false;                ///< links are open while the Sun is up
    double darkBelow = -12.0;               ///< degrees: elevation of the Sun below which it is night for it
    QString clearSky;                       ///< chance of a sky without clouds: one number, or twelve for the months; empty: not counted
    bool operator==(const GroundStation&) const = default;
};

} // namespace bellweave
