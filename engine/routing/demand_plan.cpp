// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/demand_plan.h"

#include "engine/analytic/encoded_chain.h"
#include "engine/analytic/plan_result.h"
#include "engine/links/operating_points.h"
#include "engine/routing/plan_search.h"

#include <QCoreApplication>
#include <boost/range/iterator_range.hpp>
#include <set>

namespace bellweave::engine {
namespace {

constexpr std::size_t kMostThresholds = 12;
constexpr int kRefinements = 7;
constexpr std::size_t kMostSearchedHops = 6;    // the work grows with the cube

QString translated(const char* text) { return QCoreApplication::translate("DemandPlan", text); }

/// A plan in the making: a route and the points its links run at.
struct Trial {
    const StationRoute* route = nullptr;
    double threshold = 0.0;               // pairs per second every link must make
    std::vector<OperatingPoint> points;
    PairPlan order;
    ChainResult chain;
};

/// What a demand wants of a chain, as one order of preference.
class Preference {
public:
    Preference(const Demand& demand, double band)
        : m_fidelity(demand.minFidelity), m_safe(1.0 - (1.0 - demand.minFidelity) * (1.0 - band)),
          m_rate(demand.minRate.si()), m_safeRate(demand.minRate.si() * (1.0 + band))
    {
    }

    bool isBetter(const ChainResult& a, const ChainResult& b) const { return keyOf(a) > keyOf(b); }
    /// Served with room to spare: only the rate could grow.
    bool isContent(const ChainResult& chain) const { return keyOf(chain).first == 4; }

    /// Small changes could decide.
    bool isNear(const ChainResult& chain) const
    {
        return chain.state.fidelity() > m_fidelity - 0.02 && chain.rate.si() > 0.8 * m_rate;
    }

    /// Classes first, then what counts inside the class.
    std::pair<int, double> key(double f, double rate) const
    {
        if (f >= m_safe && rate >= m_safeRate) return {4, rate};
        if (f >= m_fidelity && rate >= m_rate) return {3, rate};
        if (rate >= m_rate) return {2, f};
        if (f >= m_fidelity) return {1, rate};
        return {0, f};
    }

private:
    std::pair<int, double> keyOf(const ChainResult& chain) const { return key(chain.state.fidelity(), chain.rate.si()); }

    double m_fidelity, m_safe, m_rate, m_safeRate;
};

/// The first few different routes of a search.
std::vector<const StationRoute*> routesToTry(const RouteSearch& search)
{
    std::vector<const StationRoute*> routes;
    std::set<std::vector<std::size_t>> seen;
    for (const StationRoute& route : search.candidates) {
        if (routes.size() == kMostRoutes) break;
        if (seen.insert(route.edges).second) routes.push_back(&route);
    }
    return routes;
}

/// Some way leads from one station to the other, whatever is left of a pair after it.
bool areJoined(const StationGraph& graph, std::size_t from, std::size_t to)
{
    std::vector<bool> reached(graph.stationCount());
    std::vector<std::size_t> open{from};
    reached[from] = true;
    while (!open.empty() && !reached[to]) {
        const std::size_t at = open.back();
        open.pop_back();
        for (const auto arc : boost::make_iterator_range(boost::out_edges(at, graph.graph()))) {
            const std::size_t next = boost::target(arc, graph.graph());
            if (reached[next]) continue;
            reached[next] = true;
            open.push_back(next);
        }
    }
    return reached[to];
}

/// What a plan does to the pairs of a hop's link alone.
Distillation distillationOfLink(const PairPlan& plan, std::size_t hop)
{
    for (const PairPlan::Node& node : plan.nodes) {
        if (node.kind != PairPlan::Node::Kind::Distillation) continue;
        const PairPlan::Node& input = plan.nodes[node.inputs.front()];
        if (input.kind == PairPlan::Node::Kind::Link && input.hop == hop) return {node.rounds, node.isPumped};
    }
    return {};
}

PairPlan limited(PairPlan plan, std::optional<Duration> waitLimit)
{
    for (PairPlan::Node& node : plan.nodes)
        if (node.kind == PairPlan::Node::Kind::Join) node.cutoff = waitLimit;
    return plan;
}

class Planner {
public:
    /// Between two stations of the graph.
    Planner(const StationGraph& graph, const Network& network, const Demand& demand, std::size_t from, std::size_t to)
        : m_graph(graph), m_network(network), m_demand(demand), m_settings(network.general().settings), m_from(from), m_to(to),
          m_source(graph, demand.protocol, m_settings, from, to), m_preference(demand, m_settings.marginalBand)
    {
    }

    RouteSearch search() { return searchRoutes(m_graph, m_source, m_from, m_to, m_demand.minFidelity, m_demand.minRate); }

    DemandPlan run(RouteSearch found)
    {
        DemandPlan plan;
        plan.search = std::move(found);
        std::optional<Trial> best = bestOf(routesToTry(plan.search));
        if (!best) {
            plan.reason = reasonWithoutRoute();
            return plan;
        }
        refine(*best);
        polish(*best, {1.5, 1.2, 1.07});
        exchange(*best);
        const Trial before = *best;
        searchOrder(*best);
        if (!(best->order == before.order)) plan.plain = std::make_shared<DemandPlan>(finished(before));
        DemandPlan chosen = finished(*best);
        chosen.search = std::move(plan.search);
        chosen.plain = std::move(plan.plain);
        return chosen;
    }

private:
    QString reasonWithoutRoute() const
    {
        if (!areJoined(m_graph, m_from, m_to)) return translated("No links in operation join the two ends.");
        if (m_demand.protocol.generation != Generation::Automatic)
            return translated("No route keeps any entanglement between the two ends by the chosen heralding.");
        return translated("No route keeps any entanglement between the two ends.");
    }

    std::optional<Trial> bestOf(const std::vector<const StationRoute*>& routes)
    {
        std::optional<Trial> best;
        for (const StationRoute* route : routes)
            for (const double threshold : thresholds(*route)) {
                Trial next = trial(*route, tablePoints(*route, threshold), threshold, orderOf(*route));
                if (!best || m_preference.isBetter(next.chain, best->chain)) best = std::move(next);
            }
        return best;
    }

    /// Where the demand names the whole plan, links are distilled as it says.
    bool isAllowed(const StationRoute& route, std::size_t hop, const OperatingPoint& point) const
    {
        if (m_demand.protocol.plan.isEmpty()) return true;
        const std::optional<PairPlan> plan = planThatFits(m_demand.protocol, route.edges.size());
        return !plan || point.distillation == distillationOfLink(*plan, hop);
    }

    /// Points of a link that the demand allows; all where it allows none.
    std::vector<OperatingPoint> allowedPoints(const StationRoute& route, std::size_t hop)
    {
        const std::vector<OperatingPoint>& all = m_source.points(route.edges[hop]);
        std::vector<OperatingPoint> allowed;
        std::ranges::copy_if(all, std::back_inserter(allowed), [&](const OperatingPoint& point) { return isAllowed(route, hop, point); });
        return allowed.empty() ? all : allowed;
    }

    /// The rates worth asking of every link of a route: those at which some link changes its point, thinned out.
    std::vector<double> thresholds(const StationRoute& route)
    {
        std::set<double> rates;
        double slowest = std::numeric_limits<double>::infinity();
        for (std::size_t hop = 0; hop < route.edges.size(); ++hop) {
            double fastest = 0.0;
            for (const OperatingPoint& point : allowedPoints(route, hop)) {
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
    std::vector<OperatingPoint> tablePoints(const StationRoute& route, double threshold)
    {
        std::vector<OperatingPoint> points;
        for (std::size_t hop = 0; hop < route.edges.size(); ++hop) {
            const std::vector<OperatingPoint> all = allowedPoints(route, hop);
            const auto row = std::find_if(all.begin(), all.end(),
                                          [&](const OperatingPoint& p) { return p.rate.si() >= threshold * (1.0 - 1e-9); });
            points.push_back(row == all.end() ? all.back() : *row);
        }
        return points;
    }

    /// Stations correct errors: there is no order to search.
    bool isEncoded() const { return m_demand.protocol.repeaters != RepeaterGeneration::Memories; }

    DemandPlan finished(const Trial& trial) const
    {
        DemandPlan plan;
        plan.route = *trial.route;
        plan.points = trial.points;
        plan.chain = isEncoded() ? evaluateEncoded(chainOf(trial), m_demand.protocol) : evaluatePlan(chainOf(trial), trial.order);
        return plan;
    }

    /// Before any search.
    PairPlan orderOf(const StationRoute& route) const
    {
        const std::size_t hops = route.edges.size();
        return planThatFits(m_demand.protocol, hops).value_or(plainPlan(hops));
    }

    Chain chainOf(const Trial& trial) const
    {
        Chain chain;
        chain.endsHold = m_settings.endsHold;
        for (std::size_t i = 0; i < trial.route->edges.size(); ++i) {
            chain.hops.push_back(&m_graph.edges()[trial.route->edges[i]].physics);
            chain.points.push_back(&trial.points[i]);
        }
        chain.stations = stationsOf(*trial.route);
        return chain;
    }

    std::vector<const NodeHardware*> stationsOf(const StationRoute& route) const
    {
        std::vector<const NodeHardware*> stations;
        for (const std::size_t station : route.stations)
            stations.push_back(hardwareOf(*m_network.sites.find(m_graph.stationId(station))));
        return stations;
    }

    Trial trial(const StationRoute& route, std::vector<OperatingPoint> points, double threshold, PairPlan order) const
    {
        Trial result{&route, threshold, std::move(points), std::move(order), {}};
        Chain chain = chainOf(result);
        chain.wantsQuantiles = false;
        result.chain = isEncoded() ? evaluateEncoded(chain, m_demand.protocol) : tryPlan(chain, result.order);
        return result;
    }

    /// Fine points between those of the table: single-click at exactly the rate asked for, where that is the better point.
    std::vector<OperatingPoint> finePoints(const StationRoute& route, double threshold)
    {
        std::vector<OperatingPoint> points = tablePoints(route, threshold);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (points[i].scheme != Generation::SingleClick || m_demand.protocol.brightPopulation) continue;
            if (!m_graph.edges()[route.edges[i]].physics.fixedPoints.empty()) continue;
            points[i] = singleClickAtRate(route.edges[i], points[i], threshold);
        }
        return points;
    }

    OperatingPoint singleClickAtRate(std::size_t edge, OperatingPoint point, double rate) const
    {
        const LinkPhysics& physics = m_graph.edges()[edge].physics;
        const RouteEnds ends = m_source.endsOf(edge);
        double high = std::sqrt(point.bright.a * point.bright.b);
        double low = 0.25 * high;
        for (int i = 0; i < 12; ++i) {
            const double middle = 0.5 * (low + high);
            const OperatingPoint next = singleClickLike(point, physics, middle, ends, m_settings);
            if (next.rate.si() >= rate) {
                high = middle;
                if (next.state.fidelity() > point.state.fidelity()) point = next;
            } else {
                low = middle;
            }
        }
        return point;
    }

    /// Searches around the best threshold of the table for one that the demand likes better.
    void refine(Trial& best)
    {
        double step = 1.6;
        for (int i = 0; i < kRefinements; ++i) {
            const double center = best.threshold;
            for (const double threshold : {center * step, center / step, center}) {
                if (threshold == center && i > 0) continue;
                Trial next = trial(*best.route, finePoints(*best.route, threshold), threshold, best.order);
                if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
            }
            step = std::sqrt(step);
        }
    }

    /// Lets each link leave the common rate: a little faster or better by its bright population, or by its other scheme.
    void polish(Trial& best, std::initializer_list<double> steps)
    {
        for (const double step : steps)
            for (std::size_t hop = 0; hop < best.points.size(); ++hop)
                for (OperatingPoint& other : neighbors(*best.route, hop, best.points[hop], step)) {
                    std::vector<OperatingPoint> points = best.points;
                    points[hop] = std::move(other);
                    Trial next = trial(*best.route, std::move(points), best.threshold, best.order);
                    if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
                }
    }

    /// Lets one or two links change their kind of scheme and the others follow, where links have the choice: one step alone would
    /// look worse.
    void exchange(Trial& best)
    {
        constexpr std::size_t kMostHops = 4;    // the work grows with the cube
        const std::size_t hops = best.points.size();
        if (hops < 2 || hops > kMostHops) return;
        for (std::size_t one = 0; one < hops; ++one)
            for (std::size_t other = one; other < hops; ++other) tryOtherKinds(best, one, other);
    }

    void tryOtherKinds(Trial& best, std::size_t one, std::size_t other)
    {
        std::vector<OperatingPoint> points = best.points;
        for (const std::size_t hop : std::set{one, other}) {
            const OperatingPoint* changed = nearestOfOtherKind(best.route->edges[hop], best.points[hop]);
            if (!changed || !isAllowed(*best.route, hop, *changed)) return;
            points[hop] = *changed;
        }
        Trial next = trial(*best.route, std::move(points), best.threshold, best.order);
        polish(next, {1.5, 1.2});
        if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
    }

    static bool isByClicks(const OperatingPoint& point) { return point.scheme != Generation::SenderReceiver && point.scheme != Generation::PairSource; }

    const OperatingPoint* nearestOfOtherKind(std::size_t edge, const OperatingPoint& point)
    {
        const OperatingPoint* nearest = nullptr;
        const auto distance = [&](const OperatingPoint& other) { return std::abs(std::log(other.rate / point.rate)); };
        for (const OperatingPoint& other : m_source.points(edge))
            if (isByClicks(other) != isByClicks(point) && (!nearest || distance(other) < distance(*nearest))) nearest = &other;
        return nearest;
    }

    std::vector<OperatingPoint> neighbors(const StationRoute& route, std::size_t hop, const OperatingPoint& point, double step)
    {
        const std::size_t edge = route.edges[hop];
        const LinkPhysics& physics = m_graph.edges()[edge].physics;
        if (!physics.fixedPoints.empty()) return {};
        std::vector<OperatingPoint> found;
        if (point.scheme == Generation::SingleClick && !m_demand.protocol.brightPopulation) {
            const double mean = std::sqrt(point.bright.a * point.bright.b);
            for (const double bright : {mean * step, mean / step})
                found.push_back(singleClickLike(point, physics, std::min(0.5, bright), m_source.endsOf(edge), m_settings));
        }
        for (const OperatingPoint& other : m_source.points(edge))
            if ((other.scheme != point.scheme || other.microwave != point.microwave || other.distillation != point.distillation) && other.rate < 2.0 * point.rate && point.rate < 2.0 * other.rate
                && isAllowed(route, hop, other))
                found.push_back(other);
        return found;
    }

    /// Looks for an order of the swaps, waits and distillation of several hops that the demand likes better.
    void searchOrder(Trial& best)
    {
        if (!mayOrder(best)) return;
        if (best.route->edges.size() > kMostSearchedHops) return tryNested(best);
        for (PlanProposal& proposal : proposals(*best.route)) {
            Trial next = trial(*best.route, pointsOf(*best.route, proposal.points), best.threshold, std::move(proposal.plan));
            if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
        }
        if (isPlain(best.order) || m_preference.isContent(best.chain) || !m_preference.isNear(best.chain)) return;
        for (const double factor : {1.6, 1.2}) polishWaits(best, factor);
        polish(best, {1.2});
    }

    /// Where swaps fail, a nested order loses less than beginning anew. Searching long routes would take too long while dragging.
    void tryNested(Trial& best)
    {
        Trial next = trial(*best.route, best.points, best.threshold, nestedPlan(best.route->edges.size()));
        if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
    }

    bool mayOrder(const Trial& best) const
    {
        const ProtocolChoice& choice = m_demand.protocol;
        if (best.route->edges.size() < 2 || isEncoded() || planThatFits(choice, best.route->edges.size())) return false;
        const auto stations = stationsOf(*best.route);
        const bool mayFail = stations.size() > 3
            && std::any_of(stations.begin() + 1, stations.end() - 1, [](const NodeHardware* station) { return station->gates.swapSuccess < 1.0; });
        return mayFail || choice.waitLimit || !m_preference.isContent(best.chain);
    }

    /// The proposals that promise most.
    std::vector<PlanProposal> proposals(const StationRoute& route)
    {
        std::vector<HopChoice> hops;
        for (const std::size_t edge : route.edges) hops.push_back({&m_graph.edges()[edge].physics, m_source.points(edge)});
        const PlanFreedom freedom{m_demand.protocol.distillation == DistillationChoice::Automatic, m_demand.protocol.waitLimit, m_settings.endsHold};
        std::vector<PlanProposal> all = proposePlans(hops, stationsOf(route), freedom);
        return mostPromising(std::move(all));
    }

    /// The best by the estimate, and those that would be if it were too good by some factors in rate.
    std::vector<PlanProposal> mostPromising(std::vector<PlanProposal> all) const
    {
        std::vector<PlanProposal> chosen;
        for (const double factor : {1.0, 0.6, 0.35})
            for (int i = 0; i < 2 && !all.empty(); ++i) {
                const auto best = std::ranges::max_element(all, {}, [&](const PlanProposal& p) { return m_preference.key(p.fidelity, factor * p.rate.si()); });
                chosen.push_back(std::move(*best));
                all.erase(best);
            }
        return chosen;
    }

    std::vector<OperatingPoint> pointsOf(const StationRoute& route, const std::vector<std::size_t>& chosen)
    {
        std::vector<OperatingPoint> points;
        for (std::size_t hop = 0; hop < chosen.size(); ++hop) points.push_back(m_source.points(route.edges[hop])[chosen[hop]]);
        return points;
    }

    void polishWaits(Trial& best, double factor)
    {
        if (m_demand.protocol.waitLimit) return;
        for (std::size_t node = 0; node < best.order.nodes.size(); ++node)
            for (const double scale : {factor, 1.0 / factor}) {
                if (!best.order.nodes[node].cutoff) continue;
                PairPlan order = best.order;
                order.nodes[node].cutoff = *order.nodes[node].cutoff * scale;
                Trial next = trial(*best.route, best.points, best.threshold, std::move(order));
                if (m_preference.isBetter(next.chain, best.chain)) best = std::move(next);
            }
    }

    const StationGraph& m_graph;
    const Network& m_network;
    const Demand& m_demand;
    const RunSettings& m_settings;
    std::size_t m_from;
    std::size_t m_to;
    PointSource m_source;
    Preference m_preference;
};

/// True when both searches would try the same routes and none of them passes a changed station.
bool haveSameRoutes(const RouteSearch& now, const RouteSearch& before, const std::vector<std::size_t>& changedStations)
{
    const auto isSame = [](const StationRoute* a, const StationRoute* b) { return a->edges == b->edges && a->stations == b->stations; };
    const auto isChanged = [&](std::size_t station) {
        return std::find(changedStations.begin(), changedStations.end(), station) != changedStations.end();
    };
    const auto routes = routesToTry(now);
    const auto old = routesToTry(before);
    return std::equal(routes.begin(), routes.end(), old.begin(), old.end(), isSame)
        && std::none_of(routes.begin(), routes.end(), [&](const StationRoute* route) {
               return std::any_of(route->stations.begin(), route->stations.end(), isChanged);
           });
}

QString reasonWithoutEnds(const Network& network, const Demand& demand)
{
    for (const SiteId id : {demand.from, demand.to})
        if (const Site* end = network.sites.find(id); end && end->down)
            return translated("%1, an end of the demand, is taken down.").arg(end->displayName());
    return translated("An end of the demand holds no memory.");
}

} // namespace

std::optional<PairPlan> planThatFits(const ProtocolChoice& choice, std::size_t hops)
{
    if (!choice.plan.isEmpty()) {
        const Result<PairPlan> plan = parsePairPlan(choice.plan);
        return plan && plan.value().hops() == hops ? std::optional(plan.value()) : std::nullopt;
    }
    switch (choice.order) {
    case SwapOrder::Automatic: return std::nullopt;
    case SwapOrder::AsSoonAsPossible: return choice.waitLimit ? limited(nestedPlan(hops), *choice.waitLimit) : plainPlan(hops);
    case SwapOrder::Sequential: return limited(sequentialPlan(hops), choice.waitLimit);
    case SwapOrder::Nested: return limited(nestedPlan(hops), choice.waitLimit);
    }
    Q_UNREACHABLE();
}

DemandPlan planDemand(const StationGraph& graph, const Network& network, const Demand& demand)
{
    return replanDemand(graph, network, demand, {}, {});
}

DemandPlan replanDemand(const StationGraph& graph, const Network& network, const Demand& demand, const DemandPlan& before,
                        const std::vector<std::size_t>& changedStations)
{
    const auto from = graph.indexOf(demand.from);
    const auto to = graph.indexOf(demand.to);
    DemandPlan plan;
    if (!from || !to || *from == *to) {
        plan.reason = reasonWithoutEnds(network, demand);
        return plan;
    }
    Planner planner(graph, network, demand, *from, *to);
    RouteSearch search = planner.search();
    if (!before.route || !haveSameRoutes(search, before.search, changedStations)) return planner.run(std::move(search));
    plan = before;
    plan.search = std::move(search);
    return plan;
}

} // namespace bellweave::engine
