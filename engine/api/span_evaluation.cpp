// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_evaluation.h"

#include "engine/analytic/demand_result.h"
#include "engine/analytic/key_result.h"
#include "engine/api/span_pairs.h"
#include "engine/api/span_relays.h"

#include <map>
#include <set>

namespace bellweave::engine {
namespace {

/// Demands whose ends hang together with a satellite link.
std::vector<DemandId> demandsUnder(const SkyScene& scene)
{
    const Network& network = scene.network();
    std::map<SiteId, SiteId> parent;
    const auto root = [&](SiteId site) {
        while (parent.contains(site) && parent[site] != site) site = parent[site];
        return site;
    };
    for (const Link& link : network.links)
        if (isInUse(network, link)) parent[root(link.from)] = root(link.to);
    std::set<SiteId> roots;
    for (const LinkId link : scene.links()) roots.insert(root(network.links.find(link)->from));
    std::vector<DemandId> all;
    for (const Demand& demand : network.demands)
        if (roots.contains(root(demand.from)) && root(demand.from) == root(demand.to)) all.push_back(demand.id);
    return all;
}

DemandResult meanOf(const SpanMoments& moments, const Demand& demand)
{
    DemandResult pairs = meanOfPairs(moments, demand);
    return demand.purpose == Purpose::SecretKey && allowsRelay(demand.protocol) ? meanOfRelay(moments, demand, pairs) : pairs;
}

} // namespace

void evaluateSpan(const SkyScene& scene, const Network& now, Evaluation& momentary)
{
    const Network& network = scene.network();
    const std::vector<DemandId> demands = demandsUnder(scene);
    if (demands.empty()) return;
    SpanMoments moments(scene, now);
    moments.evaluateAll();
    std::vector<DemandResult> results;
    for (const DemandId id : demands) results.push_back(meanOf(moments, *network.demands.find(id)));
    shareRelays(moments, results);
    for (DemandResult& result : results) {
        judge(now, *network.demands.find(result.id), result);
        momentary.demands.put(std::move(result));
    }
}

} // namespace bellweave::engine
