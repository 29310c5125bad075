// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation_course.h"

#include "engine/run/block_runner.h"

#include <algorithm>

namespace bellweave::engine {

SimulationCourse::SimulationCourse(const SimulationRequest& request)
{
    for (auto& stage : stagesOf(request)) m_stages.push_back({std::move(stage)});
}

std::vector<const SimulationCourse::Node*> SimulationCourse::nodes(std::size_t stage) const
{
    std::vector<const Node*> all = m_stages[stage].row.nodes();
    for (const auto& [first, node] : m_stages[stage].early) all.push_back(&node);
    return all;
}

SimulationCourse::Range SimulationCourse::missing(std::size_t stage, Range within) const
{
    if (m_stages[stage].isEnough) return {within.second, within.second};
    std::uint64_t begin = within.first;
    for (const Node* node : nodes(stage)) {
        if (node->first() > begin) return {std::min(begin, within.second), std::min(node->first(), within.second)};
        begin = std::max(begin, node->first() + node->size());
    }
    return {std::min(begin, within.second), within.second};
}

void SimulationCourse::take(std::size_t stage, Node node)
{
    Progress& progress = m_stages[stage];
    if (progress.isEnough) return;
    progress.count += node.size();
    if (!progress.stage->mayEndEarly()) return progress.row.add(std::move(node));
    const std::uint64_t first = node.first();
    progress.early.emplace(first, std::move(node));
    join(progress);
}

void SimulationCourse::join(Progress& progress)
{
    for (auto at = progress.early.begin(); !progress.isEnough && at != progress.early.end() && at->first == progress.next; at = progress.early.begin()) {
        progress.next += at->second.size();
        progress.row.add(std::move(at->second));
        progress.early.erase(at);
        progress.isEnough = progress.next % kBlocksOfRound == 0 && progress.stage->isEnough(progress.row.sum());
    }
    if (progress.isEnough) progress.early.clear();
}

bool SimulationCourse::isDone(std::size_t stage) const { return m_stages[stage].isEnough || m_stages[stage].count >= m_stages[stage].stage->blocks(); }

bool SimulationCourse::isDone() const
{
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage)
        if (!isDone(stage)) return false;
    return true;
}

double SimulationCourse::share(std::size_t stage) const
{
    return isDone(stage) ? 1.0 : static_cast<double>(m_stages[stage].count) / static_cast<double>(m_stages[stage].stage->blocks());
}

SimulationResult SimulationCourse::result() const
{
    SimulationResult made;
    made.isComplete = isDone();
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) m_stages[stage].stage->fill(made, m_stages[stage].row.sum(), isDone(stage));
    return made;
}

} // namespace bellweave::engine
