// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

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
    Decibel fixedLoss;                      ///< connectors, splices, switches: whatever does not grow with length
    Angle phaseNoise = Angle::fromSi(0.2);  ///< rms optical phase after stabilization; single-click only
    HeraldStation station;                  ///< used when no site on the way heralds
    double stationPosition = 0.5;           ///< where along the glass it stands, 0 at `from`, 1 at `to`
    bool operator==(const FiberLink&) const = default;
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

using LinkKind = std::variant<FiberLink, MeasuredLink>;

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
    bool down = false;                      ///< taken out of operation: it is there and costs, but nothing uses it
    bool locked = false;                    ///< kept from every change but unlocking
    QString notes;
    Extras extras;
    bool operator==(const Link&) const = default;
};

} // namespace bellweave
