// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/routing/route_search.h"

namespace bellweave::engine {

/// The hardware along a route.
std::vector<const NodeHardware*> stationsOf(const StationGraph& graph, const Network& network, const StationRoute& route);
/// A route whose links run at these points, one per edge. Refers to all three and to the points.
Chain chainOf(const StationGraph& graph, const Network& network, const StationRoute& route, const std::vector<OperatingPoint>& points);

} // namespace bellweave::engine
