// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_fidelity.h"

#include "engine/analytic/planned_chain.h"
#include "engine/api/evaluator.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::engine {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("RateFidelity", text); }

/// Every scheme of the hops once, in the order of the route, as far as they are few.
QString listed(const QStringList& all)
{
    constexpr qsizetype kMost = 3;
    QStringList schemes;
    for (const QString& scheme : all)
        if (!schemes.contains(scheme)) schemes += scheme;
    if (schemes.size() <= kMost) return schemes.join(QStringLiteral("; "));
    return translated("%1 to %2").arg(schemes.front(), schemes.back());
}

QString summary(const QStringList& schemes, bool distillsSeveralHops, bool hasCutoff)
{
    if (schemes.isEmpty()) return {};
    QString text = QCoreApplication::translate("RateFidelity", "%n hop(s): %1", "of a route, their schemes", static_cast<int>(schemes.size())).arg(listed(schemes));
    if (distillsSeveralHops) text += QStringLiteral("; ") + translated("distilled over several hops");
    if (hasCutoff) text += QStringLiteral("; ") + translated("waits cut off");
    return text;
}

QString summaryOf(const PlannedChain& planned, const PlanTrial& trial)
{
    QStringList schemes;
    for (std::size_t hop = 0; hop < trial.hops(); ++hop) schemes += planned.scheme(hop, trial.points[hop]);
    const auto& nodes = trial.order.nodes;
    const bool distills = std::ranges::any_of(nodes, [&](const PairPlan::Node& node) {
        return node.kind == PairPlan::Node::Kind::Distillation && !trial.order.isLink(node.inputs.front());
    });
    return summary(schemes, distills, std::ranges::any_of(nodes, [](const PairPlan::Node& node) { return node.cutoff.has_value(); }));
}

/// As a required rate it never decides: the best rate at the fidelity is what is looked for.
constexpr double kAnyRate = 1e-12;
constexpr double kLowest = 0.5;
/// No plan reaches it, so that the one of best fidelity is made.
constexpr double kUnreachable = 1.0;

/// Plans one demand again and again, as if there were no other.
class Sweep {
public:
    Sweep(const Network& network, const Demand& demand) : m_network(network), m_demand(demand)
    {
        m_network.demands = {};
        General general = m_network.general();
        general.settings.marginalBand = 0.0;    // the limit itself is what is asked for
        m_network.setGeneral(general);
        m_demand.minRate = Rate::fromSi(kAnyRate);
    }

    std::optional<RateFidelityPoint> at(double fidelity)
    {
        m_demand.minFidelity = fidelity;
        m_network.demands.put(m_demand);
        const Evaluation evaluation = m_evaluator.evaluate(m_network);
        const DemandResult& result = *evaluation.demands.begin();
        if (!result.routed) return std::nullopt;
        return pointOf(result);
    }
    /// What other orders of the swaps give on the route that was last taken.
    std::vector<RateFidelityPoint> inOtherOrders(int count) const
    {
        const PlannedChain planned(m_network, m_demand.id);
        std::vector<RateFidelityPoint> points;
        if (!planned.isRouted()) return points;
        for (const PlanTrial& trial : planned.otherOrders(static_cast<std::size_t>(count)))
            if (const double fidelity = trial.chain.state.fidelity(); fidelity > kLowest)
                points.push_back({fidelity, trial.chain.rate, summaryOf(planned, trial)});
        return points;
    }

private:
    static RateFidelityPoint pointOf(const DemandResult& result) { return {result.fidelity, result.rateAlone, planSummary(result)}; }

    Network m_network;
    Demand m_demand;
    Evaluator m_evaluator;
};

/// Leaves out what another point beats in both: plans are searched for, and a search may miss.
std::vector<RateFidelityPoint> front(std::vector<RateFidelityPoint> points)
{
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return std::pair(a.fidelity, a.rate) > std::pair(b.fidelity, b.rate);
    });
    std::vector<RateFidelityPoint> best;
    for (const RateFidelityPoint& point : points)
        if (best.empty() || point.rate > best.back().rate) best.push_back(point);
    std::reverse(best.begin(), best.end());
    return best;
}

} // namespace

QString planSummary(const DemandResult& demand)
{
    QStringList schemes;
    for (const Hop& hop : demand.hops) schemes += hop.scheme;
    const bool distills = std::ranges::any_of(demand.plan, [](const PlanStep& step) {
        return step.kind == PlanStep::Kind::Distillation && step.firstHop != step.lastHop;
    });
    return summary(schemes, distills, std::ranges::any_of(demand.plan, [](const PlanStep& step) { return step.cutoff.has_value(); }));
}

std::vector<RateFidelityPoint> rateAgainstFidelity(const Network& network, DemandId demand, int count, std::stop_token stop)
{
    Q_ASSERT_X(count >= 2, "rateAgainstFidelity", "a curve needs two points or more");
    const Demand* wanted = network.demands.find(demand);
    if (!wanted) return {};
    Sweep sweep(network, *wanted);
    const auto highest = sweep.at(kUnreachable);
    if (!highest || stop.stop_requested()) return {};
    std::vector<RateFidelityPoint> points = sweep.inOtherOrders(count);
    points.push_back(*highest);
    if (stop.stop_requested()) return {};
    const double step = (highest->fidelity - kLowest) / count;
    for (int at = 0; at < count && step > 0.0; ++at) {
        if (const auto point = sweep.at(kLowest + step * at)) points.push_back(*point);
        if (stop.stop_requested()) return {};
    }
    return front(std::move(points));
}

} // namespace bellweave::engine
