// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/demand_plan.h"
#include "engine/routing/named_plan.h"
#include "engine/routing/plan_preference.h"

#include <map>

namespace bellweave::engine {

/// A plan in the making: a route, the points its links run at and the order of its swaps.
struct PlanTrial {
    const StationRoute* route = nullptr;
    double threshold = 0.0;               ///< pairs per second every link must make
    std::vector<OperatingPoint> points;
    PairPlan order;
    ChainResult chain;                    ///< rate and state

    std::size_t hops() const { return points.size(); }
};

/// Where plans of one demand are tried: what its links can do, how a trial is worked out, and which of two it likes better.
class PlanBench {
public:
    /// Between two stations of the graph.
    PlanBench(const StationGraph& graph, const Network& network, const Demand& demand, std::size_t from, std::size_t to);

    const Demand& demand() const { return m_demand; }
    const RunSettings& settings() const { return m_settings; }
    const PlanPreference& preference() const { return m_preference; }
    const NamedPlan& named() const { return m_named; }
    PointSource& source() { return m_source; }

    const LinkPhysics& physics(std::size_t edge) const { return m_graph.edges()[edge].physics; }
    RouteEnds endsOf(std::size_t edge) const { return m_source.endsOf(edge); }
    std::vector<const NodeHardware*> stationsOf(const StationRoute& route) const;
    /// Points of a link of a route that the demand allows, best fidelity first; all where it allows none.
    const std::vector<OperatingPoint>& points(const StationRoute& route, std::size_t hop);
    /// The order that is tried before any other.
    PairPlan firstOrder(std::size_t hops) const { return m_named.onRoute(hops).value_or(plainPlan(hops)); }
    /// Stations correct errors: there is no order to search.
    bool isEncoded() const { return m_demand.protocol.repeaters != RepeaterGeneration::Memories; }

    PlanTrial trial(const StationRoute& route, std::vector<OperatingPoint> points, double threshold, PairPlan order) const;
    /// Takes the other one where the demand likes it better.
    void improve(PlanTrial& best, PlanTrial other) const;
    /// With everything that results show.
    DemandPlan finished(const PlanTrial& trial) const;

private:
    Chain chainOf(const PlanTrial& trial) const;

    const StationGraph& m_graph;
    const Network& m_network;
    const Demand& m_demand;
    const RunSettings& m_settings;
    ProtocolChoice m_linkChoice;
    PointSource m_source;
    PlanPreference m_preference;
    NamedPlan m_named;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<OperatingPoint>> m_allowed;    // by edge and hop, under a named plan
};

} // namespace bellweave::engine
