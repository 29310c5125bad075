// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/impossibility.h"

#include "engine/geo/geodesic.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/constants.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace bellweave::engine {
namespace {

bool isSeparable(const Link& link)
{
    const auto* measured = std::get_if<MeasuredLink>(&link.kind);
    if (!measured) return false;
    const auto weights = measured->state ? *measured->state : werner(measured->fidelity).weights;
    return *std::max_element(weights.begin(), weights.end()) <= 0.5;
}

/// True when links of the accepted kind join two sites.
template<typename Accept>
bool areJoined(const Network& network, SiteId from, SiteId to, Accept accept)
{
    std::unordered_map<SiteId, std::vector<SiteId>> neighbors;
    for (const Link& link : network.links) {
        if (!accept(link)) continue;
        neighbors[link.from].push_back(link.to);
        neighbors[link.to].push_back(link.from);
    }
    std::vector<SiteId> open{from};
    std::unordered_map<SiteId, bool> seen{{from, true}};
    while (!open.empty()) {
        const SiteId site = open.back();
        open.pop_back();
        if (site == to) return true;
        for (const SiteId next : neighbors[site])
            if (seen.emplace(next, true).second) open.push_back(next);
    }
    return false;
}

/// Nothing tells one end of the other's measurement sooner than light along the straight line.
std::optional<QString> lightDelay(const Network& network, const Demand& demand)
{
    const Site& from = *network.sites.find(demand.from);
    const Site& to = *network.sites.find(demand.to);
    if (!demand.maxLatency || !from.position || !to.position) return std::nullopt;
    const Duration least = Duration::fromSi(geodesicDistance(*from.position, *to.position).si() / kSpeedOfLight);
    if (*demand.maxLatency >= least) return std::nullopt;
    return QCoreApplication::translate("Impossibility", "light alone needs %1 from %2 to %3")
        .arg(formatQuantity(least.si(), Dimension::Duration), from.displayName(), to.displayName());
}

} // namespace

std::optional<QString> impossibility(const Network& network, const Demand& demand)
{
    if (const auto late = lightDelay(network, demand)) return late;
    const bool isConnected = areJoined(network, demand.from, demand.to, [](const Link&) { return true; });
    if (!isConnected || areJoined(network, demand.from, demand.to, [](const Link& link) { return !isSeparable(link); }))
        return std::nullopt;
    return QCoreApplication::translate("Impossibility",
                                       "every way from %1 to %2 passes a measured link whose pairs hold no entanglement")
        .arg(network.sites.find(demand.from)->displayName(), network.sites.find(demand.to)->displayName());
}

} // namespace bellweave::engine
