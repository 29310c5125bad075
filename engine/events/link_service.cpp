// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/link_service.h"

#include "engine/events/whole_states.h"

#include <algorithm>
#include <utility>

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
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        const EventNetwork::Link& row = network.links[link];
        m_mayTurn[link] = m_world.ways.isAny() || !row.phases.empty() || row.outages.isAny() || network.stations[row.a].outages.isAny() || network.stations[row.b].outages.isAny() ? 1 : 0;
    }
    listUsersOfLinks();
    sharePlaces();
}

std::pair<bool, bool> LinkService::isHeldByAny(std::uint32_t link) const
{
    std::pair<bool, bool> any;
    for (const LinkUser& user : m_users[link]) {
        if (!m_world.ways.isTaken(user.demand)) continue;
        const auto [holdsA, holdsB] = holds(user);
        any = {any.first || holdsA, any.second || holdsB};
    }
    return any;
}

void LinkService::sharePlaces()
{
    for (std::uint32_t station = 0; station < m_stations.size(); ++station) m_stations[station].surplus = m_world.network.stations[station].qubits;
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        const auto [holdsA, holdsB] = isHeldByAny(link);
        m_stations[m_world.network.links[link].a].surplus -= holdsA ? m_lent[link].needA : 0;
        m_stations[m_world.network.links[link].b].surplus -= holdsB ? m_lent[link].needB : 0;
    }
    for (StationState& state : m_stations) state.surplus = std::max(0, state.surplus);
}

void LinkService::listUsersOfLinks()
{
    for (std::uint32_t d = 0; d < m_world.routes.size(); ++d) {
        const auto& demand = m_world.routes[d].demand();
        for (std::uint32_t hop = 0; hop < demand.hops.size(); ++hop) {
            const std::uint32_t link = demand.hops[hop].link;
            m_mayTurn[link] = m_mayTurn[link] || m_world.isInRounds(d) || demand.requests.isAny() ? 1 : 0;
            const bool isForward = m_world.network.links[link].a == demand.stations[hop];
            const EventRoute& route = m_world.routes[d];
            const bool holdsFirst = hop > 0 || demand.endsHold || route.isDistilledAt(0), holdsLast = hop + 1 < route.last() || demand.endsHold || route.isDistilledAt(route.last());
            m_users[link].push_back({d, hop, isForward, isForward ? holdsFirst : holdsLast, isForward ? holdsLast : holdsFirst, &demand.hops[hop]});
            const int first = m_world.routes[d].qubitsAt(hop, 0), last = m_world.routes[d].qubitsAt(hop + 1, 1);
            m_lent[link].needA = std::max(m_lent[link].needA, isForward ? first : last);
            m_lent[link].needB = std::max(m_lent[link].needB, isForward ? last : first);
        }
    }
}

void LinkService::tellAttempts(std::uint32_t link)
{
    if (!m_world.trace || m_links[link].trying() == 0) return;
    const LinkUser& user = m_users[link][m_links[link].user()];
    const std::uint64_t attempts = m_links[link].attempted(service(user).cycle, m_world.now);
    if (attempts == 0) return;
    const EventNetwork::Link& row = m_world.network.links[link];
    m_world.trace->add({.kind = TraceRecord::Kind::Attempts, .demand = m_world.ways.owner(user.demand), .a = row.a, .b = row.b, .from = m_links[link].begin(), .until = m_world.now, .attempts = attempts});
}

int LinkService::endSeries(std::uint32_t link)
{
    tellAttempts(link);
    const int tried = m_links[link].trying(), made = m_links[link].takeHeralds();
    m_turns[link] = m_links[link].user() + 1;
    lend(link, m_links[link].user(), -tried);
    return made;
}

std::uint32_t LinkService::makePair(std::uint32_t link, const LinkUser& user)
{
    const EventRoute& route = m_world.routes[user.demand];
    const auto [holdsA, holdsB] = holds(user);
    ++m_world.totals.heralds[link];
    --m_world.missing[user.demand][user.hop];
    const std::uint32_t pair = m_world.pairs.make(user.demand, user.hop, m_world.makes(service(user)).state, m_world.now, {user.isForward ? holdsA : holdsB, user.isForward ? holdsB : holdsA});
    for (const std::uint32_t side : {0u, 1u}) {
        const std::uint32_t number = m_world.pairs[pair].qubits[side];
        PairStore::Qubit& qubit = m_world.pairs.qubit(number);
        qubit.linkSide = 2 * link + ((side == 0) == user.isForward ? 0 : 1);
        qubit.born = m_world.now + service(user).told - service(user).age;
        if (!qubit.isHeld) continue;
        hold(route.station(user.hop + side), qubit.linkSide, 1);
        if (route.demand().cutoff) m_world.put(qubit.born + *route.demand().cutoff, {NetworkEvent::Kind::TooOld, number, qubit.version, 0});
    }
    if (m_world.network.areStatesWhole) beginWhole(m_world, pair, service(user));
    m_world.pairs[pair].updated += service(user).told;    // its state is that of the herald
    m_world.tell([&] {
        const PairStore::Pair& row = m_world.pairs[pair];
        return TraceRecord{.kind = TraceRecord::Kind::Pair, .demand = m_world.ways.owner(user.demand), .a = route.station(user.hop), .b = route.station(user.hop + 1),
                           .from = m_world.now - service(user).cycle, .until = m_world.now, .pair = row.number,
                           .areHeld = {m_world.pairs.isHeld(row.qubits[0]), m_world.pairs.isHeld(row.qubits[1])}, .fidelity = row.fidelity()};
    });
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
    tellAttempts(link);
    const bool goesOn = isTrying && user == &m_users[link][activity.user()];
    lend(link, activity.user(), -activity.trying());
    if (!goesOn) activity.rest();
    if (pairs == 0) return activity.rest();
    const auto number = static_cast<std::uint32_t>(user - m_users[link].data());
    lend(link, number, pairs);
    const Time next = activity.attempt(service(*user), m_world.makes(service(*user)).success, number, pairs, m_world.now, m_stations[m_world.network.links[link].a].freeSince);
    m_world.put(next, {NetworkEvent::Kind::Herald, link, activity.version(), 0});
}

void LinkService::begin()
{
    for (std::uint32_t link = 0; link < m_links.size(); ++link)
        for (std::uint32_t phase = 0; phase < m_world.network.links[link].phases.size(); ++phase)
            m_world.put(m_world.network.links[link].phases[phase].from, {NetworkEvent::Kind::Changes, link, phase, 0});
}

void LinkService::change(std::uint32_t link, std::uint32_t phase)
{
    LinkActivity& activity = m_links[link];
    tellAttempts(link);
    lend(link, activity.user(), -activity.trying());
    activity.rest();
    m_world.phases[link] = m_world.network.links[link].phases[phase];
    m_world.phaseNumbers[link] = static_cast<int>(phase);
    refreshAll(m_world.network.links[link].a);
    refreshAll(m_world.network.links[link].b);
}

int LinkService::pairsFor(std::uint32_t link, const LinkUser& user)
{
    const EventNetwork::Link& row = m_world.network.links[link];
    const auto [holdsA, holdsB] = holds(user);
    return std::max(0, std::min(atSide(link, row.a, row.mostA, m_lent[link].a, m_lent[link].needA, holdsA), atSide(link, row.b, row.mostB, m_lent[link].b, m_lent[link].needB, holdsB)));
}

int LinkService::atSide(std::uint32_t link, std::uint32_t station, int most, int lent, int need, bool isHeld)
{
    if (!isHeld) return most;
    StationState& state = m_stations[station];
    const int trying = m_links[link].trying(), mostLinks = m_world.network.stations[station].mostLinksAtOnce;
    const bool isInTurn = mostLinks < static_cast<int>(state.links.size());
    const bool mustYield = isInTurn && trying == 0 && (state.linksTrying >= mostLinks || (lent > 0 && isAnyWithNothing(station, link)));
    const int beyondNeed = state.surplus - (state.extra - std::max(0, lent - need));
    const int all = mustYield ? lent - trying : std::min({most, need + beyondNeed, state.free + lent});
    state.isAnyShort = state.isAnyShort || all < most;
    return all - (lent - trying);
}

bool LinkService::isAnyWithNothing(std::uint32_t station, std::uint32_t except) const
{
    return std::any_of(m_stations[station].links.begin(), m_stations[station].links.end(), [&](std::uint32_t link) {
        const bool isA = m_world.network.links[link].a == station;
        if (link == except || !m_world.isOpen(link) || (isA ? m_lent[link].a : m_lent[link].b) > 0) return false;
        return std::any_of(m_users[link].begin(), m_users[link].end(),
                           [&](const LinkUser& user) { return m_world.isAsking(user.demand) && m_world.turns.isServed(user.demand) && (isA ? holds(user).first : holds(user).second); });
    });
}

void LinkService::lend(std::uint32_t link, std::uint32_t user, int pairs)
{
    if (pairs == 0) return;
    const EventNetwork::Link& row = m_world.network.links[link];
    const auto [holdsA, holdsB] = holds(m_users[link][user]);
    const auto take = [&](std::uint32_t station, int& lent, int need) {
        give(station, lent, need, pairs);
        m_stations[station].linksTrying += pairs > 0 ? 1 : -1;
    };
    if (holdsA) take(row.a, m_lent[link].a, m_lent[link].needA);
    if (holdsB) take(row.b, m_lent[link].b, m_lent[link].needB);
}

void LinkService::refreshAt(std::uint32_t station, std::uint32_t link)
{
    if (!std::exchange(m_stations[station].isAnyShort, false)) return refresh(link);
    const std::vector<std::uint32_t>& links = m_stations[station].links;
    const std::size_t first = m_stations[station].turn++;
    for (std::size_t i = 0; i < links.size(); ++i) refresh(links[(first + i) % links.size()]);
}

void LinkService::refreshAll(std::uint32_t station)
{
    for (const std::uint32_t link : m_stations[station].links) refresh(link);
}

void LinkService::refreshAll()
{
    for (std::uint32_t link = 0; link < m_links.size(); ++link) refresh(link);
}

const LinkUser* LinkService::nextUser(std::uint32_t link) const
{
    const auto& users = m_users[link];
    const LinkUser* best = nullptr;
    for (std::size_t i = 0; i < users.size(); ++i) {
        const LinkUser& user = users[(m_turns[link] + i) % users.size()];
        if (wants(user) && (!best || m_world.goesBefore(user.demand, best->demand))) best = &user;
    }
    return best;
}

void LinkService::drop(std::uint32_t qubit)
{
    const PairStore::Pair& row = m_world.pairs[m_world.pairs.qubit(qubit).pair];
    const std::uint32_t station = m_world.routes[row.demand].station(row.places[row.qubits[0] == qubit ? 0 : 1]);
    m_world.pairs.takeOff(qubit);
    release(qubit, station);
}

void LinkService::measure(std::uint32_t qubit)
{
    PairStore::Qubit& row = m_world.pairs.qubit(qubit);
    const PairStore::Pair& pair = m_world.pairs[row.pair];
    const std::uint32_t station = m_world.routes[pair.demand].station(pair.places[pair.qubits[0] == qubit ? 0 : 1]);
    row.isHeld = false;
    hold(station, row.linkSide, -1);
    m_stations[station].freeSince = m_world.now;
    refreshAt(station, row.linkSide / 2);
}

void LinkService::release(std::uint32_t qubit, std::uint32_t station)
{
    const std::uint32_t linkSide = m_world.pairs.qubit(qubit).linkSide;
    hold(station, linkSide, -1);
    m_world.pairs.release(qubit);
    m_stations[station].freeSince = m_world.now;
    refreshAt(station, linkSide / 2);
}

void LinkService::hold(std::uint32_t station, std::uint32_t linkSide, int change)
{
    Lent& lent = m_lent[linkSide / 2];
    if (linkSide % 2 == 0) give(station, lent.a, lent.needA, change);
    else give(station, lent.b, lent.needB, change);
    occupy(station, change);
}

void LinkService::give(std::uint32_t station, int& lent, int need, int qubits)
{
    StationState& state = m_stations[station];
    state.extra -= std::max(0, lent - need);
    lent += qubits;
    state.extra += std::max(0, lent - need);
    state.free -= qubits;
}

void LinkService::occupy(std::uint32_t station, int change)
{
    StationState& state = m_stations[station];
    m_world.totals.busyTime[station] += static_cast<double>(state.held) * static_cast<double>(m_world.now - state.heldSince);
    state.held += change;
    state.heldSince = m_world.now;
}

} // namespace bellweave::engine
