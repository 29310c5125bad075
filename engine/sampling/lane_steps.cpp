// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_steps.h"

#include "engine/sampling/lane_tries.h"

#include <cmath>
#include <limits>
#include <utility>

namespace bellweave::engine {

void LaneSteps::deliver(Lanes& lanes, LanePairs& made, std::stop_token stop)
{
    m_stop = std::move(stop);
    make(m_program.steps.size() - 1, lanes, made);
}

void LaneSteps::spell(LanePairs& made, std::size_t lanes) const
{
    if (!made.isAlike) return;
    for (std::size_t k = 0; k < arrays(); ++k) m_loops.fill(made.states[k], lanes, made.alike[k]);
    made.isAlike = false;
}

void LaneSteps::make(std::size_t step, Lanes& lanes, LanePairs& made)
{
    std::visit([&](const auto& kind) { makeStep(kind, lanes, made); }, m_program.steps[step]);
}

void LaneSteps::makeStep(const SamplingProgram::Link& link, Lanes& lanes, LanePairs& made)
{
    made.isAlike = true;
    for (std::size_t k = 0; k < arrays(); ++k) made.alike[k] = of(link.state, k);
    if (link.success >= 1.0) {
        m_loops.fill(made.time, lanes.count, link.cycle + link.told);
        return;
    }
    m_tools.take(lanes, made.time);
    m_loops.toTimes(made.time, lanes.count, 1.0 / std::log1p(-link.success), link.cycle, link.told);
}

void LaneSteps::makeStep(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made)
{
    if (join.round) return untilDistilled(join, lanes, made);
    if (join.cutoff) return untilInTime(join, lanes, made);
    Numbers gap(m_tools.room);
    untilSwapped(join.success, join.onSuccess, join.onFailure, lanes, made, [&](Lanes& tried, LanePairs& pairs) { swap(join, tried, pairs, gap.data()); });
}

void LaneSteps::makeStep(const SamplingProgram::Row& row, Lanes& lanes, LanePairs& made)
{
    untilSwapped(row.success, row.ending, row.ending, lanes, made, [&](Lanes& tried, LanePairs& pairs) { makeRow(row, tried, pairs); });
}

template<typename Attempt>
void LaneSteps::untilSwapped(double success, double onSuccess, double onFailure, Lanes& lanes, LanePairs& made, Attempt attempt)
{
    if (success >= 1.0) {
        attempt(lanes, made);
        m_loops.add(made.time, lanes.count, onSuccess);
        return;
    }
    Numbers failures(m_tools.room), spent(m_tools.room);
    drawFailures(success, lanes, failures.data());
    const bool wantedStates = std::exchange(m_wantsStates, false);
    LaneTries(m_tools).fail(lanes, made, failures.data(), spent.data(), onFailure, m_stop, attempt);
    m_wantsStates = wantedStates;
    attempt(lanes, made);
    for (std::size_t i = 0; i < lanes.count; ++i) made.time[i] += spent[i] + onSuccess;
}

void LaneSteps::drawFailures(double success, Lanes& lanes, double* failures)
{
    if (success >= 1.0) return m_loops.fill(failures, lanes.count, 0.0);
    m_tools.take(lanes, failures);
    m_loops.toTimes(failures, lanes.count, 1.0 / std::log1p(-success), 1.0, -1.0);
}

void LaneSteps::untilInTime(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made)
{
    LaneTries tries(m_tools);
    LanePairsRoom room(m_tools);
    Numbers gap(m_tools.room);
    drawFailures(join.success, lanes, tries.failures.data());
    tries.untilDone(lanes, made, room.pairs(), arrays(), {*join.cutoff, join.onSuccess, join.onFailure}, gap.data(), m_stop,
                    [&](Lanes& tried, LanePairs& pairs) { swap(join, tried, pairs, gap.data()); });
}

void LaneSteps::untilDistilled(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made)
{
    LaneTries tries(m_tools);
    LanePairsRoom room(m_tools);
    Numbers gap(m_tools.room), chance(m_tools.room);
    const bool wantedStates = std::exchange(m_wantsStates, true);    // whether it works depends on them
    tries.untilDone(lanes, made, room.pairs(), arrays(), {join.cutoff.value_or(std::numeric_limits<double>::infinity()), join.onSuccess, join.onFailure},
                    gap.data(), m_stop, [&](Lanes& tried, LanePairs& pairs) {
                        distill(join, tried, pairs, gap.data(), chance.data());
                        m_tools.take(tried, tries.failures.data());
                        for (std::size_t i = 0; i < tried.count; ++i) tries.failures[i] = tries.failures[i] > chance[i] ? 1.0 : 0.0;
                    });
    m_wantsStates = wantedStates;
}

void LaneSteps::gather(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& left, LanePairs& right, double* gap)
{
    make(join.left, lanes, left);
    make(join.right, lanes, right);
    if (!join.isInTurn) return m_loops.meet(left.time, right.time, lanes.count, gap, left.time);
    std::copy_n(right.time, lanes.count, gap);
    for (std::size_t i = 0; i < lanes.count; ++i) left.time[i] += right.time[i];
}

void LaneSteps::swap(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made, double* gap)
{
    LanePairsRoom room(m_tools);
    LanePairs right = room.pairs();
    gather(join, lanes, made, right, gap);
    for (std::size_t k = 0; k < arrays(); ++k)
        swapStates(made, right, k, gap, lanes.count, of(join.factors, k), {of(join.whileLeftWaits, k), of(join.whileRightWaits, k)});
    made.isAlike = false;
}

void LaneSteps::swapStates(LanePairs& left, const LanePairs& right, std::size_t array, const double* gap, std::size_t lanes, double factor, const LaneDecay& rates)
{
    if (left.isAlike) factor *= left.alike[array];
    if (right.isAlike) factor *= right.alike[array];
    Numbers kept(m_tools.room);
    double* states = left.states[array];
    m_loops.decay(gap, lanes, factor, rates, left.isAlike ? states : kept.data());
    if (!left.isAlike) m_loops.multiply(states, kept.data(), lanes);
    if (!right.isAlike) m_loops.multiply(states, right.states[array], lanes);
}

void LaneSteps::distill(const SamplingProgram::Join& join, Lanes& lanes, LanePairs& made, double* gap, double* chance)
{
    LanePairsRoom room(m_tools);
    LanePairs right = room.pairs();
    gather(join, lanes, made, right, gap);
    spell(made, lanes.count);
    spell(right, lanes.count);
    fadeBeforeRound(join, made, right, gap, lanes.count);
    for (std::size_t i = 0; i < lanes.count; ++i) {
        const auto values = [i](const LanePairs& pairs) { return PairMap::Values{1.0, pairs.states[0][i], pairs.states[1][i], pairs.states[2][i]}; };
        const PairMap::Values round = (*join.round)(values(made), values(right));
        chance[i] = round[0] * join.success;
        for (std::size_t c = 0; c < 3; ++c) made.states[c][i] = round[0] > 0.0 ? round[c + 1] / round[0] * join.factors.values[c + 1] : 0.0;
    }
}

void LaneSteps::fadeBeforeRound(const SamplingProgram::Join& join, LanePairs& left, LanePairs& right, const double* gap, std::size_t lanes)
{
    Numbers kept(m_tools.room);
    for (std::size_t c = 0; c < 3; ++c) {
        m_loops.decay(gap, lanes, 1.0, {join.whileLeftWaits[c], 0.0}, kept.data());
        m_loops.multiply(left.states[c], kept.data(), lanes);
        m_loops.decay(gap, lanes, 1.0, {0.0, join.whileRightWaits[c]}, kept.data());
        m_loops.multiply(right.states[c], kept.data(), lanes);
    }
}

/// Exponents of all waits are summed up first; what the links bring is one product.
void LaneSteps::makeRow(const SamplingProgram::Row& row, Lanes& lanes, LanePairs& made)
{
    Numbers time(m_tools.room), before(m_tools.room), first(m_tools.room), latest(m_tools.room);
    LanePairs next{time.data()};
    std::array<double, 3> factors{};
    for (std::size_t k = 0; k < arrays(); ++k) {
        factors[k] = of(row.factors, k);
        m_loops.fill(made.states[k], lanes.count, 0.0);
    }
    m_loops.fill(made.time, lanes.count, 0.0);
    m_loops.fill(latest.data(), lanes.count, 0.0);
    for (std::size_t i = 0; i < row.links.size(); ++i) {
        make(row.links[i], lanes, next);
        for (std::size_t k = 0; k < arrays(); ++k) factors[k] *= next.alike[k];
        m_loops.later(latest.data(), next.time, lanes.count);
        if (i > 0) loseBetween(row, i - 1, before.data(), next.time, lanes.count, made);
        std::copy_n(next.time, lanes.count, (i == 0 ? first : before).data());
        if (i == 0) std::copy_n(next.time, lanes.count, before.data());
        m_loops.add(next.time, lanes.count, row.told[i]);
        m_loops.later(made.time, next.time, lanes.count);
    }
    loseAtEnd(row.first, first.data(), latest.data(), lanes.count, made);
    loseAtEnd(row.last, before.data(), latest.data(), lanes.count, made);
    for (std::size_t k = 0; k < arrays(); ++k) m_loops.exponentiate(made.states[k], lanes.count, factors[k]);
    made.isAlike = false;
}

void LaneSteps::loseBetween(const SamplingProgram::Row& row, std::size_t station, const double* before, const double* time, std::size_t lanes, LanePairs& made)
{
    Numbers gap(m_tools.room), later(m_tools.room);
    m_loops.meet(before, time, lanes, gap.data(), later.data());
    for (std::size_t k = 0; k < arrays(); ++k)
        m_loops.lose(made.states[k], gap.data(), lanes, {of(row.whileLeftWaits[station], k), of(row.whileRightWaits[station], k)});
}

void LaneSteps::loseAtEnd(const Rates& rates, const double* time, const double* latest, std::size_t lanes, LanePairs& made)
{
    Numbers gap(m_tools.room), later(m_tools.room);
    m_loops.meet(time, latest, lanes, gap.data(), later.data());
    for (std::size_t k = 0; k < arrays(); ++k) m_loops.lose(made.states[k], gap.data(), lanes, {of(rates, k), 0.0});
}

} // namespace bellweave::engine
