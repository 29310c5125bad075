// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/sampled_totals.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace bellweave::engine {

/// The trials of a program in numbered blocks of some milliseconds. A block is the same whoever draws it.
class PairBlocks {
public:
    /// The program outlives it.
    PairBlocks(const SamplingProgram& program, std::uint64_t seed, std::uint64_t trials);

    /// The same trials in blocks of another size, at most kLanes.
    PairBlocks inBlocksOf(std::uint64_t size) const
    {
        PairBlocks other = *this;
        other.m_size = size;
        return other;
    }
    std::uint64_t size() const { return m_size; }
    std::uint64_t count() const { return (m_trials + m_size - 1) / m_size; }
    /// For one thread.
    std::unique_ptr<LaneSampler> makeSampler() const { return std::make_unique<LaneSampler>(m_program, m_seed); }
    /// None when stopped.
    std::optional<SampledTotals> draw(LaneSampler& sampler, std::uint64_t block, const std::stop_token& stop) const;

private:
    const SamplingProgram& m_program;
    std::uint64_t m_seed;
    std::uint64_t m_trials;
    std::uint64_t m_size;
};

} // namespace bellweave::engine
