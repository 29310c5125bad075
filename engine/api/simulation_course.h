// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation_stage.h"
#include "engine/run/block_tree.h"

#include <map>

namespace bellweave::engine {

/// A simulation while its blocks come in, from whoever works them out. They may come in any order and are added in that of their
/// numbers, so that the result does not depend on it.
class SimulationCourse {
public:
    using Node = BlockTree<BlockTotals>::Node;
    /// Block numbers, the second one not among them.
    using Range = std::pair<std::uint64_t, std::uint64_t>;

    explicit SimulationCourse(const SimulationRequest& request);

    std::size_t stages() const { return m_stages.size(); }
    const SimulationStage& stage(std::size_t number) const { return *m_stages[number].stage; }
    /// The first blocks in a row, within a range, that are not in and are needed; empty (first == second) when there are none.
    Range missing(std::size_t stage, Range within) const;
    Range missing(std::size_t stage) const { return missing(stage, {0, m_stages[stage].stage->blocks()}); }
    /// Blocks that are missing, added up. What is not needed any more changes nothing.
    void take(std::size_t stage, Node node);
    bool isDone(std::size_t stage) const;
    bool isDone() const;
    double share(std::size_t stage) const;    ///< of its blocks, [0, 1]

    /// Of what is in so far.
    SimulationResult result() const;
    /// All that is in, added up as far as it goes; by first block.
    std::vector<const Node*> nodes(std::size_t stage) const;

private:
    /// Where a stage may end early, blocks wait in `early` until those before them are in: the row ends where it is enough.
    struct Progress {
        std::unique_ptr<SimulationStage> stage;
        BlockTree<BlockTotals> row = {};
        std::map<std::uint64_t, Node> early = {};    // by first block
        std::uint64_t next = 0;                      // the row's end, where a stage may end early
        std::uint64_t count = 0;                     // blocks in row and early
        bool isEnough = false;
    };
    static void join(Progress& progress);

    std::vector<Progress> m_stages;
};

} // namespace bellweave::engine
