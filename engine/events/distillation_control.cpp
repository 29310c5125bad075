// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/distillation_control.h"

#include "engine/events/pair_aging.h"
#include "engine/events/whole_states.h"

#include <algorithm>

namespace bellweave::engine {
namespace {

BellDiagonal stateOf(const PairStore::Pair& row) { return fromCorrelators({{1.0, row.correlators[0], row.correlators[1], row.correlators[2]}}); }

Distilled distilled(const EventNetwork::Distillation& rounds, const BellDiagonal& kept, const BellDiagonal& other)
{
    if (rounds.kind == EventNetwork::Distillation::Kind::Werner) return bbpssw(kept, other, rounds.quality);
    const ErrorOrder order = bestLikeOrder(kept, other, rounds.quality);
    return distill(kept, other, order, order, rounds.quality);
}

/// Its chance; the first pair is the one that is left.
double distil(PairStore::Pair& kept, const PairStore::Pair& other, const EventNetwork::Distillation& rounds)
{
    const Distilled made = distilled(rounds, stateOf(kept), stateOf(other));
    const Correlators state = toCorrelators(made.state);
    for (std::size_t c = 0; c < 3; ++c) kept.correlators[c] = state.values[c + 1];
    return made.success;
}

} // namespace

DistillationControl::DistillationControl(EventWorld& world, LinkService& links, std::uint64_t seed, std::uint32_t run) : m_world(world), m_links(links)
{
    for (std::uint32_t station = 0; station < world.network.stations.size(); ++station) m_draws.emplace_back(seed, run, DrawPurpose::RoundsOfStation, station);
    for (const auto& demand : world.network.demands) {
        m_rooms.emplace_back();
        for (const Rounds& rounds : demand.distillations) m_rooms.back().push_back({std::vector<std::vector<PairRef>>(static_cast<std::size_t>(rounds.rounds))});
    }
}

const EventNetwork::Distillation* DistillationControl::roundsOf(std::uint32_t pair) const
{
    const PairStore::Pair& row = m_world.pairs[pair];
    return m_rooms[row.demand].empty() ? nullptr : m_world.routes[row.demand].distillation(row.places[0], row.places[1]);
}

bool DistillationControl::isDue(std::uint32_t pair) const
{
    const Rounds* rounds = roundsOf(pair);
    return rounds && m_world.pairs[pair].level < rounds->rounds;
}

DistillationControl::Room& DistillationControl::roomOf(std::uint32_t pair, const Rounds& rounds)
{
    const auto& all = m_world.network.demands[m_world.pairs[pair].demand].distillations;
    return m_rooms[m_world.pairs[pair].demand][static_cast<std::size_t>(&rounds - all.data())];
}

void DistillationControl::arrive(std::uint32_t pair)
{
    const Rounds& rounds = *roundsOf(pair);
    if (rounds.kind == Rounds::Kind::Check) return check(rounds, pair);
    age(m_world, pair);
    m_world.pairs[pair].isWaiting = true;
    Room& room = roomOf(pair, rounds);
    room.levels[m_world.pairs[pair].level].push_back({pair, m_world.pairs[pair].version});
    if (rounds.kind == Rounds::Kind::Pumped) pump(room, rounds);
    else pairUp(room, rounds);
}

/// Those that were lost meanwhile go.
void DistillationControl::keepFree(std::vector<PairRef>& waiting) const
{
    std::erase_if(waiting, [this](const PairRef& pair) { return !m_world.pairs.isFree(pair); });
}

void DistillationControl::pairUp(Room& room, const Rounds& rounds)
{
    for (auto& waiting : room.levels) {
        keepFree(waiting);
        while (waiting.size() >= 2) {
            const std::uint32_t kept = waiting[0].pair, other = waiting[1].pair;
            waiting.erase(waiting.begin(), waiting.begin() + 2);
            begin(rounds, kept, other);
        }
    }
}

/// One pair is pumped at a time: two of them could wait for each other's qubits.
void DistillationControl::pump(Room& room, const Rounds& rounds)
{
    for (auto& waiting : room.levels) keepFree(waiting);
    auto& fresh = room.levels.front();
    const auto kept = std::find_if(room.levels.begin() + 1, room.levels.end(), [](const auto& waiting) { return !waiting.empty(); });
    if (kept != room.levels.end() && !fresh.empty()) {
        const std::uint32_t first = kept->front().pair, second = fresh.front().pair;
        kept->erase(kept->begin());
        fresh.erase(fresh.begin());
        return begin(rounds, first, second);
    }
    if (kept != room.levels.end() || room.isPumping || fresh.size() < 2) return;
    const std::uint32_t first = fresh[0].pair, second = fresh[1].pair;
    fresh.erase(fresh.begin(), fresh.begin() + 2);
    room.isPumping = true;
    begin(rounds, first, second);
}

void DistillationControl::prepare(std::uint32_t pair)
{
    age(m_world, pair);
    m_world.pairs[pair].isWaiting = false;
    for (const std::uint32_t qubit : m_world.pairs[pair].qubits) m_world.pairs.engage(qubit);
}

bool DistillationControl::isLucky(std::uint32_t pair, double chance) { return chance >= 1.0 || m_draws[stationOf(m_world.pairs[pair], 0)].uniform() <= chance; }

/// What is broken already is carried on so.
void DistillationControl::begin(const Rounds& rounds, std::uint32_t kept, std::uint32_t other)
{
    prepare(kept);
    prepare(other);
    PairStore::Pair& row = m_world.pairs[kept];
    const bool isBroken = row.isBroken || m_world.pairs[other].isBroken;
    const std::uint64_t numbers[] = {row.number, m_world.pairs[other].number};
    row.isBroken = isBroken;
    const double success = m_world.network.areStatesWhole ? distilWhole(m_world, kept, other, rounds) : distil(row, m_world.pairs[other], rounds);
    row.isDistilledWell = isBroken || isLucky(kept, success * rounds.kept);
    EventTotals::Demand& counts = countsOf(row.demand);
    ++counts.rounds;
    counts.failedRounds += row.isDistilledWell ? 0 : 1;
    counts.messages += 2;
    counts.messageHops += 2 * (row.places[1] - row.places[0]);
    m_world.pairs.renumber(kept);
    m_world.tell([&] {
        const Time until = m_world.now + rounds.time + m_world.routes[row.demand].distance(row.places[0], row.places[1]);
        return TraceRecord{.kind = TraceRecord::Kind::Distillation, .cause = row.isDistilledWell ? TraceRecord::Cause::None : TraceRecord::Cause::RoundFailed, .demand = m_world.ways.owner(row.demand),
                           .a = stationOf(row, 0), .b = stationOf(row, 1), .from = m_world.now, .until = until, .pair = row.number, .left = numbers[0], .right = numbers[1],
                           .fidelity = row.isBroken ? 0.0 : row.fidelity()};
    });
    tellMessages(rounds, row);
    foresee(rounds, kept);
    if (rounds.time == 0) measured(other);
    else m_world.put(m_world.now + rounds.time, {NetworkEvent::Kind::Measured, other, 0, 0});
}

/// Each end tells the other what it read.
void DistillationControl::tellMessages(const Rounds& rounds, const PairStore::Pair& row)
{
    for (const std::uint32_t side : {0u, 1u})
        m_world.tell([&] {
            const Time from = m_world.now + rounds.time;
            return TraceRecord{.kind = TraceRecord::Kind::Message, .demand = m_world.ways.owner(row.demand), .a = stationOf(row, side), .b = stationOf(row, 1 - side), .from = from,
                               .until = from + m_world.routes[row.demand].distance(row.places[0], row.places[1]), .pair = row.number};
        });
}

void DistillationControl::check(const Rounds& rounds, std::uint32_t pair)
{
    prepare(pair);
    PairStore::Pair& row = m_world.pairs[pair];
    row.isDistilledWell = row.isBroken || isLucky(pair, rounds.kept);
    foresee(rounds, pair);
}

void DistillationControl::foresee(const Rounds& rounds, std::uint32_t kept)
{
    const PairStore::Pair& row = m_world.pairs[kept];
    const Time way = rounds.kind == Rounds::Kind::Check ? 0 : m_world.routes[row.demand].distance(row.places[0], row.places[1]);
    m_world.put(m_world.now + rounds.time + way, {NetworkEvent::Kind::Distilled, kept, failuresAt(row), 0});
}

std::uint32_t DistillationControl::failuresAt(const PairStore::Pair& row) const
{
    return static_cast<std::uint32_t>(m_world.totals.outages[stationOf(row, 0)].count + m_world.totals.outages[stationOf(row, 1)].count);
}

void DistillationControl::measured(std::uint32_t pair)
{
    const std::array qubits = m_world.pairs[pair].qubits;
    for (const std::uint32_t qubit : qubits) {
        m_world.tell([&] {
            const PairStore::Pair& row = m_world.pairs[pair];
            const std::uint32_t side = qubit == qubits[0] ? 0 : 1;
            return TraceRecord{.kind = TraceRecord::Kind::Loss, .cause = TraceRecord::Cause::Measured, .demand = m_world.ways.owner(row.demand), .a = stationOf(row, side), .b = stationOf(row, 1 - side),
                               .from = m_world.now, .until = m_world.now, .pair = row.number};
        });
        m_links.drop(qubit);
    }
}

bool DistillationControl::finish(std::uint32_t pair, std::uint32_t failures)
{
    const Rounds& rounds = *roundsOf(pair);
    PairStore::Pair& row = m_world.pairs[pair];
    age(m_world, pair);
    for (const std::uint32_t qubit : row.qubits) m_world.pairs.disengage(qubit);
    row.known = {m_world.now, m_world.now};
    const bool isKept = row.isDistilledWell && failuresAt(row) == failures && !row.isEnded;
    if (isKept) ++row.level;
    Room& room = roomOf(pair, rounds);
    room.isPumping = false;
    if (rounds.kind == Rounds::Kind::Pumped && (!isKept || row.level == rounds.rounds)) pump(room, rounds);    // fresh pairs may have waited for it
    return isKept;
}

} // namespace bellweave::engine
