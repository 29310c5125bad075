// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_table.h"

#include <QCoreApplication>

namespace bellweave::ui {

std::vector<std::unique_ptr<Plot>> makePlots()
{
    std::vector<std::unique_ptr<Plot>> plots;
    plots.push_back(makeErrorBudgetPlot());
    plots.push_back(makeRouteFidelityPlot());
    plots.push_back(makeRateFidelityPlot());
    plots.push_back(makeDeliveryPlot());
    plots.push_back(makeFidelityDistributionPlot());
    plots.push_back(makeProtocolTreePlot());
    plots.push_back(makeDistillationGainPlot());
    plots.push_back(makeRateDistancePlot());
    plots.push_back(makeLinkLossPlot());
    plots.push_back(makeCoursePlot());
    plots.push_back(makeCostPlot());
    plots.push_back(makeSweepPlot());
    return plots;
}

std::unique_ptr<Plot> makePlot(const QString& id)
{
    for (auto& plot : makePlots())
        if (plot->id() == id) return std::move(plot);
    return nullptr;
}

QStringList plotIds()
{
    QStringList ids;
    for (const auto& plot : makePlots()) ids += plot->id();
    return ids;
}

QString demandSentence(const PlotContext& context)
{
    if (!context.demand)
        return QCoreApplication::translate("Plot", "Select a demand to see its budget.");
    if (context.demand->routed) return {};
    return context.demand->reason.isEmpty() ? QCoreApplication::translate("Plot", "This demand has no route.")
                                            : context.demand->reason;
}

} // namespace bellweave::ui
