// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <vector>

namespace bellweave::engine {

/// Every site that hops in a row pass, passive ones included. A hop has the site it begins at and its links in order.
/// Precondition: there are hops, and their links exist.
template<typename Hop>
std::vector<SiteId> sitesAlong(const Network& network, const std::vector<Hop>& hops)
{
    std::vector<SiteId> sites{hops.front().from};
    for (const Hop& hop : hops)
        for (const LinkId id : hop.links) {
            const Link& link = *network.links.find(id);
            sites.push_back(link.from == sites.back() ? link.to : link.from);
        }
    return sites;
}

} // namespace bellweave::engine
