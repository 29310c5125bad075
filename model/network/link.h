// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/beam.h"
#include "model/network/reliability.h"
#include "model/network/site.h"
#include "model/network/sky_way.h"

#include <array>
#include <variant>
#include <vector>

namespace bellweave {

/// An optical fiber between two sites. When no site on the way holds a heralding station, the fiber has one of its own.
struct FiberLink {
    QString preset = QStringLiteral("g652d-1550");
    std::optional<Length> length;           ///< length of glass; derived from geodesic times route factor when absent
    DecibelPerLength attenuation = DecibelPerLength::fromSi(0.2);
    double groupIndex = 1.468;              ///< vacuum speed over signal speed
    Dispersion dispersion = Dispersion::fromSi(17.0);   ///< chromatic, at the wavelength of the photons
    int connectors = 0;                     ///< plugged joints on the way
    Decibel connectorLoss = Decibel::fromSi(0.3);   ///< of each
    std::optional<Length> spliceSpacing;    ///< glass between two fused joints; absent: their loss is in the attenuation
    Decibel spliceLoss = Decibel::fromSi(0.05);     ///< of each
    Decibel fixedLoss;                      ///< switches, filters and whatever else does not grow with length
    std::optional<Decibel> measuredLoss;    ///< of the whole glass, in place of everything above
    Rate coexistenceNoise;                  ///< photons per second in the signal's mode at the heralding station, from other traffic
    double polarizationError = 0.0;         ///< time-averaged share of photons found in the wrong polarization
    double alignmentDuty = 1.0;             ///< share of the time that polarization and phase need no alignment
    Angle phaseNoise = Angle::fromSi(0.2);  ///< rms optical phase after stabilization; single-click only
    HeraldStation station;                  ///< used when no site on the way heralds
    double stationPosition = 0.5;           ///< where along the glass it stands, 0 at `from`, 1 at `to`
    bool operator==(const FiberLink&) const = default;
};

/// Which end of a link.
enum class LinkEnd { From, To };

/// A beam of light through open air between two telescopes near the ground. The heralding station stands at one end.
struct FreeSpaceLink {
    QString preset = QStringLiteral("clear-night-1550");
    std::optional<Length> length;           ///< straight line; the geodesic when absent
    Length wavelength = Length::fromSi(1550e-9);
    Length visibility = 23_km;              ///< meteorological, contrast 2 %
    StructureConstant turbulence = StructureConstant::fromSi(1e-15);   ///< C_n² along the whole way
    Radiance skyRadiance = Radiance::fromSi(1.5e-5);                   ///< seen by the receiver
    Length transmitterDiameter = Length::fromSi(0.1);
    std::optional<Angle> divergence;        ///< of the beam; absent: diffraction of a Gaussian that fills the transmitter best
    DivergenceMeaning divergenceMeaning = DivergenceMeaning::GaussianHalfAngle;
    Length receiverDiameter = Length::fromSi(0.2);
    Length receiverObscuration;             ///< diameter of the blocked middle
    Angle pointingJitter = Angle::fromSi(1e-6);        ///< rms per axis
    std::optional<Angle> wavefrontError;    ///< rms phase that adaptive optics leaves; absent: there are none
    Length filterWidth = 1_nm;              ///< full width of the spectral filter
    Decibel fixedLoss = Decibel::fromSi(2.0);          ///< optics of both telescopes
    std::optional<Decibel> measuredLoss;    ///< of the whole way into the fiber behind the receiver, in place of the model
    Length height = Length::fromSi(30.0);   ///< of both telescopes above the ground between them
    Angle phaseNoise = Angle::fromSi(0.4);  ///< rms optical phase after stabilization; single-click only
    HeraldStation station;                  ///< used when no site on the way heralds
    LinkEnd stationEnd = LinkEnd::To;       ///< where it stands
    bool operator==(const FreeSpaceLink&) const = default;
};

/// Which way light goes over a satellite link. Automatic: down from pair sources, up to heralding stations, down otherwise.
enum class SkyDirection { Automatic, FromTo, ToFrom };

/// A beam between a satellite and the ground, or between two satellites; the telescopes are those of the sites.
struct SatelliteLink {
    QString preset = QStringLiteral("sky-810");
    Length wavelength = Length::fromSi(810e-9);
    double zenithTransmission = 0.8;        ///< of clear air at the zenith
    SkyDirection direction = SkyDirection::Automatic;
    Decibel fixedLoss;                      ///< whatever is not in the model: calibrated with a measured pass
    Angle phaseNoise = Angle::fromSi(0.4);  ///< rms optical phase after stabilization; single-click only
    HeraldStation station;                  ///< used when no site on the way heralds; it stands where the light arrives
    std::optional<SkyWay> way;              ///< at the moment that is assessed; the engine's, in no file
    bool operator==(const SatelliteLink&) const = default;
};

/// How two processors share a microwave photon: half of it is sent and half kept, for certain but with the loss in the pair; or a
/// photon in an early or late bin, whose loss the receiver sees. Automatic tries both.
enum class MicrowaveScheme { Automatic, Direct, TimeBin };

/// A cold waveguide between two refrigerators through which superconducting processors send each other microwave photons.
struct MicrowaveLink {
    QString preset = QStringLiteral("cryogenic-waveguide-2023");
    std::optional<Length> length;           ///< of the waveguide; derived from geodesic times route factor when absent
    Rate frequency = Rate::fromSi(8.4e9);
    DecibelPerLength attenuation = DecibelPerLength::fromSi(1.0);
    Decibel fixedLoss = Decibel::fromSi(0.7);       ///< circulators, connectors and launches
    Temperature temperature = Temperature::fromSi(0.05);   ///< of the line and of all that loses photons
    double groupIndex = 1.6;                ///< vacuum speed over signal speed
    Duration transferTime = Duration::fromSi(2e-7);        ///< to emit or absorb one photon
    Rate repetition = Rate::fromSi(5e4);    ///< attempts per second, reset included
    MicrowaveScheme scheme = MicrowaveScheme::Automatic;
    bool operator==(const MicrowaveLink&) const = default;
};

/// A link whose numbers were measured or come from another tool; no physics is applied to it.
struct MeasuredLink {
    std::optional<Length> length;           ///< for latency and cost only
    Duration attemptTime = Duration::fromSi(1e-3);
    double successProbability = 0.01;       ///< per attempt
    double fidelity = 0.9;                  ///< used as a Werner state when `state` is absent
    std::optional<std::array<double, 4>> state;   ///< Bell-diagonal weights [Phi+, Phi-, Psi+, Psi-], sum 1
    bool operator==(const MeasuredLink&) const = default;
};

using LinkKind = std::variant<FiberLink, FreeSpaceLink, SatelliteLink, MicrowaveLink, MeasuredLink>;

/// True when light passes the link, so that it can be part of a longer way between two stations.
inline bool carriesLight(const LinkKind& kind) { return !std::holds_alternative<MicrowaveLink>(kind) && !std::holds_alternative<MeasuredLink>(kind); }
/// True when the link's numbers follow from physics and so from its length.
inline bool isModeled(const LinkKind& kind) { return !std::holds_alternative<MeasuredLink>(kind); }
/// The heralding station that the link has of its own; null when it has none.
inline const HeraldStation* ownStation(const LinkKind& kind)
{
    if (const auto* fiber = std::get_if<FiberLink>(&kind)) return &fiber->station;
    if (const auto* beam = std::get_if<FreeSpaceLink>(&kind)) return &beam->station;
    const auto* sky = std::get_if<SatelliteLink>(&kind);
    return sky ? &sky->station : nullptr;
}
inline HeraldStation* ownStation(LinkKind& kind) { return const_cast<HeraldStation*>(ownStation(std::as_const(kind))); }

/// Where a link keeps the length that the user typed; null of satellite links, which are as long as their satellites stand far.
inline const std::optional<Length>* lengthField(const LinkKind& kind)
{
    return std::visit([](const auto& value) -> const std::optional<Length>* {
        if constexpr (requires { value.length; }) return &value.length;
        else return nullptr;
    }, kind);
}
inline std::optional<Length>* lengthField(LinkKind& kind) { return const_cast<std::optional<Length>*>(lengthField(std::as_const(kind))); }

/// A physical connection of two sites. Parallel links and self-loops may exist in files.
struct Link {
    LinkId id;
    QString key;
    QString name;
    SiteId from;
    SiteId to;
    LinkKind kind;
    std::vector<GeoPosition> bends;         ///< where the route bends, from `from` to `to`; geodesics in between
    double costFactor = 1.0;                ///< times what it costs to buy, build, rent and maintain; electricity apart
    Reliability reliability;
    QString schedule;                       ///< how it changes with time, as parseLinkSchedule() reads it; empty: it does not
    bool down = false;                      ///< taken out of operation: it is there and costs, but nothing uses it
    bool locked = false;                    ///< kept from every change but unlocking
    QString notes;
    Extras extras;
    bool operator==(const Link&) const = default;
};

} // namespace bellweave
