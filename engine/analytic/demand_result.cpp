// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/demand_result.h"

#include "model/network/schedules.h"

#include "engine/analytic/key_result.h"
#include "engine/analytic/encoded_chain.h"
#include "engine/analytic/plan_steps.h"
#include "engine/analytic/sites_along.h"
#include "engine/links/operating_points.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("DemandResult", text); }

/// The links of an edge in the direction of the route.
std::vector<LinkId> linksAlong(const StationEdge& edge, std::size_t from)
{
    std::vector<LinkId> links = edge.links;
    if (edge.a != from) std::reverse(links.begin(), links.end());
    return links;
}

Hop hopOf(const StationGraph& graph, const StationRoute& route, const DemandPlan& plan, std::size_t i)
{
    const StationEdge& edge = graph.edges()[route.edges[i]];
    const OperatingPoint& point = plan.points[i];
    Hop hop;
    hop.from = graph.stationId(route.stations[i]);
    hop.to = graph.stationId(route.stations[i + 1]);
    hop.links = linksAlong(edge, route.stations[i]);
    hop.length = edge.physics.length;
    hop.rate = point.rate;
    hop.successProbability = point.attemptProbability;
    hop.attemptRate = perSecond(point.memories, point.cycle);
    hop.state = point.state;
    hop.scheme = schemeText(point, !edge.physics.fixedPoints.empty());
    hop.distillations = point.distillation.rounds;
    hop.distillationKind = point.distillation.kind;
    hop.heraldedFidelity = point.heraldedFidelity;
    hop.heraldedRate = point.heraldedRate;
    hop.boundRate = point.boundRate;
    hop.herald = graph.heraldOf(route.edges[i]);
    hop.twirlLoss = point.twirlLoss;
    hop.budget = std::make_shared<const std::vector<LossTerm>>(budgetOf(edge.physics, point));
    if (i < plan.chain.meanWaits.size()) hop.meanWait = plan.chain.meanWaits[i];
    return hop;
}

void fillCode(const Demand& demand, DemandResult& result)
{
    result.stationQubits = qubitsPerStation(demand.protocol);
    const auto hops = static_cast<double>(result.hops.size());
    result.codeCost = result.stationQubits * hops / (result.rateAlone.si() * result.length.si());
}

void fillAlong(DemandResult& result, const ChainResult& chain)
{
    Length distance;
    result.along.push_back({result.hops.front().from, distance, 1.0, 1.0});
    for (std::size_t i = 0; i < result.hops.size(); ++i) {
        distance += result.hops[i].length;
        result.along.push_back({result.hops[i].to, distance, chain.fidelityBefore[i], chain.fidelityAfter[i]});
    }
    result.length = distance;
}

ElementRef elementOf(const DemandResult& result, ErrorCause cause, std::size_t index)
{
    const bool isStation = cause == ErrorCause::MemoryWait || cause == ErrorCause::SwapOperations;
    if (!isStation) return result.hops[index].links.front();
    return index == 0 ? result.hops.front().from : result.hops[index - 1].to;
}

void fillErrors(DemandResult& result, const ChainResult& chain)
{
    result.errors = chain.errors;
    for (std::size_t i = 0; i < result.errors.size(); ++i)
        result.errors[i].worst = elementOf(result, result.errors[i].cause, chain.worstIndex[i]);
}

QString nameOf(const Network& network, const ElementRef& element)
{
    if (const auto* site = std::get_if<SiteId>(&element)) return network.sites.find(*site)->displayName();
    return displayName(network, *network.links.find(std::get<LinkId>(element)));
}

QString limitText(ErrorCause cause, const QString& name)
{
    switch (cause) {
    case ErrorCause::MemoryWait: return translated("Memory wait at %1").arg(name);
    case ErrorCause::LinkGeneration: return translated("Link generation on %1").arg(name);
    case ErrorCause::SwapOperations: return translated("Swap operations at %1").arg(name);
    case ErrorCause::DetectorNoise: return translated("Detector noise on %1").arg(name);
    }
    Q_UNREACHABLE();
}

QString limitClause(ErrorCause cause, const QString& name)
{
    switch (cause) {
    case ErrorCause::MemoryWait: return translated("memory wait at %1").arg(name);
    case ErrorCause::LinkGeneration: return translated("link generation on %1").arg(name);
    case ErrorCause::SwapOperations: return translated("swap operations at %1").arg(name);
    case ErrorCause::DetectorNoise: return translated("detector noise on %1").arg(name);
    }
    Q_UNREACHABLE();
}

Limit fidelityLimit(const Network& network, const DemandResult& result)
{
    const ErrorShare& largest = result.errors.front();
    const double missing = 1.0 - result.fidelity;
    const QString name = nameOf(network, largest.worst);
    return {largest.worst, largest.cause, limitText(largest.cause, name), limitClause(largest.cause, name),
            missing > 0.0 ? largest.infidelity / missing : 0.0};
}

/// What the other demands take of the place where they meet.
Limit loadLimit(const Network& network, const DemandResult& result)
{
    const QString name = nameOf(network, result.sharedAt);
    return {result.sharedAt, ErrorCause::LinkGeneration, translated("Load of %1").arg(name), translated("the load of %1").arg(name),
            1.0 - result.rate / result.rateAlone};
}

Limit rateLimit(const Network& network, const DemandResult& result)
{
    const auto slowest = std::min_element(result.hops.begin(), result.hops.end(),
                                          [](const Hop& a, const Hop& b) { return a.rate < b.rate; });
    const ElementRef link = slowest->links.front();
    // The slowest hop alone would take 1/rate, a round of the chain success/rateAlone.
    const double share = std::min(1.0, result.rateAlone / result.success / slowest->rate);
    const QString name = nameOf(network, link);
    return {link, ErrorCause::LinkGeneration, translated("Pair rate of %1").arg(name), translated("pair rate of %1").arg(name), share};
}

} // namespace

QString causeText(ErrorCause cause)
{
    switch (cause) {
    case ErrorCause::MemoryWait: return translated("Memory wait");
    case ErrorCause::LinkGeneration: return translated("Link generation");
    case ErrorCause::SwapOperations: return translated("Swap operations");
    case ErrorCause::DetectorNoise: return translated("Detector noise");
    }
    Q_UNREACHABLE();
}

DemandResult demandResult(const StationGraph& graph, const Network& network, const Demand& demand, const DemandPlan& plan)
{
    DemandResult result;
    result.id = demand.id;
    result.reason = plan.reason;
    if (!plan.route) return result;
    result.routed = true;
    for (std::size_t i = 0; i < plan.route->edges.size(); ++i) result.hops.push_back(hopOf(graph, *plan.route, plan, i));
    if (demand.protocol.repeaters == RepeaterGeneration::Memories)
        result.plan = plan.chain.steps.empty() ? plainSteps(plan.points, plan.chain) : plan.chain.steps;
    result.route = sitesAlong(network, result.hops);
    result.rateAlone = plan.chain.rate;
    result.rate = plan.chain.rate;
    result.state = plan.chain.state;
    result.fidelity = plan.chain.state.fidelity();
    result.latency = plan.chain.latency;
    result.latencyP95 = plan.chain.latencyP95;
    result.delivery = plan.chain.delivery;
    result.success = plan.chain.success;
    result.model = plan.chain.model;
    result.boundRate = result.hops.front().boundRate;
    for (const Hop& hop : result.hops) result.boundRate = std::min(result.boundRate, hop.boundRate);
    fillAlong(result, plan.chain);
    if (demand.protocol.repeaters != RepeaterGeneration::Memories) fillCode(demand, result);
    fillErrors(result, plan.chain);
    return result;
}

namespace {

void fillPairOutcome(const Network& network, const Demand& demand, DemandResult& result)
{
    result.meetsFidelity = result.routed && result.fidelity >= demand.minFidelity;
    result.meetsRate = result.routed && result.rate >= demand.minRate;
    result.feasible = result.meetsFidelity && result.meetsRate && result.meetsLatency;
    if (!result.routed) return;
    const bool isRateTighter = result.meetsFidelity
        && (!result.meetsRate || !result.meetsLatency || result.rate / demand.minRate < (1.0 - demand.minFidelity) / (1.0 - result.fidelity));
    const bool isLoadTooMuch = !result.meetsRate && result.rateAlone >= demand.minRate;
    result.limit = !isRateTighter ? fidelityLimit(network, result) : isLoadTooMuch ? loadLimit(network, result) : rateLimit(network, result);
}

/// The slowest hop of a relay.
Limit hopLimit(const Network& network, const DemandResult& result)
{
    const auto& hops = result.relay->hops;
    const auto slowest = std::min_element(hops.begin(), hops.end(), [](const KeyHop& a, const KeyHop& b) { return a.rate < b.rate; });
    const ElementRef link = slowest->links.front();
    const QString name = translated("%1 – %2").arg(nameOf(network, slowest->from), nameOf(network, slowest->to));
    return {link, ErrorCause::LinkGeneration, translated("Key rate of %1").arg(name), translated("key rate of %1").arg(name), 1.0};
}

/// What others take of the place where they meet, as a share of the key.
Limit keyLoadLimit(const Network& network, const DemandResult& result)
{
    Limit limit = loadLimit(network, result);
    if (result.relay) limit.share = 1.0 - result.keyRate / result.relay->rateAlone;
    return limit;
}

Limit keyLimit(const Network& network, const DemandResult& result)
{
    constexpr double kPoor = 0.2;    // of the pairs become key: better pairs help more than more of them
    if (result.sharedAt != ElementRef() && !result.meetsRate) return keyLoadLimit(network, result);
    if (result.relay) return hopLimit(network, result);
    return result.keyRate < kPoor * result.rate ? fidelityLimit(network, result) : rateLimit(network, result);
}

/// All sites and links of the route work.
double availabilityAlong(const Network& network, const DemandResult& result)
{
    double all = 1.0;
    for (const SiteId site : result.route) all *= availability(network.sites.find(site)->reliability);
    for (const LinkId id : result.linksAlong()) {
        const Link& link = *network.links.find(id);
        const auto schedule = parseLinkSchedule(link.schedule);
        all *= availability(link.reliability) * (schedule ? schedule.value().openShare() : 1.0);
    }
    return all;
}

void fillKeyOutcome(const Network& network, const Demand& demand, DemandResult& result)
{
    result.meetsFidelity = result.isServed();    // none is asked for
    result.meetsRate = result.isServed() && result.keyRate >= demand.minKeyRate;
    result.feasible = result.meetsRate && result.meetsLatency;
    if (result.isServed()) result.limit = keyLimit(network, result);
}

} // namespace

void fillOutcome(const Network& network, const Demand& demand, DemandResult& result)
{
    if (!result.relay) result.keyRate = result.rate * keyPerPair(result.state, demand.protocol);
    judge(network, demand, result);
}

void judge(const Network& network, const Demand& demand, DemandResult& result)
{
    result.availability = availabilityAlong(network, result);
    result.meetsLatency = result.isServed() && (!demand.maxLatency || result.latencyP95 <= *demand.maxLatency);
    if (demand.purpose == Purpose::SecretKey) fillKeyOutcome(network, demand, result);
    else fillPairOutcome(network, demand, result);
}

} // namespace bellweave::engine
