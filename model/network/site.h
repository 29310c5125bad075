// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/network/extras.h"
#include "model/network/hardware.h"
#include "model/network/reliability.h"
#include "model/network/telescope.h"
#include "model/orbits/orbit.h"

#include <QString>
#include <array>
#include <optional>

namespace bellweave {

/// A fixed place on Earth, WGS84 degrees; latitude in [-90, 90], longitude in [-180, 180].
struct GeoPosition {
    double latitude = 0.0;
    double longitude = 0.0;
    bool operator==(const GeoPosition&) const = default;
};

/// A quantum computer with communication qubits.
struct Processor {
    NodeHardware hardware;
    int qubits = 10;
    bool operator==(const Processor&) const = default;
};

/// A station that stores pairs and swaps them.
struct Repeater {
    NodeHardware hardware;
    bool operator==(const Repeater&) const = default;
};

/// Beam splitter and two detectors that herald entanglement between the stations on both sides.
struct HeraldStation {
    QString preset = QStringLiteral("snspd-2026");
    Detector detector;
    bool operator==(const HeraldStation&) const = default;
};

/// Whether a pair source emits in pulses, each a mode of its own, or at any time.
enum class PairEmission { Pulsed, Continuous };

/// Makes pairs of entangled photons by down-conversion and sends one of each to either side, where memories absorb them or
/// key terminals measure them.
struct PairSource {
    QString preset = QStringLiteral("spdc-telecom-2026");
    Length wavelength = Length::fromSi(1550e-9);
    PairEmission emission = PairEmission::Pulsed;
    Rate repetition = Rate::fromSi(1e6);    ///< pulses per second; of a continuous source: times that a memory tells apart
    std::optional<double> meanPairs;        ///< per pulse; chosen by the engine when absent
    std::optional<Rate> pairRate;           ///< of a continuous source, in all its modes; chosen by the engine when absent
    Length bandwidth = Length::fromSi(2.5e-14);  ///< full width at half maximum of a photon's spectrum, above 0
    std::optional<Duration> coincidenceWindow;  ///< of a continuous source, full width; chosen by the engine when absent
    double couplingEfficiency = 0.5;        ///< a photon of a pair gets into the fiber to its side
    double alignmentError = 0.01;           ///< share of wrong outcomes in any basis, of single pairs alone
    bool operator==(const PairSource&) const = default;
};

/// What makes secret key with light and no memory: it sends weak pulses, and measures those that another terminal sends. Key is
/// in the open inside it, so a terminal between two others is a trusted node.
struct KeyTerminal {
    QString preset = QStringLiteral("decoy-snspd-2026");
    Rate pulseRate = Rate::fromSi(1e9);
    std::optional<double> meanPhotons;                   ///< of a signal pulse; chosen by the engine for each hop when absent
    double misalignment = 0.01;                          ///< share of photons that make the wrong detector click
    Length wavelength = Length::fromSi(1550e-9);
    /// One of the two of a receiver; its window is the gate of a pulse.
    Detector detector{0.9, Rate::fromSi(100.0), Duration::fromSi(5e-10), Duration::fromSi(5e-11), Duration::fromSi(4e-8), 0.0};
    Duration clockJitter = Duration::fromSi(1e-11);      ///< rms error of its clock against that of a partner
    double trust = 0.99;                                 ///< probability that nobody reads what is inside; counts between two others
    bool operator==(const KeyTerminal&) const = default;
};

/// A place and the equipment it holds. A site without equipment is a passive splice of fibers.
struct Site {
    SiteId id;
    QString key;                            ///< text id in files and on the command line, unique among sites
    QString name;                           ///< shown to people; the key when empty
    std::optional<GeoPosition> position;    ///< unplaced sites have none
    std::optional<Orbit> orbit;             ///< of a satellite, which has no position
    std::optional<Processor> processor;
    std::optional<Repeater> repeater;
    std::optional<HeraldStation> station;
    std::optional<PairSource> pairSource;
    std::optional<KeyTerminal> terminal;
    std::optional<Telescope> telescope;     ///< for links to satellites, on the ground and in orbit
    std::optional<GroundStation> groundStation;     ///< what is above a telescope on the ground
    double costFactor = 1.0;                ///< times what it costs to buy, build, rent and maintain; electricity apart
    Reliability reliability;
    bool down = false;                      ///< taken out of operation: it is there and costs, but nothing uses it
    bool locked = false;                    ///< kept from every change but unlocking
    QString notes;
    Extras extras;

    const QString& displayName() const { return name.isEmpty() ? key : name; }
    bool operator==(const Site&) const = default;
};

/// What a site is drawn and listed as: a satellite whatever it holds, else by the most capable equipment.
enum class SiteRole { Processor, Repeater, TrustedNode, Midpoint, PairSource, GroundStation, Satellite, Junction };
inline constexpr std::array kSiteRoles{SiteRole::Processor,  SiteRole::Repeater,      SiteRole::TrustedNode, SiteRole::Midpoint,
                                       SiteRole::PairSource, SiteRole::GroundStation, SiteRole::Satellite,   SiteRole::Junction};
inline SiteRole roleOf(const Site& site)
{
    if (site.orbit) return SiteRole::Satellite;
    if (site.processor) return SiteRole::Processor;
    if (site.repeater) return SiteRole::Repeater;
    if (site.terminal) return SiteRole::TrustedNode;
    if (site.station) return SiteRole::Midpoint;
    if (site.pairSource) return SiteRole::PairSource;
    return site.telescope ? SiteRole::GroundStation : SiteRole::Junction;
}

/// The memory, source and gates a site offers to chains, or null when it can hold no pair.
inline const NodeHardware* hardwareOf(const Site& site)
{
    if (site.processor) return &site.processor->hardware;
    return site.repeater ? &site.repeater->hardware : nullptr;
}

/// True where key is relayed and no pair can be held or passed on: no entanglement crosses such a site.
inline bool isTrustedNode(const Site& site) { return site.terminal && !hardwareOf(site); }

} // namespace bellweave
