// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/gazetteer.h"
#include "ui/canvas/network_scene.h"

#include <optional>
#include <variant>

class QPainter;

namespace bellweave::ui {

/// A spot on a link: how far along, from its first end.
struct LinkSpot {
    LinkId link;
    double share = 0.5;
};

/// What a gesture near it is meant for: a site, a spot on a link, a known city, or a crossing of the graticule.
struct SnapTarget {
    std::variant<SiteId, LinkSpot, const Place*, GeoPosition> what;
    QPointF map;         ///< map units, at the turn of the world that is seen
    QString name;
};

/// What a gesture may snap to, within what the user chose.
struct SnapWishes {
    bool sites = true;
    bool links = true;
    bool places = true;            ///< cities and the graticule
    std::set<SiteId> without;      ///< sites, and their links, that are moving themselves
};

/// The spot of a link nearest to a point of the screen.
LinkSpot nearestSpot(const LinkItem& link, const Camera& camera, QPointF screen);

/// The target near a point of the screen: a site within 12 px, else a link within 8 px, else a city within 10 px, else a crossing
/// of the graticule within 10 px; cities only while the map is large enough to tell them apart.
std::optional<SnapTarget> snapTarget(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes);
/// A dashed ring around the target, and its name.
void paintSnap(QPainter& painter, const Camera& camera, const SnapTarget& target);

} // namespace bellweave::ui
