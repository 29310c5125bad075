// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/free_space_path.h"

#include "engine/links/light_beam.h"
#include "engine/physics/background_light.h"
#include "engine/physics/free_space.h"
#include "engine/physics/turbulence.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr Length kEarthRadius = 6371_km;
constexpr double kRefraction = 7.0 / 6.0;       // effective over true radius for light; Gauss's coefficient 0.13 to 0.14

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

Telescope transmitterOf(const FreeSpaceLink& link)
{
    Telescope telescope;
    telescope.diameter = link.transmitterDiameter;
    telescope.divergence = link.divergence;
    telescope.divergenceMeaning = link.divergenceMeaning;
    return telescope;
}

/// The receiver jitters as the transmitter does.
double couplingOf(const FreeSpaceLink& link, Length fried)
{
    return fiberShare({link.wavelength, {link.receiverDiameter, link.receiverObscuration}, link.wavefrontError, link.pointingJitter}, fried);
}

std::vector<LossTerm> lossesOf(const FreeSpaceLink& link, Length length)
{
    if (link.measuredLoss) return {{translated("Free space, measured"), *link.measuredLoss, translated("measured, not modeled")}};
    const LightBeam beam(transmitterOf(link), link.wavelength);
    const Receiver receiver{link.receiverDiameter, link.receiverObscuration};
    const Length fried = levelFriedParameter(link.turbulence, link.wavelength, length);
    const Length radius = beam.radiusAt(length, uplinkSpread(beam.waist(), fried));
    const double diffraction = beam.receivedShare(beam.radiusAt(length), receiver);
    const double spread = beam.receivedShare(radius, receiver);
    const double extinction = extinctionPerKilometer(link.visibility, link.wavelength) * (length / 1_km);
    return {{translated("Diffraction"), fromTransmission(diffraction), translated("share of the beam that the receiver takes, still air")},
            {translated("Turbulent spread"), lossAfter(spread, diffraction), translated("w² → w₀² + (θL)² [1 + (2√2 w₀/r₀)^(5/3)]^(6/5)")},
            {translated("Pointing"), lossAfter(beam.jitteredShare(radius, link.pointingJitter, length, receiver), spread), translated("w² → w² + 4σ²L²")},
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
