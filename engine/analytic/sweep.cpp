// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/sweep.h"

#include "engine/api/evaluator.h"
#include "model/edit/field.h"

#include <QCoreApplication>

namespace bellweave::engine {

namespace {

SweepPoint outcomeAt(double value, const Evaluation& evaluation, DemandId id)
{
    const DemandResult* demand = evaluation.find(id);
    if (!demand) return {value, std::nullopt, QCoreApplication::translate("Sweep", "The demand is not in the design.")};
    if (auto outcome = sweepOutcome(evaluation, *demand)) return {value, std::move(outcome), {}};
    return {value, std::nullopt, demand->reason.isEmpty() ? QCoreApplication::translate("Sweep", "This demand has no route.") : demand->reason};
}

} // namespace

std::optional<SweepOutcome> sweepOutcome(const Evaluation& evaluation, const DemandResult& demand)
{
    if (!demand.isServed()) return std::nullopt;
    return SweepOutcome{demand.fidelity, demand.rate, demand.latency, demand.meetsFidelity, demand.meetsRate,
                        evaluation.cost.capex, evaluation.cost.opex, evaluation.cost.total, demand.keyRate};
}

std::vector<SweepPoint> sweep(const Network& network, DemandId demand, const ElementRef& element, const QString& path,
                              const std::vector<double>& values, std::stop_token stop)
{
    std::vector<SweepPoint> points;
    Evaluator evaluator;
    for (const double value : values) {
        if (stop.stop_requested()) break;
        const Result<Patch> patch = setField(network, element, path, exactNumber(value));
        if (!patch) {
            points.push_back({value, std::nullopt, patch.error().sentence});
            continue;
        }
        Network changed = network;
        applyPatch(changed, *patch);
        points.push_back(outcomeAt(value, evaluator.evaluate(changed), demand));
    }
    return points;
}

} // namespace bellweave::engine
