// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/link_sharing.h"

#include "engine/analytic/demand_result.h"

namespace bellweave::engine {
namespace {

/// Share of its links' time that a demand's required rate takes; at most 1, since more than all cannot be asked for.
double ownShare(const Demand& demand, const DemandResult& result)
{
    if (!result.routed || result.rateAlone <= Rate()) return 0.0;
    return std::min(1.0, demand.minRate / result.rateAlone);
}

std::map<LinkId, double> loads(const Network& network, const Evaluation& evaluation)
{
    std::map<LinkId, double> load;
    for (const DemandResult& result : evaluation.demands) {
        const double share = ownShare(*network.demands.find(result.id), result);
        for (const Hop& hop : result.hops)
            for (const LinkId link : hop.links) load[link] += share;
    }
    return load;
}

/// The part of its rate alone that a demand keeps on its fullest link.
double keptShare(const DemandResult& result, double own, const std::map<LinkId, double>& load)
{
    double kept = 1.0;
    for (const Hop& hop : result.hops)
        for (const LinkId link : hop.links) {
            const double all = load.at(link);
            kept = std::min(kept, std::max(1.0 - (all - own), all > 1.0 ? own / all : own));
        }
    return kept;
}

void showPair(LinkResult& link, const Hop& hop)
{
    link.rate = hop.rate;
    link.state = hop.state;
    link.successProbability = hop.successProbability;
    link.scheme = hop.scheme;
}

} // namespace

void shareLinks(const Network& network, Evaluation& evaluation)
{
    const std::map<LinkId, double> load = loads(network, evaluation);
    std::map<LinkId, const Hop*> hopOn;
    const Table<DemandResult> alone = evaluation.demands;
    for (const DemandResult& result : alone) {
        const Demand& demand = *network.demands.find(result.id);
        DemandResult shared = result;
        if (result.routed) shared.rate = keptShare(result, ownShare(demand, result), load) * result.rateAlone;
        fillOutcome(network, demand, shared);
        evaluation.demands.put(std::move(shared));
        for (const Hop& hop : result.hops)
            for (const LinkId link : hop.links) hopOn.emplace(link, &hop);
    }
    for (const auto& [id, hop] : hopOn) {
        LinkResult link = *evaluation.links.find(id);
        link.load = load.at(id);
        showPair(link, *hop);
        evaluation.links.put(std::move(link));
    }
}

} // namespace bellweave::engine
