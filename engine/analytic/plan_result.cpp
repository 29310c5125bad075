// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_result.h"

#include "engine/analytic/chain_stations.h"
#include "engine/analytic/delivery_curve.h"
#include "engine/analytic/error_shares.h"
#include "engine/analytic/link_factors.h"
#include "engine/links/station_gates.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>

namespace bellweave::engine {
namespace {

using Node = PairPlan::Node;

constexpr std::size_t kPlainCells = 192;
constexpr std::size_t kPlainTrialCells = 48;

/// The part of a plan that spans the first hops alone.
class Shortened {
public:
    Shortened(const PairPlan& plan, std::size_t hops) : m_plan(plan), m_hops(hops) { add(plan.nodes.size() - 1); }

    PairPlan result;

private:
    std::optional<std::size_t> add(std::size_t index)
    {
        Node node = m_plan.nodes[index];
        if (node.kind == Node::Kind::Link) return node.hop < m_hops ? keep(node) : std::nullopt;
        std::vector<std::size_t> inputs;
        for (const std::size_t input : node.inputs)
            if (const auto kept = add(input)) inputs.push_back(*kept);
        if (inputs.empty()) return std::nullopt;
        if (inputs.size() == 1 && node.kind == Node::Kind::Join) return inputs.front();
        node.inputs = std::move(inputs);
        return keep(node);
    }
    std::optional<std::size_t> keep(const Node& node)
    {
        result.nodes.push_back(node);
        return result.nodes.size() - 1;
    }

    const PairPlan& m_plan;
    std::size_t m_hops;
};

/// A chain without some causes of error.
class Perfected {
public:
    Perfected(const Chain& chain, ErrorCause cause) : m_chain(chain)
    {
        for (const NodeHardware* station : chain.stations) m_stations.push_back(perfected(*station, cause));
        for (const OperatingPoint* point : chain.points) m_points.push_back(perfected(*point, cause));
        for (std::size_t i = 0; i < m_stations.size(); ++i) m_chain.stations[i] = &m_stations[i];
        for (std::size_t i = 0; i < m_points.size(); ++i) m_chain.points[i] = &m_points[i];
    }

    const Chain& chain() const { return m_chain; }

private:
    static NodeHardware perfected(NodeHardware station, ErrorCause cause)
    {
        constexpr double kForever = std::numeric_limits<double>::infinity();
        if (cause == ErrorCause::MemoryWait) {
            station.memory.relaxationTime = station.memory.coherenceTime = Duration::fromSi(kForever);
            station.memory.attemptDephasing = 0.0;
        }
        if (cause == ErrorCause::SwapOperations) station.gates.oneQubitError = station.gates.twoQubitError = station.gates.readoutError = 0.0;
        return station;
    }
    static OperatingPoint perfected(OperatingPoint point, ErrorCause cause)
    {
        const LinkFactors link = linkFactors(point);
        Correlators state = link.whole;
        if (cause == ErrorCause::MemoryWait) state = ratio(state, link.herald);
        if (cause == ErrorCause::LinkGeneration) state = ratio(state, link.clean);
        if (cause == ErrorCause::DetectorNoise) state = ratio(state, link.detectors);
        point.state = fromCorrelators(state);
        return point;
    }

    Chain m_chain;
    std::vector<NodeHardware> m_stations;
    std::vector<OperatingPoint> m_points;
};

double fidelityOfLaw(const PlanLaw& law) { return fidelityOf(law.law.meanCorrelators); }

/// Where a plan loses most by each cause, as index of a station or hop.
class Weakest {
public:
    Weakest(const Chain& chain, const PlanLaw& law) : m_chain(chain), m_law(law) {}

    std::size_t memory() const
    {
        return largest(m_chain.stations.size(), [&](std::size_t i) {
            const bool isInner = i > 0 && i < m_chain.hops.size();
            const double wait = isInner ? m_law.waits[i - 1].si() : meanWaitOfEnds();
            const DecayRates rates = decayRates(m_chain.stations[i]->memory);
            return wait * (rates.xx + rates.gaussian * wait);
        });
    }
    std::size_t link() const
    {
        return largest(m_chain.hops.size(), [&](std::size_t i) { return 1.0 - fidelityOf(linkFactors(*m_chain.points[i]).clean); });
    }
    std::size_t detectors() const
    {
        return largest(m_chain.hops.size(), [&](std::size_t i) { return 1.0 - fidelityOf(linkFactors(*m_chain.points[i]).detectors); });
    }
    std::size_t swap() const
    {
        return largest(m_chain.stations.size(), [&](std::size_t i) {
            const bool isInner = i > 0 && i < m_chain.hops.size();
            return isInner ? 1.0 - fidelityOf(swapFactors(swapQuality(m_chain.stations[i]->gates))) : -1.0;
        });
    }

private:
    double meanWaitOfEnds() const
    {
        double sum = 0.0;
        for (const Duration wait : m_law.waits) sum += wait.si();
        return m_chain.endsHold ? 0.5 * sum / static_cast<double>(m_law.waits.size()) : 0.0;
    }

    template <typename Size> static std::size_t largest(std::size_t count, Size size)
    {
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i)
            if (size(i) > size(best)) best = i;
        return best;
    }

    const Chain& m_chain;
    const PlanLaw& m_law;
};

class PlanSummary {
public:
    PlanSummary(const Chain& chain, const PairPlan& plan) : m_chain(chain), m_plan(plan), m_law(planLaw(chain, plan, {})) {}

    ChainResult run()
    {
        m_result.state = fromCorrelators(m_law.law.meanCorrelators);
        m_result.success = m_law.success;
        m_result.meanWaits = m_law.waits;
        m_result.steps = m_law.steps;
        m_result.model = modelName();
        fillTimes();
        fillErrors();
        fillAlong();
        return std::move(m_result);
    }

private:
    /// Ends that hold are told by then; those that measured at once are told of the last swap.
    Duration told() const
    {
        const bool isTold = m_chain.endsHold || m_plan.nodes.back().kind != Node::Kind::Join;
        return isTold ? Duration() : signalTime(m_chain);
    }

    void fillTimes()
    {
        const Duration mean = m_law.step * m_law.law.meanSteps;
        m_result.rate = Rate::fromSi(m_law.isUsable ? 1.0 / mean.si() : 0.0);
        m_result.latency = mean + told();
        m_result.latencyP95 = m_law.step * m_law.law.quantile(0.95) + told();
        m_law.law.extendToMass(0.5 * (1.0 - DeliveryCurve::kComplete));
        DeliveryCurve curve;
        double sum = 0.0;
        const std::vector<double>& chances = m_law.law.probability().values;
        for (std::size_t i = 0; i < chances.size() && curve.isOpen(); ++i) {
            sum = std::min(1.0, sum + chances[i]);
            const double end = (static_cast<double>(i) + 0.5) * m_law.law.cell * m_law.step.si();
            curve.lineTo(end + told().si(), sum);
        }
        m_result.delivery = curve.take();
    }

    /// Each cause alone made perfect.
    void fillErrors()
    {
        constexpr std::array kCauses{ErrorCause::MemoryWait, ErrorCause::LinkGeneration, ErrorCause::SwapOperations, ErrorCause::DetectorNoise};
        std::array<double, kCauses.size() + 1> fidelities{};
        tbb::parallel_for(std::size_t(), fidelities.size(), [&](std::size_t i) {
            const bool isWhole = i == kCauses.size();
            fidelities[i] = fidelityOfLaw(planLaw(isWhole ? m_chain : Perfected(m_chain, kCauses[i]).chain(), m_plan, kTrialAccuracy));
        });
        const Weakest weakest(m_chain, m_law);
        const std::array worst{weakest.memory(), weakest.link(), weakest.swap(), weakest.detectors()};
        std::vector<CauseGain> gains;
        for (std::size_t i = 0; i < kCauses.size(); ++i) gains.push_back({kCauses[i], std::max(0.0, fidelities[i] - fidelities.back()), worst[i]});
        fillErrorShares(m_result, std::move(gains));
    }

    void fillAlong()
    {
        m_result.fidelityBefore.assign(m_chain.hops.size(), fidelityOfLaw(m_law));
        m_result.fidelityAfter = m_result.fidelityBefore;
        tbb::parallel_for(std::size_t(1), m_chain.hops.size(), [&](std::size_t hops) {
            const Shortened part(m_plan, hops);
            const PlanLaw law = planLaw(firstHops(hops), part.result, kTrialAccuracy);
            m_result.fidelityBefore[hops - 1] = fidelityOfLaw(law);
            m_result.fidelityAfter[hops - 1] = fidelityOf(law.law.meanCorrelators * swapFactors(swapQuality(m_chain.stations[hops]->gates)));
        });
    }

    Chain firstHops(std::size_t hops) const
    {
        Chain chain = ChainStations(m_chain).alone({0, hops - 1, m_chain.endsHold});
        chain.endsHold = m_chain.endsHold;
        return chain;
    }

    QString modelName() const
    {
        const auto text = [](const char* source) { return QCoreApplication::translate("PlanResult", source); };
        if (ChainStations(m_chain).isGaussian())
            return text("Swaps in the order of the plan: whole law of time; Gaussian coherence fades at the rate that leaves as much on average");
        return text("Swaps in the order of the plan: whole law of time and state, on a grid of cells");
    }

    const Chain& m_chain;
    const PairPlan& m_plan;
    PlanLaw m_law;
    ChainResult m_result;
};

} // namespace

bool isPlain(const PairPlan& plan)
{
    const Node& last = plan.nodes.back();
    if (last.kind != Node::Kind::Join) return plan.isLink(plan.nodes.size() - 1);
    return !last.cutoff && std::ranges::all_of(last.inputs, [&](std::size_t input) { return plan.isLink(input); });
}

ChainResult tryPlan(const Chain& chain, const PairPlan& plan)
{
    if (isPlain(plan)) return evaluateChain(chain, kPlainTrialCells);
    const PlanLaw law = planLaw(chain, plan, kTrialAccuracy);
    ChainResult result;
    result.state = law.isUsable ? fromCorrelators(law.law.meanCorrelators) : werner(0.25);
    result.rate = Rate::fromSi(law.isUsable ? 1.0 / (law.law.meanSteps * law.step.si()) : 0.0);
    return result;
}

ChainResult evaluatePlan(const Chain& chain, const PairPlan& plan)
{
    return isPlain(plan) ? evaluateChain(chain, kPlainCells) : PlanSummary(chain, plan).run();
}

} // namespace bellweave::engine
