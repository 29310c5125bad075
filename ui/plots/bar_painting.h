// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

class QPainter;

namespace bellweave::ui {

struct Theme;

/// One text cell of a painted list, cut in the middle when it does not fit.
void paintCell(QPainter& painter, const QRectF& cell, Qt::Alignment alignment, const QString& text, const QColor& color);
/// A horizontal bar from the left edge of the cell; `share` of the cell's width, at least one pixel when above zero.
/// Returns where it ends.
double paintBar(QPainter& painter, const QRectF& cell, double share, const QColor& color);
/// The same with the bar of the design compared with below it, thin and gray, when there is one. Returns where the longer one
/// ends, so that what is written there is not struck through.
double paintBars(QPainter& painter, const QRectF& cell, double share, const QColor& color, std::optional<double> compared, const Theme& theme);


/// Rows of a list for which there is room: what does not fit is added up in the last one, so that the rows stay complete.
/// `rest` is an empty row with a name such as moreLabel gives; `add` adds the second row to the first. `most` is 1 or more.
template<typename Row, typename Add>
std::vector<Row> foldedRows(std::vector<Row> rows, std::size_t most, Row rest, Add add)
{
    if (rows.size() <= most) return rows;
    for (std::size_t at = most - 1; at < rows.size(); ++at) add(rest, rows[at]);
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most) - 1, rows.end());
    rows.push_back(std::move(rest));
    return rows;
}
/// The name of the row that stands for all that do not fit: "3 more".
QString moreLabel(std::size_t rows, std::size_t most);
/// How many rows of a height fit into another, at least one.
std::size_t rowsThatFit(double height, double rowHeight);

} // namespace bellweave::ui
