// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <QString>
#include <memory>
#include <optional>

namespace bellweave::ui {

struct PlotContext;

/// A second design that plots draw in gray beside the first: another file, or the present design with a change. Neither
/// pointer is null.
struct PlotComparison {
    QString name;                                           ///< as the plots write it: "with the fix"
    std::shared_ptr<const Network> network;
    std::shared_ptr<const engine::Evaluation> evaluation;
};

/// The second design as plots see the first, with the demand that answers to the one in focus: of the same key and ends, else
/// of the same ends, else the second design's worst. None without a comparison. It points
/// at the context it was made from.
std::optional<PlotContext> comparedContext(const PlotContext& context);
/// That demand with its route; null when nothing is compared, or the other design has no route for it.
const engine::DemandResult* comparedDemand(const PlotContext& context);
/// The name of the comparison, with its demand where that joins other places: "Metro ring, Delft – Leiden". Empty without one.
QString comparedName(const PlotContext& context);
/// The same, short enough for one line of a readout.
QString comparedSeries(const PlotContext& context);

} // namespace bellweave::ui
