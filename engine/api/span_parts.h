// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <set>
#include <vector>

namespace bellweave::engine {

/// Satellite links that lie on a way between the ends of a demand, over whatever else there is; a satellite that leads nowhere is on none. Light
/// may go to a heralding station or come from a source beside the way.
std::set<LinkId> satelliteLinksFor(const Network& network, const Demand& demand, const std::vector<LinkId>& satelliteLinks);

/// Demands that share satellites or what joins their ends on the ground, and all satellite links that may serve them.
struct SpanPart {
    std::set<LinkId> links;           ///< at least one
    std::vector<DemandId> demands;    ///< in the order of the design
};

/// The demands whose numbers satellites may change. Parts share nothing: what one needs to be followed in time changes nothing of another.
std::vector<SpanPart> spanParts(const Network& network, const std::vector<LinkId>& satelliteLinks);

} // namespace bellweave::engine
