// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/free_space_path.h"

#include "engine/physics/background_light.h"
#include "engine/physics/free_space.h"
#include "engine/physics/turbulence.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

namespace bellweave::engine {
namespace {

constexpr Length kEarthRadius = 6371_km;
constexpr double kRefraction = 7.0 / 6.0;       // effective over true radius for light; Gauss's coefficient 0.13 to 0.14
constexpr double kBestFilling = 1.12;           // aperture radius over waist that puts most light onto a far axis

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

/// A beam as it leaves the transmitter.
struct Beam {
    Length waist;
    double clipped = 1.0;    // share that the aperture lets out
    double widened = 1.0;    // divergence of the clipped beam over that of the whole one
    bool isTopHat = false;
    bool isFar = false;      // told by its angle
};

/// A Gaussian that fills the aperture best: the edge takes 1 - exp(-2 k²) of it and leaves (1 - exp(-k²))² of its light on a far
/// axis, k the filling, so what comes out spreads like a Gaussian wider by the root of their ratio.
Beam clippedBeam(const FreeSpaceLink& link)
{
    const double passed = -std::expm1(-2.0 * kBestFilling * kBestFilling);
    const double onAxis = std::pow(std::expm1(-kBestFilling * kBestFilling), 2);
    return {link.transmitterDiameter / (2.0 * kBestFilling), passed, std::sqrt(passed / onAxis)};
}

Beam beamOf(const FreeSpaceLink& link)
{
    if (!link.divergence) return clippedBeam(link);
    const double half = (link.divergenceMeaning == DivergenceMeaning::GaussianHalfAngle ? 1.0 : 0.5) * link.divergence->si();
    const bool isTopHat = link.divergenceMeaning == DivergenceMeaning::TopHatFullAngle;
    return {gaussianWaist(link.wavelength, Angle::fromSi(half)), 1.0, 1.0, isTopHat, true};
}

/// 1/e² radius at the receiver (radius of the disc for a top hat), with the air's spread.
Length radiusAt(const FreeSpaceLink& link, const Beam& beam, Length distance, Length fried)
{
    const Length spread = beam.widened * gaussianDivergence(link.wavelength, beam.waist).si() * uplinkSpread(beam.waist, fried) * distance;
    // Told by its angle a beam is thought far from its source; close to it, it is as wide as its waist.
    return beam.isFar ? std::max(spread, beam.waist) : Length::fromSi(std::hypot(beam.waist.si(), spread.si()));
}

double receivedOf(const FreeSpaceLink& link, const Beam& beam, Length radius)
{
    const Receiver receiver{link.receiverDiameter, link.receiverObscuration};
    return beam.isTopHat ? discShare(radius, receiver) : beam.clipped * receivedShare(radius, receiver);
}

/// Jitter of the transmitter. Averaged over it a Gaussian spot is a wider Gaussian, exactly and for every receiver; a small receiver
/// stays inside a disc with 1 - exp(-R²/(2 sigma² L²)).
double jitteredOf(const FreeSpaceLink& link, const Beam& beam, Length radius, Length distance)
{
    const double wander = link.pointingJitter.si() * distance.si();
    if (wander <= 0.0) return receivedOf(link, beam, radius);
    if (beam.isTopHat) return receivedOf(link, beam, radius) * -std::expm1(-0.5 * std::pow(radius.si() / wander, 2));
    return receivedOf(link, beam, Length::fromSi(std::hypot(radius.si(), 2.0 * wander)));
}

/// The fiber's mode against what the telescope gathers: turbulence or what adaptive optics leave of it, the blocked middle, and the
/// tilt of a receiver that jitters as the transmitter does.
double couplingOf(const FreeSpaceLink& link, Length fried)
{
    const double open = link.wavefrontError ? correctedCoupling(*link.wavefrontError) : fiberCoupling(link.receiverDiameter, fried);
    const Angle mode = gaussianDivergence(link.wavelength, link.receiverDiameter / (2.0 * kBestFilling));
    const double tilt = link.pointingJitter.si() / mode.si();
    return open * annularCoupling(link.receiverObscuration / link.receiverDiameter) / (1.0 + 2.0 * tilt * tilt);
}

/// A loss, or a gain over the term before it.
Decibel ratio(double share, double before) { return before > 0.0 ? Decibel::fromSi(-10.0 * std::log10(share / before)) : Decibel(); }

std::vector<LossTerm> lossesOf(const FreeSpaceLink& link, Length length)
{
    if (link.measuredLoss) return {{translated("Free space, measured"), *link.measuredLoss, translated("measured, not modeled")}};
    const Beam beam = beamOf(link);
    const Length fried = levelFriedParameter(link.turbulence, link.wavelength, length);
    const Length radius = radiusAt(link, beam, length, fried);
    const double diffraction = receivedOf(link, beam, radiusAt(link, beam, length, Length::fromSi(std::numeric_limits<double>::infinity())));
    const double spread = receivedOf(link, beam, radius);
    const double extinction = extinctionPerKilometer(link.visibility, link.wavelength) * (length / 1_km);
    return {{translated("Diffraction"), fromTransmission(diffraction), translated("share of the beam that the receiver takes, still air")},
            {translated("Turbulent spread"), ratio(spread, diffraction), translated("w² → w₀² + (θL)² [1 + (2√2 w₀/r₀)^(5/3)]^(6/5)")},
            {translated("Pointing"), ratio(jitteredOf(link, beam, radius, length), spread), translated("w² → w² + 4σ²L²")},
            {translated("Extinction"), Decibel::fromSi(10.0 * std::log10(std::exp(1.0)) * extinction), translated("Kruse and Kim from the visibility")},
            {translated("Fiber coupling"), fromTransmission(couplingOf(link, fried)),
             translated("0.81/(1 + (D/r₀)²), or 0.81 exp(−σ²) with adaptive optics; times the mode's share in the open ring and 1/(1 + 2σ²/θ²) of tilt")},
            {translated("Optics"), link.fixedLoss, translated("both telescopes")}};
}

} // namespace

Length horizon(Length height)
{
    return 2.0 * Length::fromSi(std::sqrt(2.0 * kRefraction * kEarthRadius.si() * height.si()));
}

QString beyondHorizonText(Length height)
{
    return translated("The Earth hides the far end beyond %1 at a height of %2.")
        .arg(formatQuantity(horizon(height).si(), Dimension::Length), formatQuantity(height.si(), Dimension::Length));
}

FreeSpacePath freeSpacePath(const FreeSpaceLink& link, Length length)
{
    FreeSpacePath path;
    path.background = singleModeBackground(link.skyRadiance, link.filterWidth, link.wavelength);
    path.losses = lossesOf(link, length);
    if (length > horizon(link.height) && !link.measuredLoss)    // what was measured came through
        path.blocked = beyondHorizonText(link.height);
    return path;
}

} // namespace bellweave::engine
