// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/projection.h"

#include <QPolygonF>
#include <vector>

namespace bellweave::ui {

/// Coarse: 1 : 110 million, for a map in motion. Fine: 1 : 50 million, for a map at rest.
enum class MapLevel { Coarse, Fine };

/// Land, coasts and borders of the world without jumps: every ring is walked on across ±180°, and a ring around a pole is
/// closed along it. x = longitude, possibly beyond ±180; y = latitude, degrees.
struct WorldMap {
    struct Area {
        std::vector<QPolygonF> rings;
        QRectF bounds;
    };
    std::vector<Area> land;
    std::vector<QPolygonF> coasts;
    std::vector<QPolygonF> borders;

    bool isLand(GeoPosition position) const;
};

/// Read from the program's resources once; empty when they are missing.
const WorldMap& worldMap(MapLevel level);

/// The world map in map units of one projection, cut at its edge, ready to be drawn in any part.
struct ProjectedMap {
    struct Line {
        QPolygonF points;
        QRectF bounds;
    };
    struct Area {
        std::vector<QPolygonF> rings;
        QRectF bounds;
    };
    std::vector<Area> land;
    std::vector<Line> coasts;
    std::vector<Line> borders;
};

/// Prepared once for each level and projection; of one that turns the latest turning is kept, so use it at once.
const ProjectedMap& projectedMap(MapLevel level, const Projection& projection);

} // namespace bellweave::ui
