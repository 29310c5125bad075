// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/bar_painting.h"

#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace bellweave::ui {

void paintCell(QPainter& painter, const QRectF& cell, Qt::Alignment alignment, const QString& text, const QColor& color)
{
    painter.setPen(color);
    const QString fitting = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideMiddle, cell.width());
    painter.drawText(cell, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

double paintBar(QPainter& painter, const QRectF& cell, double share, const QColor& color)
{
    const double width = share > 0.0 ? std::max(1.0, cell.width() * std::min(1.0, share)) : 0.0;
    const double height = 6.0;
    painter.fillRect(QRectF(cell.left(), cell.center().y() - height / 2, width, height), color);
    return cell.left() + width;
}

double paintBars(QPainter& painter, const QRectF& cell, double share, const QColor& color, std::optional<double> compared, const Theme& theme)
{
    const double end = paintBar(painter, cell, share, color);
    if (!compared) return end;
    const double width = cell.width() * std::clamp(*compared, 0.0, 1.0);
    painter.fillRect(QRectF(cell.left(), cell.center().y() + 4, width, 2), theme.series.back());
    return std::max(end, cell.left() + width);
}

QString moreLabel(std::size_t rows, std::size_t most)
{
    return QCoreApplication::translate("Plot", "%n more", "rows of a list", static_cast<int>(rows - std::min(rows, most - 1)));
}

std::size_t rowsThatFit(double height, double rowHeight)
{
    return static_cast<std::size_t>(std::max(1.0, std::floor(height / rowHeight)));
}

} // namespace bellweave::ui
