// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overview_map.h"

#include "engine/orbits/ground_track.h"
#include "ui/canvas/network_view.h"
#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kTimesTheView = 4.0;    // width of the surroundings
constexpr double kStill = 1.8;           // change of scale up to which the surroundings stay
constexpr double kInnerShare = 0.3;      // of half the box: within it the outline's middle moves freely
constexpr int kSidePoints = 24;          // of the outline, to bend along the edge of the world

/// The edge of a page, corner to corner.
std::vector<QPointF> edgeOf(QSizeF page)
{
    const QPointF corners[] = {{0, 0}, {page.width(), 0}, {page.width(), page.height()}, {0, page.height()}, {0, 0}};
    std::vector<QPointF> points;
    for (std::size_t side = 0; side < 4; ++side)
        for (int i = 0; i < kSidePoints; ++i) points.push_back(corners[side] + (corners[side + 1] - corners[side]) * i / kSidePoints);
    return points;
}

/// Six dots in the upper right corner.
class Grip : public QWidget {
public:
    explicit Grip(QWidget* parent) : QWidget(parent)
    {
        setFixedSize(24, 24);
        setCursor(Qt::SizeAllCursor);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().panel);
        painter.drawRoundedRect(QRectF(6, 4, 14, 16), 3, 3);
        painter.setBrush(theme().textSecond);
        for (const double x : {10.5, 15.5})
            for (const double y : {8.0, 12.0, 16.0}) painter.drawEllipse(QPointF(x, y), 1.2, 1.2);
    }
};

MapLayers groundOnly()
{
    MapLayers layers;
    layers[Layer::Graticule].visible = false;
    return layers;
}

} // namespace

OverviewMap::OverviewMap(NetworkView& view, QWidget* parent) : QWidget(parent), m_view(view), m_handle(new Grip(this))
{
    setObjectName(QStringLiteral("overview"));
    setAccessibleName(tr("Overview map"));
    setToolTip(tr("The outline is what the map shows; drag it to move the map."));
    m_handle->setToolTip(tr("Drag the overview to another corner."));
    setCursor(Qt::OpenHandCursor);
}

GeoPosition OverviewMap::middleOfView() const { return m_view.networkScene().projection().inverse(m_view.camera().center); }

QPointF OverviewMap::pointOf(GeoPosition place) const { return m_map.camera.nearestToScreen(m_map.projection.forward(place)); }

MapView OverviewMap::surroundings() const
{
    const Projection& shown = m_view.networkScene().projection();
    MapView map{shown, m_view.camera()};
    map.camera.size = size();
    map.camera.scale *= width() / std::max(m_view.camera().size.width(), 1.0) / kTimesTheView;
    return map.lookingAt(middleOfView());
}

/// A map that turns is turned along. Another moves on only when the outline nears the edge or no longer fits, so that the eye
/// keeps its hold.
void OverviewMap::follow()
{
    if (m_grip) return;
    const MapView wanted = surroundings();
    const QPointF way = pointOf(middleOfView()) - QRectF(rect()).center();
    const bool isInside = std::abs(way.x()) < kInnerShare * width() / 2 && std::abs(way.y()) < kInnerShare * height() / 2;
    const double growth = wanted.camera.scale / m_map.camera.scale;
    const bool isAlike = !wanted.projection.turns() && wanted.projection == m_map.projection && wanted.camera.size == m_map.camera.size
        && growth < kStill && growth > 1 / kStill;
    const bool isWorld = m_map.projection.bounds().width() * m_map.camera.scale <= width() + 1 && growth == 1.0;
    if (!isAlike || !(isInside || isWorld)) m_map = wanted;
}

QPolygonF OverviewMap::outline() const
{
    const Projection& shown = m_view.networkScene().projection();
    const Camera& camera = m_view.camera();
    QPolygonF result;
    if (shown.turns()) {
        for (const QPointF& screen : edgeOf(camera.size)) result.append(pointOf(shown.inverse(camera.toMap(screen))));
        return result;
    }
    // A view of more than a whole turn stays one.
    const QRectF world(camera.visible().left(), shown.bounds().top(), camera.visible().width(), shown.bounds().height());
    const QRectF seen = camera.visible().intersected(world);
    const QPointF turn = nearestCopy(camera.center, m_map.camera.center, camera.period) - camera.center;
    for (const QPointF& corner : {seen.topLeft(), seen.topRight(), seen.bottomRight(), seen.bottomLeft()})
        result.append(m_map.camera.toScreen(corner + turn));
    return result;
}

void OverviewMap::resizeEvent(QResizeEvent*) { m_handle->move(width() - m_handle->width(), 0); }

void OverviewMap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) m_layer.invalidate();
}

void OverviewMap::paintEvent(QPaintEvent*)
{
    follow();
    QPainter painter(this);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    m_layer.draw(painter, m_map.camera, m_map.projection, groundOnly(), m_view.isMoving());
    for (const Site& site : m_view.session().network().sites)
        if (const auto place = engine::mapPlace(site, m_view.session().network().general().time); place && m_map.projection.shows(*place)) painter.fillRect(QRectF(pointOf(*place) - QPointF(1, 1), QSizeF(2, 2)), theme().text);
    QColor fill = theme().accent;
    fill.setAlphaF(0.12F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(theme().accent, 1.4));
    painter.drawPolygon(outline());
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().lineStrong, 1.0));
    painter.drawPath(shape);
}

void OverviewMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const QPointF middle = pointOf(middleOfView());
    const bool onOutline = outline().containsPoint(event->position(), Qt::OddEvenFill);
    m_grip = onOutline ? middle - event->position() : QPointF();
    setCursor(Qt::ClosedHandCursor);
    mouseMoveEvent(event);
}

void OverviewMap::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_grip) return;
    const QPointF inside(std::clamp(event->position().x(), 0.0, double(width())), std::clamp(event->position().y(), 0.0, double(height())));
    m_view.centerOn(m_map.projection.inverse(m_map.camera.toMap(inside + *m_grip)));
}

void OverviewMap::mouseReleaseEvent(QMouseEvent*)
{
    m_grip.reset();
    setCursor(Qt::OpenHandCursor);
    update();
}

} // namespace bellweave::ui
