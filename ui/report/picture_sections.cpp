// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
#include "model/network/report_choices.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/render/render.h"
#include "ui/report/collected_plot.h"
#include "ui/report/report_sections.h"
#include "ui/style/theme.h"

#include <QCoreApplication>

namespace bellweave::ui {

namespace {

constexpr QSize kMapSize(660, 412);    // px; the width of a printed page
constexpr QSize kCollectedSize(660, 300);
constexpr QSize kPlotSize(324, 216);   // two beside each other

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

ReportFigure plotFigure(const ReportInput& input, std::shared_ptr<const Plot> plot, const engine::DemandResult* demand)
{
    const PlotContext context{*input.network, *input.evaluation, demand};
    static_cast<void>(plot->data(context));    // its slow curves now, where nobody waits: painting then finds them
    const QString subtitle = plot->subtitle(context);
    const QString description = subtitle.isEmpty() ? plot->title() : Text::tr("%1: %2").arg(plot->title(), subtitle);
    const auto paint = [plot, network = input.network, evaluation = input.evaluation, demand](QPainter& painter) {
        const PaperTheme paper;
        paintPlot(painter, *plot, {*network, *evaluation, demand}, theme(), kPlotSize);
    };
    return {{}, description, kPlotSize, paint, true};
}

/// Why a plot cannot be drawn in this version and design; empty when it can.
QString problemOf(const Network& network, const ReportPlot& plot, const Plot* kind)
{
    if (!kind) return Text::tr("This version does not know the plot \"%1\".").arg(plot.kind);
    if (plot.demand.isEmpty() || demandByKey(network, plot.demand)) return {};
    return Text::tr("The demand \"%1\" is not in the design any more.").arg(plot.demand);
}

ReportBlock sentenceBlock(const QString& name, const QString& sentence) { return ReportText{Text::tr("%1: %2").arg(name, sentence), true}; }

/// What a kept plot is drawn with. Points into the input.
PlotContext contextOf(const Network& network, const engine::Evaluation& evaluation, const PlotLook& look)
{
    const engine::DemandResult* demand = look.demand.isValid() ? evaluation.find(look.demand) : defaultDemand(evaluation);
    return {network, evaluation, demand, look.comparison.get(), nullptr, look.scales, look.link};
}

/// A plot as somebody has set it up, over the width of the page; a sentence where this design has nothing to show in it.
ReportBlock collectedBlock(const ReportInput& input, const ReportPlot& plot)
{
    const QString name = collectedName(*input.network, plot);
    const std::shared_ptr<Plot> drawn = makePlot(plot.kind);
    if (const QString problem = problemOf(*input.network, plot, drawn.get()); !problem.isEmpty()) return sentenceBlock(name, problem);
    PlotLook look = lookOf(*input.network, plot);
    if (const auto beside = input.comparisons.find(plot.id); beside != input.comparisons.end()) look.comparison = beside->second;
    if (look.sweep) drawn->setInput(*look.sweep);
    const auto context = [look, network = input.network, evaluation = input.evaluation] { return contextOf(*network, *evaluation, look); };
    const QString empty = drawn->emptySentence(context());
    if (!empty.isEmpty()) return sentenceBlock(name, empty);
    static_cast<void>(comparedData(*drawn, context()));    // slow curves of both designs, where nobody waits
    const auto paint = [drawn, look, context](QPainter& painter) {
        const PaperTheme paper;
        paintPlot(painter, *drawn, context(), look, theme(), kCollectedSize);
    };
    return ReportFigure{name, name, kCollectedSize, paint};
}

} // namespace

ReportBlocks mapBlocks(const ReportInput& input)
{
    const auto& sites = input.network->sites;
    const auto placed = std::count_if(sites.begin(), sites.end(), [](const Site& site) { return site.position.has_value(); });
    if (placed == 0) return {ReportText{Text::tr("No site has a position, so there is no map.")}};
    const auto paint = [network = input.network, evaluation = input.evaluation](QPainter& painter) {
        const PaperTheme paper;
        paintMapPicture(painter, *network, evaluation.get(), kMapSize);
    };
    const QString size = Text::tr("Map of %1 sites and %2 links").arg(sites.size()).arg(input.network->links.size());
    ReportBlocks blocks{ReportFigure{Text::tr("Color of a link: fidelity of its pairs. Width: its rate, ebit/s."), size, kMapSize, paint}};
    const auto unplaced = static_cast<int>(sites.size()) - static_cast<int>(placed);
    if (unplaced > 0) blocks.push_back(ReportText{Text::tr("%n site(s) have no position and are not on the map.", nullptr, unplaced), true});
    return blocks;
}

ReportBlocks plotBlocks(const ReportInput& input)
{
    const engine::DemandResult* demand = defaultDemand(*input.evaluation);
    const PlotContext context{*input.network, *input.evaluation, demand};
    ReportBlocks blocks, left;
    for (const auto& plot : plotsInOrder(*input.network))
        if (plot->ticked) blocks.push_back(collectedBlock(input, *plot));
    if (demand) blocks.push_back(ReportText{Text::tr("Of the demand %1.").arg(elementName(*input.network, demand->id))});
    for (std::unique_ptr<Plot>& plot : makePlots()) {
        const QString empty = plot->emptySentence(context);
        if (empty.isEmpty()) blocks.push_back(plotFigure(input, std::move(plot), demand));
        else left.push_back(ReportText{Text::tr("%1: %2").arg(plot->title(), empty), true});
    }
    blocks.insert(blocks.end(), left.begin(), left.end());
    return blocks;
}

} // namespace bellweave::ui
