// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_units.h"
#include "ui/canvas/network_painter.h"

#include <QLineF>
#include <QString>
#include <array>

class QPainter;

namespace bellweave::ui {

/// What to do first, over the middle of a map without sites.
/// A sentence in the middle of an empty map.
void paintEmptyWords(QPainter& painter, QSizeF page, const QString& words);
void paintEmptyHint(QPainter& painter, QSizeF page, const std::array<QString, 3>& keys);

/// Shows every site, none of them below an overlay where that is possible; the world when there is none.
Camera fittedToSites(const NetworkScene& scene, QSizeF page, const std::vector<QRectF>& overlays);

/// A round number of what one pixel spans, that fits into `pixels`.
double scaleBarLength(double perPixel, double pixels);
/// True at the middle of the picture; paper takes kilometers.
void paintScaleBar(QPainter& painter, const QRectF& box, const Camera& camera, const Projection& projection,
                   DistanceUnit unit = DistanceUnit::Kilometers);

/// What limits the one selected demand, beside the element that limits it; empty when nothing is selected or known.
/// `overlays`: what it may not cover.
QRectF calloutBox(const CanvasContent& content, const std::vector<QRectF>& overlays);
/// From the limiting element to its box.
QLineF calloutLine(const CanvasContent& content, const QRectF& box);
void paintCallout(QPainter& painter, const CanvasContent& content, const QRectF& box);

} // namespace bellweave::ui
