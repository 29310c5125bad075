// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/station_graph.h"

#include "engine/api/evaluator.h"
#include "engine/links/microwave_physics.h"
#include "engine/links/operating_points.h"
#include "engine/links/station_gates.h"
#include "engine/links/stretch.h"
#include "engine/routing/route_search.h"

#include <cmath>
#include <limits>
#include <queue>
#include <set>
#include <tbb/parallel_for.h>
#include <tbb/parallel_for_each.h>

namespace bellweave::engine {
namespace {

constexpr double kUseless = std::numeric_limits<double>::infinity();

/// Equipment that decides where chains can begin, end and herald; its numbers may change without changing the graph.
struct Equipment {
    bool memory = false;
    bool station = false;
    bool terminal = false;
    bool pairSource = false;
    bool absorbs = false;
    bool isUp = false;
    bool operator==(const Equipment&) const = default;
};

Equipment equipmentOf(const Site& site)
{
    if (site.down) return {};
    const NodeHardware* hardware = hardwareOf(site);
    return {hardware != nullptr, site.station.has_value(), site.terminal.has_value(), site.pairSource.has_value(), hardware && canAbsorb(hardware->memory), true};
}

double swapCostOf(const NodeHardware& hardware)
{
    const Correlators factors = swapFactors(swapQuality(hardware.gates));
    const double w = (factors.values[1] + factors.values[2] + factors.values[3]) / 3.0;
    return w > 0.0 ? -std::log(w) : kUseless;
}

} // namespace

std::optional<std::size_t> StationGraph::indexOf(SiteId site) const
{
    const auto row = m_index.find(site);
    return row == m_index.end() ? std::nullopt : std::optional(row->second);
}

const std::vector<std::size_t>* StationGraph::edgesOf(LinkId link) const
{
    const auto row = m_edgesOfLink.find(link);
    return row == m_edgesOfLink.end() ? nullptr : &row->second;
}

GraphChange StationGraph::update(const Network& network)
{
    if (!hasSameStructure(network)) {
        rebuild(network);
        return {true, {}, {}, {}};
    }
    const Network before = std::exchange(m_network, network);
    return refreshChanged(before);
}

bool StationGraph::hasSameStructure(const Network& network) const
{
    const auto& sites = network.sites.rows();
    const auto& links = network.links.rows();
    if (sites.size() != m_network.sites.size() || links.size() != m_network.links.size() || sites.empty()) return false;
    if (network.generalPointer != m_network.generalPointer
        && network.general().settings != m_network.general().settings) return false;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const auto& old = m_network.sites.rows()[i];
        if (old == sites[i]) continue;
        if (old->id != sites[i]->id || equipmentOf(*old) != equipmentOf(*sites[i])) return false;
        if (m_foldedSites.contains(old->id)) return false;
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto& old = m_network.links.rows()[i];
        if (old == links[i]) continue;
        if (old->id != links[i]->id || old->from != links[i]->from || old->to != links[i]->to
            || old->kind.index() != links[i]->kind.index() || old->down != links[i]->down || isFolded(*old)) return false;
    }
    return true;
}

void StationGraph::fold(const Network& network)
{
    *this = StationGraph();
    m_network = network;
    for (const Site& site : network.sites) {
        const NodeHardware* hardware = hardwareOf(site);
        if (!hardware || site.down) continue;
        m_index.emplace(site.id, m_stations.size());
        m_stations.push_back(site.id);
        m_swapCosts.push_back(swapCostOf(*hardware));
    }
    for (const Link& link : network.links) {
        m_rowOfLink.emplace(link.id, m_lengths.size());
        m_lengths.push_back(linkLength(network, link));
    }
    addDirectEdges();
    addFoldedEdges();
}

void StationGraph::rebuild(const Network& network)
{
    fold(network);
    tbb::parallel_for(std::size_t(), m_edges.size(), [this](std::size_t i) { refresh(m_edges[i]); });
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        for (const LinkId link : m_edges[i].links) m_edgesOfLink[link].push_back(i);
    }
    buildGraph();
}

void StationGraph::addDirectEdges()
{
    for (const Link& link : m_network.links) {
        const auto a = indexOf(link.from);
        const auto b = indexOf(link.to);
        if (a && b && *a != *b && !link.down) m_edges.push_back({*a, *b, {link.id}, {}, {}, kUseless});
    }
}

bool StationGraph::isFolded(const Link& link) const
{
    return link.from != link.to && carriesLight(link.kind) && isInUse(m_network, link)
        && (!indexOf(link.from) || !indexOf(link.to));
}

StationGraph::PassiveLinks StationGraph::passiveLinks() const
{
    PassiveLinks passive;
    for (const Link& link : m_network.links) {
        if (!isFolded(link)) continue;
        passive[link.from].push_back(&link);
        passive[link.to].push_back(&link);
    }
    return passive;
}

void StationGraph::addFoldedEdges()
{
    const PassiveLinks passive = passiveLinks();
    for (const auto& [site, links] : passive) m_foldedSites.insert(site);
    for (std::size_t start = 0; start < m_stations.size() && !passive.empty(); ++start) foldFrom(start, passive);
}

/// Dijkstra over sites without memory: the least lossy open passive way from a station to every other one it can reach.
void StationGraph::foldFrom(std::size_t start, const PassiveLinks& passive)
{
    struct Reached {
        double weight = kUseless;
        const Link* via = nullptr;
        SiteId previous;
    };
    const SiteId origin = m_stations[start];
    if (!passive.contains(origin)) return;

    std::unordered_map<SiteId, Reached> reached{{origin, {0.0, nullptr, {}}}};
    using Entry = std::pair<double, SiteId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.push({0.0, origin});
    while (!queue.empty()) {
        const auto [weight, site] = queue.top();
        queue.pop();
        if (weight > reached[site].weight) continue;
        if (site != origin && (indexOf(site) || isTrustedNode(*m_network.sites.find(site)))) continue;    // no pair passes either
        for (const Link* link : passive.at(site)) {
            const SiteId next = link->from == site ? link->to : link->from;
            const std::optional<Length> length = lengthOf(link->id);
            if (!length) continue;
            const double total = weight + wayLossOf(link->kind, *length).si();
            Reached& row = reached[next];
            if (total >= row.weight) continue;
            row = {total, link, site};
            queue.push({total, next});
        }
    }
    for (const auto& [site, row] : reached) {
        const auto end = indexOf(site);
        if (!end || *end <= start) continue;
        StationEdge edge{start, *end, {}, {}, {}, kUseless};
        for (SiteId at = site; at != origin; at = reached[at].previous) edge.links.push_back(reached[at].via->id);
        std::reverse(edge.links.begin(), edge.links.end());
        m_edges.push_back(std::move(edge));
    }
}

LightRun StationGraph::runOf(const StationEdge& edge) const
{
    LightRun run;
    SiteId at = m_stations[edge.a];
    run.start = at;
    const auto absorbs = [this](std::size_t station) { return canAbsorb(hardwareOf(*m_network.sites.find(m_stations[station]))->memory); };
    const bool takesPairs = absorbs(edge.a) && absorbs(edge.b);
    for (const LinkId id : edge.links) {
        const Link* link = m_network.links.find(id);
        const std::optional<Length> length = lengthOf(id);
        run.links.push_back(link);
        run.lengths.push_back(length.value_or(Length::fromSi(std::numeric_limits<double>::quiet_NaN())));
        at = link->from == at ? link->to : link->from;
        const Site* site = m_network.sites.find(at);
        if (!run.station && site->station && !hardwareOf(*site)) {
            run.station = site;
            run.stationAfter = run.links.size();
        }
        if (takesPairs && !run.source && site->pairSource && !hardwareOf(*site)) {
            run.source = site;
            run.sourceAfter = run.links.size();
        }
    }
    return run;
}

std::set<LinkId> StationGraph::hostingLinks() const
{
    std::set<LinkId> hosting;
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        const ElementRef herald = heraldOf(edge);
        if (const auto* link = std::get_if<LinkId>(&herald)) hosting.insert(*link);
    }
    return hosting;
}

std::set<LinkId> StationGraph::hostingLinks(const Network& network)
{
    StationGraph graph;
    graph.fold(network);
    return graph.hostingLinks();
}

ElementRef StationGraph::heraldOf(std::size_t edge) const
{
    if (!carriesLight(m_network.links.find(m_edges[edge].links.front())->kind)) return {};
    const LightRun run = runOf(m_edges[edge]);
    if (run.station) return run.station->id;
    if (run.source) return run.source->id;
    return run.links[hostingLink(run)]->id;
}

void StationGraph::refresh(StationEdge& edge)
{
    const RunSettings& settings = m_network.general().settings;
    const Link& first = *m_network.links.find(edge.links.front());
    const Site& a = *m_network.sites.find(m_stations[edge.a]);
    const Site& b = *m_network.sites.find(m_stations[edge.b]);
    if (const auto* measured = std::get_if<MeasuredLink>(&first.kind)) edge.physics = measuredPhysics(*measured, lengthOf(first.id));
    else if (const auto* line = std::get_if<MicrowaveLink>(&first.kind)) edge.physics = microwavePhysics(a, b, *line, lengthOf(first.id));
    else edge.physics = heraldedPhysics(a, b, runOf(edge));
    edge.points = operatingPoints(edge.physics, ProtocolChoice(), RouteEnds(), settings);
    edge.bestCost = kUseless;
    edge.outlines = outlinesOf(edge.points);
    if (!edge.outlines.empty()) edge.bestCost = edge.outlines.front().cost;
}

GraphChange StationGraph::refreshChanged(const Network& before)
{
    GraphChange change;
    std::unordered_set<SiteId> changedSites;
    for (std::size_t i = 0; i < m_network.sites.size(); ++i)
        if (before.sites.rows()[i] != m_network.sites.rows()[i]) changedSites.insert(m_network.sites.rows()[i]->id);
    std::set<std::size_t> changedEdges;
    for (std::size_t i = 0; i < m_network.links.size(); ++i) {
        const Link& link = *m_network.links.rows()[i];
        const bool isMoved = !changedSites.empty() && (changedSites.contains(link.from) || changedSites.contains(link.to));
        if (before.links.rows()[i] == m_network.links.rows()[i] && !isMoved) continue;
        change.links.push_back(i);
        m_lengths[i] = linkLength(m_network, link);
        if (const auto* edges = edgesOf(link.id)) changedEdges.insert(edges->begin(), edges->end());
    }
    for (const SiteId site : changedSites) {
        const auto station = indexOf(site);
        if (!station) continue;
        m_swapCosts[*station] = swapCostOf(*hardwareOf(*m_network.sites.find(site)));
        change.stations.push_back(*station);
    }
    change.edges.assign(changedEdges.begin(), changedEdges.end());
    tbb::parallel_for_each(change.edges, [this](std::size_t i) { refresh(m_edges[i]); });
    for (const std::size_t i : changedEdges) {
        change.stations.push_back(m_edges[i].a);
        change.stations.push_back(m_edges[i].b);
    }
    return change;
}

void StationGraph::buildGraph()
{
    std::vector<std::pair<std::size_t, std::size_t>> arcs;
    std::vector<std::size_t> edges;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        arcs.emplace_back(m_edges[i].a, m_edges[i].b);
        arcs.emplace_back(m_edges[i].b, m_edges[i].a);
        edges.insert(edges.end(), 2, i);
    }
    m_graph = Graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), edges.begin(), m_stations.size());
}

} // namespace bellweave::engine
