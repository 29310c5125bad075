// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/link_service.h"

#include <algorithm>

namespace bellweave::engine {

LinkService::LinkService(EventWorld& world, std::uint64_t seed, std::uint32_t run) : m_world(world)
{
    for (std::uint32_t link = 0; link < world.network.links.size(); ++link)
        m_links.emplace_back(world.network.links[link], EventDraws(seed, run, DrawPurpose::HeraldsOfLink, link));
    for (const auto& station : world.network.stations) m_stations.push_back({station.qubits});
    listUsers();
}

void LinkService::listUsers()
{
    const EventNetwork& network = m_world.network;
    m_users.resize(m_links.size());
    m_turns.resize(m_links.size());
    m_lent.resize(m_links.size());
    m_mayTurn.resize(m_links.size());
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        m_most.push_back(std::min(network.links[link].mostA, network.links[link].mostB));
        for (const std::uint32_t station : {network.links[link].a, network.links[link].b}) m_stations[station].links.push_back(link);
    }
    for (std::uint32_t d = 0; d < m_world.routes.size(); ++d) {
        const auto& demand = m_world.routes[d].demand();
        for (std::uint32_t hop = 0; hop < demand.hops.size(); ++hop) {
            const std::uint32_t link = demand.hops[hop].link;
            m_mayTurn[link] = m_mayTurn[link] || m_world.isInRounds(d) ? 1 : 0;
            m_users[link].push_back({d, hop, network.links[link].a == demand.stations[hop]});
        }
    }
}

int LinkService::endSeries(std::uint32_t link)
{
    const int tried = m_links[link].trying(), made = m_links[link].takeHeralds();
    m_turns[link] = m_links[link].user() + 1;
    lend(link, -tried);
    return made;
}

std::uint32_t LinkService::makePair(std::uint32_t link, const LinkUser& user)
{
    const EventRoute& route = m_world.routes[user.demand];
    const auto [holdsA, holdsB] = holds(user);
    ++m_world.totals.heralds[link];
    m_world.isMade[user.demand][user.hop] = true;
    const std::uint32_t pair = m_world.pairs.make(user.demand, user.hop, service(user).state, m_world.now, {user.isForward ? holdsA : holdsB, user.isForward ? holdsB : holdsA});
    for (const std::uint32_t side : {0u, 1u}) {
        const std::uint32_t number = m_world.pairs[pair].qubits[side];
        PairStore::Qubit& qubit = m_world.pairs.qubit(number);
        qubit.linkSide = 2 * link + ((side == 0) == user.isForward ? 0 : 1);
        if (!qubit.isHeld) continue;
        hold(route.station(user.hop + side), qubit.linkSide, 1);
        if (route.demand().cutoff) m_world.put(m_world.now + *route.demand().cutoff - service(user).age, {NetworkEvent::Kind::TooOld, number, qubit.version, 0});
    }
    return pair;
}

void LinkService::settle()
{
    for (std::uint32_t station = 0; station < m_stations.size(); ++station) occupy(station, 0);
}

void LinkService::refresh(std::uint32_t link)
{
    LinkActivity& activity = m_links[link];
    if (activity.trying() > 0 && activity.trying() == m_most[link] && !m_mayTurn[link]) return;    // as many as ever
    const bool isTrying = activity.trying() > 0;
    const LinkUser* user = isTrying && wants(m_users[link][activity.user()]) ? &m_users[link][activity.user()] : nextUser(link);
    const int pairs = user ? pairsFor(link, *user) : 0;
    if (pairs == activity.trying() && (pairs == 0 || user == &m_users[link][activity.user()])) return;
    const bool goesOn = isTrying && user == &m_users[link][activity.user()];
    lend(link, -activity.trying());
    if (!goesOn) activity.rest();
    if (pairs == 0) return activity.rest();
    const auto number = static_cast<std::uint32_t>(user - m_users[link].data());
    lend(link, pairs);
    const Time next = activity.attempt(service(*user), number, pairs, m_world.now, m_stations[m_world.network.links[link].a].freeSince);
    m_world.put(next, {NetworkEvent::Kind::Herald, link, activity.version(), 0});
}

int LinkService::pairsFor(std::uint32_t link, const LinkUser& user) const
{
    const EventNetwork::Link& row = m_world.network.links[link];
    const int trying = m_links[link].trying();
    const auto side = [&](std::uint32_t station, int most, int lent, bool holds) {
        const StationState& state = m_stations[station];
        if (trying == 0 && state.linksTrying >= m_world.network.stations[station].mostLinksAtOnce) return 0;
        if (!holds) return most;
        return std::min(state.free + trying, most - lent + trying);
    };
    const auto [holdsA, holdsB] = holds(user);
    return std::max(0, std::min(side(row.a, row.mostA, m_lent[link].a, holdsA), side(row.b, row.mostB, m_lent[link].b, holdsB)));
}

std::pair<bool, bool> LinkService::holds(const LinkUser& user) const
{
    const EventRoute& route = m_world.routes[user.demand];
    const bool first = user.hop > 0 || route.demand().endsHold, last = user.hop + 1 < route.last() || route.demand().endsHold;
    return user.isForward ? std::pair(first, last) : std::pair(last, first);
}

void LinkService::lend(std::uint32_t link, int pairs)
{
    if (pairs == 0) return;
    const EventNetwork::Link& row = m_world.network.links[link];
    m_lent[link].a += pairs;
    m_lent[link].b += pairs;
    for (const std::uint32_t station : {row.a, row.b}) {
        m_stations[station].free -= pairs;
        m_stations[station].linksTrying += pairs > 0 ? 1 : -1;
    }
}

bool LinkService::isFull(std::uint32_t station) const
{
    return m_stations[station].free <= 0 || m_stations[station].linksTrying >= m_world.network.stations[station].mostLinksAtOnce;
}

void LinkService::refreshAt(std::uint32_t station, std::uint32_t link, bool wasFull)
{
    if (!wasFull) return refresh(link);
    const std::vector<std::uint32_t>& links = m_stations[station].links;
    const std::size_t first = m_stations[station].turn++;
    for (std::size_t i = 0; i < links.size(); ++i) refresh(links[(first + i) % links.size()]);
}

const LinkUser* LinkService::nextUser(std::uint32_t link) const
{
    const auto& users = m_users[link];
    const LinkUser* best = nullptr;
    for (std::size_t i = 0; i < users.size(); ++i) {
        const LinkUser& user = users[(m_turns[link] + i) % users.size()];
        if (wants(user) && (!best || isBefore(user, *best))) best = &user;
    }
    return best;
}

bool LinkService::isBefore(const LinkUser& a, const LinkUser& b) const
{
    switch (m_world.network.policy) {
    case EventNetwork::Policy::FirstCome: return m_world.lastDelivery[a.demand] < m_world.lastDelivery[b.demand];
    case EventNetwork::Policy::RoundRobin: return false;
    case EventNetwork::Policy::Priority: return m_world.routes[a.demand].demand().priority > m_world.routes[b.demand].demand().priority;
    case EventNetwork::Policy::MaxMinFair: return m_world.totals.demands[a.demand].delivered < m_world.totals.demands[b.demand].delivered;
    }
    return false;
}

void LinkService::release(std::uint32_t qubit, std::uint32_t station)
{
    const std::uint32_t linkSide = m_world.pairs.qubit(qubit).linkSide;
    const bool wasFull = isFull(station);
    hold(station, linkSide, -1);
    m_world.pairs.release(qubit);
    m_stations[station].freeSince = m_world.now;
    refreshAt(station, linkSide / 2, wasFull);
}

void LinkService::hold(std::uint32_t station, std::uint32_t linkSide, int change)
{
    (linkSide % 2 == 0 ? m_lent[linkSide / 2].a : m_lent[linkSide / 2].b) += change;
    m_stations[station].free -= change;
    occupy(station, change);
}

void LinkService::occupy(std::uint32_t station, int change)
{
    StationState& state = m_stations[station];
    m_world.totals.busyTime[station] += static_cast<double>(state.held) * static_cast<double>(m_world.now - state.heldSince);
    state.held += change;
    state.heldSince = m_world.now;
}

} // namespace bellweave::engine
