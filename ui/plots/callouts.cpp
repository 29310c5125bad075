// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/callouts.h"

#include "ui/plots/custom_plot.h"
#include "ui/plots/free_place.h"
#include "ui/plots/stacked_axes.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {

namespace {

constexpr double kWidestBox = 300.0;

void paintCrosshair(QPainter& painter, const Callout& callout, bool pinned)
{
    painter.setPen(QPen(theme().fieldEdge, 1, Qt::DotLine));
    painter.drawLine(QPointF(callout.at.x(), callout.area->top()), QPointF(callout.at.x(), callout.area->bottom()));
    if (!pinned) painter.drawLine(QPointF(callout.area->left(), callout.at.y()), QPointF(callout.area->right(), callout.at.y()));
}

/// Ties a box that stays to its place.
void paintLeader(QPainter& painter, const Callout& callout, const QRectF& box)
{
    const QPointF end(std::clamp(callout.at.x(), box.left(), box.right()), std::clamp(callout.at.y(), box.top(), box.bottom()));
    painter.setPen(QPen(theme().accent, 1));
    painter.drawLine(callout.at, end);
    painter.setBrush(theme().accent);
    if (!callout.area) painter.drawEllipse(callout.at, 2.5, 2.5);    // on a crosshair it would claim a height that is only the mouse's
}

QRectF textBox(const QString& text, QSizeF size)
{
    const QRectF limit(0, 0, std::min(size.width() - 16.0, kWidestBox * textScale()), size.height());
    return QFontMetricsF(uiFont(11)).boundingRect(limit, Qt::TextWordWrap, text);
}

/// Moved inside where it reaches out.
QRectF insidePlot(QRectF box, QSizeF size)
{
    box.moveTo(std::clamp(box.left(), 4.0, std::max(4.0, size.width() - box.width() - 6)),
               std::clamp(box.top(), 2.0, std::max(2.0, size.height() - box.height() - 2)));
    return box;
}

} // namespace

double nearestStop(const Drawing& drawing, double x)
{
    const auto& stops = drawing.stops;
    const auto nearest = std::min_element(stops.begin(), stops.end(), [x](double a, double b) { return std::abs(a - x) < std::abs(b - x); });
    return nearest == stops.end() ? x : *nearest;
}

std::optional<Callout> calloutOf(const QCustomPlot& canvas, QSizeF size, const Drawing& drawing, const PlotPlace& place)
{
    const double y = place.height * size.height();
    if (drawing.spots) {
        if (place.spot >= drawing.spots->size()) return std::nullopt;
        const HotSpot& spot = (*drawing.spots)[place.spot];
        return Callout{QPointF(spot.area.center().x(), y), spot.text, std::nullopt, place.shift};
    }
    if (!drawing.read) return std::nullopt;
    const QRectF area = axesArea(canvas);
    const double x = nearestStop(drawing, place.x);
    return Callout{QPointF(canvas.xAxis->coordToPixel(x), y), readingText(drawing.read(x)), area, place.shift};
}

/// Beside the place, on the side where there is room, and never outside the plot.
QRectF wantedCard(const Callout& callout, QSizeF size)
{
    const QRectF text = textBox(callout.text, size);
    const QSizeF card(text.width() + 14, text.height() + 8);
    const bool above = callout.at.y() > size.height() / 2.0;
    const QPointF beside(callout.at.x() + 12, above ? callout.at.y() - text.height() - 16 : callout.at.y() + 12);
    return insidePlot(insidePlot(QRectF(beside, card), size).translated(callout.shift), size);    // dragged from where it was seen
}

QRectF freeCard(const Callout& callout, const std::vector<QRectF>& taken, QSizeF size)
{
    const auto covered = [&](const QRectF& box) {
        double area = 0.0;
        for (const QRectF& other : taken) area += (box & other).width() * (box & other).height();
        return area;
    };
    const QRectF wanted = wantedCard(callout, size);
    if (covered(wanted) == 0.0) return wanted;
    QRectF best = wanted;
    for (const QRectF& box : placesFor(wanted, callout.at, QRectF(QPointF(), size).adjusted(4, 2, -6, -2))) {
        if (covered(box) < covered(best)) best = box;
        if (covered(best) == 0.0) break;
    }
    return best;
}

std::vector<QRectF> pinCards(const std::vector<Callout>& pins, QSizeF size)
{
    std::vector<QRectF> boxes(pins.size()), taken;
    for (const bool dragged : {true, false})
        for (std::size_t at = 0; at < pins.size(); ++at) {
            if (pins[at].shift.isNull() == dragged) continue;
            boxes[at] = dragged ? wantedCard(pins[at], size) : freeCard(pins[at], taken, size);
            taken.push_back(boxes[at]);
        }
    return boxes;
}

void paintCallout(QPainter& painter, const Callout& callout, const QRectF& card, bool pinned)
{
    if (callout.area) paintCrosshair(painter, callout, pinned);
    if (pinned) paintLeader(painter, callout, card);
    painter.setPen(QPen(pinned ? theme().accent : theme().lineStrong, 1));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme().text);
    painter.drawText(card.adjusted(7, 4, -7, -4), Qt::TextWordWrap, callout.text);
}

} // namespace bellweave::ui
