// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace bellweave::engine {

/// An elementary link between two stations that hold memories.
struct StationEdge {
    std::size_t a = 0;                   ///< station index
    std::size_t b = 0;
    std::vector<LinkId> links;           ///< from a to b
    LinkPhysics physics;
    std::vector<OperatingPoint> points;  ///< inside a route, for automatic protocol choice, best fidelity first
    double bestCost = 0.0;               ///< -ln W of the best point; infinite when useless
    std::vector<PointOutline> outlines = {};  ///< of the useful points, thinned out; the best first
};

/// What an update did.
struct GraphChange {
    bool isRebuilt = false;               ///< the structure changed: everything is new, the lists are empty
    std::vector<std::size_t> links;       ///< table rows of links that changed or have an end that did
    std::vector<std::size_t> edges;
    std::vector<std::size_t> stations;    ///< either end of the changed edges, and changed stations
};

/// The network as chains see it: stations with memories, joined by elementary links. Passive sites and heralding stations
/// are folded into the links that pass them. Keeps what did not change from one network to the next.
class StationGraph {
public:
    /// Every arc carries the index of its edge.
    using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::size_t>;

    /// Follows a new version of the network.
    GraphChange update(const Network& network);

    std::size_t stationCount() const { return m_stations.size(); }
    SiteId stationId(std::size_t index) const { return m_stations[index]; }
    std::optional<std::size_t> indexOf(SiteId site) const;
    /// -ln of the Werner factor that one swap at the station costs.
    double swapCost(std::size_t station) const { return m_swapCosts[station]; }
    const std::vector<StationEdge>& edges() const { return m_edges; }

    /// Glass of every link in table order; none when unknown.
    const std::vector<std::optional<Length>>& lengths() const { return m_lengths; }
    /// Links whose own heralding station is in use, in table order: no site on the way heralds.
    std::set<LinkId> hostingLinks() const;
    /// The same of any network, without the physics of its links.
    static std::set<LinkId> hostingLinks(const Network& network);
    /// What heralds for an edge: a site, with a station or else a pair source in use, or a fiber's own station; none for links without light.
    ElementRef heraldOf(std::size_t edge) const;
    /// The edges a link is part of; none for a link that no chain can use.
    const std::vector<std::size_t>* edgesOf(LinkId link) const;

    /// Every edge twice, once a direction.
    const Graph& graph() const { return m_graph; }

private:
    bool hasSameStructure(const Network& network) const;
    void rebuild(const Network& network);
    /// Stations and edges, without what they do.
    void fold(const Network& network);
    void addDirectEdges();
    void addFoldedEdges();
    using PassiveLinks = std::unordered_map<SiteId, std::vector<const Link*>>;
    PassiveLinks passiveLinks() const;
    void foldFrom(std::size_t start, const PassiveLinks& passive);
    bool isFolded(const Link& link) const;
    void buildGraph();
    void refresh(StationEdge& edge);
    LightRun runOf(const StationEdge& edge) const;
    std::optional<Length> lengthOf(LinkId link) const { return m_lengths[m_rowOfLink.at(link)]; }
    GraphChange refreshChanged(const Network& before);

    Network m_network;
    std::vector<SiteId> m_stations;
    std::unordered_map<SiteId, std::size_t> m_index;
    std::vector<double> m_swapCosts;
    std::vector<std::optional<Length>> m_lengths;
    std::unordered_map<LinkId, std::size_t> m_rowOfLink;
    std::vector<StationEdge> m_edges;
    std::unordered_map<LinkId, std::vector<std::size_t>> m_edgesOfLink;
    std::unordered_set<SiteId> m_foldedSites;    ///< ends of links that are folded: a change there may fold them otherwise
    Graph m_graph;
};

} // namespace bellweave::engine
