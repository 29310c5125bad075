// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/draws.h"
#include "engine/sampling/lane_loops.h"
#include "engine/sampling/lane_room.h"

#include <algorithm>
#include <array>

namespace bellweave::engine {

/// Trials that go the same way. Numbers come two at a time; the second waits for the next who needs one.
struct Lanes {
    std::size_t count = 0;
    std::uint32_t* trials = nullptr;
    std::uint32_t* blocks = nullptr;
    double* spare = nullptr;
    bool hasSpare = false;
};

/// A pair in every lane: when it is there, and the correlators that are told apart. Of a state that is the same in all lanes nothing is
/// written down.
struct LanePairs {
    double* time = nullptr;
    std::array<double*, 3> states{};
    bool isAlike = false;
    std::array<double, 3> alike{};
};

/// What all steps of one sampler share: loops, numbers by their address, and room.
struct LaneTools {
    const LaneLoops& loops;
    std::uint64_t seed = 1;
    std::uint32_t trialHigh = 0;
    LaneRoom<double> room;
    LaneRoom<std::uint32_t> words;

    using Numbers = LaneRoom<double>::Array;
    using Words = LaneRoom<std::uint32_t>::Array;

    /// The next number of every lane.
    void take(Lanes& lanes, double* values) const
    {
        if (lanes.hasSpare) {
            std::copy_n(lanes.spare, lanes.count, values);
        } else {
            loops.draw({seed, static_cast<std::uint32_t>(DrawPurpose::SampledPairs), trialHigh, lanes.trials, lanes.blocks}, lanes.count, values, lanes.spare);
            for (std::size_t i = 0; i < lanes.count; ++i) ++lanes.blocks[i];
        }
        lanes.hasSpare = !lanes.hasSpare;
    }
};

/// A pair for every lane of its own arrays, given back at the end of its life.
class LanePairsRoom {
public:
    explicit LanePairsRoom(LaneTools& tools) : m_time(tools.room), m_zz(tools.room), m_xx(tools.room), m_yy(tools.room) {}
    LanePairs pairs() { return {m_time.data(), {m_zz.data(), m_xx.data(), m_yy.data()}}; }

private:
    LaneTools::Numbers m_time;
    LaneTools::Numbers m_zz;
    LaneTools::Numbers m_xx;
    LaneTools::Numbers m_yy;
};

} // namespace bellweave::engine
