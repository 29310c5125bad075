// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/span_moments.h"

namespace bellweave::engine {

/// A demand of key over the span: a relay whose hops each count by their own mean, since key waits in trusted nodes, or `pairs`, whichever is
/// better. Satellites alongside help one that serves alone. Preconditions: the moments are evaluated, and the demand allows a relay.
DemandResult meanOfRelay(const SpanMoments& moments, const Demand& demand, const DemandResult& pairs);

/// Relays that meet share what their hops bring, as links are shared in time: each gets what the required rates of the others leave, at least
/// its proportional part.
void shareRelays(const SpanMoments& moments, std::vector<DemandResult>& results);

} // namespace bellweave::engine
