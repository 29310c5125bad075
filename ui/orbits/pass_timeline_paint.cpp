// SPDX-License-Identifier: GPL-3.0-or-later
// How the PassTimeline looks: rows, axis, legend, playhead.
#include "ui/orbits/orbit_layer.h"
#include "ui/orbits/orbit_words.h"
#include "ui/orbits/pass_timeline.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <cmath>

namespace bellweave::ui {
namespace {

constexpr double kRule = 3.0;              // px: both dark
constexpr double kLeastWidth = 2.0;        // px of a pass

/// Seconds between ticks, so that their words have room.
double tickStep(double perPixel)
{
    for (const double step : {60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0, 2 * 86400.0, 7 * 86400.0})
        if (step / perPixel >= textRoom(62)) return step;
    double step = 30 * 86400.0;
    while (step / perPixel < textRoom(62)) step *= 2.0;
    return step;
}

} // namespace

void PassTimeline::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().panel);
    if (!m_orbits.almanac() || m_orbits.almanac()->rows().empty()) {
        painter.setFont(uiFont(12.5));
        painter.setPen(theme().textSecond);
        painter.drawText(viewport()->rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap, tr("No passes yet: join a satellite and a ground station by a link (L)."));
        return;
    }
    if (m_picture.isNull()) {
        m_picture = QPixmap(viewport()->size() * devicePixelRatioF());
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        m_picture.fill(theme().panel);
        QPainter onPicture(&m_picture);
        paintRows(onPicture);
    }
    painter.drawPixmap(0, 0, m_picture);
    paintPlayhead(painter);
}

void PassTimeline::paintRows(QPainter& painter) const
{
    painter.save();
    painter.setClipRect(0, axisHeight(), viewport()->width(), viewport()->height() - axisHeight() - legendHeight());
    for (std::size_t row = 0; row < m_orbits.almanac()->rows().size(); ++row)
        if (boxOf(row).bottom() > axisHeight() && boxOf(row).top() < viewport()->height()) paintRow(painter, row);
    painter.restore();
    paintAxis(painter);
    paintLegend(painter);
}

/// What filled, empty and gray mean.
void PassTimeline::paintLegend(QPainter& painter) const
{
    const double top = viewport()->height() - legendHeight(), middle = top + legendHeight() / 2.0;
    painter.fillRect(QRectF(0, top, viewport()->width(), legendHeight()), theme().panel);
    painter.setFont(uiFont(11));
    double x = 12.0;
    const auto word = [&](const QString& text) {
        painter.setPen(theme().textSecond);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRectF(x, top, width + 2, legendHeight()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += width + textRoom(24);
    };
    painter.fillRect(QRectF(x, middle - 5.0, 11.0, 10.0), theme().series[0]);
    x += 17.0;
    word(tr("usable, height is elevation"));
    painter.setPen(QPen(theme().series[0], 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(x, middle - 5.0, 11.0, 10.0));
    x += 17.0;
    word(tr("lost to daylight"));
    painter.fillRect(QRectF(x, middle - kRule / 2.0, 18.0, kRule), theme().fieldEdge);
    x += 24.0;
    word(tr("dark at the station, at both of two"));
}

void PassTimeline::paintAxis(QPainter& painter) const
{
    const JulianDate& epoch = m_orbits.almanac()->scene().epoch();
    painter.setFont(uiFont(11));
    painter.setPen(theme().textSecond);
    painter.drawText(QRectF(10, 0, nameWidth() - 14, axisHeight()), Qt::AlignVCenter | Qt::AlignLeft, tr("Ground stations, UTC"));
    painter.drawText(QRectF(viewport()->width() - totalWidth(), 0, totalWidth() - 8, axisHeight()), Qt::AlignVCenter | Qt::AlignRight, tr("over the span"));
    const double step = tickStep((m_until - m_from) / std::max(1.0, xOf(m_until) - xOf(m_from)));
    const double midnight = std::fmod(epoch.day - 0.5 + epoch.fraction, 1.0) * 86400.0;    // the design begins so long after midnight
    for (double tick = std::ceil((m_from + midnight) / step) * step - midnight; tick <= m_until; tick += step) {
        const double x = xOf(tick);
        painter.setPen(theme().textSecond);
        const bool isDay = std::abs(std::remainder(tick + midnight, 86400.0)) < 1.0;
        const QString text = isDay && m_orbits.clock().span() > 86400.0 ? dayText(epoch, tick) : clockText(epoch, tick);
        painter.drawText(QRectF(x - 40, 0, 80, axisHeight()), Qt::AlignCenter, text);
        painter.setPen(QPen(theme().line, 1.0));
        painter.drawLine(QPointF(x, axisHeight()), QPointF(x, viewport()->height()));
    }
    painter.fillRect(0, axisHeight() - 1, viewport()->width(), 1, theme().line);
}

void PassTimeline::paintRow(QPainter& painter, std::size_t row) const
{
    const engine::SkyRow& shown = m_orbits.almanac()->rows()[row];
    const QRectF box = boxOf(row);
    const bool isChosen = m_orbits.row() == row;
    if (isChosen) painter.fillRect(box, theme().selectedRow);
    painter.fillRect(QRectF(box.left(), box.bottom() - 1.0, box.width(), 1.0), theme().line);
    painter.setFont(uiFont(12, isChosen ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme().text);
    painter.drawText(box.adjusted(10, 0, -(box.width() - nameWidth() + 6), 0), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(rowName(row), Qt::ElideMiddle, nameWidth() - 18));
    painter.setFont(uiFont(11.5));
    painter.drawText(box.adjusted(box.width() - totalWidth(), 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, rowTotal(row));
    painter.save();
    painter.setClipRect(QRectF(nameWidth(), axisHeight(), viewport()->width() - nameWidth() - totalWidth(), viewport()->height()), Qt::IntersectClip);
    for (const engine::TimeRange& dark : shown.dark)
        painter.fillRect(QRectF(QPointF(xOf(dark.from), box.bottom() - kRule - 3.0), QPointF(xOf(dark.until), box.bottom() - 3.0)), theme().fieldEdge);
    for (const engine::SkyPass& pass : shown.passes)
        if (pass.time.until >= m_from && pass.time.from <= m_until) paintPass(painter, pass, box);
    painter.restore();
}

void PassTimeline::paintPass(QPainter& painter, const engine::SkyPass& pass, const QRectF& box) const
{
    const QColor color = satelliteColor(m_orbits.almanac()->scene(), pass.satellite);
    const double foot = box.bottom() - kRule - 5.0, room = foot - box.top() - 4.0, height = std::max(3.0, room * pass.elevation / 90.0);
    const auto bar = [&](const engine::TimeRange& time) {
        const double left = xOf(time.from);
        return QRectF(left, foot - height, std::max(kLeastWidth, xOf(time.until) - left), height);
    };
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(color, 1.0));
    painter.setBrush(Qt::NoBrush);
    if (pass.usable != std::vector{pass.time}) painter.drawRect(bar(pass.time));
    for (const engine::TimeRange& usable : pass.usable) painter.fillRect(bar(usable), color);
}

void PassTimeline::paintPlayhead(QPainter& painter) const
{
    const double x = xOf(m_orbits.clock().time());
    if (x < nameWidth() - 0.5 || x > viewport()->width() - totalWidth() + 0.5) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(x - 1.0, axisHeight() - 4.0, 2.0, viewport()->height() - axisHeight() - legendHeight() + 4.0), theme().accent);
    painter.setFont(uiFont(11, QFont::DemiBold));
    const QString text = clockText(m_orbits.almanac()->scene().epoch(), m_orbits.clock().time());
    const QSizeF size(painter.fontMetrics().horizontalAdvance(text) + 12.0, axisHeight() - 6.0);
    const QRectF tag(QPointF(std::clamp(x - size.width() / 2.0, 0.0, viewport()->width() - size.width()), 2.0), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawRoundedRect(tag, 3.0, 3.0);
    painter.setPen(theme().onAccent);
    painter.drawText(tag, Qt::AlignCenter, text);
}

} // namespace bellweave::ui
