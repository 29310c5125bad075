// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"

#include "engine/events/demand_turns.h"
#include "engine/events/event_draws.h"
#include "engine/events/event_queue.h"
#include "engine/events/event_routes.h"
#include "engine/events/link_activity.h"
#include "engine/events/pair_store.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

class EventRun::Work {
public:
    using Time = EventNetwork::Time;

    Work(const EventNetwork& network, std::uint64_t seed, std::uint32_t run) : m_network(network), m_demandTurns(network)
    {
        for (const auto& demand : network.demands) m_routes.emplace_back(network, demand);
        for (std::uint32_t link = 0; link < network.links.size(); ++link) m_links.emplace_back(network.links[link], EventDraws(seed, run, DrawPurpose::HeraldsOfLink, link));
        for (std::uint32_t station = 0; station < network.stations.size(); ++station) m_swaps.emplace_back(seed, run, DrawPurpose::SwapsOfStation, station);
        totals.demands.resize(network.demands.size());
        totals.heralds.resize(network.links.size());
        totals.busyTime.resize(network.stations.size());
        for (const auto& station : network.stations) m_stations.push_back({station.qubits});
        listUsers();
        takeTurns();
        for (std::uint32_t link = 0; link < m_links.size(); ++link) refresh(link);
    }

    bool proceed(Time until, std::uint64_t mostDelivered, const std::stop_token& stop)
    {
        constexpr std::uint64_t kBetweenLooks = 4096;
        m_mostDelivered = mostDelivered;
        while (!m_events.isEmpty() && m_events.next().time <= until && !m_isEnough) {
            const auto entry = m_events.take();
            m_now = entry.time;
            note(entry.time, entry.event);
            handle(entry.event);
            if (totals.events % kBetweenLooks == 0 && stop.stop_requested()) return false;
        }
        if (!m_isEnough) m_now = until;
        for (std::uint32_t station = 0; station < m_stations.size(); ++station) occupy(station, 0);
        totals.time = m_now;
        return true;
    }

    EventTotals totals;

private:
    enum class Kind : std::uint32_t { Herald, SwapDone, Told, Delivered, TooOld };
    struct Event {
        Kind kind;
        std::uint32_t subject;    ///< link, pair or qubit
        std::uint32_t version;    ///< of the subject; what is older is void
        std::uint32_t other;
    };
    struct User {
        std::uint32_t demand;
        std::uint32_t hop;    ///< of its route
        bool isForward;       ///< the route passes the link from a to b
    };
    /// Halves that wait for their neighbors, at one place of a route.
    struct Waiting {
        std::array<std::vector<QubitRef>, 2> sides;
    };
    struct Rounds {
        std::vector<bool> isMade;    ///< by hop
    };
    /// What of a station is free, and how long halves have filled it.
    struct StationState {
        int free = 0;
        int linksTrying = 0;
        Time freeSince = 0;
        int held = 0;
        Time heldSince = 0;
        std::vector<std::uint32_t> links = {};
        std::size_t turn = 0;    ///< the link that is asked first when a qubit becomes free
    };
    struct Lent {
        int a = 0;
        int b = 0;
    };

    void listUsers()
    {
        m_users.resize(m_links.size());
        m_turns.resize(m_links.size());
        m_lent.resize(m_links.size());
        for (const auto& link : m_network.links) m_most.push_back(std::min(link.mostA, link.mostB));
        m_mayTurn.resize(m_links.size());
        for (std::uint32_t link = 0; link < m_links.size(); ++link)
            for (const std::uint32_t station : {m_network.links[link].a, m_network.links[link].b}) m_stations[station].links.push_back(link);
        for (std::uint32_t d = 0; d < m_routes.size(); ++d) {
            const auto& demand = m_routes[d].demand();
            m_waiting.emplace_back(demand.stations.size());
            m_rounds.push_back({std::vector<bool>(demand.hops.size())});
            m_lastDelivery.push_back(0);
            for (std::uint32_t hop = 0; hop < demand.hops.size(); ++hop) {
                const std::uint32_t link = demand.hops[hop].link;
                m_mayTurn[link] = m_mayTurn[link] || isInRounds(d) ? 1 : 0;
                m_users[link].push_back({d, hop, m_network.links[link].a == demand.stations[hop]});
            }
        }
    }

    void note(Time time, const Event& event)
    {
        constexpr std::uint64_t kPrime = 0x100000001B3;
        ++totals.events;
        totals.fingerprint = (totals.fingerprint ^ static_cast<std::uint64_t>(time)) * kPrime;
        totals.fingerprint = (totals.fingerprint ^ (static_cast<std::uint64_t>(event.kind) << 32 | event.subject)) * kPrime;
    }

    void handle(const Event& event)
    {
        switch (event.kind) {
        case Kind::Herald:
            if (m_links[event.subject].isCurrent(event.version)) herald(event.subject);
            break;
        case Kind::SwapDone: finishSwap(event.subject, event.other); break;
        case Kind::Told:
            if (m_pairs.isCurrent(event.subject, event.version)) told(event.subject, event.other);
            break;
        case Kind::Delivered:
            if (m_pairs.isCurrent(event.subject, event.version)) deliver(event.subject, event.other);
            break;
        case Kind::TooOld:
            if (m_pairs.isHeld(event.subject, event.version)) giveUp(event.subject);
            break;
        }
    }

    // Links

    /// Each link makes one pair a round.
    bool isInRounds(std::uint32_t demand) const { return m_routes[demand].demand().isInRounds || m_demandTurns.isShared(demand); }
    bool wants(const User& user) const
    {
        return m_demandTurns.isServed(user.demand) && (!isInRounds(user.demand) || !m_rounds[user.demand].isMade[user.hop]);
    }

    /// Those whose turn it is begin.
    void takeTurns()
    {
        for (const std::uint32_t demand : m_demandTurns.begin([this](std::uint32_t number) { return totals.demands[number].delivered; })) beginRound(demand);
    }

    const EventNetwork::Service& service(const User& user) const { return m_routes[user.demand].demand().hops[user.hop]; }

    /// Begins, changes or ends a link's attempts by what is free and wanted.
    void refresh(std::uint32_t link)
    {
        LinkActivity& activity = m_links[link];
        if (activity.trying() > 0 && activity.trying() == m_most[link] && !m_mayTurn[link]) return;    // as many as ever
        const bool isTrying = activity.trying() > 0;
        const User* user = isTrying && wants(m_users[link][activity.user()]) ? &m_users[link][activity.user()] : nextUser(link);
        const int pairs = user ? pairsFor(link, *user) : 0;
        if (pairs == activity.trying() && (pairs == 0 || user == &m_users[link][activity.user()])) return;
        const bool goesOn = isTrying && user == &m_users[link][activity.user()];
        lend(link, -activity.trying());
        if (!goesOn) activity.rest();
        if (pairs == 0) return activity.rest();
        const auto number = static_cast<std::uint32_t>(user - m_users[link].data());
        lend(link, pairs);
        const Time next = activity.attempt(service(*user), number, pairs, m_now, m_stations[m_network.links[link].a].freeSince);
        m_events.put(next, {Kind::Herald, link, activity.version(), 0});
    }

    /// Pairs of qubits that could attempt, those that do so now among them.
    int pairsFor(std::uint32_t link, const User& user) const
    {
        const EventNetwork::Link& row = m_network.links[link];
        const int trying = m_links[link].trying();
        const auto side = [&](std::uint32_t station, int most, int lent, bool holds) {
            const StationState& state = m_stations[station];
            if (trying == 0 && state.linksTrying >= m_network.stations[station].mostLinksAtOnce) return 0;
            if (!holds) return most;
            return std::min(state.free + trying, most - lent + trying);
        };
        const auto [holdsA, holdsB] = holds(user);
        return std::max(0, std::min(side(row.a, row.mostA, m_lent[link].a, holdsA), side(row.b, row.mostB, m_lent[link].b, holdsB)));
    }

    /// Whether the stations at a and b hold their halves.
    std::pair<bool, bool> holds(const User& user) const
    {
        const EventRoute& route = m_routes[user.demand];
        const bool first = user.hop > 0 || route.demand().endsHold, last = user.hop + 1 < route.last() || route.demand().endsHold;
        return user.isForward ? std::pair(first, last) : std::pair(last, first);
    }

    /// Qubits of both ends for attempts, or back.
    void lend(std::uint32_t link, int pairs)
    {
        if (pairs == 0) return;
        const EventNetwork::Link& row = m_network.links[link];
        m_lent[link].a += pairs;
        m_lent[link].b += pairs;
        for (const std::uint32_t station : {row.a, row.b}) {
            m_stations[station].free -= pairs;
            m_stations[station].linksTrying += pairs > 0 ? 1 : -1;
        }
    }

    void herald(std::uint32_t link)
    {
        const User user = m_users[link][m_links[link].user()];
        const int tried = m_links[link].trying(), made = m_links[link].takeHeralds();
        m_turns[link] = m_links[link].user() + 1;
        const EventNetwork::Link& row = m_network.links[link];
        const bool wasFullAtA = isFull(row.a), wasFullAtB = isFull(row.b);
        lend(link, -tried);
        for (int i = 0; i < made && wants(user); ++i) makePair(link, user);
        refreshAt(row.a, link, wasFullAtA);
        refreshAt(row.b, link, wasFullAtB);
    }

    /// Some link may have had to do without.
    bool isFull(std::uint32_t station) const
    {
        return m_stations[station].free <= 0 || m_stations[station].linksTrying >= m_network.stations[station].mostLinksAtOnce;
    }

    /// A link whose qubits came back; the others at the station too where those had been short.
    void refreshAt(std::uint32_t station, std::uint32_t link, bool wasFull)
    {
        if (!wasFull) return refresh(link);
        const std::vector<std::uint32_t>& links = m_stations[station].links;
        const std::size_t first = m_stations[station].turn++;
        for (std::size_t i = 0; i < links.size(); ++i) refresh(links[(first + i) % links.size()]);
    }

    /// Whose turn it is.
    const User* nextUser(std::uint32_t link)
    {
        const auto& users = m_users[link];
        const User* best = nullptr;
        for (std::size_t i = 0; i < users.size(); ++i) {
            const User& user = users[(m_turns[link] + i) % users.size()];
            if (wants(user) && (!best || isBefore(user, *best))) best = &user;
        }
        return best;
    }
    bool isBefore(const User& a, const User& b) const
    {
        switch (m_network.policy) {
        case EventNetwork::Policy::FirstCome: return m_lastDelivery[a.demand] < m_lastDelivery[b.demand];
        case EventNetwork::Policy::RoundRobin: return false;
        case EventNetwork::Policy::Priority: return m_routes[a.demand].demand().priority > m_routes[b.demand].demand().priority;
        case EventNetwork::Policy::MaxMinFair: return totals.demands[a.demand].delivered < totals.demands[b.demand].delivered;
        }
        return false;
    }

    void makePair(std::uint32_t link, const User& user)
    {
        const EventRoute& route = m_routes[user.demand];
        const auto [holdsA, holdsB] = holds(user);
        const std::array areHeld{user.isForward ? holdsA : holdsB, user.isForward ? holdsB : holdsA};
        ++totals.heralds[link];
        m_rounds[user.demand].isMade[user.hop] = true;
        const std::uint32_t pair = m_pairs.make(user.demand, user.hop, service(user).state, m_now, areHeld);
        for (const std::uint32_t side : {0u, 1u}) {
            PairStore::Qubit& qubit = m_pairs.qubit(m_pairs[pair].qubits[side]);
            qubit.linkSide = 2 * link + ((side == 0) == user.isForward ? 0 : 1);
            if (!qubit.isHeld) continue;
            hold(route.station(user.hop + side), qubit.linkSide, 1);
            if (route.demand().cutoff) m_events.put(m_now + *route.demand().cutoff - service(user).age, {Kind::TooOld, m_pairs[pair].qubits[side], qubit.version, 0});
        }
        if (route.last() == 1) return complete(pair);
        const std::array<std::uint32_t, 2> qubits = m_pairs[pair].qubits;
        const std::uint32_t version = m_pairs.qubit(qubits[1]).version;
        makeReady(user.demand, qubits[0], user.hop, user.hop + 1);    // which may join it to another at once
        if (m_pairs.isHeld(qubits[1], version)) makeReady(user.demand, qubits[1], user.hop + 1, user.hop);
    }

    // Stations

    /// A half whose station knows where its pair ends: it may wait for its neighbor.
    void makeReady(std::uint32_t demand, std::uint32_t qubit, std::uint32_t place, std::uint32_t other)
    {
        const EventRoute& route = m_routes[demand];
        const bool isLeft = other < place;
        if (route.isEnd(place) || !route.mayJoin(place, isLeft, other)) return;
        m_waiting[demand][place].sides[isLeft ? 0 : 1].push_back({qubit, m_pairs.qubit(qubit).version});
        trySwap(demand, place);
        const auto& waits = route.demand().waits;
        if (!waits.empty() && waits[place] && m_pairs.isHeld(qubit, m_pairs.qubit(qubit).version))
            m_events.put(m_now + *waits[place], {Kind::TooOld, qubit, m_pairs.qubit(qubit).version, 0});
    }

    std::optional<std::uint32_t> firstWaiting(std::vector<QubitRef>& side)
    {
        while (!side.empty() && !m_pairs.isHeld(side.front().qubit, side.front().version)) side.erase(side.begin());
        return side.empty() ? std::nullopt : std::optional(side.front().qubit);
    }

    void trySwap(std::uint32_t demand, std::uint32_t place)
    {
        auto& [left, right] = m_waiting[demand][place].sides;
        for (;;) {
            const auto a = firstWaiting(left), b = firstWaiting(right);
            if (!a || !b) return;
            left.erase(left.begin());
            right.erase(right.begin());
            beginSwap(demand, place, *a, *b);
        }
    }

    void beginSwap(std::uint32_t demand, std::uint32_t place, std::uint32_t left, std::uint32_t right)
    {
        const EventRoute& route = m_routes[demand];
        Time time = m_network.stations[route.station(place)].swapTime;
        if (const int trips = route.demand().trips; trips > 0)
            time += trips * std::max(route.distance(m_pairs[m_pairs.qubit(left).pair].places[0], place), route.distance(m_pairs[m_pairs.qubit(right).pair].places[1], place));
        m_pairs.engage(left);
        m_pairs.engage(right);
        if (time == 0) finishSwap(left, right);
        else m_events.put(m_now + time, {Kind::SwapDone, left, 0, right});
    }

    void finishSwap(std::uint32_t left, std::uint32_t right)
    {
        const std::uint32_t a = m_pairs.qubit(left).pair, b = m_pairs.qubit(right).pair;
        const std::uint32_t demand = m_pairs[a].demand, place = m_pairs[a].places[1];
        const EventRoute& route = m_routes[demand];
        const EventNetwork::Station& station = m_network.stations[route.station(place)];
        EventTotals::Demand& counts = totals.demands[demand];
        age(a);
        age(b);
        const Time fromLeft = std::max(m_now, m_pairs[a].known[1]), fromRight = std::max(m_now, m_pairs[b].known[0]);
        const bool fails = station.swapSuccess < 1.0 && m_swaps[route.station(place)].uniform() > station.swapSuccess;
        m_pairs.join(a, b, station.swapFactors, fails);
        PairStore::Pair& made = m_pairs[a];
        made.known[0] = std::max(made.known[0], fromRight + route.distance(place, made.places[0]));
        made.known[1] = std::max(made.known[1], fromLeft + route.distance(place, made.places[1]));
        ++counts.swaps;
        counts.failedSwaps += fails ? 1 : 0;
        counts.messages += 2;
        counts.messageHops += made.places[1] - made.places[0];
        release(left, route.station(place));
        release(right, route.station(place));
        if (made.isBroken && made.qubits[0] == PairStore::kNoQubit && made.qubits[1] == PairStore::kNoQubit) m_pairs.forget(a);
        else spread(a);
    }

    /// Tells the ends of a joined pair.
    void spread(std::uint32_t pair)
    {
        const PairStore::Pair row = m_pairs[pair];
        const EventRoute& route = m_routes[row.demand];
        if (row.places[0] == 0 && row.places[1] == route.last()) return complete(pair);
        const bool isByRank = route.demand().order == EventNetwork::Order::ByRank;
        if (row.isBroken && isByRank) unmake(row);
        // As soon as possible, nobody waits for news of success, and a round that failed ends with its last swap.
        if (!isByRank && (!row.isBroken || isInRounds(row.demand))) return;
        for (const std::uint32_t side : {0u, 1u}) m_events.put(row.known[side], {Kind::Told, pair, row.version, side});
    }

    /// The links below have to make their pairs once more.
    void unmake(PairStore::Pair row)
    {
        for (std::uint32_t hop = row.places[0]; hop < row.places[1]; ++hop) {
            m_rounds[row.demand].isMade[hop] = false;
            refresh(m_routes[row.demand].demand().hops[hop].link);
        }
    }

    void told(std::uint32_t pair, std::uint32_t side)
    {
        const PairStore::Pair& row = m_pairs[pair];
        const std::uint32_t qubit = row.qubits[side];
        if (!row.isBroken) makeReady(row.demand, qubit, row.places[side], row.places[1 - side]);
        else if (m_pairs.isHeld(qubit) && !m_pairs.qubit(qubit).isEngaged) drop(qubit);    // the end of its swap is told anew
    }

    /// From end to end: each end uses its half when it knows of it.
    void complete(std::uint32_t pair)
    {
        const PairStore::Pair row = m_pairs[pair];
        const EventNetwork::Demand& demand = m_routes[row.demand].demand();
        if (!demand.endsHold || (isInRounds(row.demand) && !demand.areRoundsTold && !m_demandTurns.isShared(row.demand))) return finish(pair);
        for (const std::uint32_t side : {0u, 1u}) m_events.put(row.known[side], {Kind::Delivered, pair, row.version, side});
    }

    void deliver(std::uint32_t pair, std::uint32_t side)
    {
        const PairStore::Pair& row = m_pairs[pair];
        if (!m_pairs.isHeld(row.qubits[1 - side])) return finish(pair);
        age(pair);
        drop(row.qubits[side]);
    }

    void finish(std::uint32_t pair)
    {
        age(pair);
        const PairStore::Pair row = m_pairs[pair];
        if (!row.isBroken && areKept(row.demand)) count(row);
        const std::array areHeld{m_pairs.isHeld(row.qubits[0]), m_pairs.isHeld(row.qubits[1])};
        for (const std::size_t side : {0, 1})
            if (areHeld[side]) drop(row.qubits[side]);
        if (!areHeld[0] && !areHeld[1]) m_pairs.forget(pair);
        if (isInRounds(row.demand)) endRound(row.demand);
    }

    bool areKept(std::uint32_t demand)
    {
        const EventRoute& route = m_routes[demand];
        return route.demand().endsKept >= 1.0 || m_swaps[route.station(0)].uniform() <= route.demand().endsKept;
    }

    void count(const PairStore::Pair& row)
    {
        EventTotals::Demand& counts = totals.demands[row.demand];
        const double fidelity = 0.25 * (1.0 + row.correlators[0] + row.correlators[1] + row.correlators[2]);
        const auto interval = static_cast<double>(m_now - m_lastDelivery[row.demand]);
        // The first one tells when the network had filled itself, not how fast it goes on.
        if (counts.delivered > 0 || isInRounds(row.demand)) {
            counts.intervals.add(Moments(1, interval, 0.0));
            counts.intervalHistogram.add(std::span(&interval, 1));
        }
        counts.fidelities.add(Moments(1, fidelity, 0.0));
        counts.fidelityHistogram.add(std::span(&fidelity, 1));
        m_lastDelivery[row.demand] = m_now;
        m_isEnough = ++counts.delivered >= m_mostDelivered || m_isEnough;
    }

    void endRound(std::uint32_t demand)
    {
        if (!m_demandTurns.isShared(demand)) return beginRound(demand);
        m_demandTurns.endTurn(demand);
        takeTurns();
    }

    void beginRound(std::uint32_t demand)
    {
        m_rounds[demand].isMade.assign(m_rounds[demand].isMade.size(), false);
        for (const auto& hop : m_routes[demand].demand().hops) refresh(hop.link);
    }

    void giveUp(std::uint32_t qubit)
    {
        const std::uint32_t pair = m_pairs.qubit(qubit).pair;
        PairStore::Pair& row = m_pairs[pair];
        const EventRoute& route = m_routes[row.demand];
        const std::uint32_t side = row.qubits[0] == qubit ? 0 : 1;
        ++totals.demands[row.demand].givenUp;
        m_pairs.breakUp(pair);
        unmake(row);
        const std::uint32_t other = row.qubits[1 - side];
        if (m_pairs.isHeld(other)) m_events.put(m_now + route.distance(row.places[0], row.places[1]), {Kind::Told, pair, row.version, 1 - side});
        drop(qubit);
    }

    // What qubits hold

    void age(std::uint32_t pair)
    {
        PairStore::Pair& row = m_pairs[pair];
        const auto time = static_cast<double>(m_now - row.updated);
        row.updated = m_now;
        if (time <= 0.0) return;
        const EventRoute& route = m_routes[row.demand];
        for (std::size_t c = 0; c < 3; ++c) {
            double rate = 0.0;
            for (const std::uint32_t side : {0u, 1u})
                if (m_pairs.isHeld(row.qubits[side])) rate += decayAt(route, row.places[side], side, c);
            if (rate > 0.0) row.correlators[c] *= std::exp(-rate * time);
        }
    }

    /// Of the half at the first (0) or last (1) place of its pair.
    double decayAt(const EventRoute& route, std::uint32_t place, std::uint32_t side, std::size_t correlator) const
    {
        const auto& beside = route.demand().beside;
        return m_network.stations[route.station(place)].decay[correlator] + (beside.empty() ? 0.0 : beside[place][side][correlator]);
    }

    /// A half that nobody needs any longer.
    void drop(std::uint32_t qubit)
    {
        const PairStore::Pair& row = m_pairs[m_pairs.qubit(qubit).pair];
        const std::uint32_t station = m_routes[row.demand].station(row.places[row.qubits[0] == qubit ? 0 : 1]);
        m_pairs.takeOff(qubit);
        release(qubit, station);
    }

    void release(std::uint32_t qubit, std::uint32_t station)
    {
        const std::uint32_t linkSide = m_pairs.qubit(qubit).linkSide;
        const bool wasFull = isFull(station);
        hold(station, linkSide, -1);
        m_pairs.release(qubit);
        m_stations[station].freeSince = m_now;
        refreshAt(station, linkSide / 2, wasFull);
    }

    /// Halves that a link has at a station.
    void hold(std::uint32_t station, std::uint32_t linkSide, int change)
    {
        (linkSide % 2 == 0 ? m_lent[linkSide / 2].a : m_lent[linkSide / 2].b) += change;
        m_stations[station].free -= change;
        occupy(station, change);
    }

    void occupy(std::uint32_t station, int change)
    {
        StationState& state = m_stations[station];
        totals.busyTime[station] += static_cast<double>(state.held) * static_cast<double>(m_now - state.heldSince);
        state.held += change;
        state.heldSince = m_now;
    }

    const EventNetwork& m_network;
    std::vector<EventRoute> m_routes;
    std::vector<LinkActivity> m_links;
    std::vector<EventDraws> m_swaps;
    std::vector<std::vector<User>> m_users;      // by link
    std::vector<std::uint32_t> m_turns;          // by link
    std::vector<std::vector<Waiting>> m_waiting; // by demand and place
    std::vector<Rounds> m_rounds;                // by demand
    std::vector<Time> m_lastDelivery;            // by demand
    std::vector<StationState> m_stations;
    std::vector<Lent> m_lent;                    // by link: qubits that attempt or hold
    std::vector<int> m_most;                     // by link: pairs of qubits at most
    std::vector<char> m_mayTurn;                 // by link: its demand may stop wanting while it attempts
    DemandTurns m_demandTurns;
    PairStore m_pairs;
    EventQueue<Event> m_events;
    Time m_now = 0;
    std::uint64_t m_mostDelivered = 0;
    bool m_isEnough = false;
};

EventRun::EventRun(const EventNetwork& network, std::uint64_t seed, std::uint32_t run) : m_work(std::make_unique<Work>(network, seed, run)) {}

EventRun::~EventRun() = default;

bool EventRun::proceed(EventNetwork::Time until, std::uint64_t mostDelivered, std::stop_token stop) { return m_work->proceed(until, mostDelivered, stop); }

const EventTotals& EventRun::totals() const { return m_work->totals; }

} // namespace bellweave::engine
