// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/distributed/block_dispatcher.h"

#include "engine/run/block_runner.h"

#include <chrono>

namespace bellweave::engine {
namespace {

constexpr double kAtOnce = 0.1;    // s: a message costs a thousandth of it

std::uint64_t blocksAtOnce(double secondsOfBlock)
{
    if (secondsOfBlock <= 0.0) return 1;
    return static_cast<std::uint64_t>(std::clamp(kAtOnce / secondsOfBlock, 1.0, static_cast<double>(kBlocksOfRound)));
}

} // namespace

std::optional<BlockDispatcher::Assignment> BlockDispatcher::next()
{
    for (std::size_t number = 0; number < m_stages.size(); ++number) {
        Stage& stage = m_stages[number];
        const auto [first, end] = m_course.missing(number, {stage.handedOut, m_course.stage(number).blocks()});
        if (first >= end) continue;
        // Nodes of an assignment do not reach beyond the end of a round, where a stage may end.
        const std::uint64_t endOfRound = (first / kBlocksOfRound + 1) * kBlocksOfRound;
        const std::uint64_t last = std::min({first + blocksAtOnce(stage.secondsOfBlock), end, endOfRound});
        stage.handedOut = last;
        return Assignment{number, first, last - first};
    }
    return std::nullopt;
}

void BlockDispatcher::take(Answer answer)
{
    if (answer.nodes.empty()) return;
    m_stages[answer.assignment.stage].secondsOfBlock = answer.seconds / static_cast<double>(answer.assignment.count);
    for (Node& node : answer.nodes) m_course.take(answer.assignment.stage, std::move(node));
}

BlockDispatcher::Answer workOn(const SimulationStage& stage, const BlockDispatcher::Assignment& assignment, const std::stop_token& stop)
{
    const auto begin = std::chrono::steady_clock::now();
    BlockTree<BlockTotals> tree;
    std::uint64_t next = assignment.first;
    const auto work = [&](std::unique_ptr<SimulationStage::Worker>& worker, std::uint64_t block) { return worker->work(assignment.first + block, stop); };
    const auto take = [&](BlockTotals totals) {
        tree.add({0, next++, std::move(totals)});
        return true;
    };
    const std::uint64_t done = runBlocks(assignment.count, [&stage] { return stage.makeWorker(); }, work, take, stop);
    BlockDispatcher::Answer answer{assignment, {}, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()};
    if (done == assignment.count)
        for (const auto* node : tree.nodes()) answer.nodes.push_back(*node);
    return answer;
}

} // namespace bellweave::engine
