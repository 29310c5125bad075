// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_look.h"

#include <QImage>
#include <QSize>

class QPainter;

namespace bellweave::ui {

/// Writes one plot as a file: .png (at `dpi`), .svg, .pdf or .csv, decided by the path's ending. Always in the light theme.
/// The size is in px at 96 dpi. The file names the design by its fingerprint: a column of the CSV, the description else. The same plot gives the same SVG and CSV bytes every time. An Error names the path.
Result<void> writePlot(const Plot& plot, const PlotContext& context, const QString& path, QSize size, int dpi = 96);
/// The plot as an image, in a theme, for the clipboard and for reports.
QImage plotImage(const Plot& plot, const PlotContext& context, const Theme& theme, QSize size, double scale);

/// Paints the plot as vectors with a painter of any device, its corner at the origin; `size` in px at 96 dpi.
void paintPlot(QPainter& painter, const Plot& plot, const PlotContext& context, const Theme& theme, QSize size);

/// The same as somebody has set it up, with its pinned readouts; the network and the numbers are given anew. A plot of a demand
/// that is gone is a sentence.
void paintPlot(QPainter& painter, const Plot& plot, const PlotContext& context, const PlotLook& look, const Theme& theme, QSize size);

/// The demand plots show when none is chosen: the verdict's worst, else the first; null when there is none.
const engine::DemandResult* defaultDemand(const engine::Evaluation& evaluation);

/// One plot of a design by its id, for the command line. An Error lists the ids when there is no such plot.
Result<void> exportPlot(const QString& plotId, const Network& network, const engine::Evaluation& evaluation, const QString& path,
                        QSize size);

} // namespace bellweave::ui
