// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/plan_steps.h"
#include "model/edit/report_edits.h"
#include "ui/plots/plot.h"

namespace bellweave::ui {

/// What the plan of one demand depends on, for answers that take longer than a frame: nothing that only the map or the report
/// shows, and no other demand.
struct DemandQuestion {
    Network network;
    DemandId demand;
    QString plan;    ///< the one the demand follows beside the others, as text
    bool operator==(const DemandQuestion&) const = default;
};

/// Precondition: there is a demand, and it is in the network.
inline DemandQuestion demandQuestion(const PlotContext& context)
{
    DemandQuestion question{numbersOnly(context.network), context.demand->id, engine::planText(*context.demand)};
    const Demand demand = *context.network.demands.find(context.demand->id);
    question.network.demands = {};
    question.network.demands.put(demand);
    return question;
}

/// The sentence for plots that plan the demand anew; see demandSentence().
QString plannedDemandSentence(const PlotContext& context);

} // namespace bellweave::ui
