// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/json_values.h"
#include "app/cli/text_table.h"
#include "app/cli/verb_line.h"
#include "engine/validation/validation.h"

namespace bellweave::cli {
namespace {

using engine::Agreement;
using engine::ReferenceKind;
using engine::ValidationRow;

class ValidateCommand {
    Q_DECLARE_TR_FUNCTIONS(ValidateCommand)

public:
    static QString json(const std::vector<ValidationRow>& rows);
    static QString text(const std::vector<ValidationRow>& rows);

private:
    static QString summary(const std::vector<ValidationRow>& rows, ReferenceKind kind);
    static QString score(const std::vector<ValidationRow>& rows, bool readInputsOnly);
    static QString deviation(const ValidationRow& row);
};

QString word(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::Exact: return QStringLiteral("exact");
    case ReferenceKind::Peer: return QStringLiteral("peer");
    case ReferenceKind::Experiment: return QStringLiteral("experiment");
    }
    Q_UNREACHABLE();
}

QString word(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Agrees: return QStringLiteral("agrees");
    case Agreement::BoundHolds: return QStringLiteral("bound holds");
    case Agreement::Fails: return QStringLiteral("fails");
    }
    Q_UNREACHABLE();
}

Json rowJson(const ValidationRow& row)
{
    Json json{{"id", toJson(row.id)}, {"kind", toJson(word(row.kind))}, {"quantity", toJson(row.quantity)}, {"unit", toJson(row.unit)}};
    putNumber(json, "predicted", row.predicted, QStringLiteral("The model gives no number here."));
    json["reference"] = row.reference;
    json["reference_error"] = row.referenceError;
    putNumber(json, "deviation", row.deviation, QStringLiteral("The model gives no number here."));
    json["deviation_in"] = row.referenceError > 0.0 ? "standard_errors" : "fraction";
    json["verdict"] = toJson(word(row.agreement));
    json["is_bound"] = row.isBound;
    json["inputs_remembered"] = row.inputsRemembered;
    json["model"] = toJson(row.model);
    json["source"] = toJson(row.source);
    if (!row.note.isEmpty()) json["note"] = toJson(row.note);
    return json;
}

Json scoreJson(const engine::ExperimentScore& score)
{
    return {{"comparisons", score.comparisons}, {"agreeing", score.agreeing}, {"rates", score.rates}, {"close_rates", score.closeRates},
            {"fidelities", score.fidelities}, {"close_fidelities", score.closeFidelities}, {"bounds", score.bounds},
            {"broken_bounds", score.brokenBounds}};
}

QString ValidateCommand::json(const std::vector<ValidationRow>& rows)
{
    Json document{{"rows", Json::array()}};
    for (const ValidationRow& row : rows) document["rows"].push_back(rowJson(row));
    document["experiments"] = {{"all", scoreJson(engine::scoreOf(rows, false))}, {"inputs_read", scoreJson(engine::scoreOf(rows, true))}};
    document["provenance"] = {{"program", "bellweave"}, {"version", BELLWEAVE_VERSION}};
    return documentText(document);
}

QString ValidateCommand::deviation(const ValidationRow& row)
{
    return row.referenceError > 0.0 ? tr("%1 σ", "standard errors").arg(QString::number(row.deviation, 'f', 2)) : tr("%1 %").arg(QString::number(100.0 * row.deviation, 'f', 0));
}

QString ValidateCommand::summary(const std::vector<ValidationRow>& rows, ReferenceKind kind)
{
    const auto count = [&](auto isMeant) {
        return QString::number(std::count_if(rows.begin(), rows.end(), [&](const ValidationRow& row) { return row.kind == kind && isMeant(row); }));
    };
    const QString all = count([](const ValidationRow&) { return true; });
    const QString failed = count([](const ValidationRow& row) { return row.agreement == Agreement::Fails; });
    switch (kind) {
    case ReferenceKind::Exact: return tr("Exact results: %1, of which %2 fail.\n").arg(all, failed);
    case ReferenceKind::Peer: return tr("Results of other programs: %1, of which %2 fail.\n").arg(all, failed);
    case ReferenceKind::Experiment: return tr("Figures of experiments: %1, of which %2 fail.\n").arg(all, failed);
    }
    Q_UNREACHABLE();
}

QString ValidateCommand::score(const std::vector<ValidationRow>& rows, bool readInputsOnly)
{
    const engine::ExperimentScore score = engine::scoreOf(rows, readInputsOnly);
    const auto of = [](int part, int all) { return tr("%1 of %2", "a count out of all").arg(part).arg(all); };
    const QString which = readInputsOnly ? tr("with every input read in its source") : tr("all");
    return tr("  %1: %2 agree, rates within a factor of 1.5: %3, fidelities within 0.03: %4, bounds that hold: %5\n")
        .arg(which, of(score.agreeing, score.comparisons), of(score.closeRates, score.rates), of(score.closeFidelities, score.fidelities),
             of(score.bounds - score.brokenBounds, score.bounds));
}

QString ValidateCommand::text(const std::vector<ValidationRow>& rows)
{
    TextTable table({tr("Row"), tr("Quantity"), u'>' + tr("Predicted"), u'>' + tr("Reference"), u'>' + tr("Deviation"), tr("Verdict"), tr("Inputs")});
    QString notes;
    for (const ValidationRow& row : rows) {
        const auto number = [&](double value) { return QString::number(value, 'g', 9) + (row.unit.isEmpty() ? QString() : u' ' + row.unit); };
        table.addRow({row.id, row.quantity, number(row.predicted), number(row.reference), deviation(row), word(row.agreement),
                      row.inputsRemembered ? tr("remembered") : tr("read")});
        if (!row.note.isEmpty()) notes += QStringLiteral("  %1: %2\n").arg(row.id, row.note);
    }
    const QString totals = summary(rows, ReferenceKind::Exact) + summary(rows, ReferenceKind::Peer) + summary(rows, ReferenceKind::Experiment) + score(rows, false) + score(rows, true);
    return totals + u'\n' + table.text() + (notes.isEmpty() ? QString() : u'\n' + tr("Notes") + u'\n' + notes);
}

} // namespace

ExitCode runValidate(Invocation& invocation)
{
    VerbLine line(invocation, QStringLiteral("validate"), VerbLine::Reads::Nothing);
    if (const auto code = line.read()) return *code;
    const std::vector<ValidationRow> rows = engine::validate();
    return line.deliver(line.json() ? ValidateCommand::json(rows) : ValidateCommand::text(rows));
}

} // namespace bellweave::cli
