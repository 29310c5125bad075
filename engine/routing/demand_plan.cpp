// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/demand_plan.h"

#include "engine/routing/order_search.h"

#include <QCoreApplication>
#include <boost/range/iterator_range.hpp>
#include <set>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("DemandPlan", text); }

/// The first few different routes of a search.
std::vector<const StationRoute*> routesToTry(const RouteSearch& search)
{
    std::vector<const StationRoute*> routes;
    std::set<std::vector<std::size_t>> seen;
    for (const StationRoute& route : search.candidates) {
        if (routes.size() == kMostRoutes) break;
        if (seen.insert(route.edges).second) routes.push_back(&route);
    }
    return routes;
}

/// Some way leads from one station to the other, whatever is left of a pair after it.
bool areJoined(const StationGraph& graph, std::size_t from, std::size_t to)
{
    std::vector<bool> reached(graph.stationCount());
    std::vector<std::size_t> open{from};
    reached[from] = true;
    while (!open.empty() && !reached[to]) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const auto arc : boost::make_iterator_range(boost::out_edges(at, graph.graph()))) {
            const std::size_t next = boost::target(arc, graph.graph());
            if (reached[next]) continue;
            reached[next] = true;
            open.push_back(next);
        }
    }
    return reached[to];
}

QString reasonWithoutRoute(const StationGraph& graph, const Demand& demand, std::size_t from, std::size_t to)
{
    if (!areJoined(graph, from, to)) return translated("No links in operation join the two ends.");
    if (demand.protocol.generation != Generation::Automatic)
        return translated("No route keeps any entanglement between the two ends by the chosen heralding.");
    return translated("No route keeps any entanglement between the two ends.");
}

/// The best plan on the routes that were found; none where there is none.
std::optional<DemandPlan> planOn(const RouteSearch& found, PlanBench& bench)
{
    PointSearch points(bench);
    std::optional<PlanTrial> best = points.bestOf(routesToTry(found));
    if (!best) return std::nullopt;
    points.refine(*best);
    points.polish(*best, {1.5, 1.2, 1.07});
    points.exchange(*best);
    const PlanTrial before = *best;
    OrderSearch(bench, points).improve(*best);
    DemandPlan plan = bench.finished(*best);
    if (!(best->order == before.order)) plan.plain = std::make_shared<DemandPlan>(bench.finished(before));
    return plan;
}

/// True when both searches would try the same routes and none of them passes a changed station.
bool haveSameRoutes(const RouteSearch& now, const RouteSearch& before, const std::vector<std::size_t>& changedStations)
{
    const auto isSame = [](const StationRoute* a, const StationRoute* b) { return a->edges == b->edges && a->stations == b->stations; };
    const auto isChanged = [&](std::size_t station) {
        return std::find(changedStations.begin(), changedStations.end(), station) != changedStations.end();
    };
    const auto routes = routesToTry(now);
    const auto old = routesToTry(before);
    return std::equal(routes.begin(), routes.end(), old.begin(), old.end(), isSame)
        && std::none_of(routes.begin(), routes.end(), [&](const StationRoute* route) {
               return std::any_of(route->stations.begin(), route->stations.end(), isChanged);
           });
}

QString reasonWithoutEnds(const Network& network, const Demand& demand)
{
    for (const SiteId id : {demand.from, demand.to})
        if (const Site* end = network.sites.find(id); end && end->down)
            return translated("%1, an end of the demand, is taken down.").arg(end->displayName());
    return translated("An end of the demand holds no memory.");
}

} // namespace

DemandPlan planDemand(const StationGraph& graph, const Network& network, const Demand& demand)
{
    return replanDemand(graph, network, demand, {}, {});
}

DemandPlan replanDemand(const StationGraph& graph, const Network& network, const Demand& demand, const DemandPlan& before,
                        const std::vector<std::size_t>& changedStations)
{
    const auto from = graph.indexOf(demand.from);
    const auto to = graph.indexOf(demand.to);
    DemandPlan plan;
    if (!from || !to || *from == *to) {
        plan.reason = reasonWithoutEnds(network, demand);
        return plan;
    }
    PlanBench bench(graph, network, demand, *from, *to);
    RouteSearch search = searchRoutes(graph, bench.source(), *from, *to, demand.minFidelity, demand.minRate);
    if (before.route && haveSameRoutes(search, before.search, changedStations)) plan = before;
    else if (std::optional<DemandPlan> found = planOn(search, bench)) plan = std::move(*found);
    else plan.reason = reasonWithoutRoute(graph, demand, *from, *to);
    plan.search = std::move(search);
    return plan;
}

} // namespace bellweave::engine
