// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_set.h"
#include "model/network/network.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// A way over links from one site to another, with what is taken down on it.
struct Way {
    std::vector<LinkId> links;   ///< in order
    ElementSet down;             ///< elements of the way that are out of operation
};

/// The way over any links, taken down or not, that passes the fewest elements out of operation; of equals the shortest, links
/// without a length counting as one kilometer. None when no links join the two.
std::optional<Way> wayOfFewestDown(const Network& network, SiteId from, SiteId to);

/// The two sites closest to each other of which one is joined to `from` and one to `to`, both in operation and with a position.
/// None when a side has no such site. Precondition: no links join the two.
std::optional<std::pair<SiteId, SiteId>> narrowestGap(const Network& network, SiteId from, SiteId to);

} // namespace bellweave::engine
