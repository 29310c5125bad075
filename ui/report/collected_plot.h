// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_look.h"

namespace bellweave::ui {

// Plots of a report as the design keeps them, and as plots are drawn.

/// What the design keeps of a plot as it is set up. The design beside it is not among that.
ReportPlot reportPlotOf(const Network& network, const PlotLook& look);
/// The plot as it was set up; what it names and the design has not got is none.
PlotLook lookOf(const Network& network, const ReportPlot& plot);

/// "Error budget, Delft – Vienna", "Sweep: Memory T₂ of Linz, Delft – Vienna"; plots of no demand have their title only, plots
/// that this version does not know the name they have in files.
QString collectedName(const Network& network, const ReportPlot& plot);

} // namespace bellweave::ui
