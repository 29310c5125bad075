// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/links/sky_path.h"

#include "engine/links/light_beam.h"
#include "engine/physics/background_light.h"
#include "engine/physics/turbulence.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>
#include <numbers>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("ElementaryLink", text); }

constexpr double kLowestSeen = 10.0;    // degrees: below, the theory of slant turbulence does not hold
const Length kStillAir = Length::fromSi(std::numeric_limits<double>::infinity());

TurbulenceProfile profileOf(const SkyWay& way) { return {.wind = way.wind, .ground = way.turbulence.si()}; }
Angle zenithOf(const SkyWay& way) { return Angle::fromSi((90.0 - std::max(kLowestSeen, *way.elevation)) * std::numbers::pi / 180.0); }

/// What widens the beam: air at its beginning alone.
double spreadOf(const SkyWay& way, const LightBeam& beam, Length wavelength)
{
    if (!way.elevation || way.isDownward) return 1.0;
    return uplinkSpread(beam.waist(), uplinkFriedParameter(profileOf(way), wavelength, zenithOf(way), way.altitude));
}

double couplingOf(const SkyWay& way, Length wavelength)
{
    const Telescope& to = way.receiver;
    const Length fried = way.elevation && way.isDownward ? turbulence(profileOf(way), wavelength, zenithOf(way)).friedParameter : kStillAir;
    return fiberShare({wavelength, {to.diameter, to.obscuration}, to.wavefrontError, to.pointingJitter}, fried);
}

std::vector<LossTerm> lossesOf(const SatelliteLink& link, const SkyWay& way)
{
    const LightBeam beam(way.transmitter, link.wavelength);
    const Receiver receiver{way.receiver.diameter, way.receiver.obscuration};
    const Length still = beam.radiusAt(way.range), radius = beam.radiusAt(way.range, spreadOf(way, beam, link.wavelength));
    const double diffraction = beam.receivedShare(still, receiver), spread = beam.receivedShare(radius, receiver);
    std::vector<LossTerm> losses{
        {translated("Diffraction"), fromTransmission(diffraction), translated("share of the beam that the receiver takes, still air")},
        {translated("Turbulent spread"), lossAfter(spread, diffraction), translated("w² → w₀² + (θL)² [1 + (2√2 w₀/r₀)^(5/3)]^(6/5) of beams that go up")},
        {translated("Pointing"), lossAfter(beam.jitteredShare(radius, way.transmitter.pointingJitter, way.range, receiver), spread), translated("w² → w² + 4σ²L²")}};
    if (way.elevation) losses.push_back({translated("Extinction"), fromTransmission(std::pow(link.zenithTransmission, airMasses(*way.elevation))), translated("η_zenith^X, X air masses by Kasten and Young")});
    if (way.receiver.coupling == Coupling::SingleMode)
        losses.push_back({translated("Fiber coupling"), fromTransmission(couplingOf(way, link.wavelength)), translated("0.81/(1 + (D/r₀)²), or 0.81 exp(−σ²) with adaptive optics; times the mode's share in the open ring and 1/(1 + 2σ²/θ²) of tilt")});
    losses.push_back({translated("Optics"), way.transmitter.opticsLoss + way.receiver.opticsLoss + link.fixedLoss, translated("both telescopes, and what was calibrated besides")});
    return losses;
}

Rate backgroundOf(const SatelliteLink& link, const SkyWay& way)
{
    const double passed = toTransmission(way.receiver.opticsLoss);
    if (way.receiver.coupling == Coupling::SingleMode) return passed * singleModeBackground(way.skyRadiance, way.receiver.filterWidth, link.wavelength);
    const double open = 1.0 - std::pow(way.receiver.obscuration / way.receiver.diameter, 2);
    return Rate::fromSi(passed * open * backgroundCounts({way.skyRadiance.si(), way.receiver.fieldOfView, way.receiver.diameter, way.receiver.filterWidth, 1_s, link.wavelength, 1.0}));
}

} // namespace

FreeSpacePath skyPath(const SatelliteLink& link)
{
    FreeSpacePath path;
    if (!link.way) path.blocked = translated("Where its satellite stands is not known.");
    else path.blocked = link.way->blocked;
    if (!link.way || link.way->range.si() <= 0.0) return path;
    path.losses = lossesOf(link, *link.way);
    path.background = backgroundOf(link, *link.way);
    return path;
}

} // namespace bellweave::engine
