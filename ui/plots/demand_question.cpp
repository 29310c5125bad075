// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/demand_question.h"

#include <QCoreApplication>

namespace bellweave::ui {

QString plannedDemandSentence(const PlotContext& context)
{
    if (context.demand && !context.network.demands.find(context.demand->id))
        return QCoreApplication::translate("Plot", "This demand is not in the design any more.");
    if (context.demand && context.demand->course)
        return QCoreApplication::translate("Plot", "Satellites serve this demand: its plan and its pairs change along their passes.");
    return demandSentence(context);
}

} // namespace bellweave::ui
