// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/plan_bench.h"

#include <initializer_list>
#include <span>

namespace bellweave::engine {

/// Looks for the points that the links of a plan should run at, its order given.
class PointSearch {
public:
    explicit PointSearch(PlanBench& bench) : m_bench(bench) {}

    /// The best plan of all these routes whose links keep to a common rate; none without routes.
    std::optional<PlanTrial> bestOf(const std::vector<const StationRoute*>& routes);
    /// Searches around the common rate of a plan for one that the demand likes better.
    void refine(PlanTrial& best);
    /// Lets each link leave the common rate by these factors: a little faster or better by its bright population, or by its other
    /// scheme.
    void polish(PlanTrial& best, std::initializer_list<double> factors);
    /// Lets one or two links change their kind of scheme and the others follow, where links have the choice: one step alone would
    /// look worse.
    void exchange(PlanTrial& best);

private:
    std::vector<double> thresholds(const StationRoute& route);
    std::vector<OperatingPoint> tablePoints(const StationRoute& route, double threshold);
    std::vector<OperatingPoint> finePoints(const StationRoute& route, double threshold);
    OperatingPoint singleClickAtRate(std::size_t edge, OperatingPoint point, double rate) const;
    std::vector<OperatingPoint> neighbors(const StationRoute& route, std::size_t hop, const OperatingPoint& point, double factor);
    void tryOtherKinds(PlanTrial& best, std::size_t one, std::size_t other);
    const OperatingPoint* nearestOfOtherKind(const StationRoute& route, std::size_t hop, const OperatingPoint& point);

    PlanBench& m_bench;
};

} // namespace bellweave::engine
