// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/element_name.h"

namespace bellweave::ui {

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
};

} // namespace

QString elementName(const Network& network, const ElementRef& element)
{
    return std::visit(NameOf{network}, element);
}

} // namespace bellweave::ui
