// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/base/result.h"

#include <QSize>

class QPainter;

namespace bellweave::ui {

/// Paints the map with labels, legend and scale bar, as vectors, fitted to all placed sites; `size` in px at 96 dpi.
void paintMapPicture(QPainter& painter, const Network& network, const engine::Evaluation* evaluation, QSize size);

/// Draws the map as the window shows it, or one plot, into a .png, .svg or .pdf file. Needs a QApplication, not a screen.
/// `plot` names the plot, empty for the map; without an evaluation the map has neither colors nor widths of results.
/// Errors: InvalidInput with the accepted names for an unknown plot, NotWritable when the file cannot be written.
Result<void> renderMap(const Network& network, const engine::Evaluation* evaluation, const QString& outPath, QSize size,
                       const QString& plot);

} // namespace bellweave::ui
