// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/verdict.h"
#include "model/network/element_name.h"
#include "ui/frame/verdict_text.h"
#include "ui/inspector/reached.h"
#include "ui/plots/figures.h"
#include "ui/report/report_sections.h"

#include <QCoreApplication>
#include <QStringList>

namespace bellweave::ui {

using engine::Evaluation;

namespace {

using figures::figureText;
using figures::kilometersText;
using figures::millionsText;
using figures::percentText;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

const QString kNothing = QStringLiteral("–");

FactTone factTone(Tone tone)
{
    switch (tone) {
    case Tone::Ok: return FactTone::Ok;
    case Tone::Warn: return FactTone::Warn;
    case Tone::Bad: return FactTone::Bad;
    default: return FactTone::Plain;
    }
}

ReportTable keyFigures(const Evaluation& evaluation)
{
    ReportTable table{Text::tr("Key figures"), {{Text::tr("Measure")}, {Text::tr("Value"), true}, {Text::tr("Unit")}, {Text::tr("Meaning")}}, {}};
    for (const Fact& fact : designFacts(evaluation)) {
        const bool repeatsVerdict = fact.tip == evaluation.verdict.sentence;
        table.rows.push_back({fact.name, {fact.value, fact.tone}, fact.unit, repeatsVerdict ? QString() : fact.tip});
    }
    return table;
}

QString fidelityOf(double value, int decimals) { return QString::number(value, 'f', decimals); }

/// The tone of one measure: met, met with no room to spare, or missed.
FactTone measureTone(const Evaluation& evaluation, DemandId demand, double needed, bool met)
{
    if (!met) return FactTone::Bad;
    for (const engine::Requirement& row : evaluation.verdict.requirements)
        if (row.demand == demand && row.needed == needed && row.marginal) return FactTone::Warn;
    return FactTone::Ok;
}

QString levelWord(engine::VerdictLevel level)
{
    if (level == engine::VerdictLevel::Feasible) return Text::tr("met");
    if (level == engine::VerdictLevel::Marginal) return Text::tr("met, marginal");
    return level == engine::VerdictLevel::NotComputed ? Text::tr("not computed") : Text::tr("not met");
}

/// Key asks for no fidelity, and a relayed one has none; its rates stand in the columns of rates with their unit.
std::vector<ReportCell> keyRow(const Evaluation& evaluation, const Demand& demand, const engine::DemandResult* result, const QString& name, const ReportCell& word)
{
    const QString none = Text::tr("key only");
    const QString needed = formatQuantity(demand.minKeyRate.si(), Dimension::BitRate);
    if (!result || !result->isServed()) return {name, none, kNothing, needed, kNothing, kNothing, word};
    return {name, none, kNothing, needed,
            {formatQuantity(result->keyRate.si(), Dimension::BitRate), measureTone(evaluation, demand.id, demand.minKeyRate.si(), result->meetsRate)},
            figures::durationText(result->latencyP95.si()), word};
}

std::vector<ReportCell> requiredRow(const ReportInput& input, const Demand& demand)
{
    const Evaluation& evaluation = *input.evaluation;
    const engine::DemandResult* result = evaluation.find(demand.id);
    const engine::VerdictLevel level = demandLevel(evaluation, demand.id);
    const QString name = displayName(*input.network, demand);
    const ReportCell word{levelWord(level), factTone(levelTone(level))};
    if (demand.purpose == Purpose::SecretKey) return keyRow(evaluation, demand, result, name, word);
    if (!result || !result->routed)
        return {name, fidelityOf(demand.minFidelity, 3), kNothing, formatNumber(demand.minRate.si()), kNothing, kNothing, word};
    const int decimals = engine::fidelityDecimals(demand.minFidelity, result->fidelity);
    const int digits = engine::rateDigits(demand.minRate, result->rate);
    return {name, fidelityOf(demand.minFidelity, decimals),
            {fidelityOf(result->fidelity, decimals), measureTone(evaluation, demand.id, demand.minFidelity, result->meetsFidelity)},
            formatNumber(demand.minRate.si(), digits),
            {formatNumber(result->rate.si(), digits), measureTone(evaluation, demand.id, demand.minRate.si(), result->meetsRate)},
            figures::durationText(result->latencyP95.si()), word};
}

QString routeText(const Network& network, const engine::DemandResult& result)
{
    if (!result.isServed()) return result.reason;
    QStringList names;
    for (const SiteId site : result.route) names += elementName(network, site);
    return names.join(QStringLiteral(" – "));
}

std::vector<ReportCell> routeRow(const Network& network, const engine::DemandResult& result)
{
    const QString name = elementName(network, result.id);
    if (result.relay)
        return {name, Text::tr("%1. %2", "route, who sees the key").arg(routeText(network, result), result.reason), kilometersText(result.length.si()),
                result.limit ? result.limit->why : kNothing, kNothing, figures::rateText(result.keyRate.si())};
    if (!result.routed) return {name, {result.reason, FactTone::Bad}, kNothing, kNothing, kNothing, kNothing};
    return {name, routeText(network, result), kilometersText(result.length.si()), result.limit ? result.limit->why : kNothing,
            result.limit ? percentText(result.limit->share) : kNothing, figures::rateText(result.keyRate.si())};
}

std::vector<ReportCell> linkRow(const Network& network, const engine::LinkResult& result)
{
    const QString name = elementName(network, result.id);
    const QString length = result.length.si() > 0.0 ? kilometersText(result.length.si()) : kNothing;
    const QString loss = result.loss ? figureText(result.loss->si(), 3) : Text::tr("measured");
    if (!result.available) return {name, length, loss, kNothing, kNothing, kNothing, kNothing, kNothing, {result.reason, FactTone::Bad}};
    return {name, length, loss, figureText(result.successProbability, 2), figures::rateText(result.rate.si()),
            figures::rateText(result.boundRate.si()), figures::fidelityText(result.state.fidelity()),
            {percentText(result.load), result.load > 1.0 ? FactTone::Bad : FactTone::Plain}, result.scheme};
}

std::vector<ReportCell> costRow(const QString& label, const QString& count, Money capex, MoneyPerYear opex, Power power)
{
    return {label, count, millionsText(capex.si()), millionsText(opex.si()), figureText(power.si() / 1000.0, 3)};
}

std::vector<ReportCell> fixRow(const engine::Fix& fix)
{
    return {fix.sentence, millionsText(fix.price.si()), fix.isKeyOnly ? Text::tr("key only") : figures::fidelityText(fix.fidelityAfter),
            fix.isKeyOnly ? formatQuantity(fix.keyRateAfter.si(), Dimension::BitRate) : figures::rateText(fix.rateAfter.si()),
            QString::number(fix.metAfter),
            fix.solves ? ReportCell{Text::tr("yes"), FactTone::Ok} : ReportCell{Text::tr("no"), FactTone::Plain},
            fix.worsens.isEmpty() ? Text::tr("nothing") : fix.worsens};
}

ReportCell severityCell(Severity severity)
{
    switch (severity) {
    case Severity::Note: return Text::tr("Note");
    case Severity::Warning: return {Text::tr("Warning"), FactTone::Warn};
    case Severity::Problem: break;
    }
    return {Text::tr("Problem"), FactTone::Bad};
}

} // namespace

ReportBlocks verdictBlocks(const ReportInput& input)
{
    const VerdictText text = verdictText(*input.network, input.evaluation.get(), {});
    ReportBlocks blocks;
    if (input.isStale)
        blocks.push_back(ReportText{Text::tr("Stale: the numbers are of an earlier state of this design; it was changed since they were computed.")});
    blocks.push_back(ReportVerdict{text.mark, factTone(text.tone), text.title, text.detail, text.sentence});
    blocks.push_back(keyFigures(*input.evaluation));
    return blocks;
}

ReportBlocks demandBlocks(const ReportInput& input)
{
    if (input.network->demands.empty()) return {ReportText{Text::tr("No demand says what the network is for.")}};
    ReportTable needs{Text::tr("What is required and what is reached"),
                      {{Text::tr("Demand")}, {Text::tr("F needed"), true}, {Text::tr("F reached"), true}, {Text::tr("ebit/s needed"), true},
                       {Text::tr("ebit/s reached"), true}, {Text::tr("Latency, 95 %"), true}, {Text::tr("Verdict")}}, {}};
    ReportTable routes{Text::tr("How each is served"),
                       {{Text::tr("Demand")}, {Text::tr("Route")}, {Text::tr("Fiber, km"), true}, {Text::tr("Limited by")},
                        {Text::tr("Share"), true}, {Text::tr("Secret key, bit/s"), true}}, {}};
    for (const Demand& demand : input.network->demands) {
        needs.rows.push_back(requiredRow(input, demand));
        if (const engine::DemandResult* result = input.evaluation->find(demand.id)) routes.rows.push_back(routeRow(*input.network, *result));
    }
    return {needs, routes,
            ReportText{Text::tr("F is the fidelity of the delivered pair with the Bell state Φ⁺. The share is that of the error when the fidelity "
                                "limits, and of the time to a pair when the rate does. 95 % of requests are served within the latency."), true}};
}

ReportBlocks linkBlocks(const ReportInput& input)
{
    if (input.evaluation->links.empty()) return {ReportText{Text::tr("The design has no links.")}};
    ReportTable table{Text::tr("Each link by itself"),
                      {{Text::tr("Link")}, {Text::tr("Length, km"), true}, {Text::tr("Loss, dB"), true}, {Text::tr("Success"), true},
                       {Text::tr("ebit/s"), true}, {Text::tr("Bound, ebit/s"), true}, {Text::tr("F"), true}, {Text::tr("Load"), true},
                       {Text::tr("Scheme, or why there are no pairs")}}, {}};
    for (const engine::LinkResult& result : input.evaluation->links) {
        table.rows.push_back(linkRow(*input.network, result));
        table.elements.push_back(result.id);
    }
    table.folds = true;
    return {table, ReportText{Text::tr("Success is the probability of one attempt. The bound is the repeaterless capacity (PLOB) of the worse half "
                                       "of the link. The load is the share of its time that the required rates of all demands use."), true}};
}

ReportBlocks costBlocks(const ReportInput& input)
{
    const engine::CostResult& cost = input.evaluation->cost;
    ReportTable table{Text::tr("By part"),
                      {{Text::tr("Part")}, {Text::tr("Count"), true}, {Text::tr("Capital, M€"), true}, {Text::tr("Yearly, M€/a"), true},
                       {Text::tr("Power, kW"), true}}, {}};
    for (const engine::CostPart& part : cost.parts)
        table.rows.push_back(costRow(part.label, QString::number(part.count), part.capex, part.opex, part.power));
    table.rows.push_back(costRow(Text::tr("Total"), {}, cost.capex, cost.opex, cost.power));
    table.hasTotal = true;
    const QString spread = Text::tr("With the capital spread over its service life the design costs %1 M€ a year.")
                               .arg(millionsText(cost.total.si()));
    ReportBlocks blocks{table, ReportText{spread}};
    if (cost.perEbit) blocks.push_back(ReportText{Text::tr("That is € %1 for each delivered pair.").arg(figureText(cost.perEbit->si(), 2))});
    blocks.push_back(ReportText{Text::tr("Every price is an estimate of low confidence. The prices and their sources stand among the "
                                         "parameters."), true});
    return blocks;
}

ReportBlocks fixBlocks(const ReportInput& input)
{
    const engine::Verdict& verdict = input.evaluation->verdict;
    if (!verdict.fixesSearched) return {ReportText{Text::tr("No search for changes has ended yet.")}};
    if (verdict.level == engine::VerdictLevel::Feasible) return {ReportText{Text::tr("Every demand is met; nothing needs to change.")}};
    if (verdict.fixes.empty())
        return {ReportText{verdict.fixesTried > 0 ? Text::tr("None of %1 single changes helps.").arg(verdict.fixesTried)
                                                  : Text::tr("No change was tried: there is no route to change.")}};
    ReportTable table{Text::tr("Single changes that help, cheapest first (%1 tried)").arg(verdict.fixesTried),
                      {{Text::tr("Change")}, {Text::tr("Price, M€"), true}, {Text::tr("F after"), true}, {Text::tr("ebit/s after"), true},
                       {Text::tr("Demands met"), true}, {Text::tr("Solves it")}, {Text::tr("Worsens")}}, {}};
    for (const engine::Fix& fix : verdict.fixes) table.rows.push_back(fixRow(fix));
    return {table, ReportText{Text::tr("Each change was evaluated as a whole design. F and the rate are those of %1.")
                                  .arg(elementName(*input.network, verdict.worst)), true}};
}

ReportBlocks findingBlocks(const ReportInput& input)
{
    if (input.evaluation->findings.empty()) return {ReportText{Text::tr("Nothing was found that should be looked at.")}};
    ReportTable table{{}, {{Text::tr("Severity")}, {Text::tr("Where")}, {Text::tr("What")}, {Text::tr("What to do")}}, {}};
    for (const Finding& finding : input.evaluation->findings) {
        const QString where = elementName(*input.network, finding.element);
        table.rows.push_back({severityCell(finding.severity), where.isEmpty() ? Text::tr("the design") : where, finding.sentence,
                              finding.suggestion});
    }
    return {table};
}

} // namespace bellweave::ui
