// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/lane_pairs.h"

#include <stop_token>

namespace bellweave::engine {

/// Trials that try again, side by side, with addresses and times of their own; those that are done leave the row.
class LaneTries {
public:
    explicit LaneTries(LaneTools& tools)
        : failures(tools.room), m_loops(tools.loops), m_trials(tools.words), m_blocks(tools.words), m_lane(tools.words), m_spent(tools.room), m_spare(tools.room),
          m_goesOn(tools.room)
    {
    }

    /// Failures that are still to come, by place in the row.
    LaneTools::Numbers failures;

    /// Only what certainly fails: as often as `failures` says for each lane; adds up the times, each with its ending.
    template<typename Attempt>
    void fail(Lanes& lanes, const LanePairs& room, const double* howOften, double* spent, double ending, const std::stop_token& stop, Attempt attempt)
    {
        m_loops.fill(spent, lanes.count, 0.0);
        Lanes tried = rowOf(0);
        for (std::size_t i = 0; i < lanes.count; ++i) {
            put(tried.count, lanes, i);
            failures[tried.count] = howOften[i];
            tried.count += howOften[i] > 0.0 ? 1 : 0;
        }
        LanePairs pairs = room;
        while (tried.count > 0 && !stop.stop_requested()) {
            tried.hasSpare = false;
            attempt(tried, pairs);
            std::size_t left = 0;
            for (std::size_t i = 0; i < tried.count; ++i) {
                const double now = m_spent[i] + pairs.time[i] + ending;
                const double more = failures[i] - 1.0;
                spent[m_lane[i]] = now;
                keep(i, left, lanes, now, more);
                left += more > 0.0 ? 1 : 0;
            }
            tried.count = left;
        }
    }

    /// Until an attempt of each lane works as the ending judges it; writes down its pair and all the time it took.
    template<typename Attempt>
    void untilDone(Lanes& lanes, LanePairs& made, LanePairs pairs, std::size_t states, const LaneEnding& ending, const double* gap, const std::stop_token& stop,
                   Attempt attempt)
    {
        Lanes tried = rowOf(lanes.count);
        for (std::size_t i = 0; i < lanes.count; ++i) put(i, lanes, i);
        while (tried.count > 0 && !stop.stop_requested()) {
            tried.hasSpare = false;
            attempt(tried, pairs);
            m_loops.judge(gap, pairs.time, tried.count, ending, failures.data(), m_spent.data(), m_goesOn.data());
            std::size_t left = 0;
            for (std::size_t i = 0; i < tried.count; ++i) {
                const std::uint32_t to = m_lane[i];
                made.time[to] = m_spent[i];
                for (std::size_t k = 0; k < states; ++k) made.states[k][to] = pairs.states[k][i];    // the last one stays
                keep(i, left, lanes, m_spent[i], failures[i]);
                left += m_goesOn[i] > 0.0 ? 1 : 0;
            }
            tried.count = left;
        }
        made.isAlike = false;
    }

private:
    Lanes rowOf(std::size_t count) { return {count, m_trials.data(), m_blocks.data(), m_spare.data()}; }

    void put(std::size_t at, const Lanes& lanes, std::size_t from)
    {
        m_trials[at] = lanes.trials[from];
        m_blocks[at] = lanes.blocks[from];
        m_lane[at] = static_cast<std::uint32_t>(from);
        m_spent[at] = 0.0;
    }

    /// Moves a trial up in the row; the next one takes its place unless it is to stay. Without a branch, which would be guessed
    /// wrong half of the time.
    void keep(std::size_t from, std::size_t to, Lanes& lanes, double spent, double more)
    {
        lanes.blocks[m_lane[from]] = m_blocks[from];
        m_trials[to] = m_trials[from];
        m_blocks[to] = m_blocks[from];
        m_lane[to] = m_lane[from];
        m_spent[to] = spent;
        failures[to] = more;
    }

    const LaneLoops& m_loops;
    LaneTools::Words m_trials;
    LaneTools::Words m_blocks;
    LaneTools::Words m_lane;    ///< where the answer goes
    LaneTools::Numbers m_spent;
    LaneTools::Numbers m_spare;
    LaneTools::Numbers m_goesOn;
};

} // namespace bellweave::engine
