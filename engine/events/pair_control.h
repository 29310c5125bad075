// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/cache_line.h"
#include "engine/events/distillation_control.h"
#include "engine/events/request_control.h"

namespace bellweave::engine {

/// What stations do with halves: wait for neighbors, swap, tell, give up, deliver.
class PairControl {
public:
    PairControl(EventWorld& world, LinkService& links, RequestControl& requests, std::uint64_t seed, std::uint32_t run);

    /// Asks memory for what a pair of that hop will need, without waiting.
    void fetch(std::uint32_t demand, std::uint32_t hop) const;
    /// A link made a pair.
    void begin(std::uint32_t pair);
    void finishSwap(std::uint32_t left, std::uint32_t right, std::uint32_t stationOutages);
    void finishMeasuring(std::uint32_t pair) { m_rounds.measured(pair); }
    void finishRound(std::uint32_t pair, std::uint32_t failures);
    /// An end hears what became of its pair; kBothSides: both know that it is there.
    void told(std::uint32_t pair, std::uint32_t side);
    /// An end knows that its pair reaches to the other end.
    void deliver(std::uint32_t pair, std::uint32_t side);
    void giveUp(std::uint32_t qubit);
    /// A station failed: its halves are gone, and those at the other ends hear of it as if it had told them.
    void loseHalvesAt(std::uint32_t station);
    /// Demands go other ways from now on: what was on its way for them is let go.
    void changeWays();
    /// Demands whose turn it is begin.
    void takeTurns();
    /// A demand asks, or no longer: its links begin or end their attempts.
    void followAsking(std::uint32_t owner);

private:
    using Time = EventNetwork::Time;
    /// Halves that wait for their neighbors, at one place of a route.
    struct Line {
        QubitRef first{PairStore::kNoQubit, 0};  // where most lines end: beside its place, not somewhere else in memory
        std::vector<QubitRef> behind = {};
        bool isEmpty() const { return first.qubit == PairStore::kNoQubit; }
        void push(const QubitRef& half)
        {
            if (isEmpty()) first = half;
            else behind.push_back(half);
        }
        void pop()
        {
            first.qubit = PairStore::kNoQubit;
            if (behind.empty()) return;
            first = behind.front();
            behind.erase(behind.begin());
        }
    };
    struct alignas(kCacheLine) Waiting {
        std::array<Line, 2> sides;
    };

    static constexpr std::uint32_t kBothSides = 2;
    /// Both ends know of a pair.
    void herald(std::uint32_t pair);
    void goOn(std::uint32_t pair);
    void loseRound(std::uint32_t pair);
    void measureEnds(std::uint32_t pair);
    void makeReady(std::uint32_t demand, std::uint32_t qubit, std::uint32_t place, std::uint32_t other);
    std::optional<std::uint32_t> firstWaiting(Line& side);
    void trySwap(std::uint32_t demand, std::uint32_t place);
    void swap(std::uint32_t left, std::uint32_t right, bool isStationLost);
    void beginSwap(std::uint32_t demand, std::uint32_t place, std::uint32_t left, std::uint32_t right);
    void join(std::uint32_t left, std::uint32_t right, std::uint32_t place);
    void spread(std::uint32_t pair);
    /// Not given up.
    bool isHeldOrMeasured(const PairStore::Pair& row, std::uint32_t side) const;
    /// Its links make pairs for the round anew, once.
    void unmake(std::uint32_t pair);
    void complete(std::uint32_t pair);
    void finish(std::uint32_t pair);
    bool areKept(std::uint32_t demand);
    void count(const PairStore::Pair& row);
    void endRound(std::uint32_t demand);
    void beginRound(std::uint32_t demand);
    void lose(std::uint32_t qubit, TraceRecord::Cause cause);
    /// Of the demand, or of that for which it is a way around.
    EventTotals::Demand& countsOf(std::uint32_t demand) { return m_world.totals.demands[m_world.ways.owner(demand)]; }
    void letGo(std::uint32_t demand);
    void letGoHalvesOf(std::uint32_t pair);
    void tellLoss(std::uint32_t qubit, TraceRecord::Cause cause);
    void tellReady(const PairStore::Pair& row, std::uint32_t side);
    void tellMessage(const PairStore::Pair& row, std::uint32_t place, std::uint32_t side, Time from);
    bool isHeld(std::uint32_t qubit) const { return m_world.pairs.isHeld(qubit); }
    const EventRoute& routeOf(const PairStore::Pair& row) const { return m_world.routes[row.demand]; }

    EventWorld& m_world;
    LinkService& m_links;
    RequestControl& m_requests;
    DistillationControl m_rounds;
    std::vector<EventDraws> m_swaps;                // by station
    std::vector<std::vector<Waiting>> m_waiting;    // by demand and place
};

} // namespace bellweave::engine
