// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QStringList>

namespace bellweave::ui {

/// Every plot the program has, in the order of menus; the first four stand in the results dock at first.
std::vector<std::unique_ptr<Plot>> makePlots();
/// One plot by its id, or null.
std::unique_ptr<Plot> makePlot(const QString& id);
/// Ids of every plot: "error-budget", "fidelity-along-route", "rate-against-fidelity", "time-to-one-ebit",
/// "fidelity-distribution", "protocol-tree", "distillation-gain", "rate-against-distance", "link-loss", "rate-over-span", "cost-by-part", "sweep".
QStringList plotIds();

std::unique_ptr<Plot> makeErrorBudgetPlot();
std::unique_ptr<Plot> makeRouteFidelityPlot();
std::unique_ptr<Plot> makeRateFidelityPlot();
std::unique_ptr<Plot> makeDeliveryPlot();
std::unique_ptr<Plot> makeFidelityDistributionPlot();
std::unique_ptr<Plot> makeProtocolTreePlot();
std::unique_ptr<Plot> makeDistillationGainPlot();
std::unique_ptr<Plot> makeRateDistancePlot();
std::unique_ptr<Plot> makeLinkLossPlot();
std::unique_ptr<Plot> makeCoursePlot();
std::unique_ptr<Plot> makeCostPlot();
std::unique_ptr<Plot> makeSweepPlot();

} // namespace bellweave::ui
