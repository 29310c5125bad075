// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// Fibers in a row between two stations that hold memories, and where on the way entanglement is heralded.
struct FiberRun {
    std::vector<const Link*> links;      ///< in order from A to B
    std::vector<Length> lengths;         ///< of glass, one per link
    const Site* station = nullptr;       ///< explicit heralding site on the way; null: the middle fiber's own station
    std::size_t stationAfter = 0;        ///< the explicit station stands after this many links
};

/// Which fiber of a run holds the heralding station, when no site on the way does.
inline std::size_t hostingFiber(const FiberRun& run) { return run.links.size() / 2; }

} // namespace bellweave::engine
