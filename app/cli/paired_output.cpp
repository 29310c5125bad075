// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/paired_output.h"

#include "app/cli/json_values.h"
#include "app/cli/text_table.h"

#include <QCoreApplication>
#include <QLocale>

namespace bellweave::cli {
namespace {

using engine::PairedQuantity;

QString translated(const char* text) { return QCoreApplication::translate("SimulateCommand", text); }

Json quantityJson(const PairedQuantity& quantity)
{
    return {{"first", estimateJson(quantity.first)}, {"second", estimateJson(quantity.second)}, {"difference", estimateJson(quantity.difference)}, {"independent_error", quantity.independentError}};
}

QString number(double value, int digits) { return QLocale::c().toString(value, 'g', digits); }

QString differenceText(const PairedQuantity& quantity)
{
    return QStringLiteral("%1%2 ± %3").arg(quantity.difference.mean > 0.0 ? QStringLiteral("+") : QString(), number(quantity.difference.mean, 4), number(quantity.difference.standardError, 2));
}

/// How many times as many draws luck of its own would take.
QString savingText(const PairedQuantity& quantity)
{
    const double ratio = quantity.independentError / quantity.difference.standardError;
    return quantity.difference.standardError > 0.0 ? translated("%1 times").arg(number(ratio * ratio, 2)) : QStringLiteral("–");
}

} // namespace

QString pairedJson(const DesignInput& first, const DesignInput& second, const SimulationLimits& limits, const std::vector<engine::PairedDemand>& demands, bool isComplete)
{
    Json document{{"mode", limits.events ? "events" : "sampling"}, {"demands", Json::array()}};
    for (const auto& demand : demands) {
        Json row{{"id", toJson(demand.key)}};
        if (!demand.reason.isEmpty()) {
            for (const char* key : {"rate_hz", "fidelity"}) row[key] = nullptr;
            row["reason"] = toJson(demand.reason);
        } else {
            row["rate_hz"] = quantityJson(demand.rate);
            row["fidelity"] = quantityJson(demand.fidelity);
        }
        document["demands"].push_back(std::move(row));
    }
    document["complete"] = isComplete;
    document["provenance"] = provenanceJson(first);
    document["provenance"]["against"] = provenanceJson(second);
    if (limits.events) {
        document["provenance"]["duration_s"] = limits.events->simulated.si();
        document["provenance"]["runs"] = limits.events->runs;
    } else document["provenance"]["trials"] = limits.pairs.mostTrials;
    return documentText(document);
}

QString pairedText(const std::vector<engine::PairedDemand>& demands)
{
    TextTable table({translated("Demand"), u'>' + translated("Rate, Hz"), u'>' + translated("against"), u'>' + translated("Difference"), u'>' + translated("Saved"), u'>' + translated("Fidelity"),
                     u'>' + translated("against"), u'>' + translated("Difference"), u'>' + translated("Saved")});
    QString reasons;
    for (const auto& demand : demands) {
        if (!demand.reason.isEmpty()) reasons += QStringLiteral("  %1: %2\n").arg(demand.key, demand.reason);
        else
            table.addRow({demand.key, number(demand.rate.first.mean, 6), number(demand.rate.second.mean, 6), differenceText(demand.rate), savingText(demand.rate), number(demand.fidelity.first.mean, 6),
                          number(demand.fidelity.second.mean, 6), differenceText(demand.fidelity), savingText(demand.fidelity)});
    }
    if (demands.empty()) return translated("The two designs have no demand of the same id.") + u'\n';
    const QString note = translated("Both saw the same luck; \"Saved\": how many times as many draws it would take for each with its own.") + u'\n';
    return (table.isEmpty() ? QString() : table.text() + u'\n' + note) + reasons;
}

} // namespace bellweave::cli
