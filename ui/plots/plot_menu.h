// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QPointF;

namespace bellweave::ui {

class PlotView;

/// Fills a menu with what can be done to a plot: pin what stands at a place (px), compare, choose scales, copy, export.
void fillPlotMenu(QMenu& menu, PlotView& view, QPointF position);
/// The formats a plot can be written in.
void fillExportMenu(QMenu& menu, PlotView& view);

} // namespace bellweave::ui
