// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"
#include "ui/plots/plot_comparison.h"
#include "ui/plots/reading.h"
#include "ui/plots/sweep_input.h"

#include <QRectF>
#include <QString>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

class QCustomPlot;

namespace bellweave::ui {

struct Theme;

/// How the user wants the axes; what is not said is as the plot has it by itself.
struct PlotScales {
    std::optional<bool> logarithmicX;
    std::optional<bool> logarithmicY;
};

/// What a plot shows: one design, what follows from it, and the demand in focus (null when there is none); in gray another
/// design, if one is compared with.
struct PlotContext {
    const Network& network;
    const engine::Evaluation& evaluation;
    const engine::DemandResult* demand = nullptr;
    const PlotComparison* comparison = nullptr;
    const engine::DemandResult* beside = nullptr;    ///< of a compared design: the demand whose axes it shares
    PlotScales scales = {};
    LinkId link = {};    ///< selected by the user, for plots of one link
    const PlotContext* first = nullptr;    ///< of a compared design: what it is drawn beside; lives longer than this one
};

/// The numbers behind a plot. Column names carry the unit; the table twin, the clipboard and CSV files show these rows.
struct PlotData {
    using Cell = std::variant<QString, double>;
    std::vector<QString> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<QString> quantities = {};    ///< per column: key in engine::quantities(), which says formula and source; empty for words
};

/// A place in a drawn plot that says something when the pointer rests on it; in px of the plot.
struct HotSpot {
    QRectF area;
    QString text;
};

/// What pointer and keyboard need of a drawing.
struct Drawing {
    std::function<Reading(double x)> read;         ///< values of all series at an x; null for plots without axes
    std::vector<double> stops;                     ///< x values the keyboard cursor visits, ascending
    std::shared_ptr<std::vector<HotSpot>> spots;   ///< filled while painting; null for plots with axes
    /// Of plots that follow PlotContext::scales by themselves: what the scale of y belongs to.
    std::optional<QString> ownScales = {};
};

/// One kind of plot. Holds no design: the same object draws the window's plot, an exported file and the table twin.
class Plot {
public:
    virtual ~Plot() = default;

    /// Stable name for scripts: "error-budget".
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// Short text at the top right; empty for none.
    virtual QString subtitle(const PlotContext&) const { return {}; }
    /// True when the subtitle states a failed requirement.
    virtual bool isSubtitleBad(const PlotContext&) const { return false; }
    /// Why nothing can be drawn, as a sentence; empty when the plot has something to show.
    virtual QString emptySentence(const PlotContext& context) const = 0;
    virtual PlotData data(const PlotContext& context) const = 0;
    /// What a sweep varies here; none for other plots.
    virtual std::optional<SweepInput> sweepInput(const PlotContext&) const { return std::nullopt; }
    /// Of a sweep: what it varies from now on. One that is not chosen leaves it to the program.
    virtual void setInput(const SweepInput&) {}
    /// Lets slow curves be computed on another thread: drawing then uses what is there, and `ready` is called for more.
    virtual void computeBehind(std::function<void()>) {}
    /// Draws into a cleared plot. Precondition: emptySentence() is empty.
    virtual Drawing draw(QCustomPlot& plot, const PlotContext& context, const Theme& theme) const = 0;
};

/// The sentence for plots of one demand: nothing selected, no route, or empty when the demand can be drawn.
QString demandSentence(const PlotContext& context);

} // namespace bellweave::ui
