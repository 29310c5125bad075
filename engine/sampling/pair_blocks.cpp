// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/pair_blocks.h"

#include <algorithm>
#include <bit>

namespace bellweave::engine {
namespace {

/// Numbers that a pair takes on average, cut-offs aside.
double drawsOf(const SamplingProgram& program, std::size_t step)
{
    struct Draws {
        const SamplingProgram& program;
        double operator()(const SamplingProgram::Link&) const { return 1.0; }
        double operator()(const SamplingProgram::Join& join) const { return (drawsOf(program, join.left) + drawsOf(program, join.right)) / join.success; }
        double operator()(const SamplingProgram::Row& row) const { return static_cast<double>(row.links.size()) / row.success; }
    };
    return std::visit(Draws{program}, program.steps[step]);
}

/// Some milliseconds of work, so that a stop is heard soon; a power of two, at most the lanes.
std::size_t trialsOfBlock(const SamplingProgram& program)
{
    constexpr double kDraws = 1 << 18;
    const double trials = std::clamp(kDraws / drawsOf(program, program.steps.size() - 1), 64.0, static_cast<double>(kLanes));
    return std::bit_floor(static_cast<std::size_t>(trials));
}

} // namespace

PairBlocks::PairBlocks(const SamplingProgram& program, std::uint64_t seed, std::uint64_t trials)
    : m_program(program), m_seed(seed), m_trials(trials), m_size(trialsOfBlock(program))
{
}

std::optional<SampledTotals> PairBlocks::draw(LaneSampler& sampler, std::uint64_t block, const std::stop_token& stop) const
{
    const std::uint64_t first = block * m_size;
    const auto pairs = sampler.deliver(first, std::min(m_size, m_trials - first), stop);
    if (!pairs) return std::nullopt;
    SampledTotals totals;
    totals.add(*pairs);
    return totals;
}

} // namespace bellweave::engine
