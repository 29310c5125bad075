// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/measure_tool.h"

#include "engine/geo/geodesic.h"
#include "engine/physics/fiber.h"
#include "ui/canvas/map_line.h"
#include "ui/canvas/map_units.h"
#include "ui/canvas/network_scene.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

namespace bellweave::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MeasureTool)
};

constexpr double kInset = 10.0;
constexpr double kFromMouse = 18.0;
constexpr double kPointRadius = 3.5;

/// Beside the mouse, on the first side where it is whole: inside the page and under no overlay.
QRectF cardBox(QPointF mouse, QSizeF size, const QRectF& page, const std::vector<QRectF>& overlays)
{
    const double right = mouse.x() + kFromMouse;
    const double left = mouse.x() - kFromMouse - size.width();
    const double below = mouse.y() + kFromMouse;
    const double above = mouse.y() - kFromMouse - size.height();
    for (const QPointF& corner : {QPointF(right, below), QPointF(left, below), QPointF(right, above), QPointF(left, above)}) {
        const QRectF box(corner, size);
        const bool isCovered = std::any_of(overlays.begin(), overlays.end(), [&](const QRectF& other) { return other.intersects(box); });
        if (page.contains(box) && !isCovered) return box;
    }
    return {QPointF(right + size.width() > page.right() ? left : right, below + size.height() > page.bottom() ? above : below), size};
}

double lineStep() { return textRoom(17); }

QFont fontOfLine(qsizetype line) { return uiFont(12, line == 0 ? QFont::DemiBold : QFont::Normal); }

void paintCard(QPainter& painter, const QStringList& lines, QPointF mouse, const QRectF& page, const std::vector<QRectF>& overlays)
{
    double width = 0.0;
    for (qsizetype at = 0; at < lines.size(); ++at)
        width = std::max(width, QFontMetricsF(fontOfLine(at)).horizontalAdvance(lines[at]));
    const QRectF box = cardBox(mouse, {width + 2 * kInset, lineStep() * double(lines.size()) + kInset}, page, overlays);
    painter.setPen(QPen(theme().line, 1.0));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(box, 4, 4);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        painter.setFont(fontOfLine(at));
        painter.setPen(at == 0 ? theme().text : theme().textSecond);
        painter.drawText(box.topLeft() + QPointF(kInset, kInset + textRoom(7) + lineStep() * double(at)), lines[at]);
    }
}

} // namespace

MeasuredWay measuredWay(const std::vector<GeoPosition>& points, double routeFactor)
{
    MeasuredWay way;
    for (std::size_t at = 1; at < points.size(); ++at)
        way.ground = way.ground + engine::geodesicDistance(points[at - 1], points[at]);
    const FiberLink standard;
    way.fiber = routeFactor * way.ground;
    way.loss = engine::fiberLoss(way.fiber, {.attenuation = standard.attenuation}).total();
    way.delay = engine::fiberDelay(way.fiber, standard.groupIndex);
    return way;
}

std::optional<SnapTarget> MeasureTool::targetAt(const Pointer& pointer) const
{
    if (pointer.modifiers & Qt::ControlModifier) return std::nullopt;
    SnapWishes wishes;
    wishes.links = false;
    return snapTarget(view().networkScene(), view().camera(), pointer.screen, wishes);
}

MeasureTool::Spot MeasureTool::spotOf(const Pointer& pointer, const std::optional<SnapTarget>& target) const
{
    const QPointF map = target ? target->map : pointer.map;
    return {map, view().networkScene().projection().inverse(map)};
}

void MeasureTool::press(const Pointer& pointer)
{
    if (!view().networkScene().projection().covers(pointer.map)) return;
    const Spot spot = spotOf(pointer, targetAt(pointer));
    if (m_points.empty()) m_start = spot.map;
    // The second press of a double click adds no leg without length.
    if (m_points.empty() || engine::geodesicDistance(m_points.back(), spot.position) > 1_m) m_points.push_back(spot.position);
    m_mouse = spot;
    view().viewport()->update();
}

void MeasureTool::move(const Pointer& pointer)
{
    m_target = targetAt(pointer);
    m_mouse = spotOf(pointer, m_target);
    view().viewport()->update();
}

bool MeasureTool::keyPress(const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Backspace || m_points.empty()) return false;
    m_points.pop_back();
    view().viewport()->update();
    return true;
}

bool MeasureTool::cancel()
{
    const bool active = !m_points.empty();
    m_points.clear();
    m_target.reset();
    m_mouse.reset();
    view().viewport()->update();
    return active;
}

/// The points set, and the mouse as the next one.
std::vector<GeoPosition> MeasureTool::way() const
{
    std::vector<GeoPosition> all = m_points;
    if (!all.empty() && m_mouse) all.push_back(m_mouse->position);
    return all;
}

QStringList MeasureTool::words() const
{
    const std::vector<GeoPosition> points = way();
    if (points.size() < 2) return {};
    const FiberLink standard;
    const double factor = view().session().network().general().settings.routeFactor;
    const MeasuredWay measured = measuredWay(points, factor);
    return {Text::tr("%1 over ground").arg(distanceText(measured.ground)),
            Text::tr("about %1 of fiber (× %2)").arg(distanceText(measured.fiber), formatNumber(factor)),
            Text::tr("%1 at %2, %3 one way")
                .arg(formatQuantity(measured.loss.si(), Dimension::Decibel),
                     formatQuantity(standard.attenuation.si(), Dimension::DecibelPerLength),
                     formatQuantity(measured.delay.si(), Dimension::Duration))};
}

/// One geodesic from a point of the map to where it returns.
QPointF MeasureTool::paintLeg(QPainter& painter, GeoPosition from, GeoPosition to, QPointF start) const
{
    const Camera& camera = view().camera();
    const Projection& projection = view().networkScene().projection();
    if (projection.turns()) start = projection.forward(from);   // it may have been turned since
    QPointF end = projection.forward(to);
    for (MapStretch& stretch : geodesicStretches(from, to, projection)) {
        if (!projection.turns()) stretch.points.translate(start.x() - stretch.points.front().x(), 0.0);
        if (!projection.turns()) end = stretch.points.back();
        for (QPointF& point : stretch.points) point = camera.toScreen(point);
        painter.drawPolyline(stretch.points);
    }
    if (projection.shows(from)) painter.drawEllipse(camera.toScreen(start), kPointRadius, kPointRadius);
    return end;
}

void MeasureTool::paint(QPainter& painter) const
{
    const Camera& camera = view().camera();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_target) paintSnap(painter, camera, *m_target);
    const std::vector<GeoPosition> points = way();
    painter.setPen(QPen(theme().accent, 1.8));
    painter.setBrush(theme().panel);
    QPointF end = m_start;
    for (std::size_t at = 1; at < points.size(); ++at) end = paintLeg(painter, points[at - 1], points[at], end);
    if (!points.empty() && view().networkScene().projection().shows(points.back()))
        painter.drawEllipse(camera.toScreen(end), kPointRadius, kPointRadius);
    const QStringList lines = words();
    if (!lines.isEmpty()) paintCard(painter, lines, camera.toScreen(end), view().viewport()->rect(), view().overlayBoxes());
    painter.restore();
}

} // namespace bellweave::ui
