// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/pair_control.h"

#include "engine/events/pair_aging.h"
#include "engine/events/whole_states.h"

#include <algorithm>

namespace bellweave::engine {

PairControl::PairControl(EventWorld& world, LinkService& links, RequestControl& requests, std::uint64_t seed, std::uint32_t run)
    : m_world(world), m_links(links), m_requests(requests), m_rounds(world, links, seed, run)
{
    for (std::uint32_t station = 0; station < world.network.stations.size(); ++station) m_swaps.emplace_back(seed, run, DrawPurpose::SwapsOfStation, station);
    for (const auto& demand : world.network.demands) m_waiting.emplace_back(demand.stations.size());
}

void PairControl::fetch(std::uint32_t demand, std::uint32_t hop) const
{
    const EventRoute& route = m_world.routes[demand];
    for (const std::uint32_t place : {hop, hop + 1}) {
        __builtin_prefetch(&m_waiting[demand][place]);
        __builtin_prefetch(&m_world.network.stations[route.station(place)]);
    }
}

void PairControl::begin(std::uint32_t pair)
{
    const PairStore::Pair& row = m_world.pairs[pair];
    const Time told = m_world.routes[row.demand].demand().hops[row.places[0]].told;
    if (told > 0) return m_world.put(m_world.now + told, {NetworkEvent::Kind::Told, pair, row.version, kBothSides});
    herald(pair);
}

void PairControl::herald(std::uint32_t pair)
{
    if (m_rounds.isDue(pair)) return m_rounds.arrive(pair);
    goOn(pair);
}

void PairControl::goOn(std::uint32_t pair)
{
    const PairStore::Pair row = m_world.pairs[pair];
    const EventRoute& route = m_world.routes[row.demand];
    if (row.places[0] == 0 && row.places[1] == route.last()) return complete(pair);
    const std::uint32_t version = m_world.pairs.qubit(row.qubits[1]).version;
    makeReady(row.demand, row.qubits[0], row.places[0], row.places[1]);    // which may join it to another at once
    if (m_world.pairs.isHeld(row.qubits[1], version)) makeReady(row.demand, row.qubits[1], row.places[1], row.places[0]);
}

void PairControl::finishRound(std::uint32_t pair, std::uint32_t failures)
{
    const bool isKept = m_rounds.finish(pair, failures);
    if (m_world.pairs[pair].isEnded) return letGoHalvesOf(pair);
    if (!isKept) return loseRound(pair);
    if (m_rounds.isDue(pair)) return m_rounds.arrive(pair);
    measureEnds(pair);
    goOn(pair);
}

/// All that it took is made anew.
void PairControl::loseRound(std::uint32_t pair)
{
    ++m_world.pairs[pair].level;
    unmake(pair);
    const std::array qubits = m_world.pairs[pair].qubits;
    for (const std::uint32_t qubit : qubits) {
        tellLoss(qubit, TraceRecord::Cause::RoundFailed);
        m_links.drop(qubit);
    }
}

/// Ends that measure at once do so when no more rounds are to come.
void PairControl::measureEnds(std::uint32_t pair)
{
    const PairStore::Pair row = m_world.pairs[pair];
    const EventRoute& route = m_world.routes[row.demand];
    if (route.demand().endsHold || route.last() == row.places[1] - row.places[0]) return;    // all of it is delivered now
    for (const std::uint32_t side : {0u, 1u})
        if (route.isEnd(row.places[side]) && !route.isDistilledBeyond(row.places[side], row.places[1 - side])) {
            tellReady(row, side);
            m_links.measure(row.qubits[side]);
        }
}

void PairControl::makeReady(std::uint32_t demand, std::uint32_t qubit, std::uint32_t place, std::uint32_t other)
{
    const EventRoute& route = m_world.routes[demand];
    const bool isLeft = other < place;
    if (route.isEnd(place) || !route.mayJoin(place, isLeft, other)) return;
    m_waiting[demand][place].sides[isLeft ? 0 : 1].push({qubit, m_world.pairs.qubit(qubit).version});
    trySwap(demand, place);
    const auto& waits = route.demand().waits;
    if (!waits.empty() && waits[place] && m_world.pairs.isHeld(qubit, m_world.pairs.qubit(qubit).version))
        m_world.put(m_world.now + *waits[place], {NetworkEvent::Kind::TooOld, qubit, m_world.pairs.qubit(qubit).version, 0});
}

std::optional<std::uint32_t> PairControl::firstWaiting(Line& side)
{
    while (!side.isEmpty() && !m_world.pairs.isHeld(side.first.qubit, side.first.version)) side.pop();
    return side.isEmpty() ? std::nullopt : std::optional(side.first.qubit);
}

void PairControl::trySwap(std::uint32_t demand, std::uint32_t place)
{
    auto& [left, right] = m_waiting[demand][place].sides;
    for (;;) {
        const auto a = firstWaiting(left), b = firstWaiting(right);
        if (!a || !b) return;
        left.pop();
        right.pop();
        beginSwap(demand, place, *a, *b);
    }
}

void PairControl::beginSwap(std::uint32_t demand, std::uint32_t place, std::uint32_t left, std::uint32_t right)
{
    const EventRoute& route = m_world.routes[demand];
    Time time = m_world.network.stations[route.station(place)].swapTime;
    if (const int trips = route.demand().trips; trips > 0)
        time += trips * std::max(route.distance(m_world.pairs[m_world.pairs.qubit(left).pair].places[0], place), route.distance(m_world.pairs[m_world.pairs.qubit(right).pair].places[1], place));
    m_world.pairs.engage(left);
    m_world.pairs.engage(right);
    if (time == 0) return swap(left, right, false);
    const auto outages = static_cast<std::uint32_t>(m_world.totals.outages[route.station(place)].count);
    m_world.put(m_world.now + time, {NetworkEvent::Kind::SwapDone, left, outages, right});
}

void PairControl::finishSwap(std::uint32_t left, std::uint32_t right, std::uint32_t stationOutages)
{
    const PairStore::Pair& row = m_world.pairs[m_world.pairs.qubit(left).pair];
    swap(left, right, m_world.totals.outages[routeOf(row).station(row.places[1])].count != stationOutages);
}

void PairControl::swap(std::uint32_t left, std::uint32_t right, bool isStationLost)
{
    const std::uint32_t a = m_world.pairs.qubit(left).pair, b = m_world.pairs.qubit(right).pair;
    const std::uint32_t demand = m_world.pairs[a].demand, place = m_world.pairs[a].places[1];
    const EventRoute& route = m_world.routes[demand];
    const EventNetwork::Station& station = m_world.network.stations[route.station(place)];
    EventTotals::Demand& counts = countsOf(demand);
    age(m_world, a);
    age(m_world, b);
    const Time fromLeft = std::max(m_world.now, m_world.pairs[a].known[1]), fromRight = std::max(m_world.now, m_world.pairs[b].known[0]);
    const bool fails = isStationLost || (station.swapSuccess < 1.0 && m_swaps[route.station(place)].uniform() > station.swapSuccess);
    if (m_world.pairs[a].isUnmade || m_world.pairs[b].isUnmade) {
        unmake(a);
        unmake(b);
    }
    const std::uint64_t numberOfA = m_world.pairs[a].number, numberOfB = m_world.pairs[b].number;
    m_world.pairs.join(a, b, station.swapFactors, fails);
    if (m_world.network.areStatesWhole) swapWhole(m_world, a, b, station);
    PairStore::Pair& made = m_world.pairs[a];
    m_world.tell([&] {
        const auto cause = isStationLost ? TraceRecord::Cause::StationFailed : fails ? TraceRecord::Cause::SwapFailed : TraceRecord::Cause::None;
        return TraceRecord{.kind = TraceRecord::Kind::Swap, .cause = cause, .demand = m_world.ways.owner(demand), .a = route.station(place), .from = m_world.now - station.swapTime,
                           .until = m_world.now, .pair = made.number, .left = numberOfA, .right = numberOfB, .fidelity = made.isBroken ? 0.0 : made.fidelity()};
    });
    tellMessage(made, place, 0, fromRight);
    tellMessage(made, place, 1, fromLeft);
    made.known[0] = std::max(made.known[0], fromRight + route.distance(place, made.places[0]));
    made.known[1] = std::max(made.known[1], fromLeft + route.distance(place, made.places[1]));
    ++counts.swaps;
    counts.failedSwaps += fails ? 1 : 0;
    counts.messages += 2;
    counts.messageHops += made.places[1] - made.places[0];
    m_links.release(left, route.station(place));
    m_links.release(right, route.station(place));
    if (made.isEnded) letGoHalvesOf(a);
    else if (made.isBroken && !isHeld(made.qubits[0]) && !isHeld(made.qubits[1]) && (!isHeldOrMeasured(made, 0) || !isHeldOrMeasured(made, 1))) m_world.pairs.forget(a);
    else spread(a);
}

void PairControl::spread(std::uint32_t pair)
{
    const PairStore::Pair row = m_world.pairs[pair];
    const EventRoute& route = m_world.routes[row.demand];
    const bool isGivenUp = row.isUnmade || !isHeldOrMeasured(row, 0) || !isHeldOrMeasured(row, 1);
    const bool isCarriedOn = m_world.turns.isShared(row.demand) && !isGivenUp;
    if (!isGivenUp && (!row.isBroken || isCarriedOn) && m_rounds.isDue(pair)) return m_world.put(std::max(row.known[0], row.known[1]), {NetworkEvent::Kind::Told, pair, row.version, kBothSides});
    if (row.places[0] == 0 && row.places[1] == route.last() && !isGivenUp) return complete(pair);
    const bool isByRank = route.demand().order == EventNetwork::Order::ByRank;
    if (row.isBroken && (isByRank || isGivenUp) && !isCarriedOn) unmake(pair);
    // As soon as possible, nobody waits for news of success, and a round that failed ends with its last swap, if one can come.
    if (!isByRank && (!row.isBroken || (m_world.isInRounds(row.demand) && !isGivenUp))) return;
    for (const std::uint32_t side : {0u, 1u}) {
        if (row.isBroken && !isByRank && route.demand().isLossKept && !route.isEnd(row.places[side])) continue;
        m_world.put(row.known[side], {NetworkEvent::Kind::Told, pair, row.version, side});
    }
}

bool PairControl::isHeldOrMeasured(const PairStore::Pair& row, std::uint32_t side) const { return row.qubits[side] != PairStore::kNoQubit; }

void PairControl::unmake(std::uint32_t pair)
{
    if (std::exchange(m_world.pairs[pair].isUnmade, true)) return;
    const PairStore::Pair row = m_world.pairs[pair];
    for (std::uint32_t hop = row.places[0]; hop < row.places[1]; ++hop) {
        m_world.missing[row.demand][hop] += m_world.routes[row.demand].pairsIn(hop, row.places[0], row.places[1], row.level);
        m_links.refresh(m_world.routes[row.demand].demand().hops[hop].link);
    }
}

void PairControl::told(std::uint32_t pair, std::uint32_t side)
{
    if (side == kBothSides) return herald(pair);
    const PairStore::Pair& row = m_world.pairs[pair];
    const std::uint32_t qubit = row.qubits[side];
    if (qubit == PairStore::kNoQubit) return;    // given up meanwhile
    // A turn is one round: what fails is swapped on as if it had not, so that the round ends.
    const bool isCarriedOn = m_world.turns.isShared(row.demand) && !row.isUnmade && isHeldOrMeasured(row, 1 - side);
    if (!row.isBroken || isCarriedOn) makeReady(row.demand, qubit, row.places[side], row.places[1 - side]);
    else if (m_world.pairs.isHeld(qubit) && !m_world.pairs.qubit(qubit).isEngaged) {    // else the end of its swap is told anew
        tellLoss(qubit, TraceRecord::Cause::ToldOfLoss);
        m_links.drop(qubit);
    }
}

void PairControl::tellLoss(std::uint32_t qubit, TraceRecord::Cause cause)
{
    m_world.tell([&] {
        const PairStore::Pair& row = m_world.pairs[m_world.pairs.qubit(qubit).pair];
        const std::uint32_t side = row.qubits[0] == qubit ? 0 : 1;
        return TraceRecord{.kind = TraceRecord::Kind::Loss, .cause = cause, .demand = m_world.ways.owner(row.demand), .a = routeOf(row).station(row.places[side]),
                           .b = routeOf(row).station(row.places[1 - side]), .from = m_world.now, .until = m_world.now, .pair = row.number};
    });
}

void PairControl::tellReady(const PairStore::Pair& row, std::uint32_t side)
{
    m_world.tell([&] {
        return TraceRecord{.kind = TraceRecord::Kind::Ready, .demand = m_world.ways.owner(row.demand), .a = routeOf(row).station(row.places[side]),
                           .b = routeOf(row).station(row.places[1 - side]), .from = m_world.now, .until = m_world.now, .pair = row.number};
    });
}

void PairControl::tellMessage(const PairStore::Pair& row, std::uint32_t place, std::uint32_t side, Time from)
{
    m_world.tell([&] {
        return TraceRecord{.kind = TraceRecord::Kind::Message, .demand = m_world.ways.owner(row.demand), .a = routeOf(row).station(place), .b = routeOf(row).station(row.places[side]),
                           .from = from, .until = from + routeOf(row).distance(place, row.places[side]), .pair = row.number};
    });
}

void PairControl::complete(std::uint32_t pair)
{
    const PairStore::Pair row = m_world.pairs[pair];
    const EventNetwork::Demand& demand = m_world.routes[row.demand].demand();
    if (!demand.endsHold || (m_world.isInRounds(row.demand) && !demand.areRoundsTold && !m_world.turns.isShared(row.demand))) return finish(pair);
    for (const std::uint32_t side : {0u, 1u}) m_world.put(row.known[side], {NetworkEvent::Kind::Delivered, pair, row.version, side});
}

void PairControl::deliver(std::uint32_t pair, std::uint32_t side)
{
    const PairStore::Pair& row = m_world.pairs[pair];
    if (!isHeld(row.qubits[side])) return;    // given up before, as lost
    if (!isHeld(row.qubits[1 - side])) return finish(pair);
    age(m_world, pair);
    tellReady(row, side);
    m_links.drop(row.qubits[side]);
}

void PairControl::finish(std::uint32_t pair)
{
    age(m_world, pair);
    const PairStore::Pair row = m_world.pairs[pair];
    const bool areRead = !row.isBroken && areKept(row.demand);
    const bool wasAsking = m_world.isAsking(row.demand), isAsked = areRead && wasAsking;
    m_world.tell([&] {
        const auto cause = row.isBroken ? TraceRecord::Cause::SwapFailed : !areRead ? TraceRecord::Cause::ReadTooLate : isAsked ? TraceRecord::Cause::None : TraceRecord::Cause::NotAsked;
        return TraceRecord{.kind = TraceRecord::Kind::Delivery, .cause = cause, .demand = m_world.ways.owner(row.demand), .a = routeOf(row).station(row.places[0]),
                           .b = routeOf(row).station(row.places[1]), .from = m_world.now, .until = m_world.now, .pair = row.number, .fidelity = row.fidelity()};
    });
    if (isAsked) count(row);
    else if (areRead) ++countsOf(row.demand).spare;
    const std::array areHeld{m_world.pairs.isHeld(row.qubits[0]), m_world.pairs.isHeld(row.qubits[1])};
    for (const std::size_t side : {0, 1})
        if (areHeld[side]) m_links.drop(row.qubits[side]);
    if (!areHeld[0] && !areHeld[1]) m_world.pairs.forget(pair);
    if (m_world.isInRounds(row.demand)) endRound(row.demand);
    if (wasAsking && !m_world.isAsking(row.demand)) followAsking(m_world.ways.owner(row.demand));
}

bool PairControl::areKept(std::uint32_t demand)
{
    const EventRoute& route = m_world.routes[demand];
    return route.demand().endsKept >= 1.0 || m_swaps[route.station(0)].uniform() <= route.demand().endsKept;
}

void PairControl::count(const PairStore::Pair& row)
{
    const std::uint32_t owner = m_world.ways.owner(row.demand);
    EventTotals::Demand& counts = m_world.totals.demands[owner];
    const double fidelity = row.fidelity();
    const auto interval = static_cast<double>(m_world.now - m_world.lastDelivery[owner]);
    // The first one tells when the network had filled itself, not how fast it goes on.
    if (counts.delivered > 0 || m_world.isInRounds(row.demand)) {
        counts.intervals.add(Moments(1, interval, 0.0));
        counts.intervalHistogram.add(std::span(&interval, 1));
    }
    counts.fidelities.add(Moments(1, fidelity, 0.0));
    counts.fidelityHistogram.add(std::span(&fidelity, 1));
    m_world.lastDelivery[owner] = m_world.now;
    ++counts.delivered;
    if (m_world.network.demands[owner].requests.isAny()) m_requests.serve(owner);
    if (m_world.network.interval == 0) return;
    const auto piece = static_cast<std::size_t>(m_world.now / m_world.network.interval);
    if (piece >= counts.perInterval.size()) counts.perInterval.resize(piece + 1);
    ++counts.perInterval[piece];
}

void PairControl::takeTurns()
{
    const auto isAsking = [this](std::uint32_t demand) { return m_world.isAsking(demand); };
    const auto goesBefore = [this](std::uint32_t a, std::uint32_t b) { return m_world.goesBefore(a, b); };
    for (const std::uint32_t demand : m_world.turns.begin(isAsking, goesBefore)) beginRound(demand);
}

void PairControl::followAsking(std::uint32_t owner)
{
    const std::uint32_t way = m_world.ways.taken(owner);
    if (m_world.turns.isShared(way)) takeTurns();
    for (const auto& hop : m_world.routes[way].demand().hops) m_links.refresh(hop.link);
}

void PairControl::changeWays()
{
    const std::vector<std::uint32_t> ended = m_world.turns.replan();
    m_links.sharePlaces();
    for (const std::uint32_t demand : ended) letGo(demand);
    takeTurns();
    m_links.refreshAll();
}

/// Swaps that are under way are finished, and what they make is let go then.
void PairControl::letGo(std::uint32_t demand)
{
    m_world.missing[demand] = m_world.routes[demand].pairsOfRound();
    for (const std::uint32_t qubit : m_world.pairs.heldFor(demand)) {
        if (!isHeld(qubit)) continue;    // gone with another one
        const std::uint32_t pair = m_world.pairs.qubit(qubit).pair;
        m_world.pairs.breakUp(pair);
        m_world.pairs[pair].isEnded = m_world.pairs[pair].isUnmade = true;
        letGoHalvesOf(pair);
    }
}

void PairControl::letGoHalvesOf(std::uint32_t pair)
{
    const std::array qubits = m_world.pairs[pair].qubits;
    if (!isHeld(qubits[0]) && !isHeld(qubits[1])) return m_world.pairs.forget(pair);
    for (const std::uint32_t qubit : qubits) {
        if (!isHeld(qubit) || m_world.pairs.qubit(qubit).isEngaged) continue;
        ++countsOf(m_world.pairs[pair].demand).dropped;
        tellLoss(qubit, TraceRecord::Cause::WayChanged);
        m_links.drop(qubit);
    }
}

void PairControl::endRound(std::uint32_t demand)
{
    if (!m_world.turns.isShared(demand)) return beginRound(demand);
    m_world.turns.endTurn(demand);
    takeTurns();
}

void PairControl::beginRound(std::uint32_t demand)
{
    m_world.missing[demand] = m_world.routes[demand].pairsOfRound();
    for (const auto& hop : m_world.routes[demand].demand().hops) m_links.refresh(hop.link);
}

void PairControl::giveUp(std::uint32_t qubit)
{
    ++countsOf(m_world.pairs[m_world.pairs.qubit(qubit).pair].demand).givenUp;
    lose(qubit, TraceRecord::Cause::TooOld);
}

void PairControl::loseHalvesAt(std::uint32_t station)
{
    for (const std::uint32_t qubit : m_world.pairs.heldWhere([&](std::uint32_t linkSide) {
             const EventNetwork::Link& link = m_world.network.links[linkSide / 2];
             return (linkSide % 2 == 0 ? link.a : link.b) == station;
         })) {
        if (!m_world.pairs.isHeld(qubit)) continue;    // gone with another one
        ++countsOf(m_world.pairs[m_world.pairs.qubit(qubit).pair].demand).lost;
        lose(qubit, TraceRecord::Cause::StationFailed);
    }
}

void PairControl::lose(std::uint32_t qubit, TraceRecord::Cause cause)
{
    tellLoss(qubit, cause);
    const std::uint32_t pair = m_world.pairs.qubit(qubit).pair;
    PairStore::Pair& row = m_world.pairs[pair];
    const EventRoute& route = m_world.routes[row.demand];
    const std::uint32_t side = row.qubits[0] == qubit ? 0 : 1;
    m_world.pairs.breakUp(pair);
    unmake(pair);
    const std::uint32_t other = row.qubits[1 - side];
    if (m_world.pairs.isHeld(other)) m_world.put(m_world.now + route.distance(row.places[0], row.places[1]), {NetworkEvent::Kind::Told, pair, row.version, 1 - side});
    m_links.drop(qubit);
}

} // namespace bellweave::engine
