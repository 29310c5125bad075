// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/free_space.h"
#include "model/network/telescope.h"

#include <optional>

namespace bellweave::engine {

/// A beam as it leaves a telescope: told by its divergence, or a Gaussian that fills the aperture best.
class LightBeam {
public:
    LightBeam(const Telescope& transmitter, Length wavelength);

    Length waist() const { return m_waist; }
    /// 1/e² radius after a distance, of a disc its radius; `spread`: divergence in turbulent air over that in still air.
    Length radiusAt(Length distance, double spread = 1.0) const;
    /// Share of the light, before the aperture, that a receiver takes of the centered beam with this radius.
    double receivedShare(Length radius, const Receiver& receiver) const;
    /// The mean over jitter, rms per axis. Averaged over it a Gaussian spot is a wider Gaussian, exactly and for every receiver; a small
    /// receiver stays inside a disc with 1 - exp(-R²/(2 sigma² L²)).
    double jitteredShare(Length radius, Angle jitter, Length distance, const Receiver& receiver) const;

private:
    Length m_wavelength;
    Length m_waist;
    double m_clipped = 1.0;    // share that the aperture lets out
    double m_widened = 1.0;    // divergence of the clipped beam over that of the whole one
    bool m_isTopHat = false;
    bool m_isFar = false;      // told by its angle
};

/// A telescope before a single-mode fiber.
struct FiberCoupler {
    Length wavelength;
    Receiver receiver;
    std::optional<Angle> wavefrontError;    ///< that adaptive optics leaves
    Angle jitter;                           ///< rms per axis
};
/// What of the gathered light gets into the mode: turbulence of this Fried parameter or what adaptive optics leave of it, the blocked middle,
/// and the tilt by jitter, 1/(1 + 2 sigma²/theta²) of the mode's angle on the sky, which uncorrected air widens: theta² (1 + (D/r0)²).
double fiberShare(const FiberCoupler& coupler, Length friedParameter);

/// The loss of a share beside that of the share before it; a gain where it is more.
Decibel lossAfter(double share, double before);

} // namespace bellweave::engine
