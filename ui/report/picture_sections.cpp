// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"
#include "ui/plots/plot_data.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_table.h"
#include "ui/render/render.h"
#include "ui/report/report_collection.h"
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

/// A plot as somebody has set it up, over the width of the page; a sentence where this design has nothing to show in it.
ReportBlock collectedBlock(const ReportInput& input, const PlotLook& look)
{
    const std::shared_ptr<const Plot> plot = makePlot(look.plotId);
    const auto context = [look, network = input.network, evaluation = input.evaluation] {
        return PlotContext{*network, *evaluation, evaluation->find(look.demand), look.comparison.get(), nullptr, look.scales, look.link};
    };
    const QString name = collectedName({look}, *input.network);
    const QString empty = plot->emptySentence(context());
    if (!empty.isEmpty()) return ReportText{Text::tr("%1: %2").arg(name, empty), true};
    static_cast<void>(comparedData(*plot, context()));    // slow curves of both designs, where nobody waits
    const auto paint = [plot, look, context](QPainter& painter) {
        const PaperTheme paper;
        paintPlot(painter, *plot, context(), look, theme(), kCollectedSize);
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
    for (const PlotLook& look : input.collected) blocks.push_back(collectedBlock(input, look));
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
