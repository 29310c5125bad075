// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_name.h"

namespace bellweave {

namespace {

struct NameOf {
    const Network& network;
    QString operator()(std::monostate) const { return {}; }
    QString operator()(SiteId id) const
    {
        const Site* site = network.sites.find(id);
        return site ? site->displayName() : QString();
    }
    QString operator()(LinkId id) const
    {
        const Link* link = network.links.find(id);
        return link ? displayName(network, *link) : QString();
    }
    QString operator()(DemandId id) const
    {
        const Demand* demand = network.demands.find(id);
        return demand ? displayName(network, *demand) : QString();
    }
    QString operator()(NoteId id) const
    {
        const MapNote* note = network.mapNotes.find(id);
        return note ? note->text.section(u'\n', 0, 0) : QString();
    }
    QString operator()(PlotId id) const
    {
        const ReportPlot* plot = network.reportPlots.find(id);
        return plot ? plot->kind : QString();
    }
};

} // namespace

QString elementName(const Network& network, const ElementRef& element)
{
    return std::visit(NameOf{network}, element);
}

} // namespace bellweave
