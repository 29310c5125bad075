// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/link_sharing.h"

#include "engine/analytic/demand_result.h"

#include <set>

namespace bellweave::engine {
namespace {

/// Share of its time that a demand's required rate takes of what serves it; at most 1, since more than all cannot be asked for.
double ownShare(const Demand& demand, const DemandResult& result)
{
    if (!result.routed || result.rateAlone <= Rate()) return 0.0;
    return std::min(1.0, demand.minRate / result.rateAlone);
}

/// Load of everything that serves one demand at a time: links, stations whose qubits a route takes, sites that herald for it.
struct Loads {
    std::map<LinkId, double> links;
    std::map<SiteId, double> sites;
};

/// Each site that a route keeps busy, once.
std::set<SiteId> busySites(const DemandResult& result)
{
    std::set<SiteId> sites;
    for (const Hop& hop : result.hops) {
        sites.insert({hop.from, hop.to});
        if (const auto* herald = std::get_if<SiteId>(&hop.herald)) sites.insert(*herald);
    }
    return sites;
}

std::set<LinkId> busyLinks(const DemandResult& result)
{
    std::set<LinkId> links;
    for (const Hop& hop : result.hops) links.insert(hop.links.begin(), hop.links.end());
    return links;
}

Loads loadsOf(const Network& network, const Evaluation& evaluation)
{
    Loads loads;
    for (const DemandResult& result : evaluation.demands) {
        const double share = ownShare(*network.demands.find(result.id), result);
        for (const LinkId link : busyLinks(result)) loads.links[link] += share;
        for (const SiteId site : busySites(result)) loads.sites[site] += share;
    }
    return loads;
}

/// What the others leave, at least the proportional part.
double keptOf(double own, double all) { return std::max(1.0 - (all - own), all > 1.0 ? own / all : own); }

/// The part of its rate alone that a demand keeps on the fullest of what serves it.
struct Kept {
    double share = 1.0;
    ElementRef fullest;
};

Kept keptShare(const DemandResult& result, double own, const Loads& loads)
{
    Kept kept;
    const auto look = [&](const ElementRef& element, double all) {
        const double share = keptOf(own, all);
        if (share < kept.share - 1e-9) kept = {share, element};
    };
    for (const SiteId site : busySites(result)) look(site, loads.sites.at(site));
    for (const LinkId link : busyLinks(result)) look(link, loads.links.at(link));
    return kept;
}

void showPair(LinkResult& link, const Hop& hop)
{
    if (link.efficiency && link.rate > Rate()) link.efficiency = *link.efficiency * (hop.rate / link.rate);
    link.rate = hop.rate;
    link.state = hop.state;
    link.successProbability = hop.successProbability;
    link.attemptRate = hop.attemptRate;
    link.boundRate = hop.boundRate;
    link.scheme = hop.scheme;
    link.twirlLoss = hop.twirlLoss;
    link.budget = *hop.budget;
}

} // namespace

void shareLinks(const Network& network, Evaluation& evaluation)
{
    Loads loads = loadsOf(network, evaluation);
    std::map<LinkId, const Hop*> hopOn;
    const Table<DemandResult> alone = evaluation.demands;
    for (const DemandResult& result : alone) {
        const Demand& demand = *network.demands.find(result.id);
        DemandResult shared = result;
        if (result.routed) {
            const Kept kept = keptShare(result, ownShare(demand, result), loads);
            shared.rate = kept.share * result.rateAlone;
            shared.sharedAt = kept.fullest;
        }
        fillOutcome(network, demand, shared);
        evaluation.demands.put(std::move(shared));
        for (const Hop& hop : result.hops)
            for (const LinkId link : hop.links) hopOn.emplace(link, &hop);
    }
    for (const auto& [id, hop] : hopOn) {
        LinkResult link = *evaluation.links.find(id);
        link.load = loads.links.at(id);
        showPair(link, *hop);
        evaluation.links.put(std::move(link));
    }
    evaluation.siteLoads = std::move(loads.sites);
}

} // namespace bellweave::engine
