// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/lane_loops.h"
#include "engine/sampling/lane_room.h"
#include "engine/sampling/sampling_program.h"

#include <memory>
#include <span>
#include <stop_token>

namespace bellweave::engine {

/// Pairs that trials delivered, one a lane.
struct SampledPairs {
    std::span<const double> times;                        ///< ps, from the beginning of the trial
    std::array<std::span<const double>, 3> correlators;   ///< ZZ, XX, -YY
    std::span<const double> fidelities;
};

/// Draws what a program delivers, many trials side by side. A trial's numbers stand at (seed, trial, count), whatever the other
/// lanes do: the same trial always delivers the same pair. Not thread-safe; the program outlives it.
class LaneSampler {
public:
    LaneSampler(const SamplingProgram& program, std::uint64_t seed, const LaneLoops& loops = laneLoops());
    ~LaneSampler();

    /// At most kLanes trials from the first one on, which do not pass a multiple of 2^32; the answer holds until the next call.
    /// None when stopped.
    std::optional<SampledPairs> deliver(std::uint64_t firstTrial, std::size_t trials, std::stop_token stop = {});

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace bellweave::engine
