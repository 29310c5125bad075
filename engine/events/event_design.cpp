// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_design.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/plan_steps.h"
#include "engine/events/event_routes.h"
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

/// One bracket of links and nothing else.
bool joinsAtOnce(const PairPlan& plan)
{
    const Node& last = plan.nodes.back();
    return last.kind == Node::Kind::Link || (last.kind == Node::Kind::Join && !last.cutoff && std::all_of(last.inputs.begin(), last.inputs.end(), [&](std::size_t input) { return plan.isLink(input); }));
}

/// What a hop's link makes where its rounds of distillation are run in events; else, and where it has none, as the point says.
OperatingPoint madeByLink(const PlannedChain& planned, std::size_t hop, const OperatingPoint& point)
{
    const bool isOfWholeStates = point.distillation.kind == DistillationKind::DoubleSelection || point.distillation.kind == DistillationKind::PhotonLoss;
    if (point.distillation.rounds == 0 || isOfWholeStates) return point;
    OperatingPoint like = point;
    like.distillation = {};
    RunSettings settings = planned.network().general().settings;
    settings.endsHold = true;    // pairs that are to be distilled wait at both ends
    return pointLike(like, planned.physics(hop), planned.endsOf(hop), settings).value_or(point);
}

EventNetwork::Distillation::Kind kindOf(DistillationKind kind)
{
    using Kind = EventNetwork::Distillation::Kind;
    return kind == DistillationKind::Pumped ? Kind::Pumped : kind == DistillationKind::Werner ? Kind::Werner : Kind::Nested;
}

/// Rounds of a hop's own pairs.
EventNetwork::Distillation roundsOf(const Chain& chain, std::size_t hop, const OperatingPoint& made)
{
    const LinkPhysics& physics = *chain.hops[hop];
    const Distillation& distillation = chain.points[hop]->distillation;
    const auto place = static_cast<std::uint32_t>(hop);
    return {place, place + 1, distillation.rounds, kindOf(distillation.kind), physics.distillation, physics.efficiencyA * physics.efficiencyB, picoseconds(physics.distillationTime),
            perPicosecond(0.0, made.memories * physics.attemptDephasing / made.cycle.si())};
}

/// Rounds of pairs of several hops in a plan.
void addRounds(std::vector<EventNetwork::Distillation>& all, const Chain& chain, const PairPlan& plan)
{
    const ChainStations stations(chain);
    std::vector<ChainStretch> stretches;
    for (std::size_t node = 0; node < plan.nodes.size(); ++node) {
        const Node& row = plan.nodes[node];
        stretches.push_back(row.kind == Node::Kind::Link ? ChainStretch{row.hop, row.hop, true} : ChainStretch{stretches[row.inputs.front()].first, stretches[row.inputs.back()].last, true});
        if (row.kind != Node::Kind::Distillation || plan.isLink(node)) continue;
        const ChainStretch& stretch = stretches.back();
        const Duration end = std::max(operationTime(stations.gates(stretch.first)), operationTime(stations.gates(stretch.last + 1)));
        all.push_back({static_cast<std::uint32_t>(stretch.first), static_cast<std::uint32_t>(stretch.last + 1), row.rounds,
                       row.isPumped ? EventNetwork::Distillation::Kind::Pumped : EventNetwork::Distillation::Kind::Nested,
                       meanQuality(stations.gates(stretch.first), stations.gates(stretch.last + 1)), stations.endsKept(stretch), picoseconds(end),
                       perPicosecond(0.0, stations.whileKept(stretch).xx - stations.rates(stretch).xx)});
    }
}

/// Memories of known relaxation fall to |0>; others are known by what they lose.
std::optional<EventNetwork::Station::Relaxation> relaxationOf(const Memory& memory)
{
    if (!knowsRelaxation(memory) || memory.coherenceDecay != CoherenceDecay::Exponential) return std::nullopt;
    return EventNetwork::Station::Relaxation{1e-12 / memory.relaxationTime.si(), 1e-12 / memory.coherenceTime.si()};
}

/// A single-click pair: its Bell-diagonal part with all noise, and how unlike |00> and |11>, and |01> and |10>, heralding leaves it.
std::optional<XState> wholeOf(const OperatingPoint& point)
{
    if (!point.whole) return std::nullopt;
    const auto& uneven = point.whole->state.populations;
    const auto& w = point.state.weights;    // of the target's frame: [Psi+, Psi-, Phi+, Phi-]
    const double odd = w[0] + w[1], even = w[2] + w[3];
    const double both = std::clamp(uneven[3] - uneven[0], -even, even), one = std::clamp(uneven[2] - uneven[1], -odd, odd);
    return XState{point.whole->state.clickProbability, {0.5 * (even - both), 0.5 * (odd - one), 0.5 * (odd + one), 0.5 * (even + both)}, 0.5 * (w[0] - w[1])};
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
    row.swapQuality = swapQuality(hardware.gates);
    row.swapFactors = swapFactors(row.swapQuality);
    row.relaxation = relaxationOf(hardware.memory);
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

EventNetwork::Service EventDesign::service(const PlannedChain& planned, const OperatingPoint& point, std::size_t hop, std::uint32_t a, std::uint32_t b)
{
    const bool isOne = makesOne(point);
    EventNetwork::Service service;
    service.link = link(planned, hop, a, b);
    service.success = isOne ? point.cycleProbability : point.attemptProbability;
    service.cycle = std::max<Time>(1, picoseconds(point.cycle));
    service.state = toCorrelators(point.state);
    service.age = picoseconds(std::max(point.ageA, point.ageB));
    service.told = picoseconds(point.told);
    service.whole = wholeOf(point);
    if (service.whole && !planned.isForward(hop)) std::swap(service.whole->populations[1], service.whole->populations[2]);
    EventNetwork::Link& row = m_network.links[service.link];
    row.mostA = row.mostB = std::max(row.mostA, isOne ? 1 : point.memories);
    return service;
}

bool EventDesign::lacksRoom(const EventNetwork::Demand& demand) const
{
    if (demand.distillations.empty()) return false;
    const EventRoute route(m_network, demand);
    for (std::uint32_t place = 0; place <= route.last(); ++place) {
        const int need = (place > 0 ? route.qubitsAt(place, 1) : 0) + (place < route.last() ? route.qubitsAt(place, 0) : 0);
        if (need > m_network.stations[route.station(place)].qubits) return true;
    }
    for (std::uint32_t hop = 0; hop < route.last(); ++hop)
        if (std::max(route.qubitsAt(hop, 0), route.qubitsAt(hop + 1, 1)) > m_network.links[demand.hops[hop].link].mostA) return true;
    return false;
}

QString EventDesign::add(const PlannedChain& planned, std::optional<std::uint32_t> wayOf, const SkyPhases* sky)
{
    const DemandResult result = planned.result();
    const Chain chain = planned.chain();
    const PairPlan plan = planOfSteps(result.plan);
    EventNetwork::Demand demand;
    std::vector<OperatingPoint> made;
    std::vector<HopPhases> phases;
    for (std::size_t hop = 0; hop < chain.hops.size(); ++hop) {
        made.push_back(madeByLink(planned, hop, *chain.points[hop]));
        if (made.back().distillation.rounds < chain.points[hop]->distillation.rounds) demand.distillations.push_back(roundsOf(chain, hop, made.back()));
        auto changing = hopPhases(planned, hop, made.back(), sky);
        if (!changing) return changing.error().sentence;
        phases.push_back(std::move(changing.value()));
    }
    addRounds(demand.distillations, chain, plan);
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
        demand.hops.push_back(service(planned, made[hop], hop, demand.stations[hop], demand.stations[hop + 1]));
        demand.hops.back().changes = std::move(phases[hop].changes);
        EventNetwork::Link& link = m_network.links[demand.hops.back().link];
        link.phases = std::move(phases[hop].phases);
        link.phasePeriod = phases[hop].period;
    }
    if (lacksRoom(demand)) return translated("A station or a link of its route has too few qubits for all pairs of the rounds of distillation.");
    m_network.demands.push_back(std::move(demand));
    return {};
}

} // namespace bellweave::engine
