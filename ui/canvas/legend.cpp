// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/legend.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/overlay_box.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr QSizeF kLegendSize{262, 92};
constexpr double kMargin = 12.0;
constexpr std::array<double, 5> kRateSamples{0.5, 1.0, 5.0, 20.0, 60.0};

QString limitText(LinkMeasure measure, std::size_t step, const ColorScale& scale)
{
    if (step > 0) return QString::number(scale.limits[step - 1]);
    return measure == LinkMeasure::Fidelity ? Legend::tr("none") : QString();   // below 0.5 there is no entanglement
}

void paintColorScale(QPainter& painter, QPointF corner, double width, LinkMeasure measure)
{
    const ColorScale scale = colorScale(measure);
    const QFont small = uiFont(10.5);
    const auto count = theme().fidelityClasses.size();
    const double step = width / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = corner.x() + step * static_cast<double>(i);
        painter.fillRect(QRectF(x, corner.y(), step - 1, 7), theme().fidelityClasses[scale.largerIsBetter ? i : count - 1 - i]);
        const QString text = limitText(measure, i, scale);
        const double shift = i == 0 ? 0.0 : QFontMetricsF(small).horizontalAdvance(text) / 2;
        writeText(painter, {x - shift, corner.y() + 19}, text, small, theme().textSecond);
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
        writeText(painter, {x, corner.y() + 15}, text, uiFont(10.5), theme().textSecond);
    }
}

/// A gray line and its words, at the right end of the title.
void paintNoValue(QPainter& painter, QPointF right)
{
    const QFont small = uiFont(10.5);
    const QString text = Legend::tr("no value");
    const double start = right.x() - QFontMetricsF(small).horizontalAdvance(text);
    writeText(painter, {start, right.y()}, text, small, theme().textSecond);
    painter.fillRect(QRectF(start - 20, right.y() - 5, 15, 3), theme().fieldEdge);
}

} // namespace

QRectF legendBox(QSizeF page)
{
    return {QPointF(page.width() - kLegendSize.width() - kMargin, page.height() - kLegendSize.height() - kMargin), kLegendSize};
}

void paintLegend(QPainter& painter, const QRectF& box, LinkMeasure measure)
{
    painter.save();
    paintOverlayBox(painter, box, theme().panel, theme().line);
    const double left = box.left() + 10;
    const double width = box.width() - 20;
    const QFont head = uiFont(11, QFont::DemiBold);
    writeText(painter, {left, box.top() + 17}, legendTitle(measure), head, theme().text);
    paintNoValue(painter, {left + width, box.top() + 17});
    paintColorScale(painter, {left, box.top() + 23}, width, measure);
    writeText(painter, {left, box.top() + 59}, Legend::tr("Width: rate, ebit/s"), head, theme().text);
    paintRateScale(painter, {left, box.top() + 70}, width);
    painter.restore();
}

Legend::Legend(NetworkView& view, QWidget* parent) : QAbstractButton(parent), m_view(view)
{
    setObjectName(QStringLiteral("legend"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QAbstractButton::clicked, this, &Legend::chooseMeasure);
    connect(&view, &NetworkView::linkMeasureChanged, this, &Legend::showMeasure);
    showMeasure();
}

QSize Legend::sizeHint() const { return kLegendSize.toSize(); }

void Legend::showMeasure()
{
    const LinkMeasure measure = m_view.linkMeasure();
    setAccessibleName(tr("Legend: the color of links shows %1").arg(measureName(measure)));
    setAccessibleDescription(measureExplanation(measure));
    setToolTip(tr("<p>%1</p><p>Click to color links by something else.</p>").arg(measureExplanation(measure).toHtmlEscaped()));
    update();
}

void Legend::chooseMeasure()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const LinkMeasure measure : kLinkMeasures) {
        QAction* action = menu->addAction(measureName(measure), &m_view, [this, measure] { m_view.setLinkMeasure(measure); });
        action->setCheckable(true);
        action->setChecked(measure == m_view.linkMeasure());
        group->addAction(action);
    }
    menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

void Legend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintLegend(painter, rect(), m_view.linkMeasure());
    if (!underMouse()) return;
    painter.setPen(QPen(theme().fieldEdge, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace bellweave::ui
