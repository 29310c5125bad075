// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_relays.h"

#include "engine/analytic/course_means.h"
#include "engine/analytic/key_result.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace bellweave::engine {
namespace {

/// What a hop brings in a part of the span under its weather.
double bitsOf(const SpanMoments& moments, std::size_t cell, const KeyHop& hop) { return hop.rate.si() * moments.timeOf(cell).length() * moments.clearOver(cell, hop.links); }

/// Hops by their terminals: as at the best moment, and all bits.
using HopSums = std::map<HopEnds, std::pair<KeyHop, double>>;

void addHops(const SpanMoments& moments, std::size_t cell, const ProtocolChoice& choice, HopSums& sums)
{
    for (const KeyHop* hop : moments.followedAt(cell, choice)) {
        auto& [best, bits] = sums.try_emplace(hopEnds(hop->from, hop->to), *hop, 0.0).first->second;
        if (hop->rate > best.rate) best = *hop;
        bits += bitsOf(moments, cell, *hop);
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

/// A satellite of a relay, and the stations between which it carries key.
struct Carried {
    SiteId satellite;
    SiteId first;
    SiteId second;
    bool isOver(const KeyHop& hop) const { return hop.from == satellite || hop.to == satellite; }
};

/// None where a relay has no satellite, or several: nobody stands beside a chain.
std::optional<Carried> carriedBy(const Network& network, const KeyRelay& relay)
{
    std::optional<Carried> found;
    for (std::size_t i = 0; i + 1 < relay.hops.size(); ++i) {
        const SiteId node = relay.hops[i].to;
        if (!network.sites.find(node)->orbit) continue;
        if (found) return std::nullopt;
        found = Carried{node, relay.hops[i].from, relay.hops[i + 1].to};
    }
    return found;
}

/// The slowest of a relay's hops that are those of the satellite, or of those that are not; null where there are none.
const KeyHop* slowestHop(const KeyRelay& relay, const Carried& carried, bool isOver)
{
    const KeyHop* slowest = nullptr;
    for (const KeyHop& hop : relay.hops)
        if (carried.isOver(hop) == isOver && (!slowest || hop.rate < slowest->rate)) slowest = &hop;
    return slowest;
}

/// One satellite between two stations is helped by others that see both, the most trusted first: each carries what its lesser side brings, as long
/// as the rest of the way takes it.
void addAlongside(const Network& network, const std::vector<KeyHop>& hops, DemandResult& result)
{
    KeyRelay& relay = *result.relay;
    const auto carried = carriedBy(network, relay);
    if (!carried) return;
    std::map<HopEnds, Rate> means;
    for (const KeyHop& hop : hops) means[hopEnds(hop.from, hop.to)] = hop.rate;
    const auto rateOf = [&](SiteId a, SiteId b) {
        const auto mean = means.find(hopEnds(a, b));
        return mean == means.end() ? Rate() : mean->second;
    };
    const KeyHop* rest = slowestHop(relay, *carried, false);
    Rate together = slowestHop(relay, *carried, true)->rate;
    const auto broughtBy = [&](const Site& site) { return std::min(rateOf(carried->first, site.id), rateOf(carried->second, site.id)); };
    std::vector<const Site*> helpers;
    for (const Site& site : network.sites)
        if (mayHelp(site, carried->satellite) && broughtBy(site) > Rate()) helpers.push_back(&site);
    std::sort(helpers.begin(), helpers.end(), [&](const Site* a, const Site* b) {
        const auto place = [&](const Site* site) { return std::tuple(-site->terminal->trust, -broughtBy(*site), site->id); };
        return place(a) < place(b);
    });
    for (const Site* site : helpers) {
        if (rest && together >= rest->rate) break;
        relay.alongside.push_back(site->id);
        together += broughtBy(*site);
        relay.trust *= site->terminal->trust;
        if (site->terminal->trust < network.sites.find(relay.weakest)->terminal->trust) relay.weakest = site->id;
    }
    std::sort(relay.alongside.begin(), relay.alongside.end());
    relay.rateAlone = rest ? std::min(rest->rate, together) : together;
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
    const auto endsOf = [](const KeyHop& hop) { return hopEnds(hop.from, hop.to); };
    const auto carried = carriedBy(moments.now(), relay);
    const KeyHop* rest = carried ? slowestHop(relay, *carried, false) : nullptr;
    if (!carried || (rest && rest->rate <= relay.rateAlone))
        return {endsOf(*std::min_element(relay.hops.begin(), relay.hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; }))};
    std::vector<HopEnds> all{endsOf(*slowestHop(relay, *carried, true))};
    for (const SiteId satellite : relay.alongside) {
        const HopEnds up = hopEnds(carried->first, satellite), down = hopEnds(carried->second, satellite);
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

/// What brings a part of a demand's key: the way that is shown, or one of the satellites alongside.
struct Carrier {
    std::set<HopEnds> hops;
    double bits = 0.0;    ///< over the span, alone
};

std::vector<Carrier> carriersOf(const SpanMoments& moments, const Demand& demand, const KeyRelay& relay)
{
    const auto carried = carriedBy(moments.now(), relay);
    Carrier shown, rest;
    for (const KeyHop& hop : relay.hops) {
        const HopEnds ends = hopEnds(hop.from, hop.to);
        shown.hops.insert(ends);
        if (carried && !carried->isOver(hop)) rest.hops.insert(ends);
    }
    shown.bits = moments.scene().span() * (carried ? slowestHop(relay, *carried, true)->rate : relay.rateAlone).si();
    std::vector<Carrier> all{shown};
    for (const SiteId satellite : relay.alongside) {
        const HopEnds up = hopEnds(carried->first, satellite), down = hopEnds(carried->second, satellite);
        Carrier beside = rest;
        beside.hops.insert({up, down});
        beside.bits = std::min(bitsOver(moments, demand, up), bitsOver(moments, demand, down));
        all.push_back(std::move(beside));
    }
    return all;
}

struct Wish {
    DemandResult* result;
    std::vector<Carrier> carriers;
    double share;    ///< of its carriers' time that its required rate takes
    bool meets(const Carrier& other) const
    {
        return std::any_of(carriers.begin(), carriers.end(), [&](const Carrier& own) {
            return std::any_of(other.hops.begin(), other.hops.end(), [&](const HopEnds& hop) { return own.hops.contains(hop); });
        });
    }
};

/// The share of a carrier's time that others leave, or the proportional one where they ask for more than there is.
double leftOf(const Carrier& carrier, const Wish& wish, const std::vector<Wish>& wishes)
{
    double others = 0.0;
    for (const Wish& other : wishes)
        if (other.result != wish.result && other.meets(carrier)) others += other.share;
    return others > 0.0 ? std::max(1.0 - others, wish.share / (wish.share + others)) : 1.0;
}

/// Over single satellites between its ends, all together; none where there are none.
std::optional<DemandResult> overSatellites(const Network& network, const Demand& demand, const std::vector<KeyHop>& hops)
{
    std::vector<KeyHop> direct;
    const auto isBetween = [&](SiteId end, SiteId other) { return (end == demand.from || end == demand.to) && network.sites.find(other)->orbit; };
    for (const KeyHop& hop : hops)
        if (isBetween(hop.from, hop.to) || isBetween(hop.to, hop.from)) direct.push_back(hop);
    const KeyGraph terminals(network, direct);
    DemandResult result = keyResult(network, demand, nullptr, &terminals);
    if (!result.relay) return std::nullopt;
    addAlongside(network, hops, result);
    return result;
}

/// A way that keeps the wanted rate alone stays; else satellites that do so together, or bring more, take its place.
DemandResult bestResult(const SpanMoments& moments, const Demand& demand, const DemandResult& pairs, const std::vector<KeyHop>& hops)
{
    const Network& network = moments.now();
    const KeyGraph terminals(network, hops);
    DemandResult result = keyResult(network, demand, pairs.routed ? &pairs : nullptr, &terminals);
    if (result.relay) addAlongside(network, hops, result);
    if (result.keyRate > Rate() && result.keyRate >= demand.minKeyRate) return result;
    auto together = overSatellites(network, demand, hops);
    return together && together->keyRate > result.keyRate ? *std::move(together) : result;
}

} // namespace

DemandResult meanOfRelay(const SpanMoments& moments, const Demand& demand, const DemandResult& pairs)
{
    const auto hops = meanHops(moments, demand.protocol);
    DemandResult result = bestResult(moments, demand, pairs, hops);
    if (!result.relay) return result;
    result.course = courseOfRelay(moments, demand, *result.relay);
    const CourseMeans means = courseMeans(*result.course, demand.purpose);
    result.latency += means.latency;
    result.latencyP95 += means.latencyP95;
    return result;
}

void shareRelays(const SpanMoments& moments, std::vector<DemandResult>& results)
{
    std::vector<Wish> wishes;
    for (DemandResult& result : results) {
        if (!result.relay || result.relay->rateAlone <= Rate()) continue;
        const Demand& demand = *moments.now().demands.find(result.id);
        wishes.push_back({&result, carriersOf(moments, demand, *result.relay), demand.minKeyRate / result.relay->rateAlone});
    }
    for (const Wish& wish : wishes) {
        double all = 0.0, left = 0.0;
        for (const Carrier& carrier : wish.carriers) {
            all += carrier.bits;
            left += carrier.bits * leftOf(carrier, wish, wishes);
        }
        wish.result->keyRate = left == all ? wish.result->relay->rateAlone : left / all * wish.result->relay->rateAlone;
    }
}

} // namespace bellweave::engine
