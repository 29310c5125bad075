// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_design.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/plan_steps.h"
#include "engine/events/hop_phases.h"
#include "engine/links/station_gates.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

using Node = PairPlan::Node;
using Time = EventNetwork::Time;

QString translated(const char* text) { return QCoreApplication::translate("EventDesign", text); }

Time picoseconds(Duration time) { return static_cast<Time>(std::llround(time.si() * 1e12)); }

EventNetwork::Rates perPicosecond(double zz, double xx) { return {zz * 1e-12, xx * 1e-12, xx * 1e-12}; }

/// How high in the tree of joins each station stands, and how long a half waits there at most.
class Ranks {
public:
    Ranks(const PairPlan& plan, std::size_t stations) : ranks(stations), waits(stations), m_plan(plan) { place(plan.nodes.size() - 1); }

    std::vector<int> ranks;
    std::vector<std::optional<Time>> waits;

private:
    struct Span {
        std::size_t last = 0;    ///< hop
        int height = 0;
    };
    Span place(std::size_t node)
    {
        const Node& row = m_plan.nodes[node];
        if (row.kind == Node::Kind::Link) return {row.hop, 0};
        if (row.kind == Node::Kind::Distillation) return place(row.inputs.front());
        std::vector<Span> spans;
        for (const std::size_t input : row.inputs) spans.push_back(place(input));
        const int height = 1 + std::max_element(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.height < b.height; })->height;
        for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
            ranks[spans[i].last + 1] = height;
            if (row.cutoff) waits[spans[i].last + 1] = picoseconds(*row.cutoff);
        }
        return {spans.back().last, height};
    }

    const PairPlan& m_plan;
};

bool distillsSeveralHops(const PairPlan& plan)
{
    for (std::size_t node = 0; node < plan.nodes.size(); ++node)
        if (plan.nodes[node].kind == Node::Kind::Distillation && !plan.isLink(node)) return true;
    return false;
}

/// One bracket of links and nothing else.
bool joinsAtOnce(const PairPlan& plan)
{
    const Node& last = plan.nodes.back();
    return last.kind == Node::Kind::Link || (last.kind == Node::Kind::Join && !last.cutoff && std::all_of(last.inputs.begin(), last.inputs.end(), [&](std::size_t input) { return plan.isLink(input); }));
}

QString reasonAgainst(const Chain& chain, const PairPlan& plan)
{
    if (distillsSeveralHops(plan)) return translated("Distillation over several hops is not run in events yet.");
    if (std::any_of(chain.points.begin(), chain.points.end(), [](const OperatingPoint* point) { return point->told > Duration(); }))
        return translated("Pair sources whose heralds come later than the next pulse are not run in events yet.");
    return {};
}

/// What the attempts of the hop beyond cost a half that waits.
std::vector<std::array<EventNetwork::Rates, 2>> besideOf(const Chain& chain)
{
    const ChainStations stations(chain);
    std::vector<std::array<EventNetwork::Rates, 2>> beside(chain.stations.size());
    for (std::size_t place = 1; place + 1 < chain.stations.size(); ++place) {
        beside[place][1] = perPicosecond(0.0, stations.dephasing(place, place));        // the last half of a pair: the hop to the right
        beside[place][0] = perPicosecond(0.0, stations.dephasing(place, place - 1));
    }
    return beside;
}

} // namespace

std::uint32_t EventDesign::station(SiteId site, const NodeHardware& hardware)
{
    const auto [at, isNew] = m_stations.try_emplace(site, static_cast<std::uint32_t>(m_network.stations.size()));
    if (!isNew) return at->second;
    EventNetwork::Station row;
    const DecayRates rates = decayRates(hardware.memory);
    row.qubits = std::max(2, hardware.memory.slots);
    if (hardware.memory.slots < 2) row.mostLinksAtOnce = 1;    // its one communication qubit serves the links in turn
    row.decay = perPicosecond(rates.zz, rates.xx);
    row.gaussian = rates.gaussian * 1e-24;
    row.swapFactors = swapFactors(swapQuality(hardware.gates));
    row.swapTime = picoseconds(operationTime(hardware.gates));
    m_network.stations.push_back(row);
    m_sites.push_back(site);
    return at->second;
}

std::uint32_t EventDesign::link(const PlannedChain& planned, std::size_t hop, std::uint32_t a, std::uint32_t b)
{
    std::vector<LinkId> key = planned.links(hop);
    std::sort(key.begin(), key.end());
    const auto [at, isNew] = m_links.try_emplace(key, static_cast<std::uint32_t>(m_network.links.size()));
    if (!isNew) return at->second;
    m_network.links.push_back({a, b, 1, 1, picoseconds(planned.physics(hop).signalTime)});
    m_linksOfHops.push_back(key);
    return at->second;
}

EventNetwork::Service EventDesign::service(const PlannedChain& planned, const Chain& chain, std::size_t hop, std::uint32_t a, std::uint32_t b)
{
    const OperatingPoint& point = *chain.points[hop];
    const bool isOne = makesOne(point);
    EventNetwork::Service service;
    service.link = link(planned, hop, a, b);
    service.success = isOne ? point.cycleProbability : point.attemptProbability;
    service.cycle = std::max<Time>(1, picoseconds(point.cycle));
    service.state = toCorrelators(point.state);
    service.age = picoseconds(std::max(point.ageA, point.ageB));
    EventNetwork::Link& row = m_network.links[service.link];
    row.mostA = row.mostB = std::max(row.mostA, isOne ? 1 : point.memories);
    return service;
}

QString EventDesign::add(const PlannedChain& planned, std::optional<std::uint32_t> wayOf)
{
    const DemandResult result = planned.result();
    const Chain chain = planned.chain();
    const PairPlan plan = planOfSteps(result.plan);
    if (const QString reason = reasonAgainst(chain, plan); !reason.isEmpty()) return reason;
    std::vector<HopPhases> phases;
    for (std::size_t hop = 0; hop < chain.hops.size(); ++hop) {
        auto changing = hopPhases(planned, hop, *chain.points[hop]);
        if (!changing) return changing.error().sentence;
        phases.push_back(std::move(changing.value()));
    }
    EventNetwork::Demand demand;
    demand.wayOf = wayOf;
    const Ranks ranks(plan, chain.stations.size());
    demand.order = joinsAtOnce(plan) ? EventNetwork::Order::AsSoonAsPossible : EventNetwork::Order::ByRank;
    demand.ranks = ranks.ranks;
    demand.waits = ranks.waits;
    demand.beside = besideOf(chain);
    demand.endsHold = chain.endsHold;
    if (chain.endsHold) demand.endsKept = ChainStations(chain).endsKept({0, chain.hops.size() - 1, true});
    for (std::size_t place = 0; place < chain.stations.size(); ++place)
        demand.stations.push_back(station(place == 0 ? result.hops.front().from : result.hops[place - 1].to, *chain.stations[place]));
    for (std::size_t place = 1; place + 1 < chain.stations.size(); ++place) m_network.stations[demand.stations[place]].swapSuccess = ChainStations(chain).swapSuccess(place);
    for (std::size_t hop = 0; hop < chain.hops.size(); ++hop) {
        demand.hops.push_back(service(planned, chain, hop, demand.stations[hop], demand.stations[hop + 1]));
        demand.hops.back().changes = std::move(phases[hop].changes);
        EventNetwork::Link& link = m_network.links[demand.hops.back().link];
        link.phases = std::move(phases[hop].phases);
        link.phasePeriod = phases[hop].period;
    }
    m_network.demands.push_back(std::move(demand));
    return {};
}

} // namespace bellweave::engine
