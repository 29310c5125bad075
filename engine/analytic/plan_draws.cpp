// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_draws.h"

#include "engine/analytic/chain_fading.h"
#include "engine/links/station_gates.h"
#include "engine/physics/pair_map.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bellweave::engine {
namespace {

constexpr std::uint64_t kPilot = std::uint64_t{1} << 63;    // trials that are not delivered to anybody
constexpr int kPilotPairs = 128;
constexpr std::uint64_t kPilotDraws = std::uint64_t{1} << 20;    // more take too long, and any order is as good

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

PlanDraws::Pair PlanDraws::make(std::size_t node, Part part)
{
    const Node& row = m_plan.nodes[node];
    switch (row.kind) {
    case Node::Kind::Link: return link(row.hop, part);
    case Node::Kind::Join: return m_plan.joinsAtOnce(row) ? joinAtOnce(row.inputs, part) : join(row.inputs, row.cutoff, part);
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
    return {point.cycle.si() * m_draws.attempts(success, m_trial, count()) + point.told.si(), toCorrelators(point.state),
            {point.ageA, point.ageB}};
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
    const StretchJoin join{left.stretch(), right.stretch(), cutoff.has_value(), part.isLast};
    const RoundEnding ending = endingOf(m_chain, join);
    const double success = successOf(m_chain, join);
    for (double now = 0.0;;) {
        Pair one = this->join(a, {}, left), other = this->join(b, {}, right);
        const double gap = other.time - one.time;
        if (isExhausted()) return {now, one.state};
        if (cutoff && std::abs(gap) > cutoff->si()) {
            now += std::min(one.time, other.time) + cutoff->si() + ending.failure.si();
            continue;
        }
        now += std::max(one.time, other.time);
        if (uniform() > success) {
            now += ending.failure.si();
            continue;
        }
        Pair& earlier = gap > 0.0 ? one : other;
        const Duration wait = Duration::fromSi(std::abs(gap));
        const Correlators waited = decayFactors(m_stations.whileWaiting(gap > 0.0 ? join.left : join.right, earlier.ages), wait);
        earlier.ages = earlier.ages.after(wait);
        Pair made{now + ending.success.si(), one.state * other.state * waited * factorsOf(m_chain, join, one.ages, other.ages), {one.ages.first, other.ages.last}};
        made.ages = made.ages.after(ending.success);
        return made;
    }
}

/// All links of a bracket, swapped as soon as they are there.
PlanDraws::Pair PlanDraws::joinAtOnce(const std::vector<std::size_t>& inputs, const Part& part)
{
    const Chain chain = m_stations.alone(part.stretch());
    double success = part.isLast && part.endsHold ? m_stations.endsKept(part.stretch()) : 1.0;
    Duration swap;
    for (std::size_t station = part.first + 1; station <= part.last; ++station) {
        success *= m_stations.swapSuccess(station);
        swap = std::max(swap, operationTime(m_stations.gates(station)));
    }
    const double end = (swap + signalTime(m_chain, part.first, part.last)).si();
    for (double now = 0.0;;) {
        std::vector<double> times;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const Part hop{part.first + i, part.first + i, i == 0 ? part.heldFirst : 0, i + 1 == inputs.size() ? part.heldLast : 0, part.endsHold, false};
            times.push_back(make(inputs[i], hop).time);
        }
        const double latest = *std::max_element(times.begin(), times.end());
        now += latest + end;
        const PairAges ages{chain.points.front()->ageA + Duration::fromSi(latest - times.front() + end),
                            chain.points.back()->ageB + Duration::fromSi(latest - times.back() + end)};
        for (std::size_t i = 0; i < times.size(); ++i) times[i] -= chain.points[i]->told.si();    // pairs age from their attempt on
        if (isExhausted() || uniform() <= success) return {now, ChainFading(chain).correlators(times), ages};
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
    const ChainStretch stretch = part.stretch();
    const Duration end = distillationTime(m_chain, stretch);
    const DistillationQuality quality = meanQuality(m_stations.gates(part.first), m_stations.gates(part.last + 1));
    const PairMap map = distillationMap(orderOf(node, rounds, before), quality);
    const double bothKept = m_stations.endsKept(stretch) * (part.isLast ? m_stations.endsKept(stretch) : 1.0);
    for (double now = 0.0;;) {
        const Pair one = distilled(node, rounds - 1, before), other = sacrificed(node, rounds, part);
        now += one.time + other.time + end.si();
        Pair kept = keptWhile(one, other, part);
        const PairMap::Values made = map(kept.state.values, other.state.values);
        if (isExhausted()) return {now, one.state};
        if (uniform() > made[0] * bothKept) continue;
        const Correlators told = decayFactors(m_stations.rates(stretch, kept.ages), end);
        kept.ages = kept.ages.after(end);
        return {now, Correlators{{1.0, made[1] / made[0], made[2] / made[0], made[3] / made[0]}} * told, kept.ages};
    }
}

/// The first pair while the second is made by the same links.
PlanDraws::Pair PlanDraws::keptWhile(const Pair& kept, const Pair& other, const Part& part) const
{
    const Duration wait = Duration::fromSi(other.time);
    Pair waited{kept.time, kept.state * decayFactors(m_stations.whileKept(part.stretch(), kept.ages), wait), kept.ages};
    waited.ages = waited.ages.after(wait);
    return waited;
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
    const DistillationQuality quality = meanQuality(m_stations.gates(part.first), m_stations.gates(part.last + 1));
    return m_orders[{node, rounds}] = bestLikeOrder(fromCorrelators(kept), fromCorrelators(other), quality);
}

} // namespace bellweave::engine
