// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/world_map.h"

#include "ui/canvas/map_area.h"
#include "ui/canvas/map_line.h"
#include "ui/canvas/topojson.h"

#include <QFile>
#include <array>
#include <map>

namespace bellweave::ui {
namespace {

QPolygonF withoutJumps(const QPolygonF& line)
{
    QPolygonF result;
    result.reserve(line.size());
    for (const QPointF& point : line)
        result.append(QPointF(result.isEmpty() ? point.x() : unwrapped(point.x(), result.last().x()), point.y()));
    return result;
}

/// A ring that comes back a whole turn away encloses a pole: it is closed along that pole.
void closeAroundPole(QPolygonF& ring)
{
    if (std::abs(ring.last().x() - ring.first().x()) < 180.0) return;
    const double pole = ring.boundingRect().center().y() < 0 ? -90.0 : 90.0;
    ring.append({ring.last().x(), pole});
    ring.append({ring.first().x(), pole});
    ring.append(ring.first());
}

WorldMap::Area makeArea(const MapShapes::Area& source, std::vector<QPolygonF>& coasts)
{
    WorldMap::Area area;
    for (const QPolygonF& raw : source) {
        if (raw.size() < 3) continue;
        QPolygonF ring = withoutJumps(raw);
        if (!area.rings.empty()) {
            // A hole may have been unwrapped to another turn than its outer ring.
            const double center = ring.boundingRect().center().x();
            ring.translate(unwrapped(center, area.bounds.center().x()) - center, 0);
        }
        coasts.push_back(ring);
        closeAroundPole(ring);
        area.bounds |= ring.boundingRect();
        area.rings.push_back(std::move(ring));
    }
    return area;
}

QByteArray resource(MapLevel level)
{
    QFile file(level == MapLevel::Fine ? QStringLiteral(":/bellweave/maps/countries-50m.json")
                                       : QStringLiteral(":/bellweave/maps/countries-110m.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WorldMap readWorldMap(MapLevel level)
{
    const QByteArray json = resource(level);
    const auto land = readTopojson(json, QStringLiteral("land"));
    const auto countries = readTopojson(json, QStringLiteral("countries"));
    WorldMap map;
    if (!land || !countries) return map;
    for (const auto& area : land->areas) map.land.push_back(makeArea(area, map.coasts));
    for (const auto& line : countries->sharedLines) map.borders.push_back(withoutJumps(line));
    return map;
}

bool containsPlace(const WorldMap::Area& area, QPointF point)
{
    if (!area.bounds.contains(point)) return false;
    const auto inside = std::count_if(area.rings.begin(), area.rings.end(), [&](const QPolygonF& ring) {
        return ring.containsPoint(point, Qt::OddEvenFill);
    });
    return inside % 2 == 1;
}

std::vector<ProjectedMap::Line> projected(const std::vector<QPolygonF>& lines, const Projection& projection)
{
    std::vector<ProjectedMap::Line> result;
    std::vector<GeoPosition> places;
    for (const QPolygonF& line : lines) {
        places.clear();
        for (const QPointF& point : line) places.push_back({point.y(), point.x()});
        for (QPolygonF& part : lineOnMap(places, projection)) {
            const QRectF bounds = part.boundingRect();
            result.push_back({std::move(part), bounds});
        }
    }
    return result;
}

ProjectedMap project(const WorldMap& map, const Projection& projection)
{
    ProjectedMap result{{}, projected(map.coasts, projection), projected(map.borders, projection)};
    for (const auto& area : map.land) {
        ProjectedMap::Area drawn{areaOnMap(area.rings, projection), {}};
        for (const QPolygonF& ring : drawn.rings) drawn.bounds |= ring.boundingRect();
        if (!drawn.rings.empty()) result.land.push_back(std::move(drawn));
    }
    return result;
}

} // namespace

bool WorldMap::isLand(GeoPosition position) const
{
    for (const double turn : {-360.0, 0.0, 360.0}) {
        const QPointF point(position.longitude + turn, position.latitude);
        if (std::any_of(land.begin(), land.end(), [&](const Area& area) { return containsPlace(area, point); })) return true;
    }
    return false;
}

const WorldMap& worldMap(MapLevel level)
{
    static std::array<std::optional<WorldMap>, 2> maps;
    auto& map = maps[static_cast<std::size_t>(level)];
    if (!map) map = readWorldMap(level);
    return *map;
}

const ProjectedMap& projectedMap(MapLevel level, const Projection& projection)
{
    struct Kept {
        Projection projection;
        ProjectedMap map;
    };
    static std::map<std::pair<MapLevel, ProjectionKind>, Kept> maps;
    const auto [place, isNew] = maps.try_emplace({level, projection.kind()});
    Kept& kept = place->second;
    if (isNew || kept.projection != projection) kept = {projection, project(worldMap(level), projection)};
    return kept.map;
}

} // namespace bellweave::ui
