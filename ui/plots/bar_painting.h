// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace bellweave::ui {

struct Theme;

/// One text cell of a painted list, cut in the middle when it does not fit.
void paintCell(QPainter& painter, const QRectF& cell, Qt::Alignment alignment, const QString& text, const QColor& color);
/// A horizontal bar from the left edge of the cell; `share` of the cell's width, at least one pixel when above zero.
/// Returns where it ends.
double paintBar(QPainter& painter, const QRectF& cell, double share, const QColor& color);

} // namespace bellweave::ui
