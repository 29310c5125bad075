// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/polygon_clip.h"

namespace bellweave::ui {
namespace {

/// Keeps what lies on the inner side of one border; `inside` is the signed distance of a point from it.
template<typename Distance>
QPolygonF clippedByBorder(const QPolygonF& ring, Distance inside)
{
    QPolygonF result;
    result.reserve(ring.size());
    for (int i = 0; i < ring.size(); ++i) {
        const QPointF& point = ring[i];
        const QPointF& previous = ring[i == 0 ? ring.size() - 1 : i - 1];
        const double here = inside(point);
        const double there = inside(previous);
        if ((here >= 0) != (there >= 0)) result.append(previous + (point - previous) * (there / (there - here)));
        if (here >= 0) result.append(point);
    }
    return result;
}

bool isBeyondOneSide(const QPointF& a, const QPointF& b, const QRectF& page)
{
    return (a.x() < page.left() && b.x() < page.left()) || (a.x() > page.right() && b.x() > page.right())
        || (a.y() < page.top() && b.y() < page.top()) || (a.y() > page.bottom() && b.y() > page.bottom());
}

} // namespace

QPolygonF clippedRing(const QPolygonF& ring, const QRectF& page)
{
    if (page.contains(ring.boundingRect())) return ring;
    QPolygonF result = clippedByBorder(ring, [&](QPointF p) { return p.x() - page.left(); });
    result = clippedByBorder(result, [&](QPointF p) { return page.right() - p.x(); });
    result = clippedByBorder(result, [&](QPointF p) { return p.y() - page.top(); });
    return clippedByBorder(result, [&](QPointF p) { return page.bottom() - p.y(); });
}

std::vector<QPolygonF> clippedLine(const QPolygonF& line, const QRectF& page)
{
    std::vector<QPolygonF> parts;
    QPolygonF part;
    const auto finish = [&] {
        if (part.size() > 1) parts.push_back(part);
        part.clear();
    };
    for (int i = 1; i < line.size(); ++i) {
        if (isBeyondOneSide(line[i - 1], line[i], page)) {
            finish();
            continue;
        }
        if (part.isEmpty()) part.append(line[i - 1]);
        part.append(line[i]);
    }
    finish();
    return parts;
}

} // namespace bellweave::ui
