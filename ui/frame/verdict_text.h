// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/style/symbols.h"

#include <QString>
#include <optional>
#include <vector>

namespace bellweave::ui {

/// What a piece of text says by its color; never by color alone.
enum class Tone { Plain, Second, Third, Ok, Warn, Bad };

/// A piece of a value in one color and weight.
struct TextRun {
    QString text;
    Tone tone = Tone::Plain;
    bool strong = true;
};

/// A caption over a value, as the verdict bar shows it.
struct VerdictSegment {
    QString caption;
    std::vector<TextRun> value;
    QString toolTip;     ///< what does not fit in one line; may be empty
    QString quantity = {};    ///< key of its number in engine::quantities(); empty for words
    QString plain() const;
};

/// Everything the verdict bar says, before it is drawn.
struct VerdictText {
    Mark mark = Mark::NotComputed;
    Tone tone = Tone::Second;
    QString title;                          ///< "Not feasible yet"
    QString detail;                         ///< "3 of 6 demands met, 1 marginal"
    std::optional<VerdictSegment> demand;
    std::optional<VerdictSegment> first;    ///< fidelity, rate or latency: the two that are tightest, needed and reached
    std::optional<VerdictSegment> second;
    std::optional<VerdictSegment> limit;
    std::optional<VerdictSegment> fix;
    QString sentence;                       ///< the whole bar in one sentence
};

/// What the bar says about the selected demand, or about the worst one when `selected` is invalid.
/// `evaluation` may be null: nothing is computed yet.
VerdictText verdictText(const Network& network, const engine::Evaluation* evaluation, DemandId selected);

/// In the place of the fix while none is searched: the search was stopped, or waits to be asked for.
VerdictSegment unsearchedSegment();

/// Mark and color of a level; its words are engine::levelText().
Mark levelMark(engine::VerdictLevel level);
Tone levelTone(engine::VerdictLevel level);
/// The level of one demand by itself, from its requirement rows.
engine::VerdictLevel demandLevel(const engine::Evaluation& evaluation, DemandId demand);
/// "3 of 6 demands met, 1 marginal".
QString demandsMet(int met, int demands, int marginal);

/// A fidelity with 3 decimals, 4 above 0.99.
QString fidelityText(double fidelity);
/// A rate in its best prefix of ebit/s with 2 significant figures below 100, or as many as wanted, without the unit's name.
QString rateText(Rate rate, int digits = 2);
/// "€ 0.48 M", "€ 120 k".
QString priceText(Money price);

} // namespace bellweave::ui
