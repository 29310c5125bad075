// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_sampler.h"

#include "engine/sampling/lane_steps.h"

namespace bellweave::engine {

class LaneSampler::Work {
public:
    Work(const SamplingProgram& program, std::uint64_t seed, const LaneLoops& loops)
        : m_tools{loops, seed, 0, {}, {}}, m_steps(program, m_tools), m_room(m_tools), m_fidelities(m_tools.room), m_spare(m_tools.room), m_trials(m_tools.words),
          m_blocks(m_tools.words)
    {
    }

    std::optional<SampledPairs> deliver(std::uint64_t firstTrial, std::size_t trials, const std::stop_token& stop)
    {
        m_tools.trialHigh = static_cast<std::uint32_t>(firstTrial >> 32);
        for (std::size_t i = 0; i < trials; ++i) {
            m_trials[i] = static_cast<std::uint32_t>(firstTrial + i);
            m_blocks[i] = 0;
        }
        Lanes lanes{trials, m_trials.data(), m_blocks.data(), m_spare.data()};
        LanePairs made = m_room.pairs();
        m_steps.deliver(lanes, made, stop);
        if (stop.stop_requested()) return {};
        m_steps.spell(made, trials);
        return told(made, trials);
    }

private:
    SampledPairs told(const LanePairs& made, std::size_t trials)
    {
        SampledPairs pairs;
        for (std::size_t c = 0; c < 3; ++c) pairs.correlators[c] = {made.states[m_steps.shared().arrayOf(c)], trials};
        const auto& [zz, xx, yy] = pairs.correlators;
        m_tools.loops.toFidelities(zz.data(), xx.data(), yy.data(), trials, m_fidelities.data());
        pairs.times = {made.time, trials};
        pairs.fidelities = {m_fidelities.data(), trials};
        return pairs;
    }

    LaneTools m_tools;
    LaneSteps m_steps;
    LanePairsRoom m_room;
    LaneTools::Numbers m_fidelities;
    LaneTools::Numbers m_spare;
    LaneTools::Words m_trials;
    LaneTools::Words m_blocks;
};

LaneSampler::LaneSampler(const SamplingProgram& program, std::uint64_t seed, const LaneLoops& loops)
    : m_work(std::make_unique<Work>(program, seed, loops))
{
}

LaneSampler::~LaneSampler() = default;

std::optional<SampledPairs> LaneSampler::deliver(std::uint64_t firstTrial, std::size_t trials, std::stop_token stop)
{
    return m_work->deliver(firstTrial, trials, stop);
}

} // namespace bellweave::engine
