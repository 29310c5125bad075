// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/report_edits.h"

#include "model/edit/edits.h"
#include "model/network/report_choices.h"

namespace bellweave {

Patch addReportPlot(const Network& network, ReportPlot plot)
{
    const auto present = plotsInOrder(network);
    plot.id = network.reportPlots.nextId();
    plot.key = freeKey(network.reportPlots, QStringLiteral("plot"));
    plot.order = present.empty() ? 1 : present.back()->order + 1;
    Patch patch;
    patch.reportPlots.push_back({nullptr, std::make_shared<const ReportPlot>(std::move(plot))});
    return patch;
}

Patch arrangeReportPlots(const Network& network, const std::vector<PlacedPlot>& plots)
{
    Network arranged = network;
    arranged.reportPlots = {};
    int order = 0;
    for (const PlacedPlot& placed : plots) {
        ReportPlot plot = *network.reportPlots.find(placed.plot);
        plot.order = ++order;
        plot.ticked = placed.ticked;
        arranged.reportPlots.put(std::move(plot));
    }
    return difference(network, arranged);
}

Patch followNewKey(const Network& network, const ElementRef& element, const QString& key)
{
    Network renamed = network;
    const auto follow = [&](auto&& change) {
        for (const ReportPlot& row : network.reportPlots) {
            ReportPlot plot = row;
            change(plot);
            if (plot != row) renamed.reportPlots.put(std::move(plot));
        }
    };
    const auto rename = [&](QString& name, const QString& before, const QString& after) { if (name == before) name = after; };
    const auto inSweep = [&](ReportPlot& plot, const QString& table, const QString& before) {
        if (plot.sweep) rename(plot.sweep->element, table + before, table + key);
    };
    if (const auto* id = std::get_if<SiteId>(&element))
        follow([&, before = network.sites.find(*id)->key](ReportPlot& plot) { inSweep(plot, QStringLiteral("sites/"), before); });
    if (const auto* id = std::get_if<LinkId>(&element))
        follow([&, before = network.links.find(*id)->key](ReportPlot& plot) {
            rename(plot.link, before, key);
            inSweep(plot, QStringLiteral("links/"), before);
        });
    if (const auto* id = std::get_if<DemandId>(&element))
        follow([&, before = network.demands.find(*id)->key](ReportPlot& plot) { rename(plot.demand, before, key); });
    return difference(network, renamed);
}

Patch setReportChapters(const Network& network, const QStringList& chapters)
{
    General general = network.general();
    general.report.chapters = chapters.join(QStringLiteral(", "));
    return replaceGeneral(network, std::move(general));
}

bool concernsReportOnly(const Patch& patch)
{
    if (!patch.sites.empty() || !patch.links.empty() || !patch.demands.empty() || !patch.mapNotes.empty()) return false;
    if (!patch.generalAfter) return true;
    General general = *patch.generalAfter;
    general.report = patch.generalBefore->report;
    return general == *patch.generalBefore;
}

Network numbersOnly(Network network)
{
    network.mapNotes = {};
    network.reportPlots = {};
    if (network.general().report == ReportSettings()) return network;
    General general = network.general();
    general.report = {};
    network.setGeneral(std::move(general));
    return network;
}

} // namespace bellweave
