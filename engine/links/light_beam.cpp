// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/light_beam.h"

#include "engine/physics/turbulence.h"

#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kBestFilling = 1.12;           // aperture radius over waist that puts most light onto a far axis

} // namespace

LightBeam::LightBeam(const Telescope& transmitter, Length wavelength) : m_wavelength(wavelength)
{
    if (transmitter.divergence) {
        const double half = (transmitter.divergenceMeaning == DivergenceMeaning::GaussianHalfAngle ? 1.0 : 0.5) * transmitter.divergence->si();
        m_waist = gaussianWaist(wavelength, Angle::fromSi(half));
        m_isTopHat = transmitter.divergenceMeaning == DivergenceMeaning::TopHatFullAngle;
        m_isFar = true;
        return;
    }
    // The edge takes 1 - exp(-2 k²) of it and leaves (1 - exp(-k²))² of its light on a far axis, k the filling, so what comes out
    // spreads like a Gaussian wider by the root of their ratio.
    m_waist = transmitter.diameter / (2.0 * kBestFilling);
    m_clipped = -std::expm1(-2.0 * kBestFilling * kBestFilling);
    m_widened = std::sqrt(m_clipped / std::pow(std::expm1(-kBestFilling * kBestFilling), 2));
}

Length LightBeam::radiusAt(Length distance, double spread) const
{
    const Length wide = m_widened * gaussianDivergence(m_wavelength, m_waist).si() * spread * distance;
    // Told by its angle a beam is thought far from its source; close to it, it is as wide as its waist.
    return m_isFar ? std::max(wide, m_waist) : Length::fromSi(std::hypot(m_waist.si(), wide.si()));
}

double LightBeam::receivedShare(Length radius, const Receiver& receiver) const
{
    return m_isTopHat ? discShare(radius, receiver) : m_clipped * engine::receivedShare(radius, receiver);
}

double LightBeam::jitteredShare(Length radius, Angle jitter, Length distance, const Receiver& receiver) const
{
    const double wander = jitter.si() * distance.si();
    if (wander <= 0.0) return receivedShare(radius, receiver);
    if (m_isTopHat) return receivedShare(radius, receiver) * -std::expm1(-0.5 * std::pow(radius.si() / wander, 2));
    return receivedShare(Length::fromSi(std::hypot(radius.si(), 2.0 * wander)), receiver);
}

double fiberShare(const FiberCoupler& coupler, Length friedParameter)
{
    const double open = coupler.wavefrontError ? correctedCoupling(*coupler.wavefrontError) : fiberCoupling(coupler.receiver.diameter, friedParameter);
    const Angle mode = gaussianDivergence(coupler.wavelength, coupler.receiver.diameter / (2.0 * kBestFilling));
    const double tilt = coupler.jitter.si() / mode.si();
    // Air spreads the focus by 1 + (D/r0)^2, and of a wider one the same tilt misses less; what is corrected stays narrow.
    const double narrow = coupler.wavefrontError ? 1.0 : open / correctedCoupling(Angle());
    return open * annularCoupling(coupler.receiver.obscuration / coupler.receiver.diameter) / (1.0 + 2.0 * tilt * tilt * narrow);
}

Decibel lossAfter(double share, double before) { return before > 0.0 ? Decibel::fromSi(-10.0 * std::log10(share / before)) : Decibel(); }

} // namespace bellweave::engine
