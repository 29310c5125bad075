// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/link_service.h"

#include "engine/events/whole_states.h"

#include <algorithm>
#include <utility>

namespace bellweave::engine {

LinkService::LinkService(EventWorld& world, std::uint64_t seed, std::uint32_t run) : m_world(world)
{
    const EventNetwork& network = world.network;
    for (std::uint32_t link = 0; link < network.links.size(); ++link) {
        const EventNetwork::Link& row = network.links[link];
        m_links.push_back({LinkActivity(EventDraws(seed, run, DrawPurpose::HeraldsOfLink, link)), {End{row.a, row.mostA}, End{row.b, row.mostB}}});
    }
    listLinks();
    listUsers();
    sharePlaces();
}

void LinkService::listLinks()
{
    const EventNetwork& network = m_world.network;
    m_linksOf.resize(network.stations.size());
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        const EventNetwork::Link& row = network.links[link];
        for (const std::uint32_t station : {row.a, row.b}) m_linksOf[station].links.push_back(link);
        m_links[link].mayChange = !row.phases.empty() || row.outages.isAny() || network.stations[row.a].outages.isAny() || network.stations[row.b].outages.isAny();
        m_links[link].mayTurn = m_links[link].mayChange || m_world.ways.isAny();
    }
    for (std::uint32_t station = 0; station < network.stations.size(); ++station) {
        const EventNetwork::Station& row = network.stations[station];
        m_stations.push_back({.free = row.qubits, .mostLinksAtOnce = row.mostLinksAtOnce, .isInTurn = row.mostLinksAtOnce < static_cast<int>(m_linksOf[station].links.size())});
    }
}

void LinkService::listUsers()
{
    std::vector<std::vector<LinkUser>> users(m_links.size());
    for (std::uint32_t demand = 0; demand < m_world.routes.size(); ++demand) addUsers(demand, users);
    for (const auto& ofLink : users) m_users.insert(m_users.end(), ofLink.begin(), ofLink.end());
    std::size_t first = 0;
    for (std::size_t link = 0; link < m_links.size(); first += users[link++].size()) {
        m_links[link].users = m_users.data() + first;
        m_links[link].userCount = static_cast<std::uint32_t>(users[link].size());
    }
}

void LinkService::addUsers(std::uint32_t d, std::vector<std::vector<LinkUser>>& users)
{
    const EventRoute& route = m_world.routes[d];
    const EventNetwork::Demand& demand = route.demand();
    for (std::uint32_t hop = 0; hop < demand.hops.size(); ++hop) {
        LinkRow& row = m_links[demand.hops[hop].link];
        row.mayTurn = row.mayTurn || m_world.isInRounds(d) || demand.requests.isAny();
        const bool isForward = row.ends[0].station == demand.stations[hop];
        const bool holdsFirst = hop > 0 || demand.endsHold || route.isDistilledAt(0), holdsLast = hop + 1 < route.last() || demand.endsHold || route.isDistilledAt(route.last());
        const std::array<bool, 2> isHeld{isForward ? holdsFirst : holdsLast, isForward ? holdsLast : holdsFirst};
        users[demand.hops[hop].link].push_back({d, hop, isForward, isHeld, &demand.hops[hop], demand.hops[hop]});
        for (const std::size_t side : {0, 1}) {
            End& end = row.ends[isForward ? side : 1 - side];
            end.need = std::max(end.need, route.qubitsAt(hop + static_cast<std::uint32_t>(side), static_cast<std::uint32_t>(side)));
        }
    }
}

bool LinkService::isHeldByAny(const LinkRow& row, std::size_t end) const
{
    return row.isAnyUser([&](const LinkUser& user) { return user.isHeld[end] && m_world.ways.isTaken(user.demand); });
}

void LinkService::sharePlaces()
{
    for (std::uint32_t station = 0; station < m_stations.size(); ++station) m_stations[station].surplus = m_world.network.stations[station].qubits;
    for (const LinkRow& row : m_links)
        for (const std::size_t end : {0, 1}) m_stations[row.ends[end].station].surplus -= isHeldByAny(row, end) ? row.ends[end].need : 0;
    for (StationRow& row : m_stations) row.surplus = std::max(0, row.surplus);
}

void LinkService::tellAttempts(std::uint32_t link)
{
    const LinkRow& row = m_links[link];
    const LinkActivity& activity = row.activity;
    if (!m_world.trace || activity.trying() == 0) return;
    const LinkUser& user = row.users[activity.user()];
    const std::uint64_t attempts = activity.attempted(user.attempt.cycle, m_world.now);
    if (attempts == 0) return;
    m_world.trace->add({.kind = TraceRecord::Kind::Attempts, .demand = m_world.ways.owner(user.demand), .a = row.ends[0].station, .b = row.ends[1].station, .from = activity.begin(), .until = m_world.now, .attempts = attempts});
}

int LinkService::endSeries(std::uint32_t link)
{
    tellAttempts(link);
    LinkRow& row = m_links[link];
    const int tried = row.activity.trying(), made = row.activity.takeHeralds();
    row.turn = row.activity.user() + 1;
    lend(link, row.activity.user(), -tried);
    return made;
}

std::uint32_t LinkService::makePair(std::uint32_t link, const LinkUser& user)
{
    const EventRoute& route = m_world.routes[user.demand];
    LinkRow& row = m_links[link];
    ++row.heralds;
    --m_world.missing[user.demand][user.hop];
    const Correlators state = row.mayChange ? m_world.makes(*user.service).state : user.attempt.state;
    const std::uint32_t pair = m_world.pairs.make(user.demand, user.hop, state, m_world.now, {user.isHeld[user.isForward ? 0 : 1], user.isHeld[user.isForward ? 1 : 0]});
    for (const std::uint32_t side : {0u, 1u}) {
        const std::uint32_t number = m_world.pairs[pair].qubits[side];
        PairStore::Qubit& qubit = m_world.pairs.qubit(number);
        qubit.linkSide = 2 * link + ((side == 0) == user.isForward ? 0 : 1);
        qubit.born = m_world.now + user.attempt.told - user.attempt.age;
        if (!qubit.isHeld) continue;
        hold(route.station(user.hop + side), qubit.linkSide, 1);
        if (route.demand().cutoff) m_world.put(qubit.born + *route.demand().cutoff, {NetworkEvent::Kind::TooOld, number, qubit.version, 0});
    }
    if (m_world.network.areStatesWhole) beginWhole(m_world, pair, *user.service);
    m_world.pairs[pair].updated += user.attempt.told;    // its state is that of the herald
    m_world.tell([&] {
        const PairStore::Pair& made = m_world.pairs[pair];
        return TraceRecord{.kind = TraceRecord::Kind::Pair, .demand = m_world.ways.owner(user.demand), .a = route.station(user.hop), .b = route.station(user.hop + 1),
                           .from = m_world.now - user.attempt.cycle, .until = m_world.now, .pair = made.number,
                           .areHeld = {m_world.pairs.isHeld(made.qubits[0]), m_world.pairs.isHeld(made.qubits[1])}, .fidelity = made.fidelity()};
    });
    return pair;
}

void LinkService::settle()
{
    for (std::uint32_t station = 0; station < m_stations.size(); ++station) {
        occupy(station, 0);
        m_world.totals.busyTime[station] = m_stations[station].busyTime;
    }
    for (std::uint32_t link = 0; link < m_links.size(); ++link) m_world.totals.heralds[link] = m_links[link].heralds;
}

void LinkService::refresh(std::uint32_t link)
{
    LinkRow& row = m_links[link];
    LinkActivity& activity = row.activity;
    if (activity.trying() > 0 && !row.mayTurn && activity.trying() == std::min(row.ends[0].most, row.ends[1].most)) return;    // as many as ever
    const LinkUser* served = activity.trying() > 0 ? &row.users[activity.user()] : nullptr;
    const LinkUser* user = served && wants(row, *served) ? served : nextUser(link);
    const int pairs = user ? pairsFor(link, *user) : 0;
    if (pairs == activity.trying() && (pairs == 0 || user == served)) return;
    tellAttempts(link);
    lend(link, activity.user(), -activity.trying());
    if (user != served) activity.rest();
    if (pairs == 0) return activity.rest();
    const auto number = static_cast<std::uint32_t>(user - row.users);
    lend(link, number, pairs);
    const double success = row.mayChange ? m_world.makes(*user->service).success : user->attempt.success;
    const Time next = activity.attempt(user->attempt.cycle, success, number, pairs, m_world.now, firstAttempt(row, *user));
    m_world.put(next, {NetworkEvent::Kind::Herald, link, activity.version(), 0});
}

/// A station that reserves asks as soon as it has a free qubit itself; the other answers when it has one.
EventNetwork::Time LinkService::firstAttempt(const LinkRow& row, const LinkUser& user) const
{
    if (!user.attempt.isReserved) return m_world.now + user.attempt.handshake;
    const Time delay = m_world.network.links[user.attempt.link].delay;
    return std::max(m_stations[row.ends[0].station].freeSince + delay, m_world.now) + delay;
}

void LinkService::fetch(std::uint32_t link) const
{
    const auto* row = reinterpret_cast<const std::byte*>(&m_links[link]);
    for (std::size_t at = 0; at < sizeof(LinkRow); at += kCacheLine) __builtin_prefetch(row + at);
}

void LinkService::fetchBeside(std::uint32_t link) const
{
    const LinkRow& row = m_links[link];
    const auto* user = reinterpret_cast<const std::byte*>(row.users);
    for (std::size_t at = 0; at < sizeof(LinkUser); at += kCacheLine) __builtin_prefetch(user + at);
    for (const End& end : row.ends) __builtin_prefetch(&m_stations[end.station]);
}

void LinkService::begin()
{
    for (std::uint32_t link = 0; link < m_links.size(); ++link)
        for (std::uint32_t phase = 0; phase < m_world.network.links[link].phases.size(); ++phase)
            m_world.put(m_world.network.links[link].phases[phase].from, {NetworkEvent::Kind::Changes, link, phase, 0});
}

void LinkService::change(std::uint32_t link, std::uint32_t phase)
{
    LinkRow& row = m_links[link];
    tellAttempts(link);
    lend(link, row.activity.user(), -row.activity.trying());
    row.activity.rest();
    m_world.phases[link] = m_world.network.links[link].phases[phase];
    m_world.phaseNumbers[link] = static_cast<int>(phase);
    for (const End& end : row.ends) refreshAll(end.station);
}

int LinkService::pairsFor(std::uint32_t link, const LinkUser& user)
{
    const auto& ends = m_links[link].ends;
    return std::max(0, std::min(atEnd(link, ends[0], user.isHeld[0]), atEnd(link, ends[1], user.isHeld[1])));
}

int LinkService::atEnd(std::uint32_t link, const End& end, bool isHeld)
{
    if (!isHeld) return end.most;
    StationRow& row = m_stations[end.station];
    const int trying = m_links[link].activity.trying();
    const bool mustYield = row.isInTurn && trying == 0 && (row.linksTrying >= row.mostLinksAtOnce || (end.lent > 0 && isAnyWithNothing(end.station, link)));
    const int beyondNeed = row.surplus - (row.extra - std::max(0, end.lent - end.need));
    const int all = mustYield ? end.lent - trying : std::min({end.most, end.need + beyondNeed, row.free + end.lent});
    row.isAnyShort = row.isAnyShort || all < end.most;
    return all - (end.lent - trying);
}

bool LinkService::isAnyWithNothing(std::uint32_t station, std::uint32_t except) const
{
    const auto& links = m_linksOf[station].links;
    return std::any_of(links.begin(), links.end(), [&](std::uint32_t link) {
        const LinkRow& row = m_links[link];
        const std::size_t end = row.ends[0].station == station ? 0 : 1;
        if (link == except || !m_world.isOpen(link) || row.ends[end].lent > 0) return false;
        return row.isAnyUser([&](const LinkUser& user) { return user.isHeld[end] && m_world.isAsking(user.demand) && m_world.turns.isServed(user.demand); });
    });
}

void LinkService::lend(std::uint32_t link, std::uint32_t user, int pairs)
{
    if (pairs == 0) return;
    LinkRow& row = m_links[link];
    for (const std::size_t end : {0, 1}) {
        if (!row.users[user].isHeld[end]) continue;
        give(row.ends[end], pairs);
        m_stations[row.ends[end].station].linksTrying += pairs > 0 ? 1 : -1;
    }
}

void LinkService::refreshAt(std::uint32_t station, std::uint32_t link)
{
    if (!std::exchange(m_stations[station].isAnyShort, false)) return refresh(link);
    auto& [links, turn] = m_linksOf[station];
    const std::size_t first = turn++;
    for (std::size_t i = 0; i < links.size(); ++i) refresh(links[(first + i) % links.size()]);
}

void LinkService::refreshAll(std::uint32_t station)
{
    for (const std::uint32_t link : m_linksOf[station].links) refresh(link);
}

void LinkService::refreshAll()
{
    for (std::uint32_t link = 0; link < m_links.size(); ++link) refresh(link);
}

const LinkUser* LinkService::nextUser(std::uint32_t link) const
{
    const LinkRow& row = m_links[link];
    const LinkUser* best = nullptr;
    for (std::size_t i = 0; i < row.userCount; ++i) {
        const LinkUser& user = row.users[(row.turn + i) % row.userCount];
        if (wants(row, user) && (!best || m_world.goesBefore(user.demand, best->demand))) best = &user;
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
    give(m_links[linkSide / 2].ends[linkSide % 2], change);
    occupy(station, change);
}

void LinkService::give(End& end, int qubits)
{
    StationRow& row = m_stations[end.station];
    row.extra -= std::max(0, end.lent - end.need);
    end.lent += qubits;
    row.extra += std::max(0, end.lent - end.need);
    row.free -= qubits;
}

void LinkService::occupy(std::uint32_t station, int change)
{
    StationRow& row = m_stations[station];
    row.busyTime += static_cast<double>(row.held) * static_cast<double>(m_world.now - row.heldSince);
    row.held += change;
    row.heldSince = m_world.now;
}

} // namespace bellweave::engine
