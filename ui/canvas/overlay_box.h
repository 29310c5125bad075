// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace bellweave::ui {

/// The rounded ground of what lies over the map.
void paintOverlayBox(QPainter& painter, const QRectF& box, const QColor& fill, const QColor& edge);
/// Text that begins at a point of its baseline.
void writeText(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& color);

} // namespace bellweave::ui
