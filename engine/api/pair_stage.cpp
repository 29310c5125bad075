// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/pair_stage.h"

#include "engine/analytic/plan_steps.h"
#include "engine/analytic/planned_chain.h"
#include "engine/api/simulated_quantity.h"
#include "engine/events/sky_phases.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

constexpr double kPicosecond = 1e-12;

QString translated(const char* text) { return QCoreApplication::translate("Simulation", text); }

/// Of pairs that come so many at once after this mean time.
Estimate rateOf(const Estimate& time, double pairs)
{
    return {pairs / time.mean, pairs * time.standardError / (time.mean * time.mean), time.count};
}

QString reasonAgainst(const PlannedChain& planned, bool isForKey)
{
    if (!planned.isRouted()) return isForKey ? translated("No pairs reach the other end; a key that is made of light that nobody stores, or relayed over trusted nodes, is not simulated.") : translated("No pairs reach the other end.");
    const DemandResult result = planned.result();
    if (result.plan.empty()) return translated("Stations that correct errors are not drawn pair by pair.");
    return {};
}

void fill(SimulatedDemand& drawn, const SampledTotals& totals, double pairsAtOnce)
{
    drawn.waiting = quantityOf(totals.times().estimate(), totals.timeHistogram(), kPicosecond);
    drawn.latency = drawn.waiting;    // a trial begins with the request
    drawn.fidelity = quantityOf(totals.fidelities().estimate(), totals.fidelityHistogram(), 1.0);
    drawn.rate = rateOf(drawn.waiting.estimate, pairsAtOnce);
}

class PairWorker : public SimulationStage::Worker {
public:
    explicit PairWorker(const PairBlocks& blocks) : m_blocks(blocks), m_sampler(blocks.makeSampler()) {}

    std::optional<BlockTotals> work(std::uint64_t block, const std::stop_token& stop) override
    {
        auto totals = m_blocks.draw(*m_sampler, block, stop);
        return totals ? std::optional(BlockTotals{*std::move(totals)}) : std::nullopt;
    }

private:
    const PairBlocks& m_blocks;
    std::unique_ptr<LaneSampler> m_sampler;
};

} // namespace

PairStage::PairStage(const SimulationRequest& request, DemandId demand) : m_limits(request.limits)
{
    m_row.id = demand;
    const PlannedChain planned(request.network, demand);
    if (!planned.isRouted() && !SkyPhases(request.network).isEmpty()) m_row.reason = translated("No pairs reach the other end but over satellites, which are followed in time alone: simulate for a time.");
    else m_row.reason = reasonAgainst(planned, request.network.demands.find(demand)->purpose == Purpose::SecretKey);
    if (!m_row.reason.isEmpty()) return;
    const DemandResult analytic = planned.result();
    if (analytic.rateAlone <= Rate()) {
        m_row.reason = translated("Its plan delivers nothing: links have too few qubits for its rounds of distillation, or what it asks for comes too rarely for numbers.");
        return;
    }
    m_program = planProgram(planned.chain(), planOfSteps(analytic.plan));
    if (!m_program) {
        m_row.reason = translated("Memories whose coherence falls as a Gaussian are not drawn yet: their decay depends on the age.");
        return;
    }
    m_blocks.emplace(*m_program, request.seed, m_limits.mostTrials);
    m_row.plan = planText(analytic);
    m_row.analyticRate = analytic.rateAlone.si();
    m_row.analyticFidelity = analytic.fidelity;
    m_row.analyticModel = analytic.model;
    if (!analytic.model.contains(QStringLiteral("exact"))) m_row.whyUnlike = translated("The analytic value is an approximation: its model says which.");
}

std::unique_ptr<SimulationStage::Worker> PairStage::makeWorker() const { return std::make_unique<PairWorker>(*m_blocks); }

bool PairStage::isEnough(const BlockTotals& totals) const { return std::get<SampledTotals>(totals.part).isKnownTo(m_limits.relativeError); }

void PairStage::fill(SimulationResult& result, const BlockTotals& totals, bool) const
{
    SimulatedDemand row = m_row;
    const auto* drawn = std::get_if<SampledTotals>(&totals.part);
    if (drawn && drawn->times().count() > 0) bellweave::engine::fill(row, *drawn, m_program->pairsAtOnce);
    else if (row.reason.isEmpty()) row.reason = translated("No pair was drawn yet.");
    result.demands.push_back(std::move(row));
}

} // namespace bellweave::engine
