// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/element_look.h"
#include "ui/canvas/link_measure.h"
#include "ui/canvas/map_line.h"

#include "engine/api/evaluation.h"
#include "model/base/id.h"

#include <QColor>
#include <QPolygonF>
#include <optional>

class QPainter;

namespace bellweave::ui {

/// How a link looks: color by the class of its value, width by rate class.
struct LinkStyle {
    static constexpr int kGray = -1;   ///< no value: not evaluated yet, or not available
    int colorClass = kGray;            ///< of the theme's six, 0 for the worst
    double width = 1.6;                ///< px
    bool isBarred = false;             ///< a satellite link that passes no light now
    bool operator==(const LinkStyle&) const = default;
};
/// The look of a result, null when the link has none yet, colored by a value when there is one.
LinkStyle linkStyle(const engine::LinkResult* result, std::optional<double> value, const ColorScale& scale);
QColor linkColor(const LinkStyle& style);

/// A link on the map, drawn as often as the world is seen. At least one stretch of it is seen.
struct LinkItem {
    LinkId id;
    SiteId from;
    SiteId to;
    std::vector<MapStretch> stretches;
    QRectF bounds;
    std::optional<QPointF> fromCircle;   ///< middle of the cluster that hides the first end, map units
    std::optional<QPointF> toCircle;
    std::size_t medium = 0;   ///< place in LinkKind
    int lane = 0;        ///< 0, 1, -1, 2, …: parallel links lie side by side
    LinkStyle style;
    ElementLook look;
};

/// The lines of a link on the screen at one turn of the world; what lies far outside the page is left out. Where a cluster hides
/// an end the line ends at its circle; between sites of one cluster there is none.
std::vector<QPolygonF> screenLines(const LinkItem& item, const Camera& camera, double turn);
/// Draws the link at every turn seen. `plain`: without casing and antialiasing, for a map in motion.
void paintLink(QPainter& painter, const LinkItem& item, const Camera& camera, bool plain);
/// Px that paintLink() may draw beside the bounds: width, casing, lanes, circles.
double reachBeside(const LinkItem& item);
/// The middle of the link, or of its longest stretch when that is hidden; map units.
QPointF middleOf(const LinkItem& item);
/// Squared distance in px of a screen point from the link at its nearest turn.
double squaredDistance(const LinkItem& item, const Camera& camera, QPointF screen);

} // namespace bellweave::ui
