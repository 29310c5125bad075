// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/format/exchange/graph_source.h"
#include "model/network/site.h"

#include <optional>

namespace bellweave {

/// The position a node states. None when it states none, half of one, or one that is not on Earth.
std::optional<GeoPosition> statedPosition(const GraphNode& node);
/// True for the Topology Zoo's junctions, where one drawn line joins three or more places.
bool isHyperedge(const GraphNode& node);
/// True for neighbors, customers and peers of the mapped network.
bool isExternal(const GraphNode& node);

/// Counts what the file holds. Edges that name a missing node count in no pair.
SourceCounts countSource(const GraphSource& graph);

} // namespace bellweave
