// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace bellweave::ui {

/// A box drawn from one corner to the other: rightwards it encloses, leftwards it touches.
struct RubberBand {
    QPointF start;
    QPointF end;

    QRectF box() const { return QRectF(start, end).normalized(); }
    bool touches() const { return end.x() < start.x(); }
};

/// A solid edge for a band that encloses, a dashed one for a band that touches.
void paintRubberBand(QPainter& painter, const RubberBand& band);

} // namespace bellweave::ui
