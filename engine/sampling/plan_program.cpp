// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/plan_program.h"

#include "engine/analytic/chain_fading.h"
#include "engine/analytic/chain_stations.h"
#include "engine/links/station_gates.h"
#include "engine/sampling/lane_sampler.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

using Program = SamplingProgram;
using Node = PairPlan::Node;

constexpr std::uint64_t kPilotSeed = 0x9E3779B97F4A7C15;
constexpr std::size_t kPilotPairs = 1024;

double picoseconds(Duration time) { return std::round(time.si() * 1e12); }
double perPicosecond(double rate) { return rate * 1e-12; }
Program::Rates ratesOf(const DecayRates& rates) { return {perPicosecond(rates.zz), perPicosecond(rates.xx), perPicosecond(rates.xx)}; }

/// Hops that a part of the plan spans, and the qubits at its ends that hold pairs made before.
struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
    int heldFirst = 0;
    int heldLast = 0;
    bool endsHold = false;    ///< ends of the route hold their halves
    bool isLast = false;      ///< it delivers

    ChainStretch stretch() const { return {first, last, endsHold}; }
};

class PlanCompiler {
public:
    PlanCompiler(const Chain& chain, const PairPlan& plan) : m_chain(chain), m_plan(plan), m_stations(chain) {}

    Program compiled()
    {
        make(m_plan.nodes.size() - 1, {0, m_chain.hops.size() - 1, 0, 0, m_chain.endsHold, true});
        const OperatingPoint& point = *m_chain.points.front();
        if (m_chain.hops.size() == 1) m_program.pairsAtOnce = point.rate.si() * point.cycle.si() / point.cycleProbability;
        return std::move(m_program);
    }

private:
    std::size_t firstHop(std::size_t node) const
    {
        const Node& row = m_plan.nodes[node];
        return row.kind == Node::Kind::Link ? row.hop : firstHop(row.inputs.front());
    }

    std::size_t make(std::size_t node, Part part)
    {
        const Node& row = m_plan.nodes[node];
        switch (row.kind) {
        case Node::Kind::Link: return m_program.add(link(row.hop, part));
        case Node::Kind::Join: return m_plan.joinsAtOnce(row) ? addRow(row.inputs, part) : join(row.inputs, row.cutoff, part);
        case Node::Kind::Distillation: break;
        }
        part.endsHold = true;
        if (m_plan.isLink(node)) return make(row.inputs.front(), part);    // its operating point distills
        return distilled(node, row.rounds, part);
    }

    Program::Link link(std::size_t hop, const Part& part) const
    {
        const OperatingPoint& point = *m_chain.points[hop];
        const int free = std::max(1, point.memories - std::max(part.heldFirst, part.heldLast));
        const double success = point.cycleProbability * std::min(1.0, free / static_cast<double>(point.memories));
        return {success, picoseconds(point.cycle), picoseconds(point.told), toCorrelators(point.state)};
    }

    std::size_t join(std::vector<std::size_t> inputs, std::optional<Duration> cutoff, const Part& part)
    {
        if (inputs.size() == 1) return make(inputs.front(), part);
        const auto half = inputs.begin() + static_cast<std::ptrdiff_t>(inputs.size() / 2);
        const std::size_t station = firstHop(*half);
        const Part left{part.first, station - 1, part.heldFirst, 0, part.endsHold, false}, right{station, part.last, 0, part.heldLast, part.endsHold, false};
        const StretchJoin both{left.stretch(), right.stretch(), cutoff.has_value(), part.isLast};
        const RoundEnding ending = endingOf(m_chain, both);
        Program::Join step;
        step.left = join({inputs.begin(), half}, {}, left);
        step.right = join({half, inputs.end()}, {}, right);
        step.whileLeftWaits = ratesOf(m_stations.whileWaiting(both.left));
        step.whileRightWaits = ratesOf(m_stations.whileWaiting(both.right));
        if (cutoff) step.cutoff = picoseconds(*cutoff);
        step.success = successOf(m_chain, both);
        step.factors = factorsOf(m_chain, both);
        step.onSuccess = picoseconds(ending.success);
        step.onFailure = picoseconds(ending.failure);
        return m_program.add(step);
    }

    /// All links of a bracket, swapped as soon as they are there.
    std::size_t addRow(const std::vector<std::size_t>& inputs, const Part& part)
    {
        const Chain chain = m_stations.alone(part.stretch());
        const ChainFading fading(chain);
        Program::Row row;
        for (std::size_t i = 0; i < inputs.size(); ++i) addToRow(row, part.first + i, i, inputs.size(), part);
        for (std::size_t i = 0; i + 1 < inputs.size(); ++i) {
            const StationDecay &zz = fading.zz().stations[i], &xx = fading.xx().stations[i];
            row.whileLeftWaits.push_back(ratesOf(DecayRates{zz.earlier, xx.earlier}));
            row.whileRightWaits.push_back(ratesOf(DecayRates{zz.later, xx.later}));
        }
        row.first = ratesOf(DecayRates{fading.zz().first, fading.xx().first});
        row.last = ratesOf(DecayRates{fading.zz().last, fading.xx().last});
        row.factors = fading.fixed();
        endRow(row, part);
        return m_program.add(std::move(row));
    }

    void addToRow(Program::Row& row, std::size_t hop, std::size_t at, std::size_t size, const Part& part)
    {
        const Part alone{hop, hop, at == 0 ? part.heldFirst : 0, at + 1 == size ? part.heldLast : 0, part.endsHold, false};
        Program::Link step = link(hop, alone);
        row.told.push_back(step.told);
        step.told = 0.0;
        step.state = {};    // the row's factors hold it
        row.links.push_back(m_program.add(step));
    }

    void endRow(Program::Row& row, const Part& part) const
    {
        Duration swap;
        row.success = part.isLast && part.endsHold ? m_stations.endsKept(part.stretch()) : 1.0;
        for (std::size_t station = part.first + 1; station <= part.last; ++station) {
            row.success *= m_stations.swapSuccess(station);
            swap = std::max(swap, operationTime(m_stations.gates(station)));
        }
        row.ending = picoseconds(swap + signalTime(m_chain, part.first, part.last));
    }

    std::size_t sacrificed(std::size_t node, int rounds, Part part)
    {
        ++part.heldFirst;
        ++part.heldLast;
        part.isLast = false;
        const Node& row = m_plan.nodes[node];
        return row.isPumped ? make(row.inputs.front(), part) : distilled(node, rounds - 1, part);
    }

    /// The kept pair waits while the same links make the one to be sacrificed.
    std::size_t distilled(std::size_t node, int rounds, const Part& part)
    {
        Part before = part;
        before.isLast = false;
        if (rounds == 0) return make(m_plan.nodes[node].inputs.front(), before);
        const ChainStretch stretch = part.stretch();
        const Duration end = distillationTime(m_chain, stretch);
        Program::Join step;
        step.isInTurn = true;
        step.left = distilled(node, rounds - 1, before);
        step.right = sacrificed(node, rounds, part);
        step.whileLeftWaits = ratesOf(m_stations.whileKept(stretch));
        step.round = distillationMap(orderOf(step, quality(part)), quality(part));
        step.success = m_stations.endsKept(stretch) * (part.isLast ? m_stations.endsKept(stretch) : 1.0);
        step.factors = decayFactors(m_stations.rates(stretch), end);
        step.onSuccess = step.onFailure = picoseconds(end);
        return m_program.add(step);
    }

    DistillationQuality quality(const Part& part) const { return meanQuality(m_stations.gates(part.first), m_stations.gates(part.last + 1)); }

    Program endingAt(std::size_t step) const { return {{m_program.steps.begin(), m_program.steps.begin() + static_cast<std::ptrdiff_t>(step) + 1}}; }

    ErrorOrder orderOf(const Program::Join& round, const DistillationQuality& quality) const
    {
        const Program left = endingAt(round.left), right = endingAt(round.right);
        LaneSampler ofLeft(left, kPilotSeed), ofRight(right, kPilotSeed + 1);
        const auto kept = ofLeft.deliver(0, kPilotPairs), other = ofRight.deliver(0, kPilotPairs);
        Correlators keptMean{{1.0, 0.0, 0.0, 0.0}}, otherMean = keptMean;
        for (std::size_t c = 0; c < 3; ++c)
            for (std::size_t i = 0; i < kPilotPairs; ++i) {
                keptMean.values[c + 1] += kept->correlators[c][i] * std::exp(-round.whileLeftWaits[c] * other->times[i]) / kPilotPairs;
                otherMean.values[c + 1] += other->correlators[c][i] / kPilotPairs;
            }
        return bestLikeOrder(fromCorrelators(keptMean), fromCorrelators(otherMean), quality);
    }

    const Chain& m_chain;
    const PairPlan& m_plan;
    ChainStations m_stations;
    Program m_program;
};

} // namespace

std::optional<SamplingProgram> planProgram(const Chain& chain, const PairPlan& plan)
{
    if (ChainStations(chain).isGaussian()) return std::nullopt;
    return PlanCompiler(chain, plan).compiled();
}

} // namespace bellweave::engine
