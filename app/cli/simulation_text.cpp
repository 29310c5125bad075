// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulation_output.h"

#include "app/cli/text_table.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace bellweave::cli {
namespace {

using engine::Estimate;
using engine::SimulatedDemand;

QString translated(const char* text) { return QCoreApplication::translate("SimulateCommand", text); }

double deviationOf(const Estimate& drawn, double analytic) { return std::abs(SimulatedDemand::deviation(drawn, analytic)); }

QString withError(const Estimate& estimate, const QString& unit)
{
    const QLocale locale = QLocale::c();
    constexpr double kRounding = 1e-12;
    if (estimate.standardError <= kRounding * std::abs(estimate.mean)) return locale.toString(estimate.mean, 'g', 6) + (unit.isEmpty() ? QString() : u' ' + unit);
    return QStringLiteral("%1 ± %2%3").arg(locale.toString(estimate.mean, 'g', 6), locale.toString(estimate.standardError, 'g', 2), unit.isEmpty() ? QString() : u' ' + unit);
}

/// The value that this share of the draws does not exceed.
double quantileOf(const engine::SimulatedQuantity& quantity, double share)
{
    for (const auto& [at, value] : quantity.quantiles)
        if (at >= share) return value;
    return 0.0;
}

QString requestsText(const QString& key, const SimulatedDemand& demand)
{
    const auto& requests = *demand.requests;
    return QStringLiteral("  ") + translated("%1: %2 requests, %3 served, %4 refused, %5 past their deadline; %6 in line on average, 95 % of those served within %7 s.")
        .arg(key).arg(requests.asked).arg(requests.served).arg(requests.refused).arg(requests.missed).arg(QString::number(requests.inLine, 'g', 3), QString::number(quantileOf(demand.latency, 0.95), 'g', 4)) + u'\n';
}

QString waysText(const QString& key, const SimulatedDemand& demand)
{
    const auto percent = [](double share) { return QString::number(100.0 * share, 'g', 4); };
    const auto& ways = *demand.ways;
    QString text = QStringLiteral("  ") + translated("%1: its way worked %2 % of the time (of its own route alone: %3 %, analytic).").arg(key, percent(ways.availability), percent(demand.analyticAvailability)) + u' ';
    if (ways.count > 1)
        text += translated("%1 ways, changed %2 times; %3 % of the time around, %4 % without any way that worked; %5 halves let go.")
                    .arg(ways.count).arg(ways.switches).arg(percent(ways.around), percent(ways.cut)).arg(ways.dropped);
    else text += translated("It has no way around.");
    return text + u'\n';
}

QString outagesText(const Network& network, const engine::SimulatedNetwork& result)
{
    QString text;
    for (const auto& outage : result.outages) {
        QStringList keys;
        if (outage.isOfController) keys.append(translated("The controller"));
        if (outage.site) keys.append(network.sites.find(*outage.site)->key);
        for (const LinkId link : outage.links) keys.append(network.links.find(link)->key);
        text += QStringLiteral("  ") + translated("%1 did not work %2 times, %3 % of the time.").arg(keys.join(u", ")).arg(outage.count).arg(QString::number(100.0 * outage.share, 'g', 3)) + u'\n';
    }
    return text;
}

} // namespace

QString simulationText(const DesignInput& design, const engine::SimulationResult& result)
{
    TextTable table({translated("Demand"), u'>' + translated("Pairs"), u'>' + translated("Rate"), u'>' + translated("Analytic"), u'>' + translated("Off by"), u'>' + translated("Fidelity"), u'>' + translated("Analytic"), u'>' + translated("Off by")});
    QString reasons, notes;
    QStringList unlike;
    const auto off = [&](const Estimate& drawn, double analytic) { return translated("%1 σ").arg(QString::number(SimulatedDemand::deviation(drawn, analytic), 'f', 1)); };
    for (const SimulatedDemand& demand : result.demands) {
        const QString key = design.network.demands.find(demand.id)->key;
        if (demand.ways) notes += waysText(key, demand);
        if (!demand.reason.isEmpty()) reasons += QStringLiteral("  %1: %2\n").arg(key, demand.reason);
        else {
            if (std::max(demand.isRateComparable() ? deviationOf(demand.rate, demand.analyticRate) : 0.0, deviationOf(demand.fidelity.estimate, demand.analyticFidelity)) > 4.0)
                unlike += translated("%1 is off by more than 4 σ. %2").arg(key, demand.whyUnlike.isEmpty() ? translated("No reason is known.") : demand.whyUnlike);
            if (demand.requests) notes += requestsText(key, demand);
            table.addRow({key, QString::number(demand.rate.count), withError(demand.rate, QStringLiteral("Hz")), demand.isRateComparable() ? QString::number(demand.analyticRate, 'g', 6) : QStringLiteral("–"),
                          demand.isRateComparable() ? off(demand.rate, demand.analyticRate) : QStringLiteral("–"), withError(demand.fidelity.estimate, {}), QString::number(demand.analyticFidelity, 'g', 6),
                          off(demand.fidelity.estimate, demand.analyticFidelity)});
        }
    }
    const QString seed = QString::number(design.network.general().settings.seed);
    const QString head = (result.network ? translated("%1 s in %2 events, all demands at once, seed %3.").arg(QString::number(result.network->time, 'g', 6)).arg(result.network->events).arg(seed)
                                         : translated("Pairs drawn, each demand alone, seed %1.").arg(seed))
        + QStringLiteral("\n\n");
    if (result.network) notes += outagesText(design.network, *result.network);
    for (const QString& sentence : unlike) notes += QStringLiteral("  ") + sentence + u'\n';
    return head + (table.isEmpty() ? QString() : table.text()) + (notes.isEmpty() ? QString() : u'\n' + notes) + (reasons.isEmpty() ? QString() : (table.isEmpty() ? QString() : QStringLiteral("\n")) + translated("Nothing drawn") + u'\n' + reasons);
}

} // namespace bellweave::cli
