// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_view.h"

#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kLeastMeridian = 0.2;   // near a pole the globe is spun as if its parallels were no shorter than this

/// As one turns a globe on its stand: sideways about its axis, up and down no farther than the poles.
GeoPosition spun(GeoPosition middle, QPointF by)
{
    const double parallel = std::max(std::cos(middle.latitude * kDegree), kLeastMeridian);
    return {middle.latitude - by.y(), middle.longitude + by.x() / parallel};
}

Projection turnedTowards(const Projection& projection, QPointF center)
{
    if (projection.kind() == ProjectionKind::Globe) return projection.turnedTo(spun(projection.middle(), center));
    return projection.turnedTo(projection.inverse(center));
}

} // namespace

MapView MapView::settled() const
{
    MapView result = *this;
    const bool beside = projection.kind() == ProjectionKind::Globe ? !camera.center.isNull() : camera.center.x() != 0.0;
    if (projection.turns() && beside) result.projection = turnedTowards(projection, camera.center);
    result.camera = camera.limited(projection);
    return result;
}

MapView MapView::zoomed(QPointF screen, double factor) const
{
    const QPointF held = camera.toMap(screen);
    if (!projection.turns()) return MapView{projection, camera.zoomed(screen, factor)}.settled();
    Camera scaled = camera;
    scaled.scale *= factor;
    scaled = scaled.limited(projection);
    MapView result{projection, camera.zoomed(screen, scaled.scale / camera.scale).limited(projection)};
    if (projection.covers(held)) result.projection = projection.turnedFor(projection.inverse(held), result.camera.toMap(screen));
    return result;
}

MapView MapView::lookingAt(GeoPosition place) const
{
    MapView result{projection.turnedTo(place), camera};
    result.camera.center = result.projection.forward(place);
    return result.settled();
}

std::optional<GeoPosition> middleOf(const std::vector<GeoPosition>& places)
{
    double x = 0, y = 0, z = 0;
    for (const GeoPosition& place : places) {
        const double radius = std::cos(place.latitude * kDegree);
        x += radius * std::cos(place.longitude * kDegree);
        y += radius * std::sin(place.longitude * kDegree);
        z += std::sin(place.latitude * kDegree);
    }
    if (std::sqrt(x * x + y * y + z * z) < 1e-9) return std::nullopt;
    return GeoPosition{std::atan2(z, std::hypot(x, y)) / kDegree, std::atan2(y, x) / kDegree};
}

} // namespace bellweave::ui
