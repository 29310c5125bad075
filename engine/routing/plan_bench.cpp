// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/plan_bench.h"

#include "engine/analytic/encoded_chain.h"
#include "engine/analytic/plan_result.h"
#include "engine/links/link_distillation.h"
#include "engine/links/operating_points.h"
#include "engine/routing/route_chain.h"

#include <algorithm>

namespace bellweave::engine {

PlanBench::PlanBench(const StationGraph& graph, const Network& network, const Demand& demand, std::size_t from, std::size_t to)
    : m_graph(graph), m_network(network), m_demand(demand), m_settings(network.general().settings),
      m_linkChoice(NamedPlan::ofLinks(demand.protocol)), m_source(graph, m_linkChoice, m_settings, from, to), m_preference(demand, m_settings.marginalBand), m_named(demand.protocol)
{
}

std::vector<const NodeHardware*> PlanBench::stationsOf(const StationRoute& route) const { return engine::stationsOf(m_graph, m_network, route); }

const std::vector<OperatingPoint>& PlanBench::points(const StationRoute& route, std::size_t hop)
{
    const std::size_t hops = route.edges.size(), edge = route.edges[hop];
    const std::vector<OperatingPoint>& all = m_source.points(edge);
    if (!m_named.restrictsLinks(hops)) return all;
    std::vector<OperatingPoint>& allowed = m_allowed[{edge, hop}];
    if (allowed.empty()) {
        std::vector<Distillation> distillations = distillationsToTry(m_linkChoice.distillation);
        distillations.emplace_back();
        std::erase_if(distillations, [&](const Distillation& one) { return !m_named.allows(hops, hop, one); });
        allowed = operatingPoints(physics(edge), m_linkChoice, endsOf(edge), m_settings, distillations);
    }
    return allowed.empty() ? all : allowed;
}

Chain PlanBench::chainOf(const PlanTrial& trial) const { return engine::chainOf(m_graph, m_network, *trial.route, trial.points); }

PlanTrial PlanBench::trial(const StationRoute& route, std::vector<OperatingPoint> points, double threshold, PairPlan order) const
{
    PlanTrial result{&route, threshold, std::move(points), std::move(order), {}};
    Chain chain = chainOf(result);
    chain.wantsQuantiles = false;
    result.chain = isEncoded() ? evaluateEncoded(chain, m_demand.protocol) : tryPlan(chain, result.order);
    return result;
}

void PlanBench::improve(PlanTrial& best, PlanTrial other) const
{
    if (m_preference.isBetter(other.chain, best.chain)) best = std::move(other);
}

DemandPlan PlanBench::finished(const PlanTrial& trial) const
{
    DemandPlan plan;
    plan.route = *trial.route;
    plan.points = trial.points;
    plan.chain = isEncoded() ? evaluateEncoded(chainOf(trial), m_demand.protocol) : evaluatePlan(chainOf(trial), trial.order);
    return plan;
}

} // namespace bellweave::engine
