// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <unordered_map>

namespace bellweave::engine {

/// The network as key relay sees it: terminals in operation, joined by light. Sites that hold neither memory nor terminal are passed,
/// and one midpoint station on the way lets both beams meet, or one pair source sends light to both; of several ways between two
/// terminals with the same middle the least lossy is taken.
class KeyGraph {
public:
    /// `lengths` of the links in table order.
    KeyGraph(const Network& network, const std::vector<std::optional<Length>>& lengths, const ProtocolChoice& choice);

    /// Of hops that are known: at most one between two terminals.
    KeyGraph(const Network& network, std::vector<KeyHop> hops);
    /// All hops, each pair of terminals and each middle once.
    const std::vector<KeyHop>& hops() const { return m_hops; }

    /// Hops from one terminal to another. While some way keeps the wanted rate on every hop, the one whose nodes between the ends
    /// are trusted most, of equals with fewest hops; otherwise the one whose slowest hop is fastest, of equals with fewest hops.
    /// None when no way gives any key.
    std::optional<std::vector<KeyHop>> route(SiteId from, SiteId to, Rate wanted) const;
    /// True when light joins the terminals at all, whatever key it gives.
    bool areJoined(SiteId from, SiteId to) const;

private:
    struct Edge {
        SiteId other;
        std::size_t hop = 0;
    };
    struct Walk;
    void addTerminals(const Network& network);
    void addHop(KeyHop hop);
    void addHopsFrom(const Network& network, const Site& start, const std::unordered_map<LinkId, Length>& lengths, const ProtocolChoice& choice);
    std::optional<std::vector<KeyHop>> walk(SiteId from, SiteId to, Rate least) const;
    std::vector<KeyHop> hopsOf(SiteId from, SiteId to, const std::unordered_map<SiteId, std::size_t>& via) const;
    Rate widest(SiteId from, SiteId to) const;

    std::unordered_map<SiteId, std::vector<const Link*>> m_light;
    std::unordered_map<SiteId, double> m_mistrust;    // -ln of the trust
    std::vector<KeyHop> m_hops;
    std::unordered_map<SiteId, std::vector<Edge>> m_edges;
};

/// What a relay over these hops comes to: whom it trusts, the slowest hop. Precondition: at least one hop.
KeyRelay relayOver(const Network& network, std::vector<KeyHop> hops);

} // namespace bellweave::engine
