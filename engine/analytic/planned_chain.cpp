// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/planned_chain.h"

#include "engine/analytic/demand_result.h"
#include "engine/analytic/plan_steps.h"
#include "engine/routing/route_chain.h"

namespace bellweave::engine {

PlannedChain::PlannedChain(const Network& network, DemandId demand, const QString& followed) : m_network(network), m_demand(demand)
{
    const Demand* wanted = m_network.demands.find(demand);
    if (!wanted) return;
    m_graph.update(m_network);
    m_plan = planDemand(m_graph, m_network, *wanted);
    if (!m_plan.plain || followed.isEmpty() || planText(result()) == followed) return;
    const DemandPlan plain = *m_plan.plain;
    if (planText(resultOf(plain)) == followed) m_plan = plain;
}

DemandResult PlannedChain::resultOf(const DemandPlan& plan) const
{
    return demandResult(m_graph, m_network, *m_network.demands.find(m_demand), plan);
}

std::vector<PlanTrial> PlannedChain::otherOrders(std::size_t most) const
{
    const Demand& demand = *m_network.demands.find(m_demand);
    PlanBench bench(m_graph, m_network, demand, *m_graph.indexOf(demand.from), *m_graph.indexOf(demand.to));
    PointSearch points(bench);
    return OrderSearch(bench, points).some(*m_plan.route, most);
}

Chain PlannedChain::chain() const { return chainOf(m_graph, m_network, *m_plan.route, m_plan.points); }

RouteEnds PlannedChain::endsOf(std::size_t hop) const
{
    const auto isEnd = [this](std::size_t station) {
        return station == m_plan.route->stations.front() || station == m_plan.route->stations.back();
    };
    return {isEnd(edge(hop).a), isEnd(edge(hop).b)};
}

} // namespace bellweave::engine
