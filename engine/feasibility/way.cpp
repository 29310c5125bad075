// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/way.h"

#include "engine/api/evaluator.h"
#include "engine/geo/geodesic.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <limits>
#include <unordered_map>

namespace bellweave::engine {
namespace {

struct Arc {
    LinkId link;
    double cost = 0.0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Arc>;

/// More than any way on Earth is long, in km: one element out of operation outweighs every detour.
constexpr double kDownCost = 1e7;

/// The sites as vertices in table order.
class SiteGraph {
public:
    explicit SiteGraph(const Network& network) : m_network(network), m_graph(network.sites.size())
    {
        for (const Site& site : network.sites) m_vertexOf.emplace(site.id, m_vertexOf.size());
        for (const Link& link : network.links)
            boost::add_edge(m_vertexOf.at(link.from), m_vertexOf.at(link.to), Arc{link.id, costOf(link)}, m_graph);
    }

    const Graph& graph() const { return m_graph; }
    std::size_t vertexOf(SiteId site) const { return m_vertexOf.at(site); }

private:
    /// Half the cost of either end, since a way enters and leaves a site.
    double costOf(const Link& link) const
    {
        const Length length = linkLength(m_network, link).value_or(1_km);
        const int halves = 2 * link.down + isDown(link.from) + isDown(link.to);
        return length / 1_km + 0.5 * kDownCost * halves;
    }
    bool isDown(SiteId site) const { return m_network.sites.find(site)->down; }

    const Network& m_network;
    std::unordered_map<SiteId, std::size_t> m_vertexOf;
    Graph m_graph;
};

/// The links of least cost from every vertex towards the start.
std::vector<std::size_t> predecessors(const Graph& graph, std::size_t start)
{
    std::vector<std::size_t> previous(boost::num_vertices(graph));
    boost::dijkstra_shortest_paths(graph, start,
                                   boost::predecessor_map(previous.data()).weight_map(boost::get(&Arc::cost, graph)));
    return previous;
}

/// Of parallel links the one that costs least.
LinkId cheapestBetween(const Graph& graph, std::size_t a, std::size_t b)
{
    Arc best{{}, std::numeric_limits<double>::infinity()};
    for (const auto edge : boost::make_iterator_range(boost::out_edges(a, graph)))
        if (boost::target(edge, graph) == b && graph[edge].cost < best.cost) best = graph[edge];
    return best.link;
}

void noteDown(const Network& network, LinkId id, ElementSet& down)
{
    const Link& link = *network.links.find(id);
    if (link.down) down.links.insert(id);
    for (const SiteId end : {link.from, link.to})
        if (network.sites.find(end)->down) down.sites.insert(end);
}

/// Where a pair could start or a fiber end: in operation and placed.
bool isReachable(const Site& site) { return site.position && !site.down; }

} // namespace

std::optional<Way> wayOfFewestDown(const Network& network, SiteId from, SiteId to)
{
    const SiteGraph sites(network);
    const std::size_t start = sites.vertexOf(from);
    const std::vector<std::size_t> previous = predecessors(sites.graph(), start);
    Way way;
    for (std::size_t at = sites.vertexOf(to); at != start; at = previous[at]) {
        if (previous[at] == at) return std::nullopt;
        way.links.push_back(cheapestBetween(sites.graph(), at, previous[at]));
        noteDown(network, way.links.back(), way.down);
    }
    std::reverse(way.links.begin(), way.links.end());
    return way;
}

std::optional<std::pair<SiteId, SiteId>> narrowestGap(const Network& network, SiteId from, SiteId to)
{
    const SiteGraph sites(network);
    std::vector<int> component(network.sites.size());
    boost::connected_components(sites.graph(), component.data());
    const auto sideOf = [&](SiteId end) {
        std::vector<const Site*> side;
        for (const Site& site : network.sites)
            if (isReachable(site) && component[sites.vertexOf(site.id)] == component[sites.vertexOf(end)]) side.push_back(&site);
        return side;
    };
    std::optional<std::pair<SiteId, SiteId>> closest;
    Length least = Length::fromSi(std::numeric_limits<double>::infinity());
    for (const Site* near : sideOf(from))
        for (const Site* far : sideOf(to)) {
            const Length distance = geodesicDistance(*near->position, *far->position);
            if (distance >= least) continue;
            least = distance;
            closest = {near->id, far->id};
        }
    return closest;
}

} // namespace bellweave::engine
