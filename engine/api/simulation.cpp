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

/// A demand that can be drawn, and what of it is known before.
struct DemandToDraw {
    SimulatedDemand row;
    std::optional<SamplingProgram> program;
};

DemandToDraw toDraw(const Network& network, DemandId demand)
{
    DemandToDraw made;
    SimulatedDemand& row = made.row;
    row.id = demand;
    const PlannedChain planned(network, demand);
    row.reason = reasonAgainst(planned);
    if (!row.reason.isEmpty()) return made;
    const DemandResult analytic = planned.result();
    made.program = planProgram(planned.chain(), planOfSteps(analytic.plan));
    if (!made.program) {
        row.reason = translated("Memories whose coherence falls as a Gaussian are not drawn yet: their decay depends on the age.");
        return made;
    }
    row.plan = planText(analytic);
    row.analyticRate = analytic.rateAlone.si();
    row.analyticFidelity = analytic.fidelity;
    row.analyticModel = analytic.model;
    if (!analytic.model.contains(QStringLiteral("exact"))) row.whyUnlike = translated("The analytic value is an approximation: its model says which.");
    return made;
}

SimulatedDemand filled(const DemandToDraw& drawn, const SampledTotals& totals)
{
    SimulatedDemand row = drawn.row;
    if (totals.times().count() > 0) fill(row, totals, drawn.program->pairsAtOnce);
    else row.reason = translated("Stopped before the first pair.");
    return row;
}

/// Adds the next demand to what was drawn before.
void simulateNext(SimulationResult& result, const SimulationRequest& request, DemandId demand, const std::stop_token& stop, const SimulationProgress& progress)
{
    const DemandToDraw drawn = toDraw(request.network, demand);
    if (!drawn.program) return result.demands.push_back(drawn.row);
    const double trials = static_cast<double>(request.limits.mostTrials);
    const SampledTotals totals = samplePairs(*drawn.program, request.seed, request.limits, stop, [&](const SampledTotals& sofar) {
        if (!progress) return;
        progress(demand, static_cast<double>(sofar.times().count()) / trials, [&] {
            SimulationResult partial = result;
            partial.demands.push_back(filled(drawn, sofar));
            partial.isComplete = false;
            return partial;
        });
    });
    result.demands.push_back(filled(drawn, totals));
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
        simulateNext(result, request, demand->id, stop, progress);
        result.isComplete = !stop.stop_requested();
    }
    return result;
}

} // namespace bellweave::engine
