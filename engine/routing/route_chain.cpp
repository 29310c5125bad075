// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/route_chain.h"

namespace bellweave::engine {

std::vector<const NodeHardware*> stationsOf(const StationGraph& graph, const Network& network, const StationRoute& route)
{
    std::vector<const NodeHardware*> stations;
    for (const std::size_t station : route.stations) stations.push_back(hardwareOf(*network.sites.find(graph.stationId(station))));
    return stations;
}

Chain chainOf(const StationGraph& graph, const Network& network, const StationRoute& route, const std::vector<OperatingPoint>& points)
{
    Chain chain;
    chain.endsHold = network.general().settings.endsHold;
    for (std::size_t i = 0; i < points.size(); ++i) {
        chain.hops.push_back(&graph.edges()[route.edges[i]].physics);
        chain.points.push_back(&points[i]);
    }
    chain.stations = stationsOf(graph, network, route);
    return chain;
}

} // namespace bellweave::engine
