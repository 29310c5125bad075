// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// Links that light passes in a row between two stations that hold memories, and where on the way entanglement is heralded.
struct LightRun {
    std::vector<const Link*> links;      ///< in order from A to B; all of them carry light
    std::vector<Length> lengths;         ///< of the way of the light, one per link
    const Site* station = nullptr;       ///< explicit heralding site on the way; null: the middle link's own station
    std::size_t stationAfter = 0;        ///< the explicit station stands after this many links
    const Site* source = nullptr;        ///< site on the way with a pair source, when the memories at both ends can absorb its photons
    std::size_t sourceAfter = 0;         ///< it stands after this many links
    SiteId start = {};                   ///< A, where the first link begins
};

/// Which link of a run holds the heralding station, when no site on the way does.
inline std::size_t hostingLink(const LightRun& run) { return run.links.size() / 2; }

/// Which links are passed from their `from` to their `to` on the way from A to B.
inline std::vector<bool> forwardLinks(const LightRun& run)
{
    std::vector<bool> forward;
    SiteId at = run.start;
    for (const Link* link : run.links) {
        forward.push_back(link->to != at || link->from == at);
        at = forward.back() ? link->to : link->from;
    }
    return forward;
}

/// Whether light passes from one end to the other: no equipment on the way takes it.
inline bool isOpen(const LightRun& run) { return !run.station && !run.source; }
/// Whether photons of both ends meet on a run: at an explicit station, else at a link's own, which a source takes the place of.
inline bool hasMeetingPoint(const LightRun& run) { return run.station || !run.source; }

} // namespace bellweave::engine
