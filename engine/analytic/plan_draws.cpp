// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_draws.h"

#include "engine/analytic/chain_fading.h"
#include "engine/links/station_gates.h"
#include "engine/physics/memory_decay.h"
#include "engine/physics/pair_map.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bellweave::engine {
namespace {

constexpr std::uint64_t kPilot = std::uint64_t{1} << 63;    // trials that are not delivered to anybody
constexpr int kPilotPairs = 128;
constexpr std::uint64_t kPilotDraws = std::uint64_t{1} << 20;    // more take too long, and any order is as good

Duration operationTime(const GateSet& gates) { return gates.twoQubitTime + gates.readoutTime; }

std::vector<std::size_t> firstHalf(const std::vector<std::size_t>& all)
{
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2)};
}
std::vector<std::size_t> secondHalf(const std::vector<std::size_t>& all)
{
    return {all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end()};
}

} // namespace

std::optional<PlanDraws::Pair> PlanDraws::deliver(std::uint64_t trial, std::uint64_t mostDraws)
{
    m_trial = trial;
    m_count = 0;
    m_most = m_drawn + mostDraws;
    const Pair pair = make(m_plan.nodes.size() - 1, {0, m_chain.hops.size() - 1, 0, 0, m_chain.endsHold, true});
    return isExhausted() ? std::nullopt : std::optional(pair);
}

std::uint32_t PlanDraws::count()
{
    ++m_drawn;
    return m_count++;
}

std::size_t PlanDraws::firstHop(std::size_t node) const
{
    const Node& row = m_plan.nodes[node];
    return row.kind == Node::Kind::Link ? row.hop : firstHop(row.inputs.front());
}

std::size_t PlanDraws::lastHop(std::size_t node) const
{
    const Node& row = m_plan.nodes[node];
    return row.kind == Node::Kind::Link ? row.hop : lastHop(row.inputs.back());
}

/// A link, distilled or not.
bool PlanDraws::isLink(std::size_t node) const
{
    const Node& row = m_plan.nodes[node];
    return row.kind == Node::Kind::Link || (row.kind == Node::Kind::Distillation && isLink(row.inputs.front()));
}

PlanDraws::Pair PlanDraws::make(std::size_t node, Part part)
{
    const Node& row = m_plan.nodes[node];
    switch (row.kind) {
    case Node::Kind::Link: return link(row.hop, part);
    case Node::Kind::Join: {
        const bool isBracketOfLinks = row.inputs.size() > 2 && std::all_of(row.inputs.begin(), row.inputs.end(), [this](std::size_t input) { return isLink(input); });
        return isBracketOfLinks ? joinAtOnce(row.inputs, part) : join(row.inputs, row.cutoff, part);
    }
    case Node::Kind::Distillation: break;
    }
    part.endsHold = true;
    if (m_plan.nodes[row.inputs.front()].kind == Node::Kind::Link) return make(row.inputs.front(), part);    // its operating point distills
    return distilled(node, row.rounds, part);
}

PlanDraws::Pair PlanDraws::link(std::size_t hop, const Part& part)
{
    const OperatingPoint& point = *m_chain.points[hop];
    const int free = std::max(1, point.memories - std::max(part.heldFirst, part.heldLast));
    const double success = point.cycleProbability * std::min(1.0, free / static_cast<double>(point.memories));
    return {point.cycle.si() * m_draws.attempts(success, m_trial, count()) + point.told.si(), toCorrelators(point.state)};
}

PlanDraws::Pair PlanDraws::join(const std::vector<std::size_t>& inputs, std::optional<Duration> cutoff, const Part& part)
{
    if (inputs.size() == 1) return make(inputs.front(), part);
    return joinTwo(firstHalf(inputs), secondHalf(inputs), cutoff, part);
}

PlanDraws::Pair PlanDraws::joinTwo(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, std::optional<Duration> cutoff, const Part& part)
{
    const std::size_t station = firstHop(b.front());
    const Part left{part.first, station - 1, part.heldFirst, 0, part.endsHold, false}, right{station, part.last, 0, part.heldLast, part.endsHold, false};
    const GateSet& gates = m_chain.stations[station]->gates;
    const double swap = operationTime(gates).si();
    const double message = std::max(signalTime(left.first, left.last), signalTime(right.first, right.last)).si();
    const double joined = gates.swapSuccess * sideKept(station, station - 1) * sideKept(station, station);
    const double success = joined * (part.isLast && part.endsHold ? keptAtEnds(part) : 1.0);
    const double told = part.isLast ? (part.endsHold ? signalTime(part.first, part.last).si() : 0.0) : cutoff || joined < 1.0 ? message : 0.0;
    for (double now = 0.0;;) {
        Pair one = join(a, {}, left), other = join(b, {}, right);
        const double gap = other.time - one.time;
        if (isExhausted()) return {now, one.state};
        if (cutoff && std::abs(gap) > cutoff->si()) {
            now += std::min(one.time, other.time) + cutoff->si() + swap + message;
            continue;
        }
        now += std::max(one.time, other.time) + swap;
        if (uniform() > success) {
            now += message;
            continue;
        }
        const Correlators aged = gap > 0.0 ? waited(left, gap) : waited(right, -gap);
        const Correlators during = decayFactors(ratesAt(station, true), Duration::fromSi(swap));
        const Correlators ends = decayFactors(ratesAt(part.first, part.endsHold) + ratesAt(part.last + 1, part.endsHold), Duration::fromSi(swap + told));
        return {now + told, one.state * other.state * aged * during * during * ends * swapFactors(swapQuality(gates))};
    }
}

/// All links of a bracket, swapped as soon as they are there.
PlanDraws::Pair PlanDraws::joinAtOnce(const std::vector<std::size_t>& inputs, const Part& part)
{
    const Chain chain = stretch(part);
    double success = part.isLast && part.endsHold ? keptAtEnds(part) : 1.0;
    Duration swap;
    for (std::size_t station = part.first + 1; station <= part.last; ++station) {
        const GateSet& gates = m_chain.stations[station]->gates;
        success *= gates.swapSuccess * sideKept(station, station - 1) * sideKept(station, station);
        swap = std::max(swap, operationTime(gates));
    }
    const double end = (swap + signalTime(part.first, part.last)).si();
    for (double now = 0.0;;) {
        std::vector<double> times;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const Part hop{part.first + i, part.first + i, i == 0 ? part.heldFirst : 0, i + 1 == inputs.size() ? part.heldLast : 0, part.endsHold, false};
            times.push_back(make(inputs[i], hop).time);
        }
        now += *std::max_element(times.begin(), times.end()) + end;
        for (std::size_t i = 0; i < times.size(); ++i) times[i] -= chain.points[i]->told.si();    // pairs age from their attempt on
        if (isExhausted() || uniform() <= success) return {now, ChainFading(chain).correlators(times)};
    }
}

PlanDraws::Pair PlanDraws::sacrificed(std::size_t node, int rounds, Part part)
{
    ++part.heldFirst;
    ++part.heldLast;
    part.isLast = false;
    const Node& row = m_plan.nodes[node];
    return row.isPumped ? make(row.inputs.front(), part) : distilled(node, rounds - 1, part);
}

PlanDraws::Pair PlanDraws::distilled(std::size_t node, int rounds, Part part)
{
    const Node& row = m_plan.nodes[node];
    Part before = part;
    before.isLast = false;
    if (rounds == 0) return make(row.inputs.front(), before);
    const GateSet& first = m_chain.stations[part.first]->gates;
    const GateSet& last = m_chain.stations[part.last + 1]->gates;
    const Duration end = std::max(operationTime(first), operationTime(last)) + signalTime(part.first, part.last);
    const DistillationQuality quality = meanQuality(first, last);
    const PairMap map = distillationMap(orderOf(node, rounds, before), quality);
    const Correlators told = decayFactors(ratesAt(part.first, true) + ratesAt(part.last + 1, true), end);
    const double kept = keptAtEnds(part) * (part.isLast ? keptAtEnds(part) : 1.0);
    for (double now = 0.0;;) {
        const Pair one = distilled(node, rounds - 1, before), other = sacrificed(node, rounds, part);
        now += one.time + other.time + end.si();
        const PairMap::Values made = map(keptWhile(one, other, part).state.values, other.state.values);
        if (isExhausted()) return {now, one.state};
        if (uniform() <= made[0] * kept)
            return {now, Correlators{{1.0, made[1] / made[0], made[2] / made[0], made[3] / made[0]}} * told};
    }
}

/// The first pair while the second is made by the same links.
PlanDraws::Pair PlanDraws::keptWhile(const Pair& kept, const Pair& other, const Part& part) const
{
    const std::size_t last = part.last + 1;
    DecayRates rates = ratesAt(part.first, true) + ratesAt(last, true);
    rates.xx += dephasing(part.first, part.first) + dephasing(last, part.last) + dephasingBeyond(part.first, part) + dephasingBeyond(last, part);
    return {kept.time, kept.state * decayFactors(rates, Duration::fromSi(other.time))};
}

/// Which errors a round takes out is agreed on beforehand: what is best for the mean of its pairs.
ErrorOrder PlanDraws::orderOf(std::size_t node, int rounds, const Part& part)
{
    if (const auto known = m_orders.find({node, rounds}); known != m_orders.end()) return known->second;
    const auto [trial, count, most] = std::tuple(m_trial, m_count, m_most);
    Correlators kept{{0.0, 0.0, 0.0, 0.0}}, other = kept;
    m_most = m_drawn + kPilotDraws;
    for (int pair = 0; pair < kPilotPairs; ++pair) {
        m_trial = kPilot + (static_cast<std::uint64_t>(node) << 32) + (static_cast<std::uint64_t>(rounds) << 24) + static_cast<std::uint64_t>(pair);
        m_count = 0;
        const Pair one = distilled(node, rounds - 1, part), two = sacrificed(node, rounds, part);
        const Correlators waited = keptWhile(one, two, part).state;
        for (std::size_t i = 0; i < 4; ++i) {
            kept.values[i] += waited.values[i] / kPilotPairs;
            other.values[i] += two.state.values[i] / kPilotPairs;
        }
    }
    std::tie(m_trial, m_count, m_most) = std::tuple(trial, count, most);
    const DistillationQuality quality = meanQuality(m_chain.stations[part.first]->gates, m_chain.stations[part.last + 1]->gates);
    return m_orders[{node, rounds}] = bestLikeOrder(fromCorrelators(kept), fromCorrelators(other), quality);
}

DecayRates PlanDraws::ratesAt(std::size_t station, bool endsHold) const
{
    if (isEnd(station) && !endsHold) return {};
    const Memory& memory = m_chain.stations[station]->memory;
    return decayRates(memory.relaxationTime, memory.coherenceTime);
}

double PlanDraws::dephasing(std::size_t station, std::size_t hop) const
{
    const double flip = m_chain.stations[station]->memory.attemptDephasing;
    if (flip <= 0.0) return 0.0;
    return dephasingExponent(flip) * (m_chain.points[hop]->memories / m_chain.points[hop]->cycle.si());
}

/// Of the hop on the other side of a station at which the part ends.
double PlanDraws::dephasingBeyond(std::size_t station, const Part& part) const
{
    if (isEnd(station)) return 0.0;
    return dephasing(station, station == part.first ? station - 1 : station);
}

/// While the part's pair waits to be joined.
Correlators PlanDraws::waited(const Part& part, double time) const
{
    const std::size_t last = part.last + 1;
    DecayRates rates = ratesAt(part.first, part.endsHold) + ratesAt(last, part.endsHold);
    rates.xx += dephasingBeyond(part.first, part) + dephasingBeyond(last, part);
    return decayFactors(rates, Duration::fromSi(time));
}

Duration PlanDraws::signalTime(std::size_t first, std::size_t last) const
{
    Duration time;
    for (std::size_t hop = first; hop <= last; ++hop) time += m_chain.hops[hop]->signalTime;
    return time;
}

double PlanDraws::sideKept(std::size_t station, std::size_t hop) const
{
    return m_chain.hops[hop]->fixedPoints.empty() ? m_chain.stations[station]->memory.efficiency : 1.0;
}

double PlanDraws::keptAtEnds(const Part& part) const { return sideKept(part.first, part.first) * sideKept(part.last + 1, part.last); }

Chain PlanDraws::stretch(const Part& part) const
{
    const auto first = static_cast<std::ptrdiff_t>(part.first), last = static_cast<std::ptrdiff_t>(part.last) + 1;
    Chain chain;
    chain.hops.assign(m_chain.hops.begin() + first, m_chain.hops.begin() + last);
    chain.points.assign(m_chain.points.begin() + first, m_chain.points.begin() + last);
    chain.stations.assign(m_chain.stations.begin() + first, m_chain.stations.begin() + last + 1);
    chain.endsHold = !isEnd(part.first) || !isEnd(part.last + 1) || part.endsHold;
    return chain;
}

} // namespace bellweave::engine
