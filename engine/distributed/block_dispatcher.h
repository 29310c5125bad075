// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation_course.h"

namespace bellweave::engine {

/// Hands the blocks of a course out to workers of any speed, some at a time, and takes in what they came to.
class BlockDispatcher {
public:
    using Node = SimulationCourse::Node;
    struct Assignment {
        std::uint64_t stage = 0;
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };
    /// What an assignment came to, and how long it took, s. No nodes: stopped.
    struct Answer {
        Assignment assignment;
        std::vector<Node> nodes;
        double seconds = 0.0;
    };

    explicit BlockDispatcher(SimulationCourse& course) : m_course(course), m_stages(course.stages()) {}

    /// Blocks that nobody has yet: about a tenth of a second of work. None when all are handed out.
    std::optional<Assignment> next();
    void take(Answer answer);

private:
    struct Stage {
        std::uint64_t handedOut = 0;     // blocks before this one are in or in somebody's hands
        double secondsOfBlock = 0.0;
    };
    SimulationCourse& m_course;
    std::vector<Stage> m_stages;
};

/// Works an assignment out on as many threads as TBB may use.
BlockDispatcher::Answer workOn(const SimulationStage& stage, const BlockDispatcher::Assignment& assignment, const std::stop_token& stop);

} // namespace bellweave::engine
