// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/chain_stations.h"
#include "engine/physics/distillation.h"
#include "engine/run/draws.h"
#include "model/network/pair_plan.h"

#include <map>

namespace bellweave::engine {

/// Pairs that a plan delivers, made event by event at addresses (seed, pair, count): every attempt, wait, failure and round as
/// planLaw() counts them, so that the means agree. Not thread-safe. Precondition: planLaw() finds the plan usable.
class PlanDraws {
public:
    PlanDraws(const Chain& chain, const PairPlan& plan, std::uint64_t seed) : m_chain(chain), m_stations(chain), m_plan(plan), m_draws(seed, DrawPurpose::EventsOfPlan) {}

    struct Pair {
        double time = 0.0;    ///< s, since its making was begun
        Correlators state;
        PairAges ages = {};    ///< of its end halves
    };
    /// What is delivered in this trial. None when it took more than `mostDraws` numbers.
    std::optional<Pair> deliver(std::uint64_t trial, std::uint64_t mostDraws);
    /// Numbers drawn so far.
    std::uint64_t drawn() const { return m_drawn; }

private:
    using Node = PairPlan::Node;
    /// Hops that a part of the plan spans, and the qubits at its ends that hold pairs made before.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
        int heldFirst = 0;
        int heldLast = 0;
        bool endsHold = false;    ///< ends of the route hold their halves
        bool isLast = false;      ///< it delivers

        ChainStretch stretch() const { return {first, last, endsHold}; }
    };

    std::size_t firstHop(std::size_t node) const;
    std::size_t lastHop(std::size_t node) const;
    double uniform() { return m_draws.uniform(m_trial, count()); }
    std::uint32_t count();
    bool isExhausted() const { return m_drawn >= m_most; }

    Pair make(std::size_t node, Part part);
    Pair link(std::size_t hop, const Part& part);
    Pair join(const std::vector<std::size_t>& inputs, std::optional<Duration> cutoff, const Part& part);
    Pair joinTwo(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b, std::optional<Duration> cutoff, const Part& part);
    Pair joinAtOnce(const std::vector<std::size_t>& inputs, const Part& part);
    Pair distilled(std::size_t node, int rounds, Part part);
    Pair sacrificed(std::size_t node, int rounds, Part part);
    Pair keptWhile(const Pair& kept, const Pair& other, const Part& part) const;
    ErrorOrder orderOf(std::size_t node, int rounds, const Part& part);

    const Chain& m_chain;
    ChainStations m_stations;
    const PairPlan& m_plan;
    Draws m_draws;
    std::map<std::pair<std::size_t, int>, ErrorOrder> m_orders;
    std::uint64_t m_trial = 0;
    std::uint32_t m_count = 0;
    std::uint64_t m_drawn = 0;
    std::uint64_t m_most = 0;
};

} // namespace bellweave::engine
