// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_layer.h"

#include "ui/canvas/polygon_clip.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kGraticulePixels = 150.0;

QPolygonF onScreen(const QPolygonF& points, const Camera& camera, double turn)
{
    QPolygonF result;
    result.reserve(points.size());
    for (const QPointF& point : points) result.append(camera.toScreen({point.x() + turn, point.y()}));
    return result;
}

void paintLand(QPainter& painter, const Camera& camera, const ProjectedMap& map)
{
    const QRectF page = QRectF(QPointF(), camera.size).adjusted(-8, -8, 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().land);
    for (const auto& area : map.land)
        for (const double turn : camera.turnsSeen(area.bounds)) {
            QPainterPath path;
            for (const QPolygonF& ring : area.rings) path.addPolygon(clippedRing(onScreen(ring, camera, turn), page));
            painter.drawPath(path);
        }
}

void paintLines(QPainter& painter, const Camera& camera, const std::vector<ProjectedMap::Line>& lines, const QColor& color)
{
    const QRectF page = QRectF(QPointF(), camera.size).adjusted(-8, -8, 8, 8);
    painter.setPen(QPen(color, 1.0));
    for (const auto& line : lines)
        for (const double turn : camera.turnsSeen(line.bounds))
            for (const QPolygonF& part : clippedLine(onScreen(line.points, camera, turn), page)) painter.drawPolyline(part);
}

double graticuleStep(double pixelsPerDegree)
{
    for (const double step : {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0})
        if (step * pixelsPerDegree >= kGraticulePixels) return step;
    return 30.0;
}

void paintGraticule(QPainter& painter, const Camera& camera, const Projection& projection)
{
    const double step = graticuleStep(camera.scale);
    const QRectF seen = camera.visible();
    painter.setPen(QPen(theme().graticule, 1.0));
    for (double x = std::ceil(seen.left() / step) * step; x <= seen.right(); x += step) {
        const double screen = std::round(camera.toScreen({x, 0}).x()) + 0.5;
        painter.drawLine(QLineF(screen, 0, screen, camera.size.height()));
    }
    const double south = projection.inverse({0, seen.bottom()}).latitude;
    const double north = projection.inverse({0, seen.top()}).latitude;
    for (double latitude = std::ceil(south / step) * step; latitude <= north; latitude += step) {
        const double screen = std::round(camera.toScreen(projection.forward({latitude, 0})).y()) + 0.5;
        painter.drawLine(QLineF(0, screen, camera.size.width(), screen));
    }
}

} // namespace

void paintMap(QPainter& painter, const Camera& camera, const Projection& projection, MapLevel level)
{
    const ProjectedMap& map = projectedMap(level, projection.kind());
    painter.save();
    const QRectF world = projection.bounds();
    const double top = camera.toScreen(world.topLeft()).y();
    const double bottom = camera.toScreen(world.bottomLeft()).y();
    if (top > 0 || bottom < camera.size.height()) painter.fillRect(QRectF(QPointF(), camera.size), theme().window);
    painter.setClipRect(QRectF(0, top, camera.size.width(), bottom - top), Qt::IntersectClip);
    painter.fillRect(QRectF(QPointF(), camera.size), theme().water);
    painter.setRenderHint(QPainter::Antialiasing, level == MapLevel::Fine);
    paintLand(painter, camera, map);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGraticule(painter, camera, projection);
    painter.setRenderHint(QPainter::Antialiasing, level == MapLevel::Fine);
    paintLines(painter, camera, map.borders, theme().border);
    paintLines(painter, camera, map.coasts, theme().coast);
    painter.restore();
}

void MapLayer::draw(QPainter& painter, const Camera& camera, const Projection& projection, bool moving)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const bool fresh = !m_picture.isNull() && m_camera == camera && m_projection == projection
        && m_picture.devicePixelRatio() == ratio;
    if (moving && !fresh) {
        paintMap(painter, camera, projection, MapLevel::Coarse);
        return;
    }
    if (!fresh) {
        m_picture = QPixmap((camera.size * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_camera = camera;
        m_projection = projection;
        QPainter pen(&m_picture);
        paintMap(pen, camera, projection, MapLevel::Fine);
    }
    painter.drawPixmap(0, 0, m_picture);
}

} // namespace bellweave::ui
