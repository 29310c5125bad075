// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/routing/key_graph.h"

#include "engine/links/key_hop.h"
#include "engine/links/stretch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <tuple>

namespace bellweave::engine {
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();
constexpr double kLeastTrust = 1e-12;    // a node that nobody trusts is still a way when there is no other

SiteId otherEnd(const Link& link, SiteId site) { return link.from == site ? link.to : link.from; }

bool isInOperation(const Site* site) { return site && !site->down; }

/// Where light is, and at which station it has met, or from which source it came.
using Spot = std::pair<SiteId, SiteId>;

struct Reached {
    double loss = kUnreached;
    const Link* via = nullptr;
    Spot before;
};

LightRun runTo(const Network& network, SiteId start, const std::map<Spot, Reached>& reached, Spot end, const std::unordered_map<LinkId, Length>& lengths)
{
    LightRun run;
    run.start = start;
    const Site* middle = end.second.isValid() ? network.sites.find(end.second) : nullptr;
    std::size_t fromFarEnd = 0;
    for (Spot at = end; reached.at(at).via; at = reached.at(at).before) {
        const Reached& row = reached.at(at);
        run.links.push_back(row.via);
        run.lengths.push_back(lengths.at(row.via->id));
        if (middle && at.first == middle->id) fromFarEnd = run.links.size();
    }
    // The link that leads to the middle is among those before it.
    const std::size_t after = run.links.size() - fromFarEnd + 1;
    if (middle && middle->station) std::tie(run.station, run.stationAfter) = std::pair(middle, after);
    else if (middle) std::tie(run.source, run.sourceAfter) = std::pair(middle, after);
    std::reverse(run.links.begin(), run.links.end());
    std::reverse(run.lengths.begin(), run.lengths.end());
    return run;
}

} // namespace

KeyGraph::KeyGraph(const Network& network, const std::vector<std::optional<Length>>& lengths, const ProtocolChoice& choice)
{
    std::unordered_map<LinkId, Length> known;
    for (std::size_t row = 0; row < network.links.size(); ++row) {
        const Link& link = *network.links.rows()[row];
        if (link.from == link.to || !carriesLight(link.kind) || !isInUse(network, link) || !lengths[row] || isBarred(link.kind)) continue;
        known.emplace(link.id, *lengths[row]);
        m_light[link.from].push_back(&link);
        m_light[link.to].push_back(&link);
    }
    addTerminals(network);
    for (const Site& site : network.sites)
        if (site.terminal && !site.down) addHopsFrom(network, site, known, choice);
    m_light.clear();
}

KeyGraph::KeyGraph(const Network& network, std::vector<KeyHop> hops)
{
    addTerminals(network);
    for (KeyHop& hop : hops) addHop(std::move(hop));
}

void KeyGraph::addTerminals(const Network& network)
{
    for (const Site& site : network.sites)
        if (site.terminal && !site.down) m_mistrust.emplace(site.id, -std::log(std::max(kLeastTrust, site.terminal->trust)));
}

void KeyGraph::addHop(KeyHop hop)
{
    m_edges[hop.from].push_back({hop.to, m_hops.size()});
    m_edges[hop.to].push_back({hop.from, m_hops.size()});
    m_hops.push_back(std::move(hop));
}

/// Dijkstra over passive sites, by loss; light that has met at a station goes on apart from light that has not.
void KeyGraph::addHopsFrom(const Network& network, const Site& start, const std::unordered_map<LinkId, Length>& lengths, const ProtocolChoice& choice)
{
    std::map<Spot, Reached> reached;
    using Entry = std::pair<double, Spot>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const Spot origin{start.id, {}};
    reached[origin].loss = 0.0;
    queue.push({0.0, origin});
    std::vector<Spot> ends;
    while (!queue.empty()) {
        const auto [loss, spot] = queue.top();
        queue.pop();
        if (loss > reached[spot].loss) continue;
        const Site& site = *network.sites.find(spot.first);
        if (spot != origin && site.terminal) {
            ends.push_back(spot);
            continue;
        }
        const auto links = m_light.find(spot.first);
        if (links == m_light.end()) continue;
        for (const Link* link : links->second) {
            const Site* next = network.sites.find(otherEnd(*link, spot.first));
            if (!isInOperation(next) || next->id == start.id || (hardwareOf(*next) && !next->terminal)) continue;
            Spot then{next->id, spot.second};
            if ((next->station || next->pairSource) && !next->terminal) {
                if (spot.second.isValid()) continue;    // light meets, or begins, once
                then.second = next->id;
            }
            const double total = loss + wayLossOf(link->kind, lengths.at(link->id)).si();
            Reached& row = reached[then];
            if (total >= row.loss) continue;
            row = {total, link, spot};
            queue.push({total, then});
        }
    }
    for (const Spot& end : ends) {
        if (end.first < start.id) continue;    // each pair once
        const auto hop = bestKeyHop(start, *network.sites.find(end.first), runTo(network, start.id, reached, end, lengths), choice);
        if (hop) addHop(*hop);
    }
}

namespace {

KeyHop turned(KeyHop hop)
{
    std::swap(hop.from, hop.to);
    std::reverse(hop.links.begin(), hop.links.end());
    return hop;
}

} // namespace

std::vector<KeyHop> KeyGraph::hopsOf(SiteId from, SiteId to, const std::unordered_map<SiteId, std::size_t>& via) const
{
    std::vector<KeyHop> hops;
    for (SiteId at = to; at != from; at = hops.back().from) {
        const KeyHop& hop = m_hops[via.at(at)];
        hops.push_back(hop.to == at ? hop : turned(hop));
    }
    std::reverse(hops.begin(), hops.end());
    return hops;
}

/// The way of most trust over hops that are fast enough.
std::optional<std::vector<KeyHop>> KeyGraph::walk(SiteId from, SiteId to, Rate least) const
{
    struct Cost {
        double mistrust = kUnreached;
        int hops = 0;
        auto operator<=>(const Cost&) const = default;
    };
    std::unordered_map<SiteId, Cost> costs{{from, {0.0, 0}}};
    std::unordered_map<SiteId, std::size_t> via;
    using Entry = std::tuple<double, int, SiteId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.push({0.0, 0, from});
    while (!queue.empty()) {
        const auto [mistrust, count, site] = queue.top();
        queue.pop();
        if (site == to) return hopsOf(from, to, via);
        const auto edges = m_edges.find(site);
        if (Cost{mistrust, count} > costs[site] || edges == m_edges.end()) continue;
        for (const Edge& edge : edges->second) {
            if (m_hops[edge.hop].rate < least || m_hops[edge.hop].rate <= Rate()) continue;
            const Cost next{mistrust + (edge.other == to ? 0.0 : m_mistrust.at(edge.other)), count + 1};
            Cost& known = costs[edge.other];
            if (next >= known) continue;
            known = next;
            via[edge.other] = edge.hop;
            queue.push({next.mistrust, next.hops, edge.other});
        }
    }
    return std::nullopt;
}

/// The rate of the slowest hop of the way on which that is fastest; zero when there is none.
Rate KeyGraph::widest(SiteId from, SiteId to) const
{
    std::unordered_map<SiteId, double> widths{{from, kUnreached}};
    std::priority_queue<std::pair<double, SiteId>> queue;
    queue.push({kUnreached, from});
    while (!queue.empty()) {
        const auto [width, site] = queue.top();
        queue.pop();
        if (site == to) return Rate::fromSi(width);
        const auto edges = m_edges.find(site);
        if (width < widths[site] || edges == m_edges.end()) continue;
        for (const Edge& edge : edges->second) {
            const double next = std::min(width, m_hops[edge.hop].rate.si());
            if (next <= widths[edge.other]) continue;
            widths[edge.other] = next;
            queue.push({next, edge.other});
        }
    }
    return {};
}

std::optional<std::vector<KeyHop>> KeyGraph::route(SiteId from, SiteId to, Rate wanted) const
{
    if (from == to || !m_mistrust.contains(from) || !m_mistrust.contains(to)) return std::nullopt;
    if (auto kept = walk(from, to, wanted)) return kept;
    const Rate most = widest(from, to);
    return most > Rate() ? walk(from, to, most) : std::nullopt;
}

bool KeyGraph::areJoined(SiteId from, SiteId to) const
{
    std::vector<SiteId> open{from};
    std::unordered_map<SiteId, bool> seen{{from, true}};
    while (!open.empty()) {
        const SiteId at = open.back();
        open.pop_back();
        if (at == to) return true;
        const auto edges = m_edges.find(at);
        if (edges == m_edges.end()) continue;
        for (const Edge& edge : edges->second)
            if (seen.emplace(edge.other, true).second) open.push_back(edge.other);
    }
    return false;
}

KeyRelay relayOver(const Network& network, std::vector<KeyHop> hops)
{
    KeyRelay relay;
    relay.rateAlone = hops.front().rate;
    double least = 2.0;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        relay.rateAlone = std::min(relay.rateAlone, hops[i].rate);
        if (i == 0) continue;
        const Site& node = *network.sites.find(hops[i].from);
        relay.trusted.push_back(node.id);
        relay.trust *= node.terminal->trust;
        if (node.terminal->trust >= least) continue;
        least = node.terminal->trust;
        relay.weakest = node.id;
    }
    relay.hops = std::move(hops);
    return relay;
}

} // namespace bellweave::engine
