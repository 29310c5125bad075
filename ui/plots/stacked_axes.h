// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/style/theme.h"

namespace bellweave::ui {

/// Axes below each other that share one x, `count` >= 1; the first are the plot's own. Figures and name of x stand below
/// the last; above each there is a line for a caption.
std::vector<QCPAxisRect*> stackAxes(QCustomPlot& plot, int count, const Theme& theme);
/// The line above axes, px.
QRectF captionLine(const QCPAxisRect& rect);
/// Takes all but the plot's own axes away.
void unstackAxes(QCustomPlot& plot);
/// Where anything may be read: all axes together, px.
QRect axesArea(const QCustomPlot& plot);
/// Axes that carry names: x below the last, y of the last.
QCPAxis* lowestAxis(const QCustomPlot& plot, Qt::Orientation orientation);
/// Every x and y in turn, from the top.
std::vector<QCPAxis*> drawnAxes(const QCustomPlot& plot);
/// Their ranges.
std::vector<QCPRange> axisRanges(const QCustomPlot& plot);
/// Puts them back; nothing happens when there are other axes now.
void setAxisRanges(const QCustomPlot& plot, const std::vector<QCPRange>& ranges);

/// Logarithmic with figures at 1, 2 and 5 of every decade where there are few decades, else at the decades.
void setFineLogarithmic(QCPAxis& axis);

} // namespace bellweave::ui
