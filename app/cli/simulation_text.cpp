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
    return QStringLiteral("%1 ± %2%3").arg(locale.toString(estimate.mean, 'g', 6), locale.toString(estimate.standardError, 'g', 2), unit.isEmpty() ? QString() : u' ' + unit);
}

} // namespace

QString simulationText(const DesignInput& design, const engine::SimulationResult& result)
{
    TextTable table({translated("Demand"), u'>' + translated("Pairs"), u'>' + translated("Rate"), u'>' + translated("Analytic"), u'>' + translated("Off by"), u'>' + translated("Fidelity"), u'>' + translated("Analytic"), u'>' + translated("Off by")});
    QString reasons;
    QStringList unlike;
    const auto off = [&](const Estimate& drawn, double analytic) { return translated("%1 σ").arg(QString::number(SimulatedDemand::deviation(drawn, analytic), 'f', 1)); };
    for (const SimulatedDemand& demand : result.demands) {
        const QString key = design.network.demands.find(demand.id)->key;
        if (!demand.reason.isEmpty()) reasons += QStringLiteral("  %1: %2\n").arg(key, demand.reason);
        else {
            if (std::max(deviationOf(demand.rate, demand.analyticRate), deviationOf(demand.fidelity.estimate, demand.analyticFidelity)) > 4.0)
                unlike += translated("%1 is off by more than 4 σ. %2").arg(key, demand.whyUnlike.isEmpty() ? translated("No reason is known.") : demand.whyUnlike);
            table.addRow({key, QString::number(demand.rate.count), withError(demand.rate, QStringLiteral("Hz")), QString::number(demand.analyticRate, 'g', 6),
                          off(demand.rate, demand.analyticRate), withError(demand.fidelity.estimate, {}), QString::number(demand.analyticFidelity, 'g', 6),
                          off(demand.fidelity.estimate, demand.analyticFidelity)});
        }
    }
    const QString seed = QString::number(design.network.general().settings.seed);
    const QString head = (result.network ? translated("%1 s in %2 events, all demands at once, seed %3.").arg(QString::number(result.network->time, 'g', 6)).arg(result.network->events).arg(seed)
                                         : translated("Pairs drawn, each demand alone, seed %1.").arg(seed))
        + QStringLiteral("\n\n");
    QString notes;
    for (const QString& sentence : unlike) notes += QStringLiteral("  ") + sentence + u'\n';
    return head + (table.isEmpty() ? QString() : table.text()) + (notes.isEmpty() ? QString() : u'\n' + notes) + (reasons.isEmpty() ? QString() : (table.isEmpty() ? QString() : QStringLiteral("\n")) + translated("Nothing drawn") + u'\n' + reasons);
}

} // namespace bellweave::cli
