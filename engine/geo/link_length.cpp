// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/geo/geodesic.h"

#include <QCoreApplication>

namespace bellweave::engine {

std::optional<Length> linkGeodesic(const Network& network, const Link& link)
{
    const Site* from = network.sites.find(link.from);
    const Site* to = network.sites.find(link.to);
    if (!from || !to || !from->position || !to->position) return std::nullopt;
    return geodesicDistance(*from->position, *to->position);
}

std::optional<Length> linkCourse(const Network& network, const Link& link)
{
    if (link.bends.empty()) return linkGeodesic(network, link);
    if (!linkGeodesic(network, link)) return std::nullopt;
    Length course;
    GeoPosition at = *network.sites.find(link.from)->position;
    for (const GeoPosition& bend : link.bends) {
        course += geodesicDistance(at, bend);
        at = bend;
    }
    return course + geodesicDistance(at, *network.sites.find(link.to)->position);
}

std::optional<Length> linkLength(const Network& network, const Link& link)
{
    if (const std::optional<Length> typed = typedLength(link)) return typed;
    if (const auto* sky = std::get_if<SatelliteLink>(&link.kind)) return sky->way ? std::optional(sky->way->range) : std::nullopt;
    if (std::holds_alternative<FreeSpaceLink>(link.kind)) return linkGeodesic(network, link);    // light goes straight
    const std::optional<Length> course = linkCourse(network, link);
    return course ? std::optional(*course * network.general().settings.routeFactor) : std::nullopt;
}

bool isShorterThan(Length typed, Length straight) { return typed.si() < straight.si() * (1.0 - 1e-6) - 1e-3; }

QString shorterThanStraightText(Length straight)
{
    return QCoreApplication::translate("Findings", "Shorter than the straight line (%1).").arg(formatQuantity(straight.si(), Dimension::Length));
}

std::optional<QString> shorterThanStraight(const Network& network, const Patch& patch)
{
    for (const Change<Link>& change : patch.links) {
        const std::optional<Length> typed = change.after ? typedLength(*change.after) : std::nullopt;
        if (!typed || (change.before && typedLength(*change.before) == typed)) continue;
        const std::optional<Length> straight = linkGeodesic(network, *change.after);
        if (straight && isShorterThan(*typed, *straight)) return shorterThanStraightText(*straight);
    }
    return std::nullopt;
}

} // namespace bellweave::engine
