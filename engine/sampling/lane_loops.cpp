// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_loops.h"

#include <vector>

namespace bellweave::engine {

extern const LaneLoops kPlainLaneLoops;
#ifdef BELLWEAVE_X86_LANES
extern const LaneLoops kAvx2LaneLoops;
extern const LaneLoops kAvx512LaneLoops;
#endif

namespace {

const std::vector<const LaneLoops*>& runnable()
{
    static const std::vector<const LaneLoops*> loops = [] {
        std::vector<const LaneLoops*> found{&kPlainLaneLoops};
#ifdef BELLWEAVE_X86_LANES
        if (__builtin_cpu_supports("avx2")) found.push_back(&kAvx2LaneLoops);
        if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) found.push_back(&kAvx512LaneLoops);
#endif
        return found;
    }();
    return loops;
}

} // namespace

const LaneLoops& laneLoops() { return *runnable().back(); }

std::size_t laneLoopsCount() { return runnable().size(); }

const LaneLoops& laneLoops(std::size_t index) { return *runnable()[index]; }

} // namespace bellweave::engine
