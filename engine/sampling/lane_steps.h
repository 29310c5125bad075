// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/sampling/lane_pairs.h"
#include "engine/sampling/sampling_program.h"
#include "engine/sampling/shared_correlators.h"

#include <stop_token>

namespace bellweave::engine {

/// Makes the pairs of a program's steps, in all lanes at once. Where pairs are bound to fail, their times alone are drawn.
class LaneSteps {
public:
    LaneSteps(const SamplingProgram& program, LaneTools& tools) : m_program(program), m_shared(program), m_tools(tools), m_loops(tools.loops) {}

    const SharedCorrelators& shared() const { return m_shared; }
    /// What the program delivers. Incomplete when stopped.
    void deliver(Lanes& lanes, LanePairs& made, std::stop_token stop);
    /// Writes down what is alike in all lanes.
    void spell(LanePairs& made, std::size_t lanes) const;

private:
    using Numbers = LaneTools::Numbers;
    using Rates = SamplingProgram::Rates;

    void make(std::size_t step, Lanes& lanes, LanePairs& made);
    void makeStep(const SamplingProgram::Link& link, Lanes& lanes, LanePairs& made);
    void makeStep(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made);
    void makeStep(const SamplingProgram::Row& row, Lanes& lanes, LanePairs& made);

    /// How often swaps fail before they work is drawn first: they do not ask for the state.
    template<typename Attempt>
    void untilSwapped(double success, double onSuccess, double onFailure, Lanes& lanes, LanePairs& made, Attempt attempt);
    void untilInTime(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made);
    void untilDistilled(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made);
    void drawFailures(double success, Lanes& lanes, double* failures);

    void gather(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& left, LanePairs& right, double* gap);
    void swap(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made, double* gap);
    void swapStates(LanePairs& left, const LanePairs& right, std::size_t array, const double* gap, std::size_t lanes, double factor, const LaneDecay& rates);
    void distill(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made, double* gap, double* chance);
    void fadeBeforeRound(const SamplingProgram::Join& join, LanePairs& left, LanePairs& right, const double* gap, std::size_t lanes);

    void makeRow(const SamplingProgram::Row& row, Lanes& lanes, LanePairs& made);
    void loseBetween(const SamplingProgram::Row& row, std::size_t station, const double* before, const double* time, std::size_t lanes, LanePairs& made);
    void loseAtEnd(const Rates& rates, const double* time, const double* latest, std::size_t lanes, LanePairs& made);

    std::size_t arrays() const { return m_wantsStates ? m_shared.arrays() : 0; }
    double of(const Correlators& values, std::size_t array) const { return values.values[m_shared.correlatorOf(array) + 1]; }
    double of(const Rates& rates, std::size_t array) const { return rates[m_shared.correlatorOf(array)]; }

    const SamplingProgram& m_program;
    SharedCorrelators m_shared;
    LaneTools& m_tools;
    const LaneLoops& m_loops;
    std::stop_token m_stop;
    bool m_wantsStates = true;
};

} // namespace bellweave::engine
