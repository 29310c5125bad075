// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_relays.h"

#include "engine/analytic/course_means.h"
#include "engine/analytic/key_result.h"

#include <map>
#include <set>

namespace bellweave::engine {
namespace {

/// What a hop brings in a part of the span under its weather.
double bitsOf(const SpanMoments& moments, std::size_t cell, const KeyHop& hop) { return hop.rate.si() * moments.timeOf(cell).length() * moments.clearOver(cell, hop.links); }

/// Hops by their terminals: as at the best moment, and all bits.
using HopSums = std::map<HopEnds, std::pair<KeyHop, double>>;

void addHops(const SpanMoments& moments, std::size_t cell, const ProtocolChoice& choice, HopSums& sums)
{
    std::set<HopEnds> seen;
    const auto hops = moments.hopsAt(cell, choice);
    for (const KeyHop& any : hops ? *hops : std::vector<KeyHop>()) {
        const HopEnds ends(any.from, any.to);
        if (!seen.insert(ends).second) continue;
        const KeyHop& hop = *moments.hopAt(cell, choice, ends);
        auto& [best, bits] = sums.try_emplace(ends, hop, 0.0).first->second;
        if (hop.rate > best.rate) best = hop;
        bits += bitsOf(moments, cell, hop);
    }
}

/// Each pair of terminals by its mean, seen at its best moment.
std::vector<KeyHop> meanHops(const SpanMoments& moments, const ProtocolChoice& choice)
{
    HopSums sums;
    for (std::size_t cell = 0; cell < moments.size(); ++cell) addHops(moments, cell, choice, sums);
    std::vector<KeyHop> means;
    for (auto& [ends, row] : sums) {
        row.first.rate = perSecond(row.second, Duration::fromSi(moments.scene().span()));
        means.push_back(row.first);
    }
    return means;
}

bool mayHelp(const Site& site, SiteId served) { return site.orbit && site.terminal && !site.down && site.id != served; }

/// One satellite between two stations is helped by all others that see both: each carries what its lesser side brings.
void addAlongside(const Network& network, const Demand& demand, const std::vector<KeyHop>& hops, DemandResult& result)
{
    KeyRelay& relay = *result.relay;
    if (relay.trusted.size() != 1 || !network.sites.find(relay.trusted.front())->orbit) return;
    std::map<HopEnds, Rate> means;
    for (const KeyHop& hop : hops) means[hopEnds(hop.from, hop.to)] = hop.rate;
    const auto rateOf = [&](SiteId a, SiteId b) {
        const auto mean = means.find(hopEnds(a, b));
        return mean == means.end() ? Rate() : mean->second;
    };
    for (const Site& site : network.sites) {
        const Rate carried = mayHelp(site, relay.trusted.front()) ? std::min(rateOf(demand.from, site.id), rateOf(demand.to, site.id)) : Rate();
        if (carried <= Rate()) continue;
        relay.alongside.push_back(site.id);
        relay.rateAlone += carried;
        relay.trust *= site.terminal->trust;
    }
    result.keyRate = relay.rateAlone;
    result.reason = relayText(network, relay);
}

double bitsOver(const SpanMoments& moments, const Demand& demand, const HopEnds& ends)
{
    double bits = 0.0;
    for (std::size_t cell = 0; cell < moments.size(); ++cell)
        if (const KeyHop* hop = moments.hopAt(cell, demand.protocol, ends)) bits += bitsOf(moments, cell, *hop);
    return bits;
}

/// The hop of each satellite, or of the whole route, whose mean is least: the others keep what they have until it comes.
std::vector<HopEnds> slowestHops(const SpanMoments& moments, const Demand& demand, const KeyRelay& relay)
{
    const auto slowest = std::min_element(relay.hops.begin(), relay.hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; });
    std::vector<HopEnds> all{hopEnds(slowest->from, slowest->to)};
    for (const SiteId satellite : relay.alongside) {
        const HopEnds up = hopEnds(demand.from, satellite), down = hopEnds(demand.to, satellite);
        all.push_back(bitsOver(moments, demand, up) < bitsOver(moments, demand, down) ? up : down);
    }
    return all;
}

CoursePoint pointOf(const SpanMoments& moments, std::size_t cell, const Demand& demand, const std::vector<HopEnds>& slowest)
{
    CoursePoint point = moments.pointAt(cell, {});
    Rate clear;
    for (const HopEnds& ends : slowest) {
        const KeyHop* hop = moments.hopAt(cell, demand.protocol, ends);
        if (!hop) continue;
        point.keyRate += hop->rate;
        clear += moments.clearOver(cell, hop->links) * hop->rate;
    }
    if (point.keyRate > Rate()) point.clear = clear / point.keyRate;
    return point;
}

std::shared_ptr<const DemandCourse> courseOfRelay(const SpanMoments& moments, const Demand& demand, const KeyRelay& relay)
{
    const std::vector<HopEnds> slowest = slowestHops(moments, demand, relay);
    DemandCourse course = moments.emptyCourse();
    for (std::size_t cell = 0; cell < moments.size(); ++cell) course.points.push_back(pointOf(moments, cell, demand, slowest));
    summarize(course, demand.purpose);
    return std::make_shared<const DemandCourse>(std::move(course));
}

/// Hops of a relay, those of satellites alongside among them.
std::set<HopEnds> hopsOf(const Demand& demand, const KeyRelay& relay)
{
    std::set<HopEnds> all;
    for (const KeyHop& hop : relay.hops) all.insert(hopEnds(hop.from, hop.to));
    for (const SiteId satellite : relay.alongside) all.insert({hopEnds(demand.from, satellite), hopEnds(demand.to, satellite)});
    return all;
}

struct Wish {
    DemandResult* result;
    std::set<HopEnds> hops;
    double share;    ///< of the hops' time that its required rate takes
    bool meets(const Wish& other) const
    {
        return std::any_of(other.hops.begin(), other.hops.end(), [&](const HopEnds& hop) { return hops.contains(hop); });
    }
};

} // namespace

DemandResult meanOfRelay(const SpanMoments& moments, const Demand& demand, const DemandResult& pairs)
{
    const auto hops = meanHops(moments, demand.protocol);
    const KeyGraph terminals(moments.now(), hops);
    DemandResult result = keyResult(moments.now(), demand, pairs.routed ? &pairs : nullptr, &terminals);
    if (!result.relay) return result;
    addAlongside(moments.now(), demand, hops, result);
    result.course = courseOfRelay(moments, demand, *result.relay);
    const CourseMeans means = courseMeans(*result.course, demand.purpose);
    result.latency += means.latency;
    result.latencyP95 += means.latencyP95;
    return result;
}

void shareRelays(const Network& network, std::vector<DemandResult>& results)
{
    std::vector<Wish> wishes;
    for (DemandResult& result : results) {
        if (!result.relay || result.relay->rateAlone <= Rate()) continue;
        const Demand& demand = *network.demands.find(result.id);
        wishes.push_back({&result, hopsOf(demand, *result.relay), demand.minKeyRate / result.relay->rateAlone});
    }
    for (const Wish& wish : wishes) {
        double others = 0.0;
        for (const Wish& other : wishes)
            if (other.result != wish.result && wish.meets(other)) others += other.share;
        wish.result->keyRate = std::max(1.0 - others, wish.share / (wish.share + others)) * wish.result->relay->rateAlone;
    }
}

} // namespace bellweave::engine
