// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <vector>

class QCustomPlot;

namespace bellweave::ui {

/// What is drawn inside the axes of a plot and must stay legible, in px: lines of curves and limits, boxes around dots.
struct PlotMarks {
    std::vector<QLineF> lines;
    std::vector<QRectF> dots;

    /// Whether any of them reaches into a box or comes nearer than 2 px.
    bool reachInto(const QRectF& box) const;
};

/// The marks of a plot as it is painted now.
PlotMarks marksOf(QCustomPlot& plot);

} // namespace bellweave::ui
