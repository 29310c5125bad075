// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/verdict_text.h"

#include "ui/plots/figures.h"
#include "engine/economics/cost.h"
#include "engine/feasibility/verdict.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace bellweave::ui {

using engine::Evaluation;
using engine::VerdictLevel;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VerdictBar)
};

QString arrow() { return QGuiApplication::isRightToLeft() ? QStringLiteral(" ← ") : QStringLiteral(" → "); }

/// A measure as needed and as reached.
struct Measure {
    QString caption;
    QString needed;
    QString reached;
    QString unit;
    Tone tone = Tone::Ok;
    QString quantity;
};

VerdictSegment segmentOf(const Measure& m)
{
    const QString reached = m.unit.isEmpty() ? m.reached : Words::tr("%1 %2", "number, unit").arg(m.reached, m.unit);
    return {m.caption, {{m.needed}, {arrow(), Tone::Third, false}, {reached, m.tone}}, {}, m.quantity};
}

/// The engine's judgement of one measure of a demand; its rows of a measure share the needed value.
Tone toneOf(const Evaluation& evaluation, DemandId demand, double needed, bool met)
{
    if (!met) return Tone::Bad;
    for (const engine::Requirement& row : evaluation.verdict.requirements)
        if (row.demand == demand && row.needed == needed && row.marginal) return Tone::Warn;
    return Tone::Ok;
}

Measure fidelityMeasure(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult& result)
{
    const int decimals = engine::fidelityDecimals(demand.minFidelity, result.fidelity);
    const QLocale locale;
    return {Words::tr("Fidelity needed, reached"), locale.toString(demand.minFidelity, 'f', decimals),
            locale.toString(result.fidelity, 'f', decimals), {},
            toneOf(evaluation, demand.id, demand.minFidelity, result.meetsFidelity), QStringLiteral("demands[].fidelity")};
}

Measure rateMeasure(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult& result)
{
    const int digits = engine::rateDigits(demand.minRate, result.rate);
    return {Words::tr("Rate needed, reached"), rateText(demand.minRate, digits), rateText(result.rate, digits), Words::tr("ebit/s"),
            toneOf(evaluation, demand.id, demand.minRate.si(), result.meetsRate), QStringLiteral("demands[].rate_hz")};
}

Measure latencyMeasure(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult& result)
{
    return {Words::tr("Latency p95 needed, reached"), figures::durationText(demand.maxLatency->si()), figures::durationText(result.latencyP95.si()), {},
            toneOf(evaluation, demand.id, demand.maxLatency->si(), result.meetsLatency), QStringLiteral("demands[].latency_p95_s")};
}

Measure keyMeasure(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult& result)
{
    const int digits = engine::rateDigits(demand.minKeyRate, result.keyRate);
    return {Words::tr("Key rate needed, reached"), formatQuantity(demand.minKeyRate.si(), Dimension::BitRate, digits),
            formatQuantity(result.keyRate.si(), Dimension::BitRate, digits), {},
            toneOf(evaluation, demand.id, demand.minKeyRate.si(), result.meetsRate), QStringLiteral("demands[].key_rate_bps")};
}

/// Who has the key of a demand beside its ends.
VerdictSegment trustSegment(const Network& network, const engine::DemandResult& result)
{
    const QString caption = Words::tr("Key only, seen by");
    const auto& relay = result.relay;
    if (!relay || relay->trusted.empty()) return {caption, {{Words::tr("nobody between the ends")}}, result.reason};
    const QString weakest = network.sites.find(relay->weakest)->displayName();
    const std::size_t count = relay->trusted.size() + relay->alongside.size();
    const QString nodes = count == 1 ? weakest : Words::tr("%1 trusted nodes, least trusted %2").arg(count).arg(weakest);
    return {caption, {{nodes, Tone::Warn}}, result.reason};
}

/// Of the measures that a demand asks for, all but the one that is farthest inside its limit.
std::vector<Measure> tightestMeasures(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult& result)
{
    if (demand.purpose == Purpose::SecretKey) {
        std::vector<Measure> key{keyMeasure(evaluation, demand, result)};
        if (demand.maxLatency) key.push_back(latencyMeasure(evaluation, demand, result));
        return key;
    }
    std::vector<Measure> measures{fidelityMeasure(evaluation, demand, result), rateMeasure(evaluation, demand, result)};
    if (!demand.maxLatency) return measures;
    measures.push_back(latencyMeasure(evaluation, demand, result));
    std::vector<double> margins;
    for (const engine::Requirement& row : evaluation.verdict.requirements)
        if (row.demand == demand.id) margins.push_back(row.margin);
    measures.erase(measures.begin() + (std::max_element(margins.begin(), margins.end()) - margins.begin()));
    return measures;
}

QString percent(double share) { return QLocale().toString(std::round(share * 100.0), 'f', 0); }

/// Whether the rate lies closer to its limit, or further beyond it, than the fidelity: then the fix and the limit are about it.
bool rateDecides(const Demand& demand, const engine::DemandResult& result)
{
    if (demand.purpose == Purpose::SecretKey) return true;
    const double fidelityMargin = (1.0 - demand.minFidelity) / std::max(1e-12, 1.0 - result.fidelity);
    return (demand.maxLatency && !result.meetsLatency) || result.rate / demand.minRate < fidelityMargin;
}

VerdictSegment limitSegment(const engine::DemandResult& result, bool rateCounts, bool isForKey)
{
    if (!result.isServed()) return {Words::tr("Limited by"), {{result.reason}}, result.reason};
    if (isForKey && result.limit) return {Words::tr("Limited by"), {{result.limit->why}}, result.limit->why};
    if (!result.limit) return {Words::tr("Limited by"), {{Words::tr("nothing found"), Tone::Third, false}}, {}};
    const QString share = rateCounts ? Words::tr("%1 % of the time to a pair").arg(percent(result.limit->share))
                                     : Words::tr("%1 % of the error").arg(percent(result.limit->share));
    return {Words::tr("Limited by"), {{result.limit->why}, {u' ' + share, Tone::Second, false}},
            Words::tr("%1: %2").arg(result.limit->why, share), QStringLiteral("demands[].limited_by.share")};
}

QString afterText(const engine::Fix& fix, bool rateCounts)
{
    if (fix.isKeyOnly) return formatQuantity(fix.keyRateAfter.si(), Dimension::BitRate, 2);
    if (!rateCounts) return Words::tr("F %1", "fidelity after a fix").arg(fidelityText(fix.fidelityAfter));
    return Words::tr("%1 ebit/s").arg(rateText(fix.rateAfter));
}

QString noFixText(const engine::Verdict& verdict)
{
    if (verdict.fixesTried == 0) return Words::tr("No change was tried: there is no route to change");
    if (verdict.level == VerdictLevel::Marginal) return Words::tr("No room gained by any of %1 single changes").arg(verdict.fixesTried);
    return Words::tr("No fix found among %1 single changes").arg(verdict.fixesTried);
}

QString fixCaption(const engine::Verdict& verdict, const engine::Fix& fix)
{
    const QString price = priceText(fix.price);
    if (!fix.solves) return Words::tr("%1; best step, %2").arg(noFixText(verdict), price);
    return verdict.level == VerdictLevel::Marginal ? Words::tr("Cheapest way to more room, %1").arg(price)
                                                   : Words::tr("Cheapest fix, %1").arg(price);
}

VerdictSegment fixSegment(const engine::Verdict& verdict, bool rateCounts)
{
    const QString caption = Words::tr("Cheapest fix");
    if (verdict.level == VerdictLevel::Feasible) return {caption, {{Words::tr("none needed"), Tone::Third, false}}, {}};
    if (!verdict.fixesSearched) return {caption, {{Words::tr("searching…"), Tone::Third, false}}, {}};
    if (verdict.fixes.empty()) return {caption, {{noFixText(verdict), Tone::Second, false}}, noFixText(verdict), QStringLiteral("verdict.fixes_tried")};
    const engine::Fix& fix = verdict.fixes.front();
    const QString after = afterText(fix, rateCounts);
    const QString tip = fix.worsens.isEmpty() ? fix.sentence : Words::tr("%1. It worsens: %2").arg(fix.sentence, fix.worsens);
    return {fixCaption(verdict, fix), {{fix.sentence}, {u' ' + after, fix.solves ? Tone::Ok : Tone::Warn}}, tip,
            rateCounts ? QStringLiteral("verdict.fixes[].rate_hz") : QStringLiteral("verdict.fixes[].fidelity")};
}

VerdictText withoutNumbers(const QString& detail)
{
    VerdictText text;
    text.title = engine::levelText(VerdictLevel::NotComputed);
    text.detail = detail;
    text.sentence = Words::tr("%1: %2").arg(text.title, detail);
    return text;
}

DemandId shownDemand(const Network& network, const Evaluation& evaluation, DemandId selected)
{
    const bool known = network.demands.find(selected) && evaluation.find(selected);
    return known ? selected : evaluation.verdict.worst;
}

/// The sentence about a demand other than the worst, in the engine's manner.
QString sentenceFor(const QString& level, const QString& name, const engine::DemandResult& result, const VerdictText& text)
{
    if (!result.isServed()) return Words::tr("%1: %2: %3").arg(level, name, result.reason);
    return Words::tr("%1: %2: %3: %4; %5: %6; limited by %7.", "level, demand, measure, its values, another, its values, what limits")
        .arg(level, name, text.first->caption, text.first->plain(), text.second->caption, text.second->plain(), text.limit->plain());
}

/// A verdict that rests on hardware of the future says so beside the demand.
void addAssumption(VerdictSegment& demand, const QString& assumption)
{
    demand.value.push_back({u' ' + Words::tr("assumption"), Tone::Warn, false});
    demand.toolTip = Words::tr("%1. Assumption: %2.").arg(demand.toolTip, assumption);
}

void describeDemand(VerdictText& text, const Network& network, const Evaluation& evaluation, DemandId id)
{
    const Demand* demand = network.demands.find(id);
    const engine::DemandResult* result = evaluation.find(id);
    if (!demand || !result) return;
    const bool isWorst = id == evaluation.verdict.worst;
    const QString name = displayName(network, *demand);
    text.demand = {isWorst ? Words::tr("Worst demand") : Words::tr("Selected demand"), {{name}}, name};
    if (isWorst && !evaluation.verdict.assumption.isEmpty()) addAssumption(*text.demand, evaluation.verdict.assumption);
    const bool rateCounts = rateDecides(*demand, *result);
    text.limit = limitSegment(*result, rateCounts, demand->purpose == Purpose::SecretKey);
    const std::vector<Measure> measures = tightestMeasures(evaluation, *demand, *result);
    text.first = segmentOf(measures[0]);
    text.second = measures.size() > 1 ? segmentOf(measures[1]) : trustSegment(network, *result);
    text.fix = fixSegment(evaluation.verdict, rateCounts);
    if (isWorst) return;
    const Demand* worst = network.demands.find(evaluation.verdict.worst);
    if (worst) text.fix->caption = Words::tr("For %1: %2", "worst demand, what is known of fixes")
                                       .arg(displayName(network, *worst), text.fix->caption);
    text.sentence = sentenceFor(engine::levelText(demandLevel(evaluation, id)), name, *result, text);
}

} // namespace

QString VerdictSegment::plain() const
{
    QString all;
    for (const TextRun& run : value) all += run.text;
    return all.simplified();
}

Mark levelMark(VerdictLevel level)
{
    switch (level) {
    case VerdictLevel::Feasible: return Mark::Feasible;
    case VerdictLevel::Marginal: return Mark::Marginal;
    case VerdictLevel::NotComputed: return Mark::NotComputed;
    default: return Mark::NotFeasible;
    }
}

Tone levelTone(VerdictLevel level)
{
    switch (level) {
    case VerdictLevel::Feasible: return Tone::Ok;
    case VerdictLevel::Marginal: return Tone::Warn;
    case VerdictLevel::NotComputed: return Tone::Second;
    default: return Tone::Bad;
    }
}

VerdictLevel demandLevel(const Evaluation& evaluation, DemandId demand)
{
    const engine::DemandResult* result = evaluation.find(demand);
    if (!result) return VerdictLevel::NotComputed;
    if (!result->feasible) return VerdictLevel::NotFeasible;
    const auto& rows = evaluation.verdict.requirements;
    const bool marginal = std::any_of(rows.begin(), rows.end(), [&](const engine::Requirement& row) {
        return row.demand == demand && row.marginal;
    });
    return marginal ? VerdictLevel::Marginal : VerdictLevel::Feasible;
}

QString demandsMet(int met, int demands, int marginal)
{
    if (demands == 0) return Words::tr("no demand yet");
    if (marginal > 0) return Words::tr("%1 of %2 demands met, %3 marginal").arg(met).arg(demands).arg(marginal);
    return Words::tr("%1 of %2 demands met").arg(met).arg(demands);
}

VerdictSegment unsearchedSegment()
{
    return {Words::tr("Cheapest fix"), {{Words::tr("not searched"), Tone::Third, false}}, Words::tr("The Advice tab searches for changes that help.")};
}

VerdictText verdictText(const Network& network, const Evaluation* evaluation, DemandId selected)
{
    if (!evaluation) return withoutNumbers(Words::tr("not computed yet"));
    const engine::Verdict& verdict = evaluation->verdict;
    VerdictText text;
    text.mark = levelMark(verdict.level);
    text.tone = levelTone(verdict.level);
    text.title = engine::levelText(verdict.level);
    text.detail = demandsMet(verdict.met, verdict.demands, verdict.marginal);
    text.sentence = verdict.sentence;
    describeDemand(text, network, *evaluation, shownDemand(network, *evaluation, selected));
    return text;
}

QString fidelityText(double fidelity)
{
    return figures::fidelityText(fidelity);
}

QString rateText(Rate rate, int digits)
{
    static constexpr struct { double factor; const char* prefix; } kPrefixes[] = {{1e9, " G"}, {1e6, " M"}, {1e3, " k"}};
    double value = rate.si();
    QString prefix;
    for (const auto& step : kPrefixes) {
        if (value < step.factor) continue;
        value /= step.factor;
        prefix = QString::fromLatin1(step.prefix);
        break;
    }
    if (value == 0.0) return QLocale().toString(0);
    if (value < 1e-3) return figures::figureText(value, digits);
    const int before = static_cast<int>(std::floor(std::log10(value))) + 1;
    return QLocale().toString(value, 'f', std::max(0, digits - before)) + prefix;
}

QString priceText(Money price) { return engine::priceText(price, QLocale()); }

} // namespace bellweave::ui
