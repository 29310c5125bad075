// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/sky_plot.h"

#include "ui/plots/figures.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kRings[] = {0.0, 30.0, 60.0};

int side() { return textRoom(148); }

} // namespace

SkyPlot::SkyPlot(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Sky plot"));
    followMeasures(*this, [this] { updateGeometry(), update(); });
}

QSize SkyPlot::sizeHint() const { return {side() * 2, side() + textRoom(8)}; }

QSize SkyPlot::minimumSizeHint() const { return {side() + textRoom(110), side() + textRoom(8)}; }

QPointF SkyPlot::center() const { return {side() / 2.0 + 6.0, height() / 2.0}; }

double SkyPlot::radius() const { return (side() - 2.0 * textRoom(17)) / 2.0; }

QPointF SkyPlot::placeOf(const SkyPoint& point) const
{
    const double away = radius() * (90.0 - point.elevation) / 90.0, azimuth = point.azimuth * kDegree;
    return center() + away * QPointF(std::sin(azimuth), -std::cos(azimuth));
}

void SkyPlot::show(std::vector<SkyPath> paths)
{
    m_paths = std::move(paths);
    describe();
    update();
}

void SkyPlot::describe()
{
    QStringList sentences;
    for (const SkyPath& path : m_paths) {
        if (path.points.empty()) continue;
        const auto highest = std::max_element(path.points.begin(), path.points.end(), [](const SkyPoint& a, const SkyPoint& b) { return a.elevation < b.elevation; });
        sentences.append(tr("From %1: from azimuth %2° over %3° high at azimuth %4° to azimuth %5°.")
                             .arg(path.station, figures::figureText(path.points.front().azimuth, 3), figures::figureText(highest->elevation, 2), figures::figureText(highest->azimuth, 3),
                                  figures::figureText(path.points.back().azimuth, 3)));
    }
    setAccessibleDescription(sentences.isEmpty() ? tr("No pass is chosen.") : sentences.join(u' '));
    setToolTip(sentences.join(u'\n'));
}

void SkyPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    for (const SkyPath& path : m_paths) paintPath(painter, path);
    paintLegend(painter);
}

void SkyPlot::paintGrid(QPainter& painter) const
{
    painter.setBrush(theme().raised);
    painter.setPen(QPen(theme().lineStrong, 1.0));
    for (const double ring : kRings) {
        const double away = radius() * (90.0 - ring) / 90.0;
        painter.drawEllipse(center(), away, away);
        painter.setBrush(Qt::NoBrush);
    }
    painter.drawLine(placeOf({0.0, 0.0}), placeOf({180.0, 0.0}));
    painter.drawLine(placeOf({90.0, 0.0}), placeOf({270.0, 0.0}));
    painter.setFont(uiFont(10.5));
    painter.setPen(theme().textSecond);
    const double reach = textRoom(14);
    const std::pair<QString, double> names[] = {{tr("N", "north"), 0.0}, {tr("E", "east"), 90.0}, {tr("S", "south"), 180.0}, {tr("W", "west"), 270.0}};
    for (const auto& [name, azimuth] : names) {
        const QPointF at = center() + (radius() + 0.55 * reach) * QPointF(std::sin(azimuth * kDegree), -std::cos(azimuth * kDegree));
        painter.drawText(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)), Qt::AlignCenter, name);
    }
}

void SkyPlot::paintPath(QPainter& painter, const SkyPath& path) const
{
    painter.setBrush(Qt::NoBrush);
    QPen mask(theme().bad, 1.0, Qt::CustomDashLine);
    mask.setDashPattern({2.5, 3.0});
    painter.setPen(mask);
    const double away = radius() * (90.0 - path.leastElevation) / 90.0;
    painter.drawEllipse(center(), away, away);
    QPolygonF line;
    for (const SkyPoint& point : path.points)
        if (point.elevation >= 0.0) line.append(placeOf(point));
    painter.setPen(QPen(path.color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    if (!path.now || path.now->elevation < 0.0) return;
    painter.setPen(QPen(theme().raised, 1.2));
    painter.setBrush(path.color);
    painter.drawEllipse(placeOf(*path.now), 4.6, 4.6);
}

void SkyPlot::paintLegend(QPainter& painter) const
{
    if (m_paths.empty()) return;
    painter.setFont(uiFont(11));
    const int row = textRoom(17);
    const double left = side() + textRoom(10.0), line = textRoom(16);
    double y = height() / 2.0 - row * (static_cast<double>(m_paths.size()) + 1.0) / 2.0;
    const auto words = [&](const QString& text, const QColor& color) {
        const QRectF box(left + line + textRoom(6), y, width() - left - line - textRoom(6), row);
        painter.setPen(color);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text, Qt::ElideMiddle, static_cast<int>(box.width())));
        y += row;
    };
    for (const SkyPath& path : m_paths) {
        painter.setPen(QPen(path.color, 2.0));
        painter.drawLine(QPointF(left, y + row / 2.0), QPointF(left + line, y + row / 2.0));
        words(tr("from %1").arg(path.station), theme().text);
    }
    QPen mask(theme().bad, 1.0, Qt::CustomDashLine);
    mask.setDashPattern({2.5, 3.0});
    painter.setPen(mask);
    painter.drawLine(QPointF(left, y + row / 2.0), QPointF(left + line, y + row / 2.0));
    words(tr("lowest view"), theme().textSecond);
    words(tr("rings at 0, 30, 60°"), theme().textSecond);
}

} // namespace bellweave::ui
