// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation.h"

#include "engine/analytic/plan_steps.h"
#include "engine/analytic/planned_chain.h"
#include "engine/api/event_simulation.h"
#include "engine/api/simulated_quantity.h"
#include "engine/sampling/plan_program.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kPicosecond = 1e-12;

QString translated(const char* text) { return QCoreApplication::translate("Simulation", text); }

/// Of pairs that come so many at once after this mean time.
Estimate rateOf(const Estimate& time, double pairs)
{
    return {pairs / time.mean, pairs * time.standardError / (time.mean * time.mean), time.count};
}

QString reasonAgainst(const PlannedChain& planned)
{
    if (!planned.isRouted()) return translated("No pairs reach the other end.");
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

SimulatedDemand simulated(const SimulationRequest& request, DemandId demand, const std::stop_token& stop, const SimulationProgress& progress)
{
    SimulatedDemand drawn;
    drawn.id = demand;
    const PlannedChain planned(request.network, demand);
    drawn.reason = reasonAgainst(planned);
    if (!drawn.reason.isEmpty()) return drawn;
    const DemandResult analytic = planned.result();
    const auto program = planProgram(planned.chain(), planOfSteps(analytic.plan));
    if (!program) {
        drawn.reason = translated("Memories whose coherence falls as a Gaussian are not drawn yet: their decay depends on the age.");
        return drawn;
    }
    drawn.plan = planText(analytic);
    drawn.analyticRate = analytic.rateAlone.si();
    drawn.analyticFidelity = analytic.fidelity;
    drawn.analyticModel = analytic.model;
    if (!analytic.model.contains(QStringLiteral("exact"))) drawn.whyUnlike = translated("The analytic value is an approximation: its model says which.");
    const double trials = static_cast<double>(request.limits.mostTrials);
    const SampledTotals totals = samplePairs(*program, request.seed, request.limits, stop, [&](const SampledTotals& sofar) {
        if (progress) progress(demand, static_cast<double>(sofar.times().count()) / trials);
    });
    if (totals.times().count() > 0) fill(drawn, totals, program->pairsAtOnce);
    else drawn.reason = translated("Stopped before the first pair.");
    return drawn;
}

} // namespace

double SimulatedDemand::deviation(const Estimate& drawn, double analytic)
{
    const double off = drawn.mean - analytic;
    if (std::abs(off) <= 1e-9 * std::abs(analytic)) return 0.0;
    return drawn.standardError > 0.0 ? off / drawn.standardError : std::copysign(std::numeric_limits<double>::infinity(), off);
}

SimulationResult simulate(const SimulationRequest& request, std::stop_token stop, const SimulationProgress& progress)
{
    if (request.events) return simulateEvents(request, stop, progress);
    SimulationResult result;
    for (const auto& demand : request.network.demands.rows()) {
        result.demands.push_back(simulated(request, demand->id, stop, progress));
        result.isComplete = !stop.stop_requested();
    }
    return result;
}

} // namespace bellweave::engine
