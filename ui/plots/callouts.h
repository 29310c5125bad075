// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_look.h"

class QPainter;

namespace bellweave::ui {

/// Values in a card beside the place in the plot they belong to; in px of the plot.
struct Callout {
    QPointF at;
    QString text;
    std::optional<QRectF> area;    ///< where the crosshair runs; none for plots without axes
    QPointF shift;                 ///< how far the card was dragged from where it would stand by itself
};

/// The x that is read for another one: values are read where there are any.
double nearestStop(const Drawing& drawing, double x);
/// What a drawn plot says at a place; none where it says nothing.
std::optional<Callout> calloutOf(const QCustomPlot& canvas, QSizeF size, const Drawing& drawing, const PlotPlace& place);

/// Where a card would stand alone in a plot of a size.
QRectF wantedCard(const Callout& callout, QSizeF size);
/// The nearest place to that which covers nothing that is taken; the one that covers least when there is none.
QRectF freeCard(const Callout& callout, const std::vector<QRectF>& taken, QSizeF size);
/// The cards of pins, oldest first: those that were dragged stand where they were put, the others give way.
std::vector<QRectF> pinCards(const std::vector<Callout>& pins, QSizeF size);

/// A card with its crosshair, and the line that ties it to its place when it is pinned.
void paintCallout(QPainter& painter, const Callout& callout, const QRectF& card, bool pinned);

} // namespace bellweave::ui
