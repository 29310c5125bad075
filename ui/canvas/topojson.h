// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QPolygonF>
#include <vector>

namespace bellweave::ui {

/// Lines and areas of one TopoJSON object, x = longitude, y = latitude in degrees, as they stand in the file:
/// rings may jump across the antimeridian.
struct MapShapes {
    using Area = std::vector<QPolygonF>;   ///< outer ring, then holes; first point = last point
    std::vector<Area> areas;
    std::vector<QPolygonF> sharedLines;    ///< arcs that two or more members of the object have in common
};

/// Decodes one object of a quantized TopoJSON topology (TopoJSON format specification, 2.1.1 and 2.2).
Result<MapShapes> readTopojson(const QByteArray& json, const QString& object);

} // namespace bellweave::ui
