// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/events/link_service.h"

namespace bellweave::engine {

/// Pairs wait for others to be distilled with, rounds are done, and their outcomes cross the way between the ends.
class DistillationControl {
public:
    DistillationControl(EventWorld& world, LinkService& links, std::uint64_t seed, std::uint32_t run);

    /// Whether rounds are left for the pair between its places.
    bool isDue(std::uint32_t pair) const;
    /// Both ends know of a pair that is due. It waits for another one, or a round begins.
    void arrive(std::uint32_t pair);
    /// The measured pair of a round is no more.
    void measured(std::uint32_t pair);
    /// Both ends know what became of a round: true when its pair is kept. `failures`: of both ends when it began.
    bool finish(std::uint32_t pair, std::uint32_t failures);

private:
    using Time = EventNetwork::Time;
    using Rounds = EventNetwork::Distillation;
    /// Pairs that wait between two places of a demand, by the rounds that they have passed.
    struct Room {
        std::vector<std::vector<PairRef>> levels;
        bool isPumping = false;    ///< a round's outcome is on its way
    };
    const Rounds* roundsOf(std::uint32_t pair) const;
    Room& roomOf(std::uint32_t pair, const Rounds& rounds);
    void keepFree(std::vector<PairRef>& waiting) const;
    void pairUp(Room& room, const Rounds& rounds);
    void pump(Room& room, const Rounds& rounds);
    void begin(const Rounds& rounds, std::uint32_t kept, std::uint32_t other);
    void check(const Rounds& rounds, std::uint32_t pair);
    void foresee(const Rounds& rounds, std::uint32_t kept);
    void tellMessages(const Rounds& rounds, const PairStore::Pair& row);
    void prepare(std::uint32_t pair);
    bool isLucky(std::uint32_t pair, double chance);
    std::uint32_t failuresAt(const PairStore::Pair& row) const;
    std::uint32_t stationOf(const PairStore::Pair& row, std::uint32_t side) const { return m_world.routes[row.demand].station(row.places[side]); }
    EventTotals::Demand& countsOf(std::uint32_t demand) { return m_world.totals.demands[m_world.ways.owner(demand)]; }

    EventWorld& m_world;
    LinkService& m_links;
    std::vector<EventDraws> m_draws;             // by station: the first end
    std::vector<std::vector<Room>> m_rooms;      // by demand and distillation
};

} // namespace bellweave::engine
