// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_comparison.h"

#include "model/network/element_name.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_export.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

namespace {

/// Names of the two ends, in an order that does not depend on the direction. Ids mean nothing in another design.
std::pair<QString, QString> endsOf(const Network& network, const Demand& demand)
{
    return std::minmax<QString>({elementName(network, demand.from), elementName(network, demand.to)});
}

/// Null when no demand of the other design joins the same two places.
const Demand* sameDemand(const Network& network, const Demand& demand, const Network& other)
{
    const Demand* found = nullptr;
    for (const Demand& candidate : other.demands) {
        if (endsOf(other, candidate) != endsOf(network, demand)) continue;
        if (candidate.key == demand.key) return &candidate;
        if (!found) found = &candidate;
    }
    return found;
}

const Demand* sameDemand(const PlotContext& context)
{
    const Demand* shown = context.demand ? context.network.demands.find(context.demand->id) : nullptr;
    return shown ? sameDemand(context.network, *shown, *context.comparison->network) : nullptr;
}

/// The link of the same name, which tells its two ends; none when there is no such link.
LinkId sameLink(const PlotContext& context)
{
    const QString name = elementName(context.network, context.link);
    for (const Link& candidate : context.comparison->network->links)
        if (!name.isEmpty() && displayName(*context.comparison->network, candidate) == name) return candidate.id;
    return {};
}

} // namespace

std::optional<PlotContext> comparedContext(const PlotContext& context)
{
    if (!context.comparison) return std::nullopt;
    const PlotComparison& other = *context.comparison;
    PlotContext compared{*other.network, *other.evaluation};
    compared.link = sameLink(context);
    compared.first = &context;
    if (!context.demand) return compared;
    const Demand* same = sameDemand(context);
    compared.beside = context.demand;
    compared.demand = same ? other.evaluation->find(same->id) : defaultDemand(*other.evaluation);
    return compared;
}

const engine::DemandResult* comparedDemand(const PlotContext& context)
{
    const auto compared = comparedContext(context);
    return compared && compared->demand && compared->demand->routed ? compared->demand : nullptr;
}

QString comparedName(const PlotContext& context)
{
    const auto compared = comparedContext(context);
    if (!compared) return {};
    const QString& name = context.comparison->name;
    if (!compared->demand || sameDemand(context)) return name;
    return QCoreApplication::translate("PlotComparison", "%1, %2", "name of a design, name of its demand")
        .arg(name, elementName(compared->network, compared->demand->id));
}

QString comparedSeries(const PlotContext& context)
{
    constexpr int kLongest = 30, kKept = kLongest / 2 - 1;
    const QString name = comparedName(context);
    return name.size() <= kLongest ? name : name.left(kKept) + u'…' + name.right(kKept);
}

} // namespace bellweave::ui
