// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/routing/route_search.h"

namespace bellweave::engine {

/// How one demand is served: the route, what every link on it does, and what comes out.
struct DemandPlan {
    RouteSearch search;
    std::optional<StationRoute> route;
    std::vector<OperatingPoint> points;   ///< one per edge of the route
    ChainResult chain;
    QString reason;                       ///< why there is no route
};

/// The plan with the best end-to-end rate among those that keep the wanted fidelity: with a tenth of the allowed infidelity
/// to spare (RunSettings::marginalBand) while the wanted rate can be had so, else just inside. Where no plan keeps it, the
/// plan of best fidelity among those fast enough, else of best fidelity at all.
/// Routes come from the Pareto search; along each, all links run at the fidelity that a common rate allows, which is then
/// refined by bisection for single-click.
DemandPlan planDemand(const StationGraph& graph, const Network& network, const Demand& demand);

} // namespace bellweave::engine
