// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/ground_shape.h"

#include "ui/canvas/polygon_clip.h"

#include <cmath>
#include <numbers>

namespace bellweave::ui {
namespace {

using engine::GroundArea;

constexpr double kEdgeStep = 2.0;      // degrees: edges of Equal Earth are bent
constexpr double kRimStep = 0.05;      // rad

/// The border as degrees east and north without jumps; around a pole it is closed along that pole.
QPolygonF unwrappedRing(const GroundArea& area)
{
    QPolygonF ring;
    double reference = area.center.longitude;
    for (const GeoPosition& place : area.border) {
        reference = unwrapped(place.longitude, reference);
        ring.append({reference, place.latitude});
    }
    const QPointF first = ring.first();
    const double turn = std::round((unwrapped(first.x(), reference) - first.x()) / 360.0) * 360.0;
    if (turn == 0.0) return ring;
    const double pole = 90.0 - area.center.latitude < area.radius ? 90.0 : -90.0;
    ring << QPointF(first.x() + turn, first.y()) << QPointF(first.x() + turn, pole) << QPointF(first.x(), pole);
    return ring;
}

std::vector<QPolygonF> repeated(const GroundArea& area, const Projection& projection)
{
    QPolygonF ring;
    for (const QPointF& point : unwrappedRing(area)) ring.append(projection.forward({point.y(), point.x()}));
    return {ring};
}

/// Straight in degrees, bent on the map.
QPolygonF bent(const QPolygonF& ring, const Projection& projection)
{
    QPolygonF result;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF from = ring[i], way = ring[(i + 1) % ring.size()] - from;
        const int pieces = std::max(1, static_cast<int>(std::ceil(std::hypot(way.x(), way.y()) / kEdgeStep)));
        for (int piece = 0; piece < pieces; ++piece) {
            const QPointF at = from + way * piece / pieces;
            result.append(projection.forward({at.y(), at.x()}));
        }
    }
    return result;
}

std::vector<QPolygonF> withinEdge(const GroundArea& area, const Projection& projection)
{
    const QRectF world(projection.middle().longitude - 180.0, -90.0, 360.0, 180.0);
    const QPolygonF ring = unwrappedRing(area);
    std::vector<QPolygonF> rings;
    for (const double turn : {-720.0, -360.0, 0.0, 360.0, 720.0}) {
        const QPolygonF part = clippedRing(ring.translated(turn, 0.0), world);
        if (part.size() > 2) rings.push_back(bent(part, projection));
    }
    return rings;
}

struct SeenBorder {
    QPolygonF points;        // radii, y up
    bool isCut = false;      // begins and ends at the horizon
    void add(const Direction& direction) { points.append({direction.x, direction.y}); }
};

/// In its order, begun where it comes into view.
SeenBorder seenBorder(const GroundArea& area, const Globe& globe)
{
    std::vector<Direction> border;
    for (const GeoPosition& place : area.border) border.push_back(globe.direction(place));
    const std::size_t count = border.size();
    constexpr double kOnHorizon = -1e-9;    // of an area that is just what is seen, rounding hides some of its border
    const auto isSeen = [&](std::size_t i) { return border[i].z >= kOnHorizon; };
    const auto before = [count](std::size_t i) { return (i + count - 1) % count; };
    std::size_t start = 0;
    while (start < count && !(isSeen(start) && !isSeen(before(start)))) ++start;
    SeenBorder seen;
    if (start == count) {
        if (isSeen(0))
            for (const Direction& direction : border) seen.add(direction);
        return seen;
    }
    seen.isCut = true;
    seen.add(atHorizon(border[before(start)], border[start]));
    std::size_t at = start;
    for (; isSeen(at); at = (at + 1) % count) seen.add(border[at]);
    seen.add(atHorizon(border[before(at)], border[at]));
    return seen;
}

/// Along the horizon from the border's end to its beginning, by the side that lies in the area: what it has of the horizon is one arc,
/// whose middle is nearest to its center.
void closeAlongHorizon(QPolygonF& ring, const Direction& center)
{
    const auto angleOf = [](QPointF point) { return std::atan2(point.y(), point.x()); };
    const double start = angleOf(ring.last());
    double sweep = std::remainder(angleOf(ring.first()) - start, 2.0 * std::numbers::pi);
    const double middle = start + sweep / 2.0;
    if (center.x * std::cos(middle) + center.y * std::sin(middle) < 0.0) sweep -= std::copysign(2.0 * std::numbers::pi, sweep);
    const int pieces = std::max(1, static_cast<int>(std::abs(sweep) / kRimStep));
    for (int piece = 1; piece < pieces; ++piece) {
        const double angle = start + sweep * piece / pieces;
        ring.append({std::cos(angle), std::sin(angle)});
    }
}

std::vector<QPolygonF> withinHorizon(const GroundArea& area, const Projection& projection)
{
    SeenBorder seen = seenBorder(area, projection.globe());
    const double away = engine::angleBetween(area.center, projection.middle());
    const bool coversMiddle = away < area.radius;
    if (!seen.isCut && away > 90.0) return {};
    if (seen.points.isEmpty()) return coversMiddle ? std::vector{projection.outline()} : std::vector<QPolygonF>();
    if (seen.isCut) closeAlongHorizon(seen.points, projection.globe().direction(area.center));
    QPolygonF ring;
    for (const QPointF& point : seen.points) ring.append(Projection::onDisk({point.x(), point.y(), 0.0}));
    return {ring};
}

} // namespace

std::vector<QPolygonF> ringsOf(const GroundArea& area, const Projection& projection)
{
    if (area.border.size() < 3) return {};
    switch (projection.kind()) {
    case ProjectionKind::Equirectangular:
    case ProjectionKind::Mercator: return repeated(area, projection);
    case ProjectionKind::EqualEarth: return withinEdge(area, projection);
    case ProjectionKind::Globe: return withinHorizon(area, projection);
    }
    Q_UNREACHABLE();
}

} // namespace bellweave::ui
