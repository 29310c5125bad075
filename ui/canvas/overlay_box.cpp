// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlay_box.h"

#include <QPainter>

namespace bellweave::ui {

void paintOverlayBox(QPainter& painter, const QRectF& box, const QColor& fill, const QColor& edge)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1.0));
    painter.setBrush(fill);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void writeText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(baseline, text);
}

} // namespace bellweave::ui
