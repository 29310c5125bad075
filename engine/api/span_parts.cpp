// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_parts.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <map>
#include <utility>

namespace bellweave::engine {
namespace {

/// The sites of a design and what joins them, each two once. Two edges are of one block where a way that passes no site twice goes over both.
class Blocks {
public:
    explicit Blocks(const Network& network)
    {
        for (const Link& link : network.links)
            if (isInUse(network, link)) join(link.from, link.to);
    }
    void join(SiteId a, SiteId b)
    {
        if (a == b || !m_joined.emplace(std::min(a, b), std::max(a, b)).second) return;
        const std::size_t from = vertexOf(a), to = vertexOf(b);    // which may add vertices
        boost::add_edge(from, to, boost::num_edges(m_graph), m_graph);
    }
    void find()
    {
        m_blocks.resize(boost::num_edges(m_graph));
        boost::biconnected_components(m_graph, boost::make_iterator_property_map(m_blocks.begin(), boost::get(boost::edge_index, m_graph)));
    }
    std::size_t blockOf(SiteId a, SiteId b) const
    {
        return m_blocks[boost::get(boost::edge_index, m_graph, boost::edge(m_vertices.at(a), m_vertices.at(b), m_graph).first)];
    }

private:
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, boost::property<boost::edge_index_t, std::size_t>>;
    std::size_t vertexOf(SiteId site)
    {
        const auto [known, isNew] = m_vertices.try_emplace(site, 0);
        if (isNew) known->second = boost::add_vertex(m_graph);
        return known->second;
    }

    Graph m_graph;
    std::map<SiteId, std::size_t> m_vertices;
    std::set<std::pair<SiteId, SiteId>> m_joined;
    std::vector<std::size_t> m_blocks;
};

/// Sites that are joined otherwise than by satellites share what joins them.
class Lands {
public:
    explicit Lands(const Network& network)
    {
        for (const Link& link : network.links)
            if (isInUse(network, link) && !std::holds_alternative<SatelliteLink>(link.kind)) m_parent[of(link.from)] = of(link.to);
    }
    /// One site for all of a land.
    SiteId of(SiteId site)
    {
        SiteId root = site;
        for (auto next = m_parent.find(root); next != m_parent.end() && next->second != root; next = m_parent.find(root)) root = next->second;
        while (site != root) site = std::exchange(m_parent.at(site), root);
        return root;
    }

private:
    std::map<SiteId, SiteId> m_parent;
};

struct Draft {
    SpanPart part;
    std::set<SiteId> lands;    ///< of its demands' ends
    bool shares(const Draft& other) const
    {
        const auto isHere = [](const auto& mine) { return [&mine](const auto& id) { return mine.contains(id); }; };
        return std::any_of(other.lands.begin(), other.lands.end(), isHere(lands)) || std::any_of(other.part.links.begin(), other.part.links.end(), isHere(part.links));
    }
    void take(Draft& other)
    {
        lands.merge(other.lands);
        part.links.merge(other.part.links);
        part.demands.insert(part.demands.end(), other.part.demands.begin(), other.part.demands.end());
    }
};

void add(Draft made, std::vector<Draft>& drafts)
{
    for (auto other = drafts.begin(); other != drafts.end();) {
        if (!made.shares(*other)) {
            ++other;
            continue;
        }
        made.take(*other);
        other = drafts.erase(other);
    }
    drafts.push_back(std::move(made));
}

} // namespace

std::set<LinkId> satelliteLinksFor(const Network& network, const Demand& demand, const std::vector<LinkId>& satelliteLinks)
{
    if (demand.from == demand.to) return {};
    // A way and an edge between its ends make a ring; so do a site to which light is led and an edge from there to an end.
    Blocks blocks(network);
    blocks.join(demand.from, demand.to);
    for (const Site& site : network.sites)
        if ((site.station || site.pairSource) && !site.down) blocks.join(site.id, demand.from);
    blocks.find();
    const std::size_t own = blocks.blockOf(demand.from, demand.to);
    std::set<LinkId> found;
    for (const LinkId id : satelliteLinks) {
        const Link& link = *network.links.find(id);
        if (link.from != link.to && isInUse(network, link) && blocks.blockOf(link.from, link.to) == own) found.insert(id);
    }
    return found;
}

std::vector<SpanPart> spanParts(const Network& network, const std::vector<LinkId>& satelliteLinks)
{
    Lands lands(network);
    std::vector<Draft> drafts;
    for (const Demand& demand : network.demands)
        add({{satelliteLinksFor(network, demand, satelliteLinks), {demand.id}}, {lands.of(demand.from), lands.of(demand.to)}}, drafts);
    std::vector<SpanPart> parts;
    for (Draft& draft : drafts) {
        if (draft.part.links.empty()) continue;
        std::sort(draft.part.demands.begin(), draft.part.demands.end());
        parts.push_back(std::move(draft.part));
    }
    return parts;
}

} // namespace bellweave::engine
