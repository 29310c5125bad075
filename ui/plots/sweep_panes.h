// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/analytic/sweep.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/plot.h"
#include "ui/style/theme.h"

namespace bellweave::ui {

/// One output of a sweep, on axes of its own.
struct SweepPane {
    QString caption;                                                    ///< with the unit: "rate, ebit/s"
    QString series;                                                     ///< in readouts: "rate"
    std::function<double(const engine::SweepOutcome&)> value;           ///< NaN where there is none
    std::function<QString(double)> text;                                ///< with the unit
    std::function<bool(const engine::SweepOutcome&)> isMet;             ///< null where nothing is required
    std::optional<double> needed;
    QString neededWord;
    double most = std::numeric_limits<double>::infinity();              ///< no axis goes beyond it
    bool mayBeLogarithmic = true;
};

/// What a sweep of this field shows, from the top: fidelity, rate and mean latency; of prices, capital, running and total cost.
/// `wanted` may be null. Where the requirement itself is swept it has no line.
std::vector<SweepPane> sweepPanes(const Demand* wanted, const SweptField& field);

/// What is drawn in every pane. x is in the unit of the axis: stored value / unit.
struct SweepCurves {
    const std::vector<engine::SweepPoint>& points;
    const std::vector<engine::SweepPoint>& compared;
    std::optional<double> now;                                ///< stored unit; none when unknown
    std::optional<engine::SweepOutcome> present;              ///< at `now`
    std::optional<engine::SweepOutcome> comparedPresent;
    std::optional<double> comparedNow;
    double unit = 1.0;
    double opacity = 1.0;                                     ///< of the curve; less while a newer one is computed
};

/// Curve, requirement, present value and caption; sets range and scale of y. The range of x is left alone.
void drawPane(QCPAxisRect& rect, const SweepPane& pane, const SweepCurves& curves, const QColor& color,
              std::optional<bool> logarithmic, const Theme& theme);
/// The word for the dotted line at the present value, in the caption's line.
void drawNow(QCPAxisRect& rect, const SweepPane& pane, const SweepCurves& curves, const Theme& theme);
/// Hollow marks at the bottom of the axes where the input gives nothing.
void drawRefused(QCPAxisRect& rect, const SweepCurves& curves, const Theme& theme);
/// What is read at one point: its outputs, or the reason why there are none.
std::vector<SeriesValue> sweepValues(const std::vector<SweepPane>& panes, const engine::SweepPoint& point);

} // namespace bellweave::ui
