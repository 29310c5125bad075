// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/trusted_cut.h"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <vector>

namespace bellweave::engine {
namespace {

using Neighbors = std::unordered_map<SiteId, std::vector<SiteId>>;

Neighbors neighborsOf(const Network& network)
{
    Neighbors neighbors;
    for (const Link& link : network.links) {
        if (!isInUse(network, link)) continue;
        neighbors[link.from].push_back(link.to);
        neighbors[link.to].push_back(link.from);
    }
    return neighbors;
}

/// The way of fewest links, both ends included; empty when there is none.
std::vector<SiteId> shortestWay(const Network& network, const Neighbors& neighbors, SiteId from, SiteId to, bool avoidsTrusted)
{
    std::unordered_map<SiteId, SiteId> before{{from, from}};
    std::queue<SiteId> open;
    open.push(from);
    while (!open.empty() && !before.contains(to)) {
        const SiteId at = open.front();
        open.pop();
        if (at != from && avoidsTrusted && isTrustedNode(*network.sites.find(at))) continue;
        const auto row = neighbors.find(at);
        if (row == neighbors.end()) continue;
        for (const SiteId next : row->second)
            if (before.emplace(next, at).second) open.push(next);
    }
    std::vector<SiteId> way;
    if (!before.contains(to)) return way;
    for (SiteId at = to; at != from; at = before.at(at)) way.insert(way.begin(), at);
    way.insert(way.begin(), from);
    return way;
}

} // namespace

std::optional<SiteId> trustedNodeBetween(const Network& network, SiteId from, SiteId to)
{
    const Site* first = network.sites.find(from);
    const Site* last = network.sites.find(to);
    if (!first || !last || from == to || isTrustedNode(*first) || isTrustedNode(*last)) return std::nullopt;
    if (std::none_of(network.sites.begin(), network.sites.end(), isTrustedNode)) return std::nullopt;    // the usual case, cheaply
    const Neighbors neighbors = neighborsOf(network);
    if (!shortestWay(network, neighbors, from, to, true).empty()) return std::nullopt;
    for (const SiteId site : shortestWay(network, neighbors, from, to, false))
        if (isTrustedNode(*network.sites.find(site))) return site;
    return std::nullopt;
}

} // namespace bellweave::engine
