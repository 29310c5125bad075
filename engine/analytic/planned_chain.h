// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/demand_plan.h"

namespace bellweave::engine {

/// The plan of one demand once more, with everything it stands on, for questions that an evaluation does not keep the answers to.
/// Takes as long as planning the demand from scratch; equal networks give the plan of their evaluation.
class PlannedChain {
public:
    PlannedChain(const Network& network, DemandId demand);

    /// False when the demand is not in the network or has no route; nothing else may be asked then.
    bool isRouted() const { return m_plan.route.has_value(); }
    const Network& network() const { return m_network; }
    const StationGraph& graph() const { return m_graph; }
    const DemandPlan& plan() const { return m_plan; }
    std::size_t hops() const { return m_plan.points.size(); }
    /// Refers to this object.
    Chain chain() const;
    const LinkPhysics& physics(std::size_t hop) const { return edge(hop).physics; }
    /// The links of a hop, in any direction.
    const std::vector<LinkId>& links(std::size_t hop) const { return edge(hop).links; }
    /// Which stations of the hop's physics are ends of the route.
    RouteEnds endsOf(std::size_t hop) const;

private:
    const StationEdge& edge(std::size_t hop) const { return m_graph.edges()[m_plan.route->edges[hop]]; }

    Network m_network;
    StationGraph m_graph;
    DemandPlan m_plan;
};

} // namespace bellweave::engine
