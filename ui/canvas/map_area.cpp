// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_area.h"

#include "ui/canvas/polygon_clip.h"

#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kLongestStep = 2.0;   // degrees between points along a curved edge
constexpr double kWholeTurn = 2 * std::numbers::pi;

QPointF onMap(QPointF place, const Projection& projection) { return projection.forward({place.y(), place.x()}); }

/// Straight stretches along a meridian bend with it.
void appendAlong(QPolygonF& ring, QPointF from, QPointF to, const Projection& projection)
{
    const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(to.y() - from.y()) / kLongestStep)));
    for (int i = 1; i <= parts; ++i) ring.append(onMap(from + (to - from) * i / parts, projection));
}

std::vector<QPolygonF> cutAtEdge(const std::vector<QPolygonF>& rings, const Projection& projection)
{
    const QRectF world(projection.middle().longitude - 180.0, -90.0, Projection::kWorldWidth, 180.0);
    std::vector<QPolygonF> result;
    for (const QPolygonF& ring : rings)
        for (const double turn : {-Projection::kWorldWidth, 0.0, Projection::kWorldWidth}) {
            if (!ring.boundingRect().translated(turn, 0).intersects(world)) continue;
            const QPolygonF inside = clippedRing(ring.translated(turn, 0), world);
            QPolygonF drawn;
            for (int i = 0; i < inside.size(); ++i)
                appendAlong(drawn, inside[i == 0 ? inside.size() - 1 : i - 1], inside[i], projection);
            if (drawn.size() > 2) result.push_back(std::move(drawn));
        }
    return result;
}

double signedArea(const QPolygonF& ring)
{
    double twice = 0;
    for (int i = 0; i < ring.size(); ++i) {
        const QPointF& next = ring[i + 1 == ring.size() ? 0 : i + 1];
        twice += ring[i].x() * next.y() - next.x() * ring[i].y();
    }
    return twice / 2;
}

/// The ring as seen, with the area to its left. The stretch along a pole that closes a ring on flat maps is left out.
std::vector<Direction> directionsOf(const QPolygonF& ring, bool isOuter, const Globe& globe)
{
    std::vector<Direction> directions;
    for (const QPointF& place : ring)
        if (std::abs(place.y()) < 90.0) directions.push_back(globe.direction({place.y(), place.x()}));
    if ((signedArea(ring) > 0) != isOuter) std::reverse(directions.begin(), directions.end());
    return directions;
}

/// The way of a ring before the horizon, from where it comes up to where it goes down.
struct Appearance {
    QPolygonF points;
    double up = 0.0;     // angles along the edge of the disk, counterclockwise
    double down = 0.0;
    bool isUsed = false;
};

double angleOf(const Direction& direction) { return std::atan2(direction.y, direction.x); }
Direction onHorizon(double angle) { return {std::cos(angle), std::sin(angle), 0.0}; }

std::vector<Appearance> appearances(const std::vector<Direction>& ring)
{
    std::vector<Appearance> result;
    const std::size_t count = ring.size();
    std::size_t first = 0;   // the first visible point after a hidden one
    while (first < count && !(ring[first].z >= 0 && ring[(first + count - 1) % count].z < 0)) ++first;
    for (std::size_t step = 0; step < count; ++step) {
        const Direction& here = ring[(first + step) % count];
        const Direction& before = ring[(first + step + count - 1) % count];
        if (here.z >= 0 && before.z < 0) {
            const Direction edge = atHorizon(before, here);
            result.push_back({QPolygonF({Projection::onDisk(edge)}), angleOf(edge), 0.0});
        }
        if (here.z < 0 && before.z >= 0) {
            const Direction edge = atHorizon(before, here);
            result.back().points.append(Projection::onDisk(edge));
            result.back().down = angleOf(edge);
        }
        if (here.z >= 0) result.back().points.append(Projection::onDisk(here));
    }
    return result;
}

double counterclockwise(double from, double to)
{
    const double way = std::fmod(to - from, kWholeTurn);
    return way < 0 ? way + kWholeTurn : way;
}

void appendHorizon(QPolygonF& ring, double from, double to)
{
    const double way = counterclockwise(from, to);
    const int parts = static_cast<int>(way * 180.0 / std::numbers::pi) + 1;
    for (int i = 1; i < parts; ++i) ring.append(Projection::onDisk(onHorizon(from + way * i / parts)));
}

/// With the area to the left, its edge goes on counterclockwise along the horizon to where a ring next comes up.
std::vector<QPolygonF> joined(std::vector<Appearance> parts)
{
    std::vector<QPolygonF> result;
    for (Appearance& start : parts) {
        if (start.isUsed) continue;
        QPolygonF ring;
        for (Appearance* part = &start; !part->isUsed;) {
            part->isUsed = true;
            ring += part->points;
            const double down = part->down;
            const auto next = std::min_element(parts.begin(), parts.end(), [down](const Appearance& a, const Appearance& b) {
                return counterclockwise(down, a.up) < counterclockwise(down, b.up);
            });
            appendHorizon(ring, down, next->up);
            part = &*next;
        }
        result.push_back(std::move(ring));
    }
    return result;
}

std::vector<QPolygonF> cutAtHorizon(const std::vector<QPolygonF>& rings, const Globe& globe)
{
    std::vector<QPolygonF> whole;
    std::vector<Appearance> parts;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const std::vector<Direction> ring = directionsOf(rings[i], i == 0, globe);
        const auto seen = std::count_if(ring.begin(), ring.end(), [](const Direction& d) { return d.z >= 0; });
        if (seen == 0) continue;
        if (seen == static_cast<std::ptrdiff_t>(ring.size())) {
            whole.emplace_back();
            for (const Direction& direction : ring) whole.back().append(Projection::onDisk(direction));
            continue;
        }
        const std::vector<Appearance> seenOfRing = appearances(ring);
        parts.insert(parts.end(), seenOfRing.begin(), seenOfRing.end());
    }
    std::vector<QPolygonF> result = joined(std::move(parts));
    result.insert(result.end(), whole.begin(), whole.end());
    return result;
}

} // namespace

std::vector<QPolygonF> areaOnMap(const std::vector<QPolygonF>& rings, const Projection& projection)
{
    if (projection.kind() == ProjectionKind::Globe) return cutAtHorizon(rings, projection.globe());
    if (projection.turns()) return cutAtEdge(rings, projection);
    std::vector<QPolygonF> result;
    for (const QPolygonF& ring : rings) {
        result.emplace_back();
        for (const QPointF& place : ring) result.back().append(onMap(place, projection));
    }
    return result;
}

} // namespace bellweave::ui
