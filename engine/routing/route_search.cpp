// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/route_search.h"

#include "engine/links/operating_points.h"

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cmath>
#include <limits>
#include <queue>
#include <set>

namespace bellweave::engine {
namespace {

constexpr float kFar = std::numeric_limits<float>::infinity();
constexpr std::size_t kMostCandidates = 24;
/// Outlines of one edge are at least this much apart in rate.
constexpr double kFaster = kRateClass;

using Graph = StationGraph::Graph;

/// Ends Boost's search: the frontier is beyond what can matter.
struct BeyondReach {};

/// Raises the reach to the target's distance when that is met first, and stops behind it.
class ReachVisitor : public boost::default_dijkstra_visitor {
public:
    ReachVisitor(const std::vector<float>& distance, std::size_t target, double& reach)
        : m_distance(distance), m_target(target), m_reach(reach) {}
    template<typename G>
    void examine_vertex(std::size_t station, const G&)
    {
        const double distance = static_cast<double>(m_distance[station]);
        if (station == m_target) m_reach = std::max(m_reach, distance);
        const bool isTargetSettled = m_distance[m_target] <= m_distance[station];
        if (distance > kHopelessCost || (distance > m_reach && isTargetSettled)) throw BeyondReach();
    }

private:
    const std::vector<float>& m_distance;
    std::size_t m_target;
    double& m_reach;
};

/// Least cost from one station to all within reach; `reach` grows to the cost of `target` when that is greater.
std::vector<float> distancesFrom(const StationGraph& graph, PointSource& points, std::size_t start, std::size_t target,
                                 double& reach)
{
    std::vector<float> distance(graph.stationCount(), kFar);
    const auto weight = boost::make_function_property_map<Graph::edge_descriptor>([&](const Graph::edge_descriptor& arc) {
        const std::size_t from = boost::source(arc, graph.graph());
        const double swap = from == start ? 0.0 : graph.swapCost(from);
        return static_cast<float>(points.bestCost(graph.graph()[arc]) + swap);
    });
    const auto distanceMap = boost::make_iterator_property_map(distance.begin(), boost::get(boost::vertex_index, graph.graph()));
    try {
        boost::dijkstra_shortest_paths_no_color_map(graph.graph(), start,
            boost::weight_map(weight).distance_map(distanceMap).distance_inf(kFar)
                .visitor(ReachVisitor(distance, target, reach)));
    } catch (const BeyondReach&) {
        // Distances beyond the frontier are upper bounds only: forget them, they are out of reach anyway.
    }
    for (float& d : distance)
        if (static_cast<double>(d) > std::min(reach, kHopelessCost)) d = kFar;
    return distance;
}

/// The fastest slowest link between each station within reach and the target, whatever it costs; 0 elsewhere.
std::vector<double> widestTo(const StationGraph& graph, PointSource& points, std::size_t target, const std::vector<float>& remaining)
{
    std::vector<double> widest(graph.stationCount(), 0.0);
    std::priority_queue<std::pair<double, std::size_t>> open;
    widest[target] = std::numeric_limits<double>::infinity();
    open.emplace(widest[target], target);
    while (!open.empty()) {
        const auto [width, station] = open.top();
        open.pop();
        if (width < widest[station]) continue;
        for (auto [arc, end] = boost::out_edges(station, graph.graph()); arc != end; ++arc) {
            const std::size_t next = boost::target(*arc, graph.graph());
            if (remaining[next] == kFar) continue;
            const double through = std::min(width, points.bestRate(graph.graph()[*arc]));
            if (through <= widest[next]) continue;
            widest[next] = through;
            open.emplace(through, next);
        }
    }
    return widest;
}

struct Label {
    double cost = 0.0;       // from the source
    double bound = 0.0;      // cost + exact remaining cost
    double rate = 0.0;       // bottleneck
    std::size_t station = 0;
    std::size_t edge = 0;
    std::ptrdiff_t previous = -1;
};

/// Label-setting: labels leave the queue in order of total cost, so one that is also slower than an earlier one at its
/// station is dominated.
class LabelSearch {
public:
    LabelSearch(const StationGraph& graph, PointSource& points, std::size_t source, std::size_t target,
                const std::vector<float>& remaining, double reach)
        : m_graph(graph), m_points(points), m_source(source), m_target(target), m_remaining(remaining), m_reach(reach),
          m_widest(widestTo(graph, points, target, remaining)), m_bestRate(graph.stationCount(), 0.0)
    {
    }

    std::vector<StationRoute> run()
    {
        std::vector<StationRoute> found;
        std::set<std::vector<std::size_t>> different;
        add({0.0, static_cast<double>(m_remaining[m_source]), kFar, m_source, 0, -1});
        while (!m_queue.empty() && found.size() < kMostCandidates && different.size() < kMostRoutes) {
            const std::size_t index = m_queue.top().second;
            m_queue.pop();
            const Label label = m_labels[index];
            if (label.rate <= m_bestRate[label.station] * kRateClass) continue;
            if (std::min(label.rate, m_widest[label.station]) <= m_bestRate[m_target] * kRateClass) continue;
            m_bestRate[label.station] = label.rate;
            if (label.station != m_target) {
                extend(index);
                continue;
            }
            found.push_back(routeOf(index));
            different.insert(found.back().edges);
        }
        return found;
    }

private:
    void add(const Label& label)
    {
        if (label.bound > m_reach * (1.0 + 1e-6) + 1e-9) return;
        if (label.rate <= m_bestRate[label.station] * kRateClass) return;
        if (std::min(label.rate, m_widest[label.station]) <= m_bestRate[m_target] * kRateClass) return;    // a better one has arrived
        m_queue.emplace(label.bound, m_labels.size());
        m_labels.push_back(label);
    }

    void extend(std::size_t index)
    {
        const Label label = m_labels[index];
        const Graph& graph = m_graph.graph();
        const double swap = label.station == m_source ? 0.0 : m_graph.swapCost(label.station);
        for (auto [arc, end] = boost::out_edges(label.station, graph); arc != end; ++arc) {
            const std::size_t next = boost::target(*arc, graph);
            if (m_remaining[next] == kFar) continue;
            const std::size_t edge = graph[*arc];
            const double rest = next == m_target ? 0.0 : static_cast<double>(m_remaining[next]) + m_graph.swapCost(next);
            for (const PointOutline& point : m_points.outlines(edge)) {
                const double cost = label.cost + swap + point.cost;
                add({cost, cost + rest, std::min(label.rate, point.rate), next, edge, static_cast<std::ptrdiff_t>(index)});
                if (point.rate >= label.rate) break;    // faster ones cost more and help nothing: the slowest link is behind
            }
        }
    }

    StationRoute routeOf(std::size_t index) const
    {
        StationRoute route;
        route.cost = m_labels[index].cost;
        route.bottleneck = Rate::fromSi(m_labels[index].rate);
        for (auto i = static_cast<std::ptrdiff_t>(index); i >= 0; i = m_labels[static_cast<std::size_t>(i)].previous) {
            const Label& label = m_labels[static_cast<std::size_t>(i)];
            route.stations.push_back(label.station);
            if (label.previous >= 0) route.edges.push_back(label.edge);
        }
        std::reverse(route.stations.begin(), route.stations.end());
        std::reverse(route.edges.begin(), route.edges.end());
        return route;
    }

    const StationGraph& m_graph;
    PointSource& m_points;
    std::size_t m_source;
    std::size_t m_target;
    const std::vector<float>& m_remaining;
    double m_reach;
    std::vector<double> m_widest;
    std::vector<double> m_bestRate;
    std::vector<Label> m_labels;
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
};

} // namespace

bool RouteSearch::isUntouchedBy(const std::vector<std::size_t>& stations) const
{
    if (fromSource.empty()) return true;    // an end without memory: only a new structure can help
    // A route over changed edges enters them at one of these stations and leaves them at one; before and after it is old.
    float in = kFar;
    float out = kFar;
    for (const std::size_t station : stations) {
        in = std::min(in, fromSource[station]);
        out = std::min(out, fromTarget[station]);
    }
    return static_cast<double>(in) + static_cast<double>(out) > reach;
}

std::vector<PointOutline> outlinesOf(const std::vector<OperatingPoint>& points)
{
    std::vector<PointOutline> outlines;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double w = wernerParameter(points[i].state.fidelity());
        const double rate = points[i].rate.si();
        if (w <= 0.0 || rate <= 0.0) continue;
        const bool isLast = i + 1 == points.size();
        if (outlines.empty() || isLast || rate >= kFaster * outlines.back().rate) outlines.push_back({-std::log(w), rate});
    }
    return outlines;
}

PointSource::PointSource(const StationGraph& graph, const ProtocolChoice& choice, const RunSettings& settings, std::size_t source,
                         std::size_t target)
    : m_graph(graph), m_choice(choice), m_isAutomatic(makesPairsLike(choice, ProtocolChoice())), m_settings(settings), m_source(source), m_target(target)
{
}

RouteEnds PointSource::endsOf(std::size_t edge) const
{
    const auto isEnd = [this](std::size_t station) { return station == m_source || station == m_target; };
    const StationEdge& row = m_graph.edges()[edge];
    return {isEnd(row.a), isEnd(row.b)};
}

const PointSource::Made* PointSource::made(std::size_t edge)
{
    const RouteEnds ends = endsOf(edge);
    if (m_isAutomatic && !ends.a && !ends.b) return nullptr;
    const auto [row, isNew] = m_made.try_emplace(edge);
    Made& result = row->second;
    if (isNew) {
        result.points = operatingPoints(m_graph.edges()[edge].physics, m_choice, ends, m_settings);
        result.outlines = outlinesOf(result.points);
    }
    return &result;
}

const std::vector<OperatingPoint>& PointSource::points(std::size_t edge)
{
    const Made* own = made(edge);
    return own ? own->points : m_graph.edges()[edge].points;
}

const PointSource::Useful& PointSource::useful(std::size_t edge)
{
    if (m_useful.empty()) m_useful.resize(m_graph.edges().size());
    Useful& row = m_useful[edge];
    if (row.isKnown) return row;
    const Made* own = made(edge);
    const std::vector<PointOutline>& all = own ? own->outlines : m_graph.edges()[edge].outlines;
    const auto first = std::find_if(all.begin(), all.end(), [this](const PointOutline& point) { return point.rate >= m_leastRate; });
    row.outlines = {first, all.end()};
    row.cost = row.outlines.empty() ? std::numeric_limits<double>::infinity() : row.outlines.front().cost;
    row.fastest = row.outlines.empty() ? 0.0 : row.outlines.back().rate;
    row.isKnown = true;
    return row;
}

std::span<const PointOutline> PointSource::outlines(std::size_t edge) { return useful(edge).outlines; }

double PointSource::bestCost(std::size_t edge) { return useful(edge).cost; }

double PointSource::bestRate(std::size_t edge) { return useful(edge).fastest; }

void PointSource::setLeastRate(double rate)
{
    if (rate == m_leastRate) return;
    m_leastRate = rate;
    m_useful.clear();
}

namespace {

RouteSearch searchAmong(const StationGraph& graph, PointSource& points, std::size_t source, std::size_t target, double minFidelity)
{
    RouteSearch result;
    const double wanted = wernerParameter(minFidelity);
    result.reach = wanted > 0.0 ? std::min(-std::log(wanted), kHopelessCost) : kHopelessCost;
    result.fromTarget = distancesFrom(graph, points, target, source, result.reach);
    result.fromSource = distancesFrom(graph, points, source, target, result.reach);
    if (result.fromTarget[source] == kFar) {
        // How far each end does reach decides what may join them later.
        result.reach = kHopelessCost;
        result.fromTarget = distancesFrom(graph, points, target, source, result.reach);
        result.fromSource = distancesFrom(graph, points, source, target, result.reach);
        return result;
    }
    result.candidates = LabelSearch(graph, points, source, target, result.fromTarget, result.reach).run();
    return result;
}

} // namespace

RouteSearch searchRoutes(const StationGraph& graph, PointSource& points, std::size_t source, std::size_t target, double minFidelity, Rate minRate)
{
    points.setLeastRate(minRate.si() / kFaster);    // outlines may lack the very point that just makes the rate
    RouteSearch fast = searchAmong(graph, points, source, target, minFidelity);
    points.setLeastRate(0.0);
    return fast.candidates.empty() ? searchAmong(graph, points, source, target, minFidelity) : fast;
}

} // namespace bellweave::engine
