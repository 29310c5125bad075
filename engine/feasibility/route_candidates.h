// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/feasibility/fix_candidates.h"

namespace bellweave::engine {

/// Changes that open a way for a demand which has none, each a whole way from end to end: memories at its ends, what is taken
/// down along the way with the fewest such elements, or, where nothing joins the ends, a fiber across the narrowest gap; each
/// also with repeaters in the long fibers of that way. Empty when an end has no position and no link.
std::vector<FixCandidate> openingCandidates(const Network& network, const Demand& demand);

/// Changes that bring back what is taken down beside the route of a demand that has one: each element next to the route by
/// itself, and everything.
std::vector<FixCandidate> returningCandidates(const Network& network, const DemandResult& result);

} // namespace bellweave::engine
