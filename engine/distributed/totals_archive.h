// SPDX-License-Identifier: GPL-3.0-or-later
// How totals of simulations are put into archives of Boost.Serialization.
#pragma once

#include "engine/api/simulation_course.h"

#include <boost/serialization/split_free.hpp>
#include <boost/serialization/vector.hpp>
#include <stdexcept>

namespace boost::serialization {

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::EventTotals::Demand& row, unsigned)
{
    archive & row.intervals & row.fidelities & row.intervalHistogram & row.fidelityHistogram & row.delivered & row.swaps & row.failedSwaps;
    archive & row.givenUp & row.lost & row.spare & row.messages & row.messageHops;
    archive & row.asked & row.served & row.refused & row.missed & row.inLine & row.latencies & row.latencyHistogram;
    archive & row.rounds & row.failedRounds & row.switches & row.dropped & row.around & row.broken & row.cut;
}

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::EventTotals::Outages& row, unsigned)
{
    archive & row.count & row.time;
}

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::EventTotals& totals, unsigned)
{
    archive & totals.demands & totals.heralds & totals.busyTime & totals.outages & totals.time & totals.events & totals.fingerprint;
}

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::RunTotals& totals, unsigned)
{
    archive & totals.events & totals.rates & totals.fidelities & totals.series;
}

template<typename Archive>
void save(Archive& archive, const bellweave::engine::BlockTotals& totals, unsigned)
{
    using namespace bellweave::engine;
    const auto kind = static_cast<int>(totals.part.index());
    archive & kind;
    if (const auto* pairs = std::get_if<SampledTotals>(&totals.part)) archive & *pairs;
    if (const auto* runs = std::get_if<RunTotals>(&totals.part)) archive & *runs;
}

/// Throws std::out_of_range for a kind that there is not.
template<typename Archive>
void load(Archive& archive, bellweave::engine::BlockTotals& totals, unsigned)
{
    using namespace bellweave::engine;
    int kind = 0;
    archive & kind;
    switch (kind) {
    case 0: totals.part = std::monostate(); return;
    case 1: archive & totals.part.emplace<SampledTotals>(); return;
    case 2: archive & totals.part.emplace<RunTotals>(); return;
    default: throw std::out_of_range("kind of totals");
    }
}

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::BlockTotals& totals, unsigned version)
{
    split_free(archive, totals, version);
}

template<typename Archive>
void serialize(Archive& archive, bellweave::engine::SimulationCourse::Node& node, unsigned)
{
    archive & node.level & node.index & node.totals;
}

} // namespace boost::serialization
