// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/link_sharing.h"

#include "engine/analytic/demand_result.h"

#include <algorithm>
#include <map>

namespace bellweave::engine {
namespace {

double shareOf(Rate asked, Rate alone) { return alone > Rate() ? std::min(1.0, asked / alone) : 0.0; }

/// Share of its time that a demand asks of everything that serves it; at most 1, since more than all cannot be asked for.
struct Shares {
    std::map<LinkId, double> links;
    std::map<SiteId, double> sites;
};

/// Pairs have to be made on all hops for each that is delivered.
Shares pairShares(const Demand& demand, const DemandResult& result)
{
    Shares shares;
    const bool isForKey = demand.purpose == Purpose::SecretKey;
    const double share = isForKey ? shareOf(demand.minKeyRate, result.keyRate) : shareOf(demand.minRate, result.rateAlone);
    for (const Hop& hop : result.hops) {
        for (const LinkId link : hop.links) shares.links[link] = share;
        for (const SiteId site : {hop.from, hop.to}) shares.sites[site] = share;
        if (const auto* herald = std::get_if<SiteId>(&hop.herald)) shares.sites[*herald] = share;
    }
    return shares;
}

/// Key is kept until it is needed: a faster hop works for less of the time. A terminal has a sender and a receiver for every hop.
Shares relayShares(const Demand& demand, const KeyRelay& relay)
{
    Shares shares;
    for (const KeyHop& hop : relay.hops) {
        const double share = shareOf(demand.minKeyRate, hop.rate);
        for (const LinkId link : hop.links) shares.links[link] = std::max(shares.links[link], share);
        if (hop.station.isValid()) shares.sites[hop.station] = std::max(shares.sites[hop.station], share);
    }
    return shares;
}

/// Nothing for a demand that nothing serves.
Shares sharesOf(const Demand& demand, const DemandResult& result)
{
    if (result.relay) return relayShares(demand, *result.relay);
    return result.routed ? pairShares(demand, result) : Shares();
}

Shares loadsOf(const Network& network, const Evaluation& evaluation)
{
    Shares loads;
    for (const DemandResult& result : evaluation.demands) {
        const Shares own = sharesOf(*network.demands.find(result.id), result);
        for (const auto& [link, share] : own.links) loads.links[link] += share;
        for (const auto& [site, share] : own.sites) loads.sites[site] += share;
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

Kept keptShare(const Shares& own, const Shares& loads)
{
    Kept kept;
    const auto look = [&](const ElementRef& element, double part, double all) {
        const double share = keptOf(part, all);
        if (share < kept.share - 1e-9) kept = {share, element};
    };
    for (const auto& [site, share] : own.sites) look(site, share, loads.sites.at(site));
    for (const auto& [link, share] : own.links) look(link, share, loads.links.at(link));
    return kept;
}

/// The least that any hop of a relay keeps of its rate.
void shareRelay(const Shares& own, const Shares& loads, DemandResult& result)
{
    Rate least = result.relay->rateAlone;
    for (const KeyHop& hop : result.relay->hops) {
        Shares part;
        for (const LinkId link : hop.links) part.links[link] = own.links.at(link);
        if (hop.station.isValid()) part.sites[hop.station] = own.sites.at(hop.station);
        const Kept kept = keptShare(part, loads);
        if (kept.share * hop.rate >= least) continue;
        least = kept.share * hop.rate;
        result.sharedAt = kept.fullest;
    }
    result.keyRate = least;
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
    Shares loads = loadsOf(network, evaluation);
    std::map<LinkId, const Hop*> hopOn;
    const Table<DemandResult> alone = evaluation.demands;
    for (const DemandResult& result : alone) {
        const Demand& demand = *network.demands.find(result.id);
        DemandResult shared = result;
        if (result.routed) {
            const Kept kept = keptShare(sharesOf(demand, result), loads);
            shared.rate = kept.share * result.rateAlone;
            shared.sharedAt = kept.fullest;
        }
        if (result.relay) shareRelay(sharesOf(demand, result), loads, shared);
        fillOutcome(network, demand, shared);
        evaluation.demands.put(std::move(shared));
        for (const Hop& hop : result.hops)
            for (const LinkId link : hop.links) hopOn.emplace(link, &hop);
    }
    for (const auto& [id, load] : loads.links) {
        LinkResult link = *evaluation.links.find(id);
        link.load = load;
        if (const auto hop = hopOn.find(id); hop != hopOn.end()) showPair(link, *hop->second);
        evaluation.links.put(std::move(link));
    }
    evaluation.siteLoads = std::move(loads.sites);
}

} // namespace bellweave::engine
