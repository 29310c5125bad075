// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sampled_totals.h"

#include "engine/run/block_runner.h"
#include "engine/run/block_tree.h"
#include "engine/sampling/pair_blocks.h"

namespace bellweave::engine {
namespace {

Moments momentsOf(std::span<const double> values, const LaneLoops& loops)
{
    const double mean = loops.sum(values.data(), values.size()) / static_cast<double>(values.size());
    return {values.size(), mean, loops.spread(values.data(), values.size(), mean)};
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

bool SampledTotals::isKnownTo(double relativeError) const
{
    const auto isNear = [relativeError](const Estimate& value) { return value.standardError <= relativeError * value.mean; };
    return isNear(m_times.estimate()) && isNear(m_fidelities.estimate());
}

SampledTotals samplePairs(const SamplingProgram& program, std::uint64_t seed, const SampleLimits& limits, std::stop_token stop)
{
    const PairBlocks blocks(program, seed, limits.mostTrials);
    BlockTree<SampledTotals> all;
    std::uint64_t taken = 0;
    const auto work = [&](std::unique_ptr<LaneSampler>& sampler, std::uint64_t block) { return blocks.draw(*sampler, block, stop); };
    const auto take = [&](SampledTotals totals) {
        all.add({0, taken++, std::move(totals)});
        return limits.relativeError <= 0.0 || taken % kBlocksOfRound != 0 || !all.sum().isKnownTo(limits.relativeError);
    };
    runBlocks(blocks.count(), [&] { return blocks.makeSampler(); }, work, take, stop);
    return all.sum();
}

} // namespace bellweave::engine
