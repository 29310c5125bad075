// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/event_case.h"
#include "engine/api/simulation_stage.h"

namespace bellweave::engine {

/// Runs of a whole network in events; a block is a run.
class EventStage : public SimulationStage {
public:
    explicit EventStage(const SimulationRequest& request);

    std::uint64_t blocks() const override { return m_watched.demands.empty() ? 0 : m_limits.runs; }
    std::unique_ptr<Worker> makeWorker() const override;
    bool isEnough(const BlockTotals& totals) const override;
    bool mayEndEarly() const override { return m_limits.relativeError > 0.0; }
    void fill(SimulationResult& result, const BlockTotals& totals, bool isDone) const override;
    DemandId demand() const override { return m_case.demands.empty() ? DemandId() : m_case.demands.front().id; }

    const EventCase& madeCase() const { return m_case; }

private:
    void fillDemand(SimulatedDemand& row, std::size_t place, const RunTotals& totals, bool isDone) const;
    SimulatedNetwork networkOf(const EventTotals& totals) const;
    QString whyUnlike(std::size_t place) const;
    bool changes(const EventNetwork::Demand& demand) const;
    bool isAnyOut(const EventNetwork::Demand& demand) const;
    bool sharesAnything(std::size_t place) const;

    EventLimits m_limits;
    std::uint64_t m_seed;
    EventCase m_case;
    EventNetwork m_watched;          // the network, whose rates over time are counted
    EventNetwork::Time m_until = 0;
};

} // namespace bellweave::engine
