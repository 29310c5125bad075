// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/yielded_plans.h"

#include "engine/analytic/plan_steps.h"
#include "model/network/element_name.h"

#include <QCoreApplication>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("YieldedPlans", text); }

bool wouldBeMet(const Demand& demand, const DemandResult& alone)
{
    return alone.routed && alone.fidelity >= demand.minFidelity && alone.rateAlone >= demand.minRate;
}

Finding noteOf(const Network& network, const Demand& demand, const DemandResult& alone)
{
    const QString sentence = translated("%1 alone would be met by a plan that swaps in another order: F %2 at %3. Other demands need the links and stations that it takes, so a plain plan is followed.");
    return {Severity::Note, demand.id, QStringLiteral("plan-yields"),
            sentence.arg(displayName(network, demand), formatNumber(alone.fidelity), formatQuantity(alone.rateAlone.si(), Dimension::Rate)),
            translated("Give the stations that demands share more link qubits, or ask for less where they meet."), std::nullopt};
}

} // namespace

void addYieldedPlans(const Network& network, const PlainResults& alone, const PlainResults& plain, Evaluation& evaluation)
{
    for (const DemandResult& followed : evaluation.demands) {
        const auto given = plain.find(followed.id);
        if (followed.feasible || given == plain.end() || planText(followed) != planText(*given->second)) continue;
        const Demand& demand = *network.demands.find(followed.id);
        const DemandResult& better = *alone.at(followed.id);
        if (planText(better) != planText(followed) && wouldBeMet(demand, better)) evaluation.findings.push_back(noteOf(network, demand, better));
    }
}

} // namespace bellweave::engine
