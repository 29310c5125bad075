// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/simulation_stage.h"
#include "engine/sampling/pair_blocks.h"
#include "engine/sampling/plan_program.h"

namespace bellweave::engine {

/// Pairs of one demand, served as planned, drawn alone.
class PairStage : public SimulationStage {
public:
    PairStage(const SimulationRequest& request, DemandId demand);

    std::uint64_t blocks() const override { return m_blocks ? m_blocks->count() : 0; }
    std::unique_ptr<Worker> makeWorker() const override;
    bool isEnough(const BlockTotals& totals) const override;
    bool mayEndEarly() const override { return m_limits.relativeError > 0.0; }
    void fill(SimulationResult& result, const BlockTotals& totals, bool isDone) const override;
    DemandId demand() const override { return m_row.id; }
    /// Null where nothing can be drawn, for a reason.
    const PairBlocks* pairBlocks() const { return m_blocks ? &*m_blocks : nullptr; }
    double pairsAtOnce() const { return m_program->pairsAtOnce; }
    const QString& reason() const { return m_row.reason; }

private:
    SampleLimits m_limits;
    SimulatedDemand m_row;                     // what is known before
    std::optional<SamplingProgram> m_program;
    std::optional<PairBlocks> m_blocks;
};

} // namespace bellweave::engine
