// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/element_ref.h"
#include "model/network/network.h"
#include "ui/inspector/facts.h"
#include "ui/plots/plot_look.h"
#include "ui/style/symbols.h"

#include <QSizeF>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QPainter;

namespace bellweave::ui {

/// The chapters of a report, in the order they have at first.
enum class ReportPart { Verdict, Map, Demands, Plots, Links, Costs, Fixes, Assumptions, Findings, Parameters, Provenance };

/// Every chapter, in the order of the enumeration.
const std::vector<ReportPart>& allReportParts();
/// The chapters that a design asks for, in its order; all when it asks for none that there is.
std::vector<ReportPart> reportPartsOf(const Network& network);
/// Stable name for scripts, settings and anchors: "assumptions".
QString reportPartKey(ReportPart part);
/// The chapter of this name; none when this version knows none such.
std::optional<ReportPart> reportPartFrom(const QString& key);
/// The chapter's title for people.
QString reportPartTitle(ReportPart part);

/// A piece of running text; a note is set smaller.
struct ReportText {
    QString text;
    bool isNote = false;
};

/// The verdict as the bar shows it.
struct ReportVerdict {
    Mark mark = Mark::NotComputed;
    FactTone tone = FactTone::Plain;
    QString title;      ///< "Not feasible yet"
    QString detail;     ///< "3 of 6 demands met"
    QString sentence;
};

struct ReportColumn {
    QString title;             ///< with the unit
    bool isNumber = false;     ///< right-aligned
};

struct ReportCell {
    ReportCell(QString words, FactTone meaning = FactTone::Plain) : text(std::move(words)), tone(meaning) {}
    QString text;
    FactTone tone;
};

struct ReportTable {
    QString caption;           ///< may be empty
    std::vector<ReportColumn> columns;
    std::vector<std::vector<ReportCell>> rows;
    bool folds = false;        ///< long detail that a reader at the screen may fold away
    bool hasTotal = false;     ///< the last row sums the others
    std::vector<ElementRef> elements = {};    ///< what each row tells of; empty in tables that tell of none
};

/// A picture drawn as vectors, light theme; `size` in px at 96 dpi. Two narrow ones stand side by side.
struct ReportFigure {
    QString caption;
    QString description;       ///< for those who do not see it
    QSizeF size;
    std::function<void(QPainter&)> paint;
    bool isNarrow = false;
};

using ReportBlock = std::variant<ReportText, ReportVerdict, ReportTable, ReportFigure>;

struct ReportSection {
    ReportPart part = ReportPart::Verdict;
    QString title;
    std::vector<ReportBlock> blocks;
};

/// A report before it becomes a page: no dates, no places of this machine, so the same design gives the same report.
struct Report {
    QString title;
    QString question;          ///< may be empty
    QString notes;             ///< may be empty
    QString fingerprint;       ///< of the design, 16 hexadecimal digits
    QByteArray design;         ///< the text of the design file
    std::vector<ReportSection> sections;
};

/// The designs that plots of a report are drawn beside.
using PlotComparisons = std::map<PlotId, std::shared_ptr<const PlotComparison>>;

/// What a report is made of. Figures keep network and evaluation alive.
struct ReportInput {
    std::shared_ptr<const Network> network;
    std::shared_ptr<const engine::Evaluation> evaluation;   ///< of this network; null when nothing is computed
    QString fallbackTitle = {};     ///< when the design has no name: that of its file
    PlotComparisons comparisons = {};
    bool isStale = false;           ///< the numbers are of an earlier state of the design; the report then says so
};

/// Makes the chapters asked for, in that order. Pure but for the language of the program; runs on any thread. Figures are
/// painted later, on the window's thread.
Report makeReport(const ReportInput& input, const std::vector<ReportPart>& parts = allReportParts());

} // namespace bellweave::ui
