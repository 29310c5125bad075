// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_law.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/link_factors.h"
#include "engine/analytic/plan_steps.h"
#include "engine/analytic/wait_law.h"
#include "engine/links/station_gates.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace bellweave::engine {
namespace {

using Node = PairPlan::Node;

/// Qubits at the first and last station of a unit that hold pairs made before.
struct Held {
    int first = 0;
    int last = 0;
    bool ends = false;    ///< ends of the route hold their halves, because something is distilled there
};

/// A unit's pairs: a law on cells, or a link whose cells are still to be chosen.
struct Unit {
    std::size_t first = 0;    ///< hop
    std::size_t last = 0;
    bool isLink = false;
    double success = 1.0;     ///< of a link: per cycle
    double period = 1.0;      ///< of a link: steps
    double told = 0.0;        ///< of a link: steps until a pair is known
    Correlators state = {};   ///< of a link
    DeliveryLaw law = {};
    std::size_t step = 0;     ///< its place in the list of steps
    PairAges ages = {};       ///< of the end halves of its pairs, on average
    double mean() const { return isLink ? period / success + told : law.meanSteps; }
};

class PlanSum {
public:
    PlanSum(const Chain& chain, const PairPlan& plan, const PlanAccuracy& accuracy)
        : m_chain(chain), m_stations(chain), m_plan(plan), m_accuracy(accuracyFor(plan, accuracy)), m_step(stepOf()), m_shortest(shortestScale())
    {
        m_result.waits.resize(chain.hops.size() - 1);
    }

    PlanLaw run()
    {
        m_result.isUsable = true;
        Unit all = unit(m_plan.nodes.size() - 1, {0, 0, m_chain.endsHold}, true);
        if (all.isLink) all.law = linkLaw(all, cellFor(all.mean()));
        m_result.law = std::move(all.law);
        m_result.step = Duration::fromSi(m_step);
        m_result.isUsable = m_result.isUsable && m_result.gridError < 1.0 && std::isfinite(m_result.law.meanSteps);
        return std::move(m_result);
    }

private:
    /// Where pairs are given up, an attempt is in time or not: no cell may hold several steps as long as that can be borne.
    static PlanAccuracy accuracyFor(const PairPlan& plan, PlanAccuracy accuracy)
    {
        constexpr std::size_t kBearable = std::size_t{1} << 16;
        const bool isCut = std::any_of(plan.nodes.begin(), plan.nodes.end(), [](const Node& node) { return node.cutoff.has_value(); });
        if (!isCut || accuracy.isRough) return accuracy;
        accuracy.gridError = 0.0;
        accuracy.mostCells = std::max(accuracy.mostCells, kBearable);
        return accuracy;
    }

    /// Attempts end on steps where all cycles are alike; else steps are short against all of them. Where pairs are given up, the step
    /// is a part of an attempt that divides all other times.
    double stepOf() const
    {
        constexpr double kStepsOfCycle = 8.0;
        double shortest = m_chain.points.front()->cycle.si(), longest = shortest;
        for (const OperatingPoint* point : m_chain.points) {
            shortest = std::min(shortest, point->cycle.si());
            longest = std::max(longest, point->cycle.si());
        }
        const bool isPlain = longest <= shortest * (1.0 + 1e-9);
        const std::vector<double> between = m_accuracy.isRough ? std::vector<double>() : timesToTell();
        if (between.empty()) return isPlain ? shortest : shortest / kStepsOfCycle;
        return shortest / partsOf(shortest, between);
    }

    /// What a cycle is divided into so that these times are whole steps; as finely as can be borne where nothing does that.
    double partsOf(double cycle, const std::vector<double>& times) const
    {
        constexpr std::array kParts{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 24.0, 25.0, 32.0, 40.0, 50.0, 64.0, 100.0};
        double mean = cycle;
        for (const OperatingPoint* point : m_chain.points) mean = std::max(mean, point->cycle.si() / point->cycleProbability);
        const double most = static_cast<double>(m_accuracy.mostCells) * cycle / (-std::log(m_accuracy.leftOut) * mean);
        double finest = 1.0;
        for (const double parts : kParts) {
            if (parts > most) break;
            finest = parts;
            const auto isWhole = [&](double time) { return std::abs(std::remainder(time, cycle / parts)) <= 1e-9 * cycle; };
            if (std::all_of(times.begin(), times.end(), isWhole)) break;
        }
        return finest;
    }

    /// Times that decide whether a pair is given up; none where nothing is.
    std::vector<double> timesToTell() const
    {
        std::vector<double> times;
        bool joinsJoined = false;
        for (const Node& node : m_plan.nodes) {
            if (!node.cutoff) continue;
            times.push_back(node.cutoff->si());
            joinsJoined = joinsJoined || !std::all_of(node.inputs.begin(), node.inputs.end(), [&](std::size_t input) { return m_plan.isLink(input); });
        }
        if (times.empty()) return times;
        for (const OperatingPoint* point : m_chain.points) times.insert(times.end(), {point->cycle.si(), point->told.si()});
        if (joinsJoined)
            for (const LinkPhysics* hop : m_chain.hops) times.push_back(hop->signalTime.si());
        for (std::size_t i = 1; joinsJoined && i + 1 < m_chain.stations.size(); ++i) times.push_back(operationTime(m_stations.gates(i)).si());
        return times;
    }

    /// The shortest time, in steps, that the plan tells apart.
    double shortestScale() const
    {
        double scale = std::numeric_limits<double>::infinity();
        for (const Node& node : m_plan.nodes)
            if (node.cutoff) scale = std::min(scale, node.cutoff->si() / m_step + 1.0);
        for (std::size_t i = 0; i + 1 < m_chain.stations.size(); ++i) {
            const DecayRates rates = m_stations.rates({i, i, true});
            const double rate = std::max({rates.xx, rates.zz, std::sqrt(rates.gaussian)});
            if (rate > 0.0) scale = std::min(scale, 1.0 / (rate * m_step));
        }
        return scale;
    }

    static ChainStretch stretchOf(const Unit& unit, const Held& held) { return {unit.first, unit.last, held.ends}; }

    WaitingDecay perStep(DecayRates rates) const { return {rates.zz * m_step, rates.xx * m_step}; }
    Duration inSeconds(double steps) const { return Duration::fromSi(steps * m_step); }
    // Laws on cells

    double cellFor(double mean)
    {
        const double scale = std::min(mean, m_shortest);
        const double least = -std::log(m_accuracy.leftOut) * mean / static_cast<double>(m_accuracy.mostCells);
        const double wanted = std::max(std::sqrt(2.0 * m_accuracy.gridError * mean * scale), least);
        double cell = 1.0;
        while (2.0 * cell <= wanted) cell *= 2.0;
        if (cell > 1.0) m_result.gridError += 0.5 * cell * cell / (mean * scale);
        return cell;
    }

    DeliveryLaw linkLaw(const Unit& unit, double cell) const
    {
        DeliveryLaw law = elementaryLaw(unit.success, unit.period, unit.state, cell, m_accuracy.leftOut);
        deliverLater(law, unit.told);
        return law;
    }

    /// On cells of at least this length; the same for both.
    void align(Unit& a, Unit& b, double cell) const
    {
        for (const Unit* unit : {&a, &b})
            if (!unit->isLink) cell = std::max(cell, unit->law.cell);
        for (Unit* unit : {&a, &b}) {
            if (unit->isLink) unit->law = linkLaw(*unit, cell);
            while (unit->law.cell < cell) unit->law = unit->law.coarser();
            unit->law.extendToMass(m_accuracy.leftOut);
        }
    }

    DeliveryLaw repeated(NestedRound& round)
    {
        m_result.success = round.success.front().moments().sum;
        if (!(m_result.success > 1e-9)) {
            m_result.isUsable = false;
            m_result.success = 1e-9;
            DeliveryLaw none = elementaryLaw(1e-9, 1.0, {{1.0, 0.0, 0.0, 0.0}}, 1e9, 0.5);
            return none;
        }
        RepeatedRound made;
        repeatUntilSuccess(round, m_accuracy.leftOut, m_accuracy.mostCells, made);
        return std::move(made.law);
    }

    // Units

    Unit unit(std::size_t index, const Held& held, bool isLast)
    {
        const Node& node = m_plan.nodes[index];
        switch (node.kind) {
        case Node::Kind::Link: return link(node.hop, held);
        case Node::Kind::Distillation: return distilled(node, held, isLast);
        case Node::Kind::Join: break;
        }
        if (m_plan.joinsAtOnce(node)) return joinedAtOnce(node.inputs, held, isLast);
        return joined(node.inputs, node.cutoff, held, isLast);
    }

    Unit link(std::size_t hop, const Held& held)
    {
        const OperatingPoint& point = *m_chain.points[hop];
        const int free = point.memories - std::max(held.first, held.last);
        if (free < qubitsNeeded(point.distillation)) m_result.isUsable = false;
        Unit unit{.first = hop, .last = hop, .isLink = true, .period = point.cycle.si() / m_step, .told = point.told.si() / m_step, .state = toCorrelators(point.state)};
        unit.success = point.cycleProbability;
        if (free < point.memories) unit.success *= std::max(1, free) / static_cast<double>(point.memories);
        unit.step = addLinkSteps(m_result.steps, hop, point);
        unit.ages = {point.ageA, point.ageB};
        return unit;
    }

    /// More than two parts: halves of halves.
    Unit joined(std::span<const std::size_t> inputs, std::optional<Duration> cutoff, const Held& held, bool isLast)
    {
        if (inputs.size() == 1) return unit(inputs.front(), held, isLast);
        const std::size_t half = inputs.size() / 2;
        Unit a = joined(inputs.first(half), {}, {held.first, 0, held.ends}, false);
        Unit b = joined(inputs.subspan(half), {}, {0, held.last, held.ends}, false);
        return joinOf(a, b, cutoff, held, isLast);
    }

    /// As soon as possible: the last link of all decides when.
    Unit joinedAtOnce(std::span<const std::size_t> inputs, const Held& held, bool isLast)
    {
        PlanStep step{.kind = PlanStep::Kind::Swap};
        std::vector<Unit> links;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            links.push_back(unit(inputs[i], {i == 0 ? held.first : 0, i + 1 == inputs.size() ? held.last : 0, held.ends}, false));
            step.inputs.push_back(links.back().step);
        }
        Unit all{.first = links.front().first, .last = links.back().last};
        fillRoundOfLast(links);
        const ChainResult chain = evaluateChain(m_stations.alone(stretchOf(all, held)), m_accuracy.isRough ? 32 : 96);
        const Correlators state = toCorrelators(chain.state);
        double success = 1.0;
        Duration swap;
        for (std::size_t station = all.first + 1; station <= all.last; ++station) {
            success *= m_stations.swapSuccess(station);
            swap = std::max(swap, operationTime(m_stations.gates(station)));
            m_result.waits[station - 1] = chain.meanWaits[station - 1 - all.first];
        }
        if (isLast && held.ends) success *= m_stations.endsKept(stretchOf(all, held));
        WaitingSeries& chance = m_round.success.front();
        m_round.failure = chance;
        for (double& value : m_round.failure.values) value *= 1.0 - success;
        for (double& value : chance.values) value *= success;
        for (std::size_t i = 1; i < 4; ++i) {
            m_round.success[i] = chance;
            for (double& value : m_round.success[i].values) value *= state.values[i];
        }
        const double end = (swap + signalTime(m_chain, all.first, all.last)).si() / m_step;
        endLater(m_round, end, end);
        all.law = repeated(m_round);
        all.ages = {chain.ageFirst, chain.ageLast};
        all.step = addStep(std::move(step), all);
        return all;
    }

    /// When the last of all links is there: what each is by a cell, multiplied.
    void fillRoundOfLast(const std::vector<Unit>& links)
    {
        double mean = 0.0;
        for (const Unit& link : links) mean = std::max(mean, link.mean());
        const double cell = cellFor(mean);
        std::vector<double> served;
        for (const Unit& link : links) {
            const DeliveryLaw law = linkLaw(link, cell);
            const std::vector<double>& chances = law.probability().values;
            if (served.size() < chances.size()) served.resize(chances.size(), served.empty() ? 1.0 : served.back());
            double sum = 0.0;
            for (std::size_t i = 0; i < served.size(); ++i) {
                if (i < chances.size()) sum += chances[i];
                served[i] *= sum;
            }
        }
        m_round.cell = cell;
        m_round.success.assign(4, {});
        double before = 0.0;
        for (const double now : served) m_round.success.front().values.push_back(now - std::exchange(before, now));
    }

    Unit joinOf(Unit& a, Unit& b, std::optional<Duration> cutoff, const Held& held, bool isLast)
    {
        const StretchJoin join{stretchOf(a, held), stretchOf(b, held), cutoff.has_value(), isLast};
        align(a, b, cellFor(std::max(a.mean(), b.mean())));
        const Waiting waiting = waitingOf(a, b, join, cutoff);
        AwaitedPair left{std::move(a.law), perStep(waiting.left)}, right{std::move(b.law), perStep(waiting.right)};
        const std::optional<double> steps = cutoff ? std::optional(cutoff->si() / m_step) : std::nullopt;
        const double wait = playSideBySide(left, right, swapMap(successOf(m_chain, join), factorsOf(m_chain, join, waiting.oldLeft, waiting.oldRight)), steps, m_round);
        const RoundEnding ending = endingOf(m_chain, join);
        endLater(m_round, ending.success.si() / m_step, ending.failure.si() / m_step);
        m_result.waits[join.station() - 1] = Duration::fromSi(wait * m_step);
        Unit all{.first = a.first, .last = b.last, .law = repeated(m_round)};
        all.ages = {waiting.oldLeft.first + ending.success, waiting.oldRight.last + ending.success};
        all.step = addStep({.kind = PlanStep::Kind::Swap, .inputs = {a.step, b.step}, .cutoff = cutoff}, all);
        return all;
    }

    /// How both pairs fade while one waits for the other, and how old they are by then.
    struct Waiting {
        DecayRates left, right;
        PairAges oldLeft, oldRight;
    };
    Waiting waitingOf(const Unit& a, const Unit& b, const StretchJoin& join, std::optional<Duration> cutoff) const
    {
        Waiting waiting{m_stations.whileWaiting(join.left, a.ages), m_stations.whileWaiting(join.right, b.ages), a.ages, b.ages};
        if (!m_stations.isGaussian()) return waiting;
        const Arrivals ofA = arrivalsOf(a.law, inSeconds(1.0)), ofB = arrivalsOf(b.law, inSeconds(1.0));
        const WaitLaw first = waitOf(ofA, ofB, cutoff), second = waitOf(ofB, ofA, cutoff);
        waiting.left = matched(waiting.left, first);
        waiting.right = matched(waiting.right, second);
        waiting.oldLeft = a.ages.after(first.mean(first.chance + second.chance));
        waiting.oldRight = b.ages.after(second.mean(first.chance + second.chance));
        return waiting;
    }

    Unit distilled(const Node& node, Held held, bool isLast)
    {
        held.ends = true;
        if (m_plan.nodes[node.inputs.front()].kind == Node::Kind::Link) return unit(node.inputs.front(), held, false);
        Unit made = node.isPumped ? pumped(node.inputs.front(), node.rounds, held, isLast)
                                  : nested(node.inputs.front(), node.rounds, held, isLast);
        PlanStep& step = m_result.steps[made.step];
        step.rounds = node.rounds;
        step.distillation = node.isPumped ? DistillationKind::Pumped : DistillationKind::Nested;
        return made;
    }

    Unit nested(std::size_t input, int rounds, const Held& held, bool isLast)
    {
        if (rounds == 0) return unit(input, held, false);
        const Held beside{held.first + 1, held.last + 1, true};
        Unit kept = nested(input, rounds - 1, held, false);
        const std::size_t known = m_result.steps.size();
        Unit sacrificed = nested(input, rounds - 1, beside, false);
        m_result.steps.resize(known);
        return round(kept, sacrificed, isLast);
    }

    Unit pumped(std::size_t input, int rounds, const Held& held, bool isLast)
    {
        const Held beside{held.first + 1, held.last + 1, true};
        Unit kept = unit(input, held, false);
        const std::size_t known = m_result.steps.size();
        const Unit fresh = unit(input, beside, false);
        m_result.steps.resize(known);
        for (int i = 0; i < rounds; ++i) {
            Unit sacrificed = fresh;
            kept = round(kept, sacrificed, isLast && i + 1 == rounds);
        }
        return kept;
    }

    /// One of several rounds; a step of its own only for the first.
    Unit round(Unit& kept, Unit& sacrificed, bool isLast)
    {
        const ChainStretch stretch{kept.first, kept.last, true};
        if (m_stations.gates(kept.first).swapSuccess < 1.0 || m_stations.gates(kept.last + 1).swapSuccess < 1.0) m_result.isUsable = false;
        const Duration wait = inSeconds(sacrificed.mean()), end = distillationTime(m_chain, stretch);
        align(kept, sacrificed, cellFor(kept.mean() + sacrificed.mean()));
        const DecayRates fading = matched(m_stations.whileKept(stretch, kept.ages), waitFor(sacrificed));
        AwaitedPair one{std::move(kept.law), perStep(fading)}, other{std::move(sacrificed.law), {}};
        const PairAges old = kept.ages.after(wait);
        PairMap map = roundMap(stretch, old, one, other);
        if (isLast) map.multiply(m_stations.endsKept(stretch));
        playInTurn(one, other, map, m_round);
        endLater(m_round, end.si() / m_step, end.si() / m_step);
        Unit made{.first = kept.first, .last = kept.last, .law = repeated(m_round), .step = kept.step};
        made.ages = old.after(end);
        if (m_result.steps[kept.step].kind == PlanStep::Kind::Distillation) fillStep(m_result.steps[kept.step], made);
        else made.step = addStep({.kind = PlanStep::Kind::Distillation, .inputs = {kept.step}, .rounds = 1}, made);
        return made;
    }

    /// The whole time of a pair that is begun only now.
    WaitLaw waitFor(const Unit& unit) const
    {
        if (!m_stations.isGaussian()) return {};
        const Arrivals arrivals = arrivalsOf(unit.law, inSeconds(1.0));
        return {1.0, arrivals.times, arrivals.chances};
    }

    PairMap roundMap(const ChainStretch& stretch, const PairAges& old, const AwaitedPair& kept, const AwaitedPair& sacrificed) const
    {
        const DistillationQuality quality = meanQuality(m_stations.gates(stretch.first), m_stations.gates(stretch.last + 1));
        const double mean = sacrificed.law.meanSteps;
        const double zz = std::exp(-kept.decay.zz * mean), xx = std::exp(-kept.decay.xx * mean);
        const BellDiagonal waited = fromCorrelators(kept.law.meanCorrelators * Correlators{{1.0, zz, xx, xx}});
        PairMap map = distillationMap(bestLikeOrder(waited, fromCorrelators(sacrificed.law.meanCorrelators), quality), quality);
        map.multiply(decayFactors(m_stations.rates(stretch, old), distillationTime(m_chain, stretch)));
        map.multiply(m_stations.endsKept(stretch));
        return map;
    }

    // Steps

    std::size_t addStep(PlanStep step)
    {
        m_result.steps.push_back(std::move(step));
        return m_result.steps.size() - 1;
    }
    std::size_t addStep(PlanStep step, const Unit& made)
    {
        fillStep(step, made);
        return addStep(std::move(step));
    }
    void fillStep(PlanStep& step, const Unit& made) const
    {
        step.firstHop = made.first;
        step.lastHop = made.last;
        step.rate = Rate::fromSi(1.0 / (made.law.meanSteps * m_step));
        step.fidelity = fidelityOf(made.law.meanCorrelators);
    }

    const Chain& m_chain;
    ChainStations m_stations;
    const PairPlan& m_plan;
    PlanAccuracy m_accuracy;
    double m_step;        // s
    double m_shortest;    // steps
    NestedRound m_round;
    PlanLaw m_result;
};

} // namespace

PlanLaw planLaw(const Chain& chain, const PairPlan& plan, const PlanAccuracy& accuracy)
{
    Q_ASSERT(plan.hops() == chain.hops.size());
    return PlanSum(chain, plan, accuracy).run();
}

} // namespace bellweave::engine
