// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QPointF>

namespace bellweave::ui {

/// A place in a plot whose values can be read again after it was drawn anew, in another size too.
struct PlotPlace {
    double x = 0.0;              ///< of plots with axes
    std::size_t spot = 0;        ///< of plots without
    double height = 0.5;         ///< of the plot, from the top
    QPointF shift = {};          ///< of the card, px; holds for the size it was dragged in
};

/// A plot as somebody has set it up: what it shows, how far zoomed, with which readouts pinned.
struct PlotLook {
    QString plotId;
    DemandId demand;
    LinkId link;
    PlotScales scales;
    std::optional<PlotZoom> zoom;
    std::vector<PlotPlace> pins;
    std::shared_ptr<const PlotComparison> comparison;
    std::optional<SweepInput> sweep;    ///< of the sweep plot: what it varies
};

} // namespace bellweave::ui
