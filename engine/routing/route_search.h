// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/routing/station_graph.h"

#include <span>

namespace bellweave::engine {

/// The operating points of edges for one demand: the graph's own inside a route under the automatic protocol choice; made when
/// first asked for at the demand's two ends, where stations hold nothing else, and under any other choice.
class PointSource {
public:
    PointSource(const StationGraph& graph, const ProtocolChoice& choice, const RunSettings& settings, std::size_t source,
                std::size_t target);
    const std::vector<OperatingPoint>& points(std::size_t edge);
    /// See outlinesOf(); those of at least the least rate.
    std::span<const PointOutline> outlines(std::size_t edge);
    /// -ln W of the best of them; infinite when there is none.
    double bestCost(std::size_t edge);
    /// Pairs per second of the fastest of them; 0 when there is none.
    double bestRate(std::size_t edge);
    /// Leaves out of outlines what makes fewer pairs a second.
    void setLeastRate(double rate);
    /// Which of the edge's stations are the demand's.
    RouteEnds endsOf(std::size_t edge) const;

private:
    struct Made {
        std::vector<OperatingPoint> points;
        std::vector<PointOutline> outlines;
    };
    /// Null where the graph's own points serve.
    const Made* made(std::size_t edge);

    const StationGraph& m_graph;
    ProtocolChoice m_choice;
    bool m_isAutomatic;
    RunSettings m_settings;
    std::size_t m_source;
    std::size_t m_target;
    double m_leastRate = 0.0;
    /// What searches ask for over and over, apart from the wide rows of the graph.
    struct Useful {
        std::span<const PointOutline> outlines;
        double cost = 0.0;
        double fastest = 0.0;
        bool isKnown = false;
    };
    const Useful& useful(std::size_t edge);
    std::vector<Useful> m_useful;    // by edge, at this least rate
    std::unordered_map<std::size_t, Made> m_made;
};

/// The useful points of a Pareto set, best fidelity first, without those that are less than 1.4 times as fast as the one kept
/// before; the fastest stays.
std::vector<PointOutline> outlinesOf(const std::vector<OperatingPoint>& points);

/// A chain of elementary links, one operating point each chosen later. Edges in order from the demand's first end.
struct StationRoute {
    std::vector<std::size_t> stations;   ///< one more than edges
    std::vector<std::size_t> edges;
    double cost = 0.0;                   ///< -ln of the Werner parameter, memory waits left out
    Rate bottleneck;                     ///< rate of the slowest link at the point the search chose
};

/// What a search found and how far it looked, so that a later change can be recognized as irrelevant.
struct RouteSearch {
    std::vector<StationRoute> candidates;   ///< Pareto set: falling Werner parameter, rising bottleneck rate
    double reach = 0.0;                     ///< no route of a greater cost matters
    std::vector<float> fromSource;          ///< least cost from the source to each station, infinite beyond reach
    std::vector<float> fromTarget;

    /// True when a change of edges among these stations cannot change the candidates.
    bool isUntouchedBy(const std::vector<std::size_t>& stations) const;
};

/// Routes from source to target that are not dominated in (Werner parameter, bottleneck rate), by label-setting in order of
/// cost with the exact remaining cost as bound. Looks up to the cost of `minFidelity`; when nothing reaches that, finds
/// the single route of best Werner parameter, as long as one above `kHopelessCost` exists.
/// Where some route keeps both, links that are slower than `minRate` are left out: no chain is faster than its slowest link.
RouteSearch searchRoutes(const StationGraph& graph, PointSource& points, std::size_t source, std::size_t target,
                         double minFidelity, Rate minRate);

/// Rates closer than this count as one: a single label is kept for them at each station.
inline constexpr double kRateClass = 1.4;
/// A search ends when it has found this many routes that differ in their edges: nobody tries more.
inline constexpr std::size_t kMostRoutes = 6;
/// Beyond this cost less than 2 % of the correlation is left, whatever the rate.
inline constexpr double kHopelessCost = 4.0;

} // namespace bellweave::engine
