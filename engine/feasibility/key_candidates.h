// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/feasibility/fix_candidates.h"

namespace bellweave::engine {

/// Changes that may bring a demand for key more of it: terminals where its ends lack them, exchanges it rules out, longer blocks,
/// better terminals on the slowest hop, trusted nodes in the middle of hops, what is taken down put back.
std::vector<FixCandidate> keyCandidates(const Network& network, const DemandResult& result);

} // namespace bellweave::engine
