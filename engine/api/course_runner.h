// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation_course.h"

namespace bellweave::engine {

/// Which part of every stage's blocks is somebody's: the `index`-th of `count` equal ones, from 0.
struct Shard {
    std::uint64_t index = 0;
    std::uint64_t count = 1;

    SimulationCourse::Range of(std::uint64_t blocks) const { return {blocks * index / count, blocks * (index + 1) / count}; }
};

/// Works out the blocks of a shard that are missing, on as many threads as TBB may use, until all are in or it is stopped.
void proceed(SimulationCourse& course, const Shard& shard, std::stop_token stop, const SimulationProgress& progress);

} // namespace bellweave::engine
