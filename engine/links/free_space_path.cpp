// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/free_space_path.h"

#include "engine/physics/background_light.h"
#include "engine/physics/free_space.h"
#include "engine/physics/turbulence.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr Length kEarthRadius = 6371_km;
constexpr double kRefraction = 4.0 / 3.0;       // effective over true radius; ITU-R P.530, mean
constexpr double kBestFilling = 1.12;           // aperture radius over waist that puts most light into the far field; physics of a clipped Gaussian

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

/// A beam as it leaves the transmitter.
struct Beam {
    Length waist;
    double clipped = 1.0;    // share that the aperture lets out
    bool isTopHat = false;
    bool isFar = false;      // told by its angle: the size at the telescope plays no role
};

Beam beamOf(const FreeSpaceLink& link)
{
    if (!link.divergence) return {link.transmitterDiameter / (2.0 * kBestFilling), 1.0 - std::exp(-2.0 * kBestFilling * kBestFilling)};
    const double half = (link.divergenceMeaning == DivergenceMeaning::GaussianHalfAngle ? 1.0 : 0.5) * link.divergence->si();
    return {gaussianWaist(link.wavelength, Angle::fromSi(half)), 1.0, link.divergenceMeaning == DivergenceMeaning::TopHatFullAngle, true};
}

/// 1/e² radius at the receiver (radius of the disc for a top hat), with the air's spread.
Length radiusAt(const FreeSpaceLink& link, const Beam& beam, Length distance, Length fried)
{
    if (!beam.isFar) return turbulentRadius(link.wavelength, beam.waist, distance, fried);
    const Length spread = gaussianDivergence(link.wavelength, beam.waist).si() * distance;
    return uplinkSpread(beam.waist, fried) * spread;
}

double receivedOf(const FreeSpaceLink& link, const Beam& beam, Length radius)
{
    const Receiver receiver{link.receiverDiameter, link.receiverObscuration};
    return beam.isTopHat ? discShare(radius, receiver) : beam.clipped * receivedShare(radius, receiver);
}

double couplingOf(const FreeSpaceLink& link, Length fried)
{
    return link.wavefrontError ? correctedCoupling(*link.wavefrontError) : fiberCoupling(link.receiverDiameter, fried);
}

std::vector<LossTerm> lossesOf(const FreeSpaceLink& link, Length length)
{
    if (link.measuredLoss) return {{translated("Free space, measured"), *link.measuredLoss, translated("measured, not modeled")}};
    const Beam beam = beamOf(link);
    const Length fried = levelFriedParameter(link.turbulence, link.wavelength, length);
    const Length still = radiusAt(link, beam, length, Length::fromSi(std::numeric_limits<double>::infinity()));
    const Length radius = radiusAt(link, beam, length, fried);
    const double diffraction = receivedOf(link, beam, still);
    const double spread = receivedOf(link, beam, radius);
    return {{translated("Diffraction"), fromTransmission(diffraction), translated("share of the beam that the receiver takes, still air")},
            {translated("Turbulent spread"), fromTransmission(std::min(1.0, spread / diffraction)), translated("w² → w₀² + (λL/πw₀)² [1 + (2√2 w₀/r₀)^(5/3)]^(6/5)")},
            {translated("Pointing"), fromTransmission(pointingShare(link.pointingJitter, length, radius)), translated("1/(1 + 4σ²L²/w²)")},
            {translated("Extinction"), Decibel::fromSi(10.0 * std::log10(std::exp(1.0)) * extinctionPerKilometer(link.visibility, link.wavelength) * (length / 1_km)),
             translated("Kruse and Kim from the visibility")},
            {translated("Fiber coupling"), fromTransmission(couplingOf(link, fried)), translated("0.81/(1 + (D/r₀)²), or 0.81 exp(−σ²) with adaptive optics")},
            {translated("Optics"), link.fixedLoss, translated("both telescopes")}};
}

} // namespace

Length horizon(Length height)
{
    return 2.0 * Length::fromSi(std::sqrt(2.0 * kRefraction * kEarthRadius.si() * height.si()));
}

FreeSpacePath freeSpacePath(const FreeSpaceLink& link, Length length)
{
    FreeSpacePath path;
    path.rytovVariance = levelRytovVariance(link.turbulence, link.wavelength, length);
    path.background = singleModeBackground(link.skyRadiance, link.filterWidth, link.wavelength);
    path.losses = lossesOf(link, length);
    if (length > horizon(link.height))
        path.blocked = translated("The Earth hides the far end beyond %1 at a height of %2.")
                           .arg(formatQuantity(horizon(link.height).si(), Dimension::Length), formatQuantity(link.height.si(), Dimension::Length));
    return path;
}

} // namespace bellweave::engine
