// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace bellweave::engine {

/// A qubit as it was when somebody took note of it.
struct QubitRef {
    std::uint32_t qubit;
    std::uint32_t version;
};

/// A pair as it was when somebody took note of it.
struct PairRef {
    std::uint32_t pair;
    std::uint32_t version;
};

/// Pairs that are in the network, and the qubits that hold their halves. Places are used again, so that its size is that of the
/// network's memories; versions tell what stood there before.
class PairStore {
public:
    using Time = std::int64_t;

    struct Pair {
        std::array<double, 3> correlators;        ///< ZZ, XX, -YY, as of `updated`
        Time updated;
        std::array<Time, 2> known;                ///< when either end knows all that made it
        std::array<std::uint32_t, 2> places;      ///< of the route
        std::array<std::uint32_t, 2> qubits;
        std::uint64_t number;                     ///< of all pairs made so far, from 1
        std::uint32_t demand;
        std::uint32_t version;
        bool isBroken;                            ///< some swap failed or a half was given up, and not all know
        bool isUnmade = false;                    ///< and its links make pairs anew for the round
        std::uint8_t level = 0;                   ///< rounds of distillation that it has passed between its places
        bool isDistilledWell = true;              ///< of a round whose outcome is on its way
        bool isWaiting = false;                   ///< for another one to be distilled with
        bool isEnded = false;                     ///< its demand went another way meanwhile
        double fidelity() const { return 0.25 * (1.0 + correlators[0] + correlators[1] + correlators[2]); }
    };
    struct Qubit {
        std::uint32_t pair = 0;
        std::uint32_t version = 0;
        std::uint32_t linkSide = 0;    ///< 2 link for the link's end a, 2 link + 1 for b
        bool isHeld = false;           ///< false too where an end measured it at once
        bool isEngaged = false;        ///< a swap is under way
        Time born = 0;                 ///< since when it has decayed
    };

    /// A pair of a hop; halves that are not to be held are measured at once.
    std::uint32_t make(std::uint32_t demand, std::uint32_t hop, const Correlators& state, Time now, std::array<bool, 2> areHeld)
    {
        const std::uint32_t pair = take(m_pairs, m_freePairs);
        const std::array qubits{take(m_qubits, m_freeQubits), take(m_qubits, m_freeQubits)};
        for (const std::size_t side : {0, 1}) {
            Qubit& qubit = m_qubits[qubits[side]];
            qubit.pair = pair;
            qubit.isHeld = areHeld[side];
            qubit.isEngaged = false;
        }
        const std::uint32_t version = m_pairs[pair].version + 1;
        m_pairs[pair] = {{state.values[1], state.values[2], state.values[3]}, now, {now, now}, {hop, hop + 1}, qubits, ++m_made, demand, version, false};
        return pair;
    }

    Pair& operator[](std::uint32_t pair) { return m_pairs[pair]; }
    const Pair& operator[](std::uint32_t pair) const { return m_pairs[pair]; }
    Qubit& qubit(std::uint32_t number) { return m_qubits[number]; }
    const Qubit& qubit(std::uint32_t number) const { return m_qubits[number]; }
    std::uint32_t demandOf(std::uint32_t pair) const { return m_pairs[pair].demand; }

    bool isCurrent(std::uint32_t pair, std::uint32_t version) const { return m_pairs[pair].version == version; }
    bool isHeld(std::uint32_t qubit) const { return qubit != kNoQubit && m_qubits[qubit].isHeld; }
    /// Still the same half, and free for a swap.
    bool isHeld(std::uint32_t qubit, std::uint32_t version) const
    {
        const Qubit& row = m_qubits[qubit];
        return row.version == version && row.isHeld && !row.isEngaged;
    }
    /// Halves that wait, by where they are.
    template<typename Where>
    std::vector<std::uint32_t> heldWhere(Where isThere) const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t qubit = 0; qubit < m_qubits.size(); ++qubit)
            if (m_qubits[qubit].isHeld && !m_qubits[qubit].isEngaged && isThere(m_qubits[qubit].linkSide)) found.push_back(qubit);
        return found;
    }
    /// Qubits with halves of a demand, those in swaps among them.
    std::vector<std::uint32_t> heldFor(std::uint32_t demand) const
    {
        std::vector<std::uint32_t> found;
        for (std::uint32_t qubit = 0; qubit < m_qubits.size(); ++qubit)
            if (m_qubits[qubit].isHeld && m_pairs[m_qubits[qubit].pair].demand == demand) found.push_back(qubit);
        return found;
    }
    void engage(std::uint32_t qubit) { m_qubits[qubit].isEngaged = true; }
    void disengage(std::uint32_t qubit) { m_qubits[qubit].isEngaged = false; }
    /// Both halves are held and free for an operation.
    bool isFree(const PairRef& pair) const
    {
        if (!isCurrent(pair.pair, pair.version)) return false;
        const Pair& row = m_pairs[pair.pair];
        return isHeld(row.qubits[0]) && isHeld(row.qubits[1]) && !m_qubits[row.qubits[0]].isEngaged && !m_qubits[row.qubits[1]].isEngaged;
    }
    /// A round of distillation made another pair of it.
    void renumber(std::uint32_t pair) { m_pairs[pair].number = ++m_made; }

    static constexpr std::uint32_t kNoQubit = ~std::uint32_t{0};

    /// Two pairs of one demand that meet at a station become the first one; the second one is no more.
    void join(std::uint32_t left, std::uint32_t right, const Correlators& factors, bool fails)
    {
        Pair& a = m_pairs[left];
        Pair& b = m_pairs[right];
        for (std::size_t c = 0; c < 3; ++c) a.correlators[c] *= b.correlators[c] * factors.values[c + 1];
        a.places[1] = b.places[1];
        a.qubits[1] = b.qubits[1];
        a.known[1] = b.known[1];
        a.number = ++m_made;
        a.isBroken = a.isBroken || b.isBroken || fails;
        a.isEnded = a.isEnded || b.isEnded;
        a.level = 0;
        if (a.qubits[1] != kNoQubit) m_qubits[a.qubits[1]].pair = left;
        ++a.version;
        ++b.version;
        m_freePairs.push_back(right);
    }
    void breakUp(std::uint32_t pair)
    {
        m_pairs[pair].isBroken = true;
        ++m_pairs[pair].version;
    }

    /// A qubit that is free again.
    void release(std::uint32_t number)
    {
        Qubit& qubit = m_qubits[number];
        qubit.isHeld = false;
        ++qubit.version;
        m_freeQubits.push_back(number);
    }
    /// Takes a half off its pair; with the last one that is held the pair is no more.
    void takeOff(std::uint32_t number)
    {
        const std::uint32_t pair = m_qubits[number].pair;
        Pair& row = m_pairs[pair];
        const std::size_t side = row.qubits[0] == number ? 0 : 1;
        row.qubits[side] = kNoQubit;
        const std::uint32_t other = row.qubits[1 - side];
        if (!isHeld(other)) forget(pair);
    }
    /// No half of it is held any longer.
    void forget(std::uint32_t pair)
    {
        Pair& row = m_pairs[pair];
        for (std::uint32_t& number : row.qubits)
            if (number != kNoQubit) release(std::exchange(number, kNoQubit));    // measured at once
        ++row.version;
        m_freePairs.push_back(pair);
    }

private:
    template<typename Row>
    static std::uint32_t take(std::vector<Row>& rows, std::vector<std::uint32_t>& free)
    {
        if (free.empty()) {
            rows.emplace_back();
            return static_cast<std::uint32_t>(rows.size() - 1);
        }
        const std::uint32_t number = free.back();
        free.pop_back();
        return number;
    }

    std::uint64_t m_made = 0;
    std::vector<Pair> m_pairs;
    std::vector<Qubit> m_qubits;
    std::vector<std::uint32_t> m_freePairs;
    std::vector<std::uint32_t> m_freeQubits;
};

} // namespace bellweave::engine
