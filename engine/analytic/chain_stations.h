// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain.h"
#include "engine/physics/memory_decay.h"

namespace bellweave::engine {

/// Light through some hops of a chain, from the first to the last, and through all of them.
Duration signalTime(const Chain& chain, std::size_t first, std::size_t last);
Duration signalTime(const Chain& chain);

/// Some hops of a chain in a row, whose pairs are joined to one, and whether ends of the route hold their halves meanwhile: those
/// that measure at once lose nothing by waiting.
struct ChainStretch {
    std::size_t first = 0;
    std::size_t last = 0;
    bool endsHold = true;
};

/// How long the halves of a pair have decayed, at the first and last station of its stretch. What follows depends on it where
/// coherence does not fall exponentially; means stand for random times.
struct PairAges {
    Duration first;
    Duration last;

    PairAges after(Duration wait) const { return {first + wait, last + wait}; }
};

/// What the stations of a chain do to pairs of its stretches. Stations are counted from 0, hop i lies between i and i + 1.
class ChainStations {
public:
    explicit ChainStations(const Chain& chain) : m_chain(chain) {}

    /// Whether the coherence of any memory falls as a Gaussian.
    bool isGaussian() const;

    bool isEnd(std::size_t station) const { return station == 0 || station == m_chain.hops.size(); }
    const GateSet& gates(std::size_t station) const { return m_chain.stations[station]->gates; }

    /// Of one half at a station; none at an end of the route that does not hold it.
    DecayRates rates(std::size_t station, bool endsHold) const;
    /// Of both halves of a stretch's pair.
    DecayRates rates(const ChainStretch& stretch, const PairAges& ages = {}) const;
    /// While the pair waits to be joined: with the attempts of the hops beyond, as if they never rested.
    DecayRates whileWaiting(const ChainStretch& stretch, const PairAges& ages = {}) const;
    /// While the pair is kept and the same links make another one.
    DecayRates whileKept(const ChainStretch& stretch, const PairAges& ages = {}) const;

    /// Chance that a half which a hop left at a station is there when it is read; measured links lose none.
    double sideKept(std::size_t station, std::size_t hop) const;
    /// The same of both halves of a stretch's pair.
    double endsKept(const ChainStretch& stretch) const;
    /// Chance that both halves at a station are there and its swap works.
    double swapSuccess(std::size_t station) const;

    /// The stretch as a chain of its own; its ends hold where they are inside the route.
    Chain alone(const ChainStretch& stretch) const;

    /// Coherence that a pair at a station loses to the attempts of a hop there, 1/s.
    double dephasing(std::size_t station, std::size_t hop) const;

private:
    double dephasingBeyond(const ChainStretch& stretch) const;

    const Chain& m_chain;
};

/// How a station joins the pairs of two stretches that meet there.
struct StretchJoin {
    ChainStretch left;
    ChainStretch right;
    bool isCut = false;     ///< pairs are given up after a time
    bool isLast = false;    ///< of the whole plan

    std::size_t station() const { return right.first; }
    ChainStretch all() const { return {left.first, right.last, left.endsHold}; }
};

/// How long after the later pair a round ends, with a pair and without: gate and read-out; then the ends are told where the swap
/// may fail or pairs are given up, and at last where they hold.
struct RoundEnding {
    Duration success;
    Duration failure;
};
RoundEnding endingOf(const Chain& chain, const StretchJoin& join);
/// Chance that the swap works, at last with all halves there, and what it leaves of the correlators until the round ends, when
/// both pairs are so old as it begins.
double successOf(const Chain& chain, const StretchJoin& join);
Correlators factorsOf(const Chain& chain, const StretchJoin& join, const PairAges& left = {}, const PairAges& right = {});

/// Gates and read-out of a distillation round between the ends of a stretch, and the results across it.
Duration distillationTime(const Chain& chain, const ChainStretch& stretch);

} // namespace bellweave::engine
