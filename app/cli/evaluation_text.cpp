// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluation_text.h"

#include "app/cli/json_values.h"
#include "app/cli/text_table.h"
#include "engine/analytic/key_result.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::cli {
namespace {

using namespace bellweave::engine;

const QString kNothing = QStringLiteral("–");

class EvaluationText {
    Q_DECLARE_TR_FUNCTIONS(EvaluationText)

public:
    explicit EvaluationText(const Network& network) : m_network(network) {}
    QString demands(const Evaluation& evaluation) const;
    QString courses(const Evaluation& evaluation) const;
    QString relays(const Evaluation& evaluation) const;
    QString requirements(const Verdict& verdict) const;
    QString links(const Evaluation& evaluation) const;
    static QString cost(const CostResult& cost);
    static QString fixes(const Verdict& verdict);
    static QString provenance(const DesignInput& design);
    QString findings(const std::vector<Finding>& findings) const;

private:
    QStringList demandRow(const DemandResult& result) const;
    QString siteName(SiteId id) const { return m_network.sites.find(id)->displayName(); }
    QStringList linkRow(const LinkResult& result) const;
    QString routeText(const DemandResult& result) const;
    static QString section(const QString& title, const TextTable& table);

    const Network& m_network;
};

QString shown(double value, Dimension dimension)
{
    return std::isfinite(value) ? formatQuantity(value, dimension) : kNothing;
}

/// Secret bits are no events per second: "12.3 bit/s", never "12.3 Hz".
QString bitRate(Rate rate)
{
    return std::isfinite(rate.si()) ? formatQuantity(rate.si(), Dimension::BitRate) : kNothing;
}

QString fidelityText(double fidelity)
{
    return QString::number(fidelity, 'f', 4);
}

QString EvaluationText::section(const QString& title, const TextTable& table)
{
    return table.isEmpty() ? QString() : QStringLiteral("\n%1\n%2").arg(title, table.text());
}

QString EvaluationText::routeText(const DemandResult& result) const
{
    if (!result.isServed()) return result.reason;
    const QString always = result.availability < 1.0 ? tr("%1 % of the time: ").arg(100.0 * result.availability, 0, 'g', 4) : QString();
    QStringList names;
    for (const SiteId id : result.route) names.append(m_network.sites.find(id)->displayName());
    return always + names.join(QStringLiteral(" – "));
}

QStringList EvaluationText::demandRow(const DemandResult& result) const
{
    const Demand* demand = m_network.demands.find(result.id);
    const QString name = demand ? displayName(m_network, *demand) : kNothing;
    if (result.relay)
        return {name, kNothing, tr("key only"), shown(result.latency.si(), Dimension::Duration), bitRate(result.keyRate), bitRate(result.boundRate),
                result.feasible ? tr("yes") : tr("no"), result.limit ? result.limit->why : kNothing, routeText(result)};
    if (!result.routed) return {name, kNothing, kNothing, kNothing, kNothing, kNothing, tr("no"), kNothing, routeText(result)};
    return {name, shown(result.rate.si(), Dimension::Rate), fidelityText(result.fidelity),
            shown(result.latency.si(), Dimension::Duration), bitRate(result.keyRate),
            shown(result.boundRate.si(), Dimension::Rate), result.feasible ? tr("yes") : tr("no"),
            result.limit ? result.limit->why : kNothing, routeText(result)};
}

QString EvaluationText::demands(const Evaluation& evaluation) const
{
    TextTable table({tr("Demand"), u'>' + tr("Pair rate"), u'>' + tr("Fidelity"), u'>' + tr("Latency"), u'>' + tr("Key rate"),
                     u'>' + tr("Rate bound"), tr("Met"), tr("Limited by"), tr("Route")});
    for (const DemandResult& result : evaluation.demands) table.addRow(demandRow(result));
    return section(tr("Demands"), table);
}

QString EvaluationText::courses(const Evaluation& evaluation) const
{
    TextTable table({tr("Demand"), tr("From, UTC"), u'>' + tr("Span"), u'>' + tr("Served"), u'>' + tr("Longest gap"), u'>' + tr("Pairs"), u'>' + tr("Key bits"), u'>' + tr("To keep over the gap")});
    for (const DemandResult& result : evaluation.demands) {
        if (!result.course) continue;
        const DemandCourse& course = *result.course;
        table.addRow({displayName(m_network, *m_network.demands.find(result.id)), QString(course.begin).replace(u'T', u' ').chopped(1), shown(course.span.si(), Dimension::Duration), shown(course.served.si(), Dimension::Duration),
                      shown(course.longestGap.si(), Dimension::Duration), formatNumber(course.pairs), formatNumber(course.keyBits), result.relay ? kNothing : tr("%1 pairs").arg(formatNumber(course.pairsOverGap()))});
    }
    return section(tr("Served by satellites: rates, fidelities and latencies are means over the span"), table);
}

QString EvaluationText::relays(const Evaluation& evaluation) const
{
    TextTable table({tr("Key hop"), u'>' + tr("Length"), u'>' + tr("Loss"), tr("Exchange"), u'>' + tr("Mean photons"), u'>' + tr("Error"), u'>' + tr("Key rate")});
    QString sentences;
    for (const DemandResult& result : evaluation.demands) {
        if (!result.relay) continue;
        sentences += QStringLiteral("  %1: %2\n").arg(displayName(m_network, *m_network.demands.find(result.id)), relayText(m_network, *result.relay));
        for (const KeyHop& hop : result.relay->hops)
            table.addRow({siteName(hop.from) + QStringLiteral(" – ") + siteName(hop.to), shown(hop.length.si(), Dimension::Length),
                          shown(hop.loss.si(), Dimension::Decibel), exchangeText(hop.exchange), hop.pairRate ? tr("%1 pairs/s").arg(formatNumber(hop.pairRate->si())) : formatNumber(hop.meanPhotons),
                          shown(hop.error, Dimension::Fraction), bitRate(hop.rate)});
    }
    return sentences.isEmpty() ? QString() : section(tr("Key relay"), table) + sentences;
}

QString EvaluationText::requirements(const Verdict& verdict) const
{
    TextTable table({tr("Demand"), tr("What"), u'>' + tr("Needed"), u'>' + tr("Reached"), tr("Unit"), tr("State"), tr("Fix")});
    for (const Requirement& row : verdict.requirements) {
        const Demand* demand = m_network.demands.find(row.demand);
        const QString state = row.met ? (row.marginal ? tr("marginal") : tr("met")) : tr("not met");
        table.addRow({demand ? displayName(m_network, *demand) : kNothing, row.what, formatNumber(row.needed, 4),
                      std::isfinite(row.reached) ? formatNumber(row.reached, 4) : kNothing, row.unit, state, row.fix});
    }
    return section(tr("Requirements"), table);
}

QStringList EvaluationText::linkRow(const LinkResult& result) const
{
    const Link* link = m_network.links.find(result.id);
    const QString name = link ? displayName(m_network, *link) : kNothing;
    const QString length = result.length.si() > 0.0 || result.available ? shown(result.length.si(), Dimension::Length) : kNothing;
    if (!result.available) return {name, length, kNothing, kNothing, kNothing, kNothing, kNothing, kNothing, result.reason};
    return {name, length, result.loss ? shown(result.loss->si(), Dimension::Decibel) : kNothing, formatNumber(result.successProbability, 3),
            shown(result.attemptRate.si(), Dimension::Rate), shown(result.rate.si(), Dimension::Rate),
            fidelityText(result.state.fidelity()), shown(result.boundRate.si(), Dimension::Rate), result.scheme};
}

QString EvaluationText::links(const Evaluation& evaluation) const
{
    TextTable table({tr("Link"), u'>' + tr("Length"), u'>' + tr("Loss"), u'>' + tr("Success"), u'>' + tr("Attempts"),
                     u'>' + tr("Pair rate"), u'>' + tr("Fidelity"), u'>' + tr("Rate bound"), tr("Scheme or reason")});
    for (const LinkResult& result : evaluation.links) table.addRow(linkRow(result));
    return section(tr("Links"), table);
}

QString EvaluationText::cost(const CostResult& cost)
{
    const auto row = [](const QString& label, const QString& count, Money capex, MoneyPerYear opex, Power power) {
        return QStringList{label, count, shown(capex.si(), Dimension::Money), shown(opex.si(), Dimension::MoneyPerYear),
                           shown(power.si(), Dimension::Power)};
    };
    TextTable table({tr("Part"), u'>' + tr("Count"), u'>' + tr("Capital"), u'>' + tr("Yearly"), u'>' + tr("Power")});
    for (const CostPart& part : cost.parts) table.addRow(row(part.label, QString::number(part.count), part.capex, part.opex, part.power));
    table.addRow(row(tr("Total"), QString(), cost.capex, cost.opex, cost.power));
    const QString perEbit = cost.perEbit ? tr("%1 per ebit").arg(shown(cost.perEbit->si(), Dimension::Money)) : tr("nothing is delivered");
    return section(tr("Cost"), table)
        + tr("  With capital spread over its life: %1; %2.\n").arg(shown(cost.total.si(), Dimension::MoneyPerYear), perEbit);
}

QString EvaluationText::fixes(const Verdict& verdict)
{
    TextTable table({tr("Change"), u'>' + tr("Price"), u'>' + tr("Fidelity"), u'>' + tr("Rate"), tr("Solves it"), tr("Worsens")});
    for (const Fix& fix : verdict.fixes)
        table.addRow({fix.sentence, shown(fix.price.si(), Dimension::Money), fix.isKeyOnly ? tr("key only") : fidelityText(fix.fidelityAfter),
                      fix.isKeyOnly ? bitRate(fix.keyRateAfter) : shown(fix.rateAfter.si(), Dimension::Rate), fix.solves ? tr("yes") : tr("no"), fix.worsens});
    return section(tr("Single changes that help, cheapest first (%1 tried)").arg(verdict.fixesTried), table);
}

QString EvaluationText::findings(const std::vector<Finding>& findings) const
{
    QString text;
    for (const Finding& finding : findings) {
        text += QStringLiteral("  %1  %2: %3\n").arg(severityWord(finding.severity).leftJustified(7), elementPath(m_network, finding.element),
                                                     finding.sentence);
        if (!finding.suggestion.isEmpty()) text += QStringLiteral("           %1\n").arg(finding.suggestion);
    }
    return text;
}

QString EvaluationText::provenance(const DesignInput& design)
{
    return tr("\nbellweave %1, seed %2, input SHA-256 %3\n")
        .arg(QStringLiteral(BELLWEAVE_VERSION)).arg(design.network.general().settings.seed).arg(QString::fromLatin1(design.sha256));
}

} // namespace

QString evaluationText(const DesignInput& design, const Evaluation& evaluation)
{
    const EvaluationText text(design.network);
    QString result = evaluation.verdict.sentence + u'\n' + text.demands(evaluation) + text.courses(evaluation) + text.relays(evaluation) + text.requirements(evaluation.verdict)
        + text.links(evaluation) + EvaluationText::cost(evaluation.cost) + EvaluationText::fixes(evaluation.verdict);
    if (!evaluation.findings.empty())
        result += QStringLiteral("\n%1\n%2").arg(EvaluationText::tr("Findings"), text.findings(evaluation.findings));
    return result + EvaluationText::provenance(design);
}

QString findingsText(const Network& network, const std::vector<Finding>& findings)
{
    return EvaluationText(network).findings(findings);
}

} // namespace bellweave::cli
