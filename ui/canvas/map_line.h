// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/projection.h"

#include <vector>

namespace bellweave::ui {

/// A stretch of a line as a map shows it, without jumps, map units. A map that repeats shows a line as one stretch, which may
/// run past ±180 in x; one that does not cuts it at its edge, and the globe hides what lies behind the horizon.
struct MapStretch {
    QPolygonF points;
    std::vector<double> shares;   ///< of each point: how far along the whole line, 0 to 1

    /// The point at a share within this stretch.
    QPointF at(double share) const;
};

/// Points along geodesics of WGS84, close enough to be joined by straight lines on any map.
struct GroundWay {
    std::vector<GeoPosition> points;
    std::vector<double> shares;   ///< of each point: how far along the ground, 0 to 1
};
/// From place to place; at least two places.
GroundWay groundWay(const std::vector<GeoPosition>& course);

/// What a map shows of a way; empty when it is hidden.
std::vector<MapStretch> stretchesOf(const GroundWay& way, const Projection& projection);
/// What a map shows of a geodesic.
std::vector<MapStretch> geodesicStretches(GeoPosition from, GeoPosition to, const Projection& projection);
/// Points joined by straight lines, such as coasts and the lines of a graticule.
std::vector<QPolygonF> lineOnMap(const std::vector<GeoPosition>& line, const Projection& projection);
QRectF boundsOf(const std::vector<MapStretch>& stretches);

} // namespace bellweave::ui
