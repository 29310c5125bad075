// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_fidelity.h"

#include "engine/analytic/planned_chain.h"
#include "engine/api/evaluator.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::engine {

namespace {

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
        for (const DemandResult& result : planned.otherOrders(static_cast<std::size_t>(count)))
            if (result.fidelity > kLowest) points.push_back(pointOf(result));
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

QString translated(const char* text) { return QCoreApplication::translate("RateFidelity", text); }

/// Every scheme of the hops once, in the order of the route, as far as they are few.
QString schemesOf(const DemandResult& demand)
{
    constexpr qsizetype kMost = 3;
    QStringList schemes;
    for (const Hop& hop : demand.hops)
        if (!schemes.contains(hop.scheme)) schemes += hop.scheme;
    if (schemes.size() <= kMost) return schemes.join(QStringLiteral("; "));
    return translated("%1 to %2").arg(schemes.front(), schemes.back());
}

bool distillsSeveralHops(const DemandResult& demand)
{
    return std::any_of(demand.plan.begin(), demand.plan.end(), [](const PlanStep& step) {
        return step.kind == PlanStep::Kind::Distillation && step.firstHop != step.lastHop;
    });
}

} // namespace

QString planSummary(const DemandResult& demand)
{
    if (demand.hops.empty()) return {};
    const int hops = static_cast<int>(demand.hops.size());
    QString text = QCoreApplication::translate("RateFidelity", "%n hop(s): %1", "of a route, their schemes", hops).arg(schemesOf(demand));
    if (distillsSeveralHops(demand)) text += QStringLiteral("; ") + translated("distilled over several hops");
    if (std::any_of(demand.plan.begin(), demand.plan.end(), [](const PlanStep& step) { return step.cutoff.has_value(); }))
        text += QStringLiteral("; ") + translated("waits cut off");
    return text;
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
