// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/routing/station_graph.h"

namespace bellweave::engine {

/// A physical link taken alone, at the operating point that distills most per second.
LinkResult linkResult(const StationGraph& graph, const Network& network, const Link& link, std::optional<Length> length);

/// The point of greatest rate times hashing yield; the one of best fidelity when none yields anything. Null for none.
const OperatingPoint* bestYield(const std::vector<OperatingPoint>& points);

} // namespace bellweave::engine
