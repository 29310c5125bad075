// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/network/extras.h"

#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace bellweave {

/// The plots a report can hold, by the names that files give them. A file may name others: those of a newer program.
inline constexpr std::array kReportPlotKinds{"error-budget", "fidelity-along-route", "rate-against-fidelity", "time-to-one-ebit",
                                             "fidelity-distribution", "protocol-tree", "distillation-gain", "rate-against-distance", "link-loss", "rate-over-span", "cost-by-part", "sweep"};
/// The chapters of a report, in the order they have at first.
inline constexpr std::array kReportChapters{"verdict", "map", "demands", "plots", "links", "costs", "fixes", "assumptions",
                                            "findings", "parameters", "provenance"};

/// The shown part of the axes of a plot, in the units that the axes carry.
struct PlotZoom {
    double left = 0.0;
    double right = 1.0;
    double bottom = 0.0;
    double top = 1.0;
    bool operator==(const PlotZoom&) const = default;
};

/// A readout that stays.
struct PlotPin {
    double at = 0.0;        ///< value on the horizontal axis; of plots without axes the number of the bar, from 0
    double height = 0.5;    ///< of the pin in the plot, from the top, 0 to 1
    bool operator==(const PlotPin&) const = default;
};
using PlotPins = std::vector<PlotPin>;
inline constexpr int kMostPins = 4;

/// What a sweep varies.
struct PlotSweep {
    QString element;                   ///< "sites/nuremberg", or "design" for a field of the whole
    QString field;                     ///< "repeater/memory/t2_s"
    std::optional<double> from;        ///< stored unit of the field; none leaves the range to the program
    std::optional<double> to;
    bool operator==(const PlotSweep&) const = default;
};

/// A plot that somebody has put into the report of the design, as it was set up. Demand and link are named by their keys; the
/// plot outlives them.
struct ReportPlot {
    PlotId id;
    QString key;
    QString kind = QString::fromLatin1(kReportPlotKinds.front());
    QString demand;                    ///< empty for the one that is worst off
    QString link;                      ///< empty for the slowest of the demand
    std::optional<bool> logarithmicX;  ///< none leaves the axis to the plot
    std::optional<bool> logarithmicY;
    std::optional<PlotZoom> zoom;
    PlotPins pins;
    std::optional<PlotSweep> sweep;
    int order = 0;                     ///< plots with smaller numbers come first
    bool ticked = true;                ///< whether the report shows it
    Extras extras;
    bool operator==(const ReportPlot&) const = default;
};

/// What the report of a design holds beside its plots.
struct ReportSettings {
    QString chapters;    ///< in their order, "verdict, map"; empty for all
    bool operator==(const ReportSettings&) const = default;
};

} // namespace bellweave
