// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/routing/route_search.h"

#include <memory>

namespace bellweave::engine {

/// How one demand is served: the route, what every link on it does, and what comes out.
struct DemandPlan {
    RouteSearch search;
    std::optional<StationRoute> route;
    std::vector<OperatingPoint> points;   ///< one per edge of the route
    ChainResult chain;
    QString reason;                       ///< why there is no route
    std::shared_ptr<const DemandPlan> plain;    ///< before orders were searched, where another one was found: less good, but faster
};

/// The plan with the best end-to-end rate among those that keep the wanted fidelity: with a tenth of the allowed infidelity
/// to spare (RunSettings::marginalBand) while the wanted rate can be had so, else just inside. Where no plan keeps it, the
/// plan of best fidelity among those fast enough, else of best fidelity at all.
/// Routes come from the Pareto search; along each, all links first run at the fidelity that a common rate allows; the best of
/// these plans is refined by bisection of that rate, then link by link (PointSearch). On that route the order of the swaps is
/// searched too (OrderSearch), unless the demand names one that fits (NamedPlan).
DemandPlan planDemand(const StationGraph& graph, const Network& network, const Demand& demand);

/// The same from a plan of the same demand that was made before edges at these stations changed (any order): when the search
/// finds the same routes and none of them passes a changed station, the rest of the plan stands.
DemandPlan replanDemand(const StationGraph& graph, const Network& network, const Demand& demand, const DemandPlan& before,
                        const std::vector<std::size_t>& changedStations);

} // namespace bellweave::engine
