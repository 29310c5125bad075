// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/planned_chain.h"

#include <memory>

namespace bellweave::engine {

/// Other routes of a demand for when sites or links of its own fail, rest or are closed by a schedule: planned without each one of
/// them, and without each two. Those that serve it best come first; none passes the same sites and links as another one or as
/// `first`. Empty where nothing on the way ever fails.
std::vector<std::unique_ptr<PlannedChain>> waysAround(const Network& network, DemandId demand, const PlannedChain& first);

} // namespace bellweave::engine
