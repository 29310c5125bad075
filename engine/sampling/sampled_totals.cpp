// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sampled_totals.h"

#include "engine/run/block_runner.h"

#include <algorithm>
#include <bit>

namespace bellweave::engine {
namespace {

Moments momentsOf(std::span<const double> values, const LaneLoops& loops)
{
    const double mean = loops.sum(values.data(), values.size()) / static_cast<double>(values.size());
    return {values.size(), mean, loops.spread(values.data(), values.size(), mean)};
}

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

bool isReached(const SampledTotals& totals, double relativeError)
{
    const auto isNear = [relativeError](const Estimate& value) { return value.standardError <= relativeError * value.mean; };
    return isNear(totals.times().estimate()) && isNear(totals.fidelities().estimate());
}

} // namespace

void SampledTotals::add(const SampledPairs& pairs, const LaneLoops& loops)
{
    m_times.add(momentsOf(pairs.times, loops));
    m_fidelities.add(momentsOf(pairs.fidelities, loops));
    m_timeHistogram.add(pairs.times);
    m_fidelityHistogram.add(pairs.fidelities);
}

void SampledTotals::add(const SampledTotals& other)
{
    m_times.add(other.m_times);
    m_fidelities.add(other.m_fidelities);
    m_timeHistogram.add(other.m_timeHistogram);
    m_fidelityHistogram.add(other.m_fidelityHistogram);
}

SampledTotals samplePairs(const SamplingProgram& program, std::uint64_t seed, const SampleLimits& limits, std::stop_token stop,
                          const std::function<void(const SampledTotals&)>& progress)
{
    const std::uint64_t size = trialsOfBlock(program);
    SampledTotals all;
    const auto work = [&](std::unique_ptr<LaneSampler>& sampler, std::uint64_t block) -> std::optional<SampledTotals> {
        const std::uint64_t first = block * size;
        const auto pairs = sampler->deliver(first, std::min(size, limits.mostTrials - first), stop);
        if (!pairs) return std::nullopt;
        SampledTotals totals;
        totals.add(*pairs);
        return totals;
    };
    const auto take = [&](const SampledTotals& totals) {
        all.add(totals);
        if (progress) progress(all);
        return limits.relativeError <= 0.0 || !isReached(all, limits.relativeError);
    };
    runBlocks((limits.mostTrials + size - 1) / size, [&] { return std::make_unique<LaneSampler>(program, seed); }, work, take, stop);
    return all;
}

} // namespace bellweave::engine
