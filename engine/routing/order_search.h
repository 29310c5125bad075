// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/plan_search.h"
#include "engine/routing/point_search.h"

namespace bellweave::engine {

/// Looks for an order of the swaps, waits and distillation of several hops that a demand likes better than the plain one, where the
/// demand names none and the plain one does not serve it with room to spare, or swaps may fail. Routes of more than six hops are
/// tried in nested order alone: searching them takes too long while dragging.
class OrderSearch {
public:
    OrderSearch(PlanBench& bench, PointSearch& points) : m_bench(bench), m_points(points) {}

    void improve(PlanTrial& best);
    /// Some ways to serve the demand on a route, from good to fast, whatever it asks for; none where it names an order, or stations
    /// correct errors. Long routes are searched along fewer cuts.
    std::vector<PlanTrial> some(const StationRoute& route, std::size_t most);

private:
    bool isWanted(const PlanTrial& plain) const;
    bool mayOrder(std::size_t hops) const;
    std::vector<PlanProposal> proposals(const StationRoute& route);
    PlanTrial trialOf(const StationRoute& route, PlanProposal proposal, double threshold);
    std::vector<PlanProposal> mostPromising(std::vector<PlanProposal> all) const;
    std::vector<OperatingPoint> pointsOf(const StationRoute& route, const std::vector<std::size_t>& chosen);
    void polishWaits(PlanTrial& best, double factor);

    PlanBench& m_bench;
    PointSearch& m_points;
};

} // namespace bellweave::engine
