// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <vector>

namespace bellweave::ui {

/// The part of a filled ring inside a rectangle (Sutherland-Hodgman). Edges may run along the rectangle's border.
/// The painter's own clipping slows down and loses precision when rings are far larger than the page.
QPolygonF clippedRing(const QPolygonF& ring, const QRectF& page);

/// The stretches of a line that may touch a rectangle: segments wholly beyond one of its sides are left out.
std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& page);

} // namespace bellweave::ui
