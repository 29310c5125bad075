// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/legend.h"

#include "ui/canvas/legend_popover.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/overlay_box.h"
#include "ui/session/session.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr std::array<double, 5> kRateSamples{0.5, 1.0, 5.0, 20.0, 60.0};

QString limitText(LinkMeasure measure, std::size_t step, const ColorScale& scale)
{
    if (step > 0) return QString::number(scale.limits[step - 1]);
    // Below 0.5 there is no entanglement.
    return measure == LinkMeasure::Fidelity && scale.limits.front() <= 0.5 ? Legend::tr("none") : QString();
}

void paintColorScale(QPainter& painter, QPointF corner, double width, LinkMeasure measure, const MapSettings& map)
{
    const ColorScale scale = colorScale(measure, map);
    const QFont small = uiFont(10.5);
    const auto count = theme().fidelityClasses.size();
    const double step = width / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = corner.x() + step * static_cast<double>(i);
        painter.fillRect(QRectF(x, corner.y(), step - 1, textRoom(7)), theme().fidelityClasses[scale.largerIsBetter ? i : count - 1 - i]);
        const QString text = limitText(measure, i, scale);
        const double shift = i == 0 ? 0.0 : QFontMetricsF(small).horizontalAdvance(text) / 2;
        writeText(painter, {x - shift, corner.y() + textRoom(19)}, text, small, theme().textSecond);
    }
}

void paintRateScale(QPainter& painter, QPointF corner, double width)
{
    const double step = width / static_cast<double>(kRateSamples.size());
    for (std::size_t i = 0; i < kRateSamples.size(); ++i) {
        const double x = corner.x() + step * static_cast<double>(i);
        painter.setPen(QPen(theme().text, rateWidth(kRateSamples[i]), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, corner.y()), QPointF(x + step - 10, corner.y()));
        const QString text = i == 0 ? Legend::tr("< 1") : QString::number(kRateSamples[i]);
        writeText(painter, {x, corner.y() + textRoom(15)}, text, uiFont(10.5), theme().textSecond);
    }
}

/// A gray line and its words, at the right end of the title.
void paintNoValue(QPainter& painter, QPointF right)
{
    const QFont small = uiFont(10.5);
    const QString text = Legend::tr("no value");
    const double start = right.x() - QFontMetricsF(small).horizontalAdvance(text);
    writeText(painter, {start, right.y()}, text, small, theme().textSecond);
    painter.fillRect(QRectF(start - 20, right.y() - textRoom(5), 15, 3), theme().fieldEdge);
}

} // namespace

void paintLegend(QPainter& painter, const QRectF& box, LinkMeasure measure, const MapSettings& map)
{
    painter.save();
    paintOverlayBox(painter, box, theme().panel, theme().line);
    const double left = box.left() + 10;
    const double width = box.width() - 20;
    const QFont head = uiFont(11, QFont::DemiBold);
    writeText(painter, {left, box.top() + textRoom(17)}, legendTitle(measure), head, theme().text);
    paintNoValue(painter, {left + width, box.top() + textRoom(17)});
    paintColorScale(painter, {left, box.top() + textRoom(23)}, width, measure, map);
    writeText(painter, {left, box.top() + textRoom(59)}, Legend::tr("Width: rate, ebit/s"), head, theme().text);
    paintRateScale(painter, {left, box.top() + textRoom(70)}, width);
    painter.restore();
}

Legend::Legend(NetworkView& view, QWidget* parent) : QAbstractButton(parent), m_view(view)
{
    setObjectName(QStringLiteral("legend"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractButton::clicked, this, &Legend::openPopover);
    connect(&view, &NetworkView::linkMeasureChanged, this, &Legend::showMeasure);
    showMeasure();
}

void Legend::showMeasure()
{
    const LinkMeasure measure = m_view.linkMeasure();
    setAccessibleName(tr("Legend: the color of links shows %1").arg(measureName(measure)));
    setAccessibleDescription(measureExplanation(measure));
    setToolTip(tr("<p>%1</p><p>Click to color links by something else, or to part the classes of fidelity otherwise; drag it to another corner.</p>").arg(measureExplanation(measure).toHtmlEscaped()));
    update();
}

/// Above the legend or below it, where there is more room.
void Legend::openPopover()
{
    auto* popover = new LegendPopover(m_view, this);
    popover->adjustSize();
    const QSize size = popover->sizeHint();
    const bool isLow = geometry().center().y() > parentWidget()->height() / 2;
    const bool isRight = geometry().center().x() > parentWidget()->width() / 2;
    popover->move(mapToGlobal(QPoint(isRight ? width() - size.width() : 0, isLow ? -size.height() - 4 : height() + 4)));
    popover->show();
}

void Legend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLegend(painter, rect(), m_view.linkMeasure(), m_view.session().network().general().map);
    if (!underMouse()) return;
    painter.setPen(QPen(theme().fieldEdge, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace bellweave::ui
