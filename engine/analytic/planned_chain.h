// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/operating_points.h"
#include "engine/routing/demand_plan.h"
#include "engine/routing/order_search.h"

namespace bellweave::engine {

/// The plan of one demand once more, with everything it stands on, for questions that an evaluation does not keep the answers to.
/// Takes as long as planning the demand from scratch.
class PlannedChain {
public:
    /// `followed`: planText() of the demand's result. An evaluation gives up a slow plan for the plain one where demands share
    /// stations; so does this, when that is the text of the plain one. Without a text the demand counts as alone.
    PlannedChain(const Network& network, DemandId demand, const QString& followed = {});

    /// False when the demand is not in the network or has no route; nothing else may be asked then.
    bool isRouted() const { return m_plan.route.has_value(); }
    const Network& network() const { return m_network; }
    const DemandPlan& plan() const { return m_plan; }
    /// What the evaluation would say of the demand alone. Precondition: isRouted().
    DemandResult result() const { return resultOf(m_plan); }
    /// Other plans on its route, tried roughly, which order swaps, waits and distillation differently; from good to fast.
    std::vector<PlanTrial> otherOrders(std::size_t most) const;
    /// What a link of the hop does at a point, in words.
    QString scheme(std::size_t hop, const OperatingPoint& point) const { return schemeText(point, !physics(hop).fixedPoints.empty()); }
    std::size_t hops() const { return m_plan.points.size(); }
    /// Refers to this object.
    Chain chain() const;
    const LinkPhysics& physics(std::size_t hop) const { return edge(hop).physics; }
    /// The links of a hop, in any direction.
    const std::vector<LinkId>& links(std::size_t hop) const { return edge(hop).links; }
    /// Whether the route passes the hop from end A of its physics to end B.
    bool isForward(std::size_t hop) const { return edge(hop).a == m_plan.route->stations[hop]; }
    /// Which stations of the hop's physics are ends of the route.
    RouteEnds endsOf(std::size_t hop) const;

private:
    DemandResult resultOf(const DemandPlan& plan) const;
    const StationEdge& edge(std::size_t hop) const { return m_graph.edges()[m_plan.route->edges[hop]]; }

    Network m_network;
    DemandId m_demand;
    StationGraph m_graph;
    DemandPlan m_plan;
};

} // namespace bellweave::engine
