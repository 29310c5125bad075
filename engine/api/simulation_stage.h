// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/run_totals.h"
#include "engine/api/simulation.h"

#include <memory>
#include <variant>

namespace bellweave::engine {

/// What blocks of a stage came to.
struct BlockTotals {
    std::variant<std::monostate, SampledTotals, RunTotals> part = {};

    void add(const BlockTotals& other);
};

/// A part of a simulation whose blocks can be worked out anywhere: one demand's pairs, or all runs of a network.
class SimulationStage {
public:
    /// What one thread needs to work out blocks.
    class Worker {
    public:
        virtual ~Worker() = default;
        /// None when stopped.
        virtual std::optional<BlockTotals> work(std::uint64_t block, const std::stop_token& stop) = 0;
    };

    virtual ~SimulationStage() = default;
    /// 0 where nothing can be drawn.
    virtual std::uint64_t blocks() const = 0;
    /// The stage outlives it.
    virtual std::unique_ptr<Worker> makeWorker() const = 0;
    /// Whether later blocks are not needed. Asked after whole rounds (kBlocksOfRound).
    virtual bool isEnough(const BlockTotals& totals) const = 0;
    /// Whether isEnough() can ever be true.
    virtual bool mayEndEarly() const = 0;
    /// Puts what its blocks came to into a result. `isDone`: no blocks are missing.
    virtual void fill(SimulationResult& result, const BlockTotals& totals, bool isDone) const = 0;
    /// Who stands for it while it goes on.
    virtual DemandId demand() const = 0;
};

/// The stages of a request, in their order. They hold what they need of it.
std::vector<std::unique_ptr<SimulationStage>> stagesOf(const SimulationRequest& request);

} // namespace bellweave::engine
