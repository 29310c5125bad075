// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_layer.h"

#include "ui/canvas/graticule.h"
#include "ui/canvas/polygon_clip.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

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

/// Water within the world's edge, the window's color beyond it.
void paintGround(QPainter& painter, const Camera& camera, const Projection& projection)
{
    const QRectF page(QPointF(), camera.size);
    const QRectF world = projection.bounds();
    const double top = camera.toScreen(world.topLeft()).y();
    const double bottom = camera.toScreen(world.bottomLeft()).y();
    if (projection.turns()) {
        painter.fillRect(page, theme().window);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().water);
        painter.drawPolygon(clippedRing(onScreen(projection.outline(), camera, 0.0), page.adjusted(-8, -8, 8, 8)));
        return;
    }
    if (top > 0 || bottom < camera.size.height()) painter.fillRect(page, theme().window);
    painter.setClipRect(QRectF(0, top, camera.size.width(), bottom - top), Qt::IntersectClip);
    painter.fillRect(page, theme().water);
}

void paintOutline(QPainter& painter, const Camera& camera, const Projection& projection)
{
    if (!projection.turns()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().coast, 1.2));
    painter.drawPolygon(clippedRing(onScreen(projection.outline(), camera, 0.0), QRectF(QPointF(), camera.size).adjusted(-8, -8, 8, 8)));
}

} // namespace

void paintMap(QPainter& painter, const Camera& camera, const Projection& projection, MapLevel level, const MapLayers& layers)
{
    const ProjectedMap& map = projectedMap(level, projection);
    const double opacity = painter.opacity();
    const auto paintLayer = [&](Layer layer, bool smooth, auto paint) {
        if (layers.opacity(layer) <= 0.0) return;
        painter.setOpacity(opacity * layers.opacity(layer));
        painter.setRenderHint(QPainter::Antialiasing, smooth && level == MapLevel::Fine);
        paint();
    };
    painter.save();
    paintGround(painter, camera, projection);
    paintLayer(Layer::Land, true, [&] { paintLand(painter, camera, map); });
    paintLayer(Layer::Graticule, projection.turns(), [&] { paintGraticule(painter, camera, projection); });
    paintLayer(Layer::Borders, true, [&] { paintLines(painter, camera, map.borders, theme().border); });
    paintLayer(Layer::Coasts, true, [&] { paintLines(painter, camera, map.coasts, theme().coast); });
    painter.setOpacity(opacity);
    paintOutline(painter, camera, projection);
    painter.restore();
}

void MapLayer::draw(QPainter& painter, const Camera& camera, const Projection& projection, const MapLayers& layers, bool moving)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const bool fresh = !m_picture.isNull() && m_camera == camera && m_projection == projection && m_layers == layers
        && m_picture.devicePixelRatio() == ratio;
    if (moving && !fresh) {
        paintMap(painter, camera, projection, MapLevel::Coarse, layers);
        return;
    }
    if (!fresh) {
        m_picture = QPixmap((camera.size * ratio).toSize());
        m_picture.setDevicePixelRatio(ratio);
        m_camera = camera;
        m_projection = projection;
        m_layers = layers;
        QPainter pen(&m_picture);
        paintMap(pen, camera, projection, MapLevel::Fine, layers);
    }
    painter.drawPixmap(0, 0, m_picture);
}

} // namespace bellweave::ui
