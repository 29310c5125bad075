// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/event_case.h"

#include "engine/analytic/plan_steps.h"
#include "engine/analytic/planned_chain.h"
#include "engine/api/evaluator.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("EventCase", text); }

QString addTo(EventDesign& design, const PlannedChain& planned)
{
    if (!planned.isRouted()) return translated("No pairs reach the other end.");
    if (planned.result().plan.empty()) return translated("Stations that correct errors are not run in events.");
    return design.add(planned);
}

} // namespace

EventCase eventCase(const Network& network)
{
    EventCase made;
    const Evaluation evaluation = evaluate(network);
    for (const auto& demand : network.demands.rows()) {
        SimulatedDemand row;
        row.id = demand->id;
        const DemandResult* analytic = evaluation.demands.find(demand->id);
        const PlannedChain planned(network, demand->id, analytic ? planText(*analytic) : QString());
        row.reason = addTo(made.design, planned);
        made.places.push_back(std::nullopt);
        if (row.reason.isEmpty()) {
            made.places.back() = made.design.network().demands.size() - 1;
            row.plan = planText(planned.result());
            row.analyticRate = analytic->rate.si();
            row.analyticFidelity = analytic->fidelity;
            row.analyticModel = analytic->model;
        }
        made.demands.push_back(std::move(row));
    }
    return made;
}

} // namespace bellweave::engine
