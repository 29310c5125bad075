// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/camera.h"

#include "ui/canvas/projection.h"

namespace bellweave::ui {

constexpr double kLargestScale = 400e3;    // px per degree: about 0.3 m to a pixel
constexpr double kWorldWithinPage = 0.92;  // of the page, for a map that shows the world once

QPointF Camera::toScreen(QPointF map) const
{
    return (map - center) * scale + QPointF(size.width() / 2, size.height() / 2);
}

QPointF Camera::toMap(QPointF screen) const
{
    return (screen - QPointF(size.width() / 2, size.height() / 2)) / scale + center;
}

QRectF Camera::visible() const { return {toMap({0, 0}), size / scale}; }

Camera Camera::zoomed(QPointF screen, double factor) const
{
    Camera result = *this;
    result.scale *= factor;
    result.center += toMap(screen) - result.toMap(screen);
    return result;
}

Camera Camera::panned(QPointF pixels) const
{
    Camera result = *this;
    result.center -= pixels / scale;
    return result;
}

Camera Camera::fitted(const QRectF& area, double margin) const
{
    const double width = std::max(size.width() - 2 * margin, 40.0);
    const double height = std::max(size.height() - 2 * margin, 40.0);
    Camera result = *this;
    result.center = area.center();
    result.scale = std::min(width / std::max(area.width(), 1e-9), height / std::max(area.height(), 1e-9));
    return result;
}

Camera Camera::limited(const Projection& projection) const
{
    Camera result = *this;
    const QRectF world = projection.bounds();
    result.period = projection.period();
    const double acrossAll = size.width() / world.width();
    const double within = std::min(acrossAll, size.height() / world.height()) * kWorldWithinPage;
    result.scale = std::clamp(scale, std::min(projection.turns() ? within : acrossAll, kLargestScale), kLargestScale);
    const double half = size.height() / 2 / result.scale;
    const double room = std::max(world.height() / 2 - half, 0.0);
    result.center.setY(projection.kind() == ProjectionKind::Globe ? 0.0 : std::clamp(result.center.y(), -room, room));
    result.center.setX(projection.turns() ? 0.0 : unwrapped(result.center.x(), 0.0));
    return result;
}

std::vector<double> Camera::turnsSeen(const QRectF& bounds) const
{
    const QRectF seen = visible();
    if (bounds.bottom() < seen.top() || bounds.top() > seen.bottom()) return {};
    if (period <= 0.0) {
        const bool beside = bounds.right() < seen.left() || bounds.left() > seen.right();
        return beside ? std::vector<double>() : std::vector<double>{0.0};
    }
    std::vector<double> turns;
    const double first = std::ceil((seen.left() - bounds.right()) / period);
    for (double turn = first; bounds.left() + turn * period <= seen.right(); turn += 1.0) turns.push_back(turn * period);
    return turns;
}

QPointF Camera::nearestToScreen(QPointF map) const { return toScreen(nearestCopy(map, center, period)); }

} // namespace bellweave::ui
