// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/point_search.h"

#include "engine/links/operating_points.h"

#include <cmath>
#include <set>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostThresholds = 16;
constexpr int kRefinements = 7;
constexpr int kMostExchanges = 3;
constexpr std::size_t kMostExchangedHops = 4;    // the work grows with the cube

bool isByClicks(const OperatingPoint& point) { return point.scheme != Generation::SenderReceiver && point.scheme != Generation::PairSource; }

bool isOtherWay(const OperatingPoint& a, const OperatingPoint& b)
{
    return a.scheme != b.scheme || a.microwave != b.microwave || a.distillation != b.distillation;
}

bool isAboutAsFast(const OperatingPoint& a, const OperatingPoint& b) { return a.rate < 2.0 * b.rate && b.rate < 2.0 * a.rate; }

} // namespace

std::optional<PlanTrial> PointSearch::bestOf(const std::vector<const StationRoute*>& routes)
{
    std::optional<PlanTrial> best;
    for (const StationRoute* route : routes) {
        const PairPlan order = m_bench.firstOrder(route->edges.size());
        for (const double threshold : thresholds(*route)) {
            PlanTrial next = m_bench.trial(*route, tablePoints(*route, threshold), threshold, order);
            if (best) m_bench.improve(*best, std::move(next));
            else best = std::move(next);
        }
    }
    return best;
}

/// The rates worth asking of every link of a route: those at which some link changes its point, thinned out.
std::vector<double> PointSearch::thresholds(const StationRoute& route)
{
    std::set<double> rates;
    double slowest = std::numeric_limits<double>::infinity();
    for (std::size_t hop = 0; hop < route.edges.size(); ++hop) {
        double fastest = 0.0;
        for (const OperatingPoint& point : m_bench.points(route, hop)) {
            rates.insert(point.rate.si());
            fastest = std::max(fastest, point.rate.si());
        }
        slowest = std::min(slowest, fastest);
    }
    rates.erase(rates.upper_bound(slowest), rates.end());
    std::vector<double> all(rates.begin(), rates.end());
    if (all.size() <= kMostThresholds) return all;
    std::vector<double> thinned;
    for (std::size_t i = 0; i < kMostThresholds; ++i) thinned.push_back(all[i * (all.size() - 1) / (kMostThresholds - 1)]);
    return thinned;
}

/// Each link's best fidelity among the points that are fast enough; points are sorted by fidelity.
std::vector<OperatingPoint> PointSearch::tablePoints(const StationRoute& route, double threshold)
{
    std::vector<OperatingPoint> points;
    for (std::size_t hop = 0; hop < route.edges.size(); ++hop) {
        const std::vector<OperatingPoint>& all = m_bench.points(route, hop);
        const auto row = std::find_if(all.begin(), all.end(), [&](const OperatingPoint& p) { return p.rate.si() >= threshold * (1.0 - 1e-9); });
        points.push_back(row == all.end() ? all.back() : *row);
    }
    return points;
}

/// Fine points between those of the table: single-click at exactly the rate asked for, where that is the better point.
std::vector<OperatingPoint> PointSearch::finePoints(const StationRoute& route, double threshold)
{
    std::vector<OperatingPoint> points = tablePoints(route, threshold);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].scheme != Generation::SingleClick || m_bench.demand().protocol.brightPopulation) continue;
        if (!m_bench.physics(route.edges[i]).fixedPoints.empty()) continue;
        points[i] = singleClickAtRate(route.edges[i], points[i], threshold);
    }
    return points;
}

OperatingPoint PointSearch::singleClickAtRate(std::size_t edge, OperatingPoint point, double rate) const
{
    double high = std::sqrt(point.bright.a * point.bright.b);
    double low = 0.25 * high;
    for (int i = 0; i < 12; ++i) {
        const double middle = 0.5 * (low + high);
        const OperatingPoint next = singleClickLike(point, m_bench.physics(edge), middle, m_bench.endsOf(edge), m_bench.settings());
        if (next.rate.si() >= rate) {
            high = middle;
            if (next.state.fidelity() > point.state.fidelity()) point = next;
        } else {
            low = middle;
        }
    }
    return point;
}

void PointSearch::refine(PlanTrial& best)
{
    double step = 1.6;
    for (int i = 0; i < kRefinements; ++i) {
        const double center = best.threshold;
        for (const double threshold : {center * step, center / step, center}) {
            if (threshold == center && i > 0) continue;
            m_bench.improve(best, m_bench.trial(*best.route, finePoints(*best.route, threshold), threshold, best.order));
        }
        step = std::sqrt(step);
    }
}

void PointSearch::polish(PlanTrial& best, std::initializer_list<double> factors)
{
    for (const double factor : factors)
        for (std::size_t hop = 0; hop < best.hops(); ++hop)
            for (OperatingPoint& other : neighbors(*best.route, hop, best.points[hop], factor)) {
                std::vector<OperatingPoint> points = best.points;
                points[hop] = std::move(other);
                m_bench.improve(best, m_bench.trial(*best.route, std::move(points), best.threshold, best.order));
            }
}

std::vector<OperatingPoint> PointSearch::neighbors(const StationRoute& route, std::size_t hop, const OperatingPoint& point, double factor)
{
    const std::size_t edge = route.edges[hop];
    const LinkPhysics& physics = m_bench.physics(edge);
    if (!physics.fixedPoints.empty()) return {};
    std::vector<OperatingPoint> found;
    if (point.scheme == Generation::SingleClick && !m_bench.demand().protocol.brightPopulation) {
        const double mean = std::sqrt(point.bright.a * point.bright.b);
        for (const double bright : {mean * factor, mean / factor})
            found.push_back(singleClickLike(point, physics, std::min(0.5, bright), m_bench.endsOf(edge), m_bench.settings()));
    }
    for (const OperatingPoint& other : m_bench.points(route, hop))
        if (isOtherWay(other, point) && isAboutAsFast(other, point)) found.push_back(other);
    return found;
}

void PointSearch::exchange(PlanTrial& best)
{
    if (best.hops() < 2 || best.hops() > kMostExchangedHops) return;
    for (int pass = 0; pass < kMostExchanges; ++pass) {
        const double before = best.chain.rate.si(), fidelity = best.chain.state.fidelity();
        for (std::size_t one = 0; one < best.hops(); ++one)
            for (std::size_t other = one; other < best.hops(); ++other) tryOtherKinds(best, one, other);
        if (best.chain.rate.si() == before && best.chain.state.fidelity() == fidelity) return;
    }
}

void PointSearch::tryOtherKinds(PlanTrial& best, std::size_t one, std::size_t other)
{
    std::vector<OperatingPoint> points = best.points;
    for (const std::size_t hop : std::set{one, other}) {
        const OperatingPoint* changed = nearestOfOtherKind(*best.route, hop, best.points[hop]);
        if (!changed) return;
        points[hop] = *changed;
    }
    PlanTrial next = m_bench.trial(*best.route, std::move(points), best.threshold, best.order);
    polish(next, {1.5, 1.2});
    m_bench.improve(best, std::move(next));
}

const OperatingPoint* PointSearch::nearestOfOtherKind(const StationRoute& route, std::size_t hop, const OperatingPoint& point)
{
    const OperatingPoint* nearest = nullptr;
    const auto distance = [&](const OperatingPoint& other) { return std::abs(std::log(other.rate / point.rate)); };
    for (const OperatingPoint& other : m_bench.points(route, hop))
        if (isByClicks(other) != isByClicks(point) && (!nearest || distance(other) < distance(*nearest))) nearest = &other;
    return nearest;
}

} // namespace bellweave::engine
