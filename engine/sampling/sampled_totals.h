// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/histogram.h"
#include "engine/run/moments.h"
#include "engine/sampling/lane_sampler.h"

#include <stop_token>

namespace bellweave::engine {

/// What many sampled pairs came to. Times in ps.
class SampledTotals {
public:
    void add(const SampledPairs& pairs, const LaneLoops& loops = laneLoops());
    void add(const SampledTotals& other);

    /// Whether mean time and mean fidelity have standard errors of at most this share.
    bool isKnownTo(double relativeError) const;
    const Moments& times() const { return m_times; }
    const Moments& fidelities() const { return m_fidelities; }
    const Histogram& timeHistogram() const { return m_timeHistogram; }
    const Histogram& fidelityHistogram() const { return m_fidelityHistogram; }

private:
    friend class boost::serialization::access;
    template<typename Archive>
    void serialize(Archive& archive, unsigned)
    {
        archive & m_times & m_fidelities & m_timeHistogram & m_fidelityHistogram;
    }

    Moments m_times;
    Moments m_fidelities;
    Histogram m_timeHistogram = Histogram::doubling();
    Histogram m_fidelityHistogram = Histogram::even(0.0, 1.0, 2000);
};

/// When enough pairs are drawn.
struct SampleLimits {
    std::uint64_t mostTrials = 1'000'000;
    double relativeError = 0.0;    ///< of mean time and mean fidelity; 0: all trials
};

/// Trials 0 to mostTrials - 1 of a program, or the first of them that reach the wanted error; the same bytes on any number of
/// threads. When stopped, what was drawn until then.
SampledTotals samplePairs(const SamplingProgram& program, std::uint64_t seed, const SampleLimits& limits, std::stop_token stop = {});

} // namespace bellweave::engine
