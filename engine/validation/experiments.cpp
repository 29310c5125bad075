// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/on_demand.h"
#include "engine/physics/verification.h"
#include "engine/validation/agreement.h"
#include "model/format/project_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace bellweave::engine {
namespace {

Experiment::Finding findingOf(const QJsonObject& json)
{
    Experiment::Finding finding;
    finding.quantity = json[u"quantity"].toString();
    finding.value = json[u"value"].toDouble();
    if (json.contains(u"error")) finding.error = json[u"error"].toDouble();
    finding.isUpperBound = json[u"upper_bound"].toBool();
    finding.isRemembered = json[u"remembered"].toBool();
    finding.note = json[u"note"].toString();
    return finding;
}

Calculation::Basis basisNamed(const QString& word)
{
    Q_ASSERT_X(word == u"read" || word == u"remembered" || word == u"default", "experiments", "an input does not say where it comes from");
    if (word == u"read") return Calculation::Basis::Read;
    return word == u"default" ? Calculation::Basis::Default : Calculation::Basis::Remembered;
}

Calculation::Input inputOf(const QString& key, const QJsonObject& json)
{
    Q_ASSERT_X(json[u"value"].isDouble(), "experiments", "an input has no number");
    return {key, json[u"value"].toDouble(), basisNamed(json[u"basis"].toString()), json[u"note"].toString()};
}

void addCalculation(Experiment& experiment, const QJsonObject& json)
{
    Calculation calculation{json[u"name"].toString(), {}};
    const QJsonObject inputs = json[u"inputs"].toObject();
    for (auto input = inputs.begin(); input != inputs.end(); ++input) {
        calculation.inputs.push_back(inputOf(input.key(), input->toObject()));
        experiment.inputsRemembered |= calculation.inputs.back().basis != Calculation::Basis::Read;
    }
    Q_ASSERT_X(calculate(calculation.name, calculation.values()), "experiments", "the calculation of an experiment cannot be done");
    experiment.apparatus = std::move(calculation);
}

void addDesign(Experiment& experiment, const QJsonObject& json, const QString& path)
{
    experiment.inputsRemembered = json[u"inputs_remembered"].toBool();
    const auto design = parseProject(QJsonDocument(json[u"design"].toObject()).toJson(), path);
    Q_ASSERT_X(design, "experiments", "the design of an experiment cannot be read");
    if (design) experiment.apparatus = design->network;
}

Experiment experimentIn(const QString& path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "experiments", "an experiment is missing from the resources");
    const QJsonObject json = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray()).object();
    Experiment experiment;
    experiment.id = json[u"id"].toString();
    experiment.title = json[u"title"].toString();
    experiment.citation = json[u"citation"].toString();
    experiment.model = json[u"model"].toString();
    for (const QJsonValue& finding : json[u"findings"].toArray()) experiment.findings.push_back(findingOf(finding.toObject()));
    if (json.contains(u"calculation")) addCalculation(experiment, json[u"calculation"].toObject());
    else addDesign(experiment, json, path);
    return experiment;
}

std::vector<Experiment> shippedExperiments()
{
    const QDir folder(QStringLiteral(":/bellweave/experiments"));
    std::vector<Experiment> all;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) all.push_back(experimentIn(folder.filePath(name)));
    return all;
}

/// S = 2 sqrt(t1² + t2²) of the two largest correlators. Source: Horodecki et al., Phys. Lett. A 200, 340 (1995).
double chshOf(const BellDiagonal& state)
{
    const Correlators all = toCorrelators(state);
    std::array<double, 3> sizes{std::abs(all.values[1]), std::abs(all.values[2]), std::abs(all.values[3])};
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return 2.0 * std::hypot(sizes[0], sizes[1]);
}

/// Wrong bits, mean of measurements in Z and in X.
double meanErrorOf(const BellDiagonal& state) { return 0.5 * (state.weights[1] + state.weights[2]) + state.weights[3]; }

/// A figure of an evaluation by the name of its quantity.
struct Figure {
    const char* name;
    double (*of)(const Evaluation&);
};

const LinkResult& firstLink(const Evaluation& evaluation) { return *evaluation.links.begin(); }
const DemandResult& firstDemand(const Evaluation& evaluation) { return *evaluation.demands.begin(); }

/// Of a pair, or of what two terminals sift.
double wrongBits(const DemandResult& result) { return result.relay ? result.relay->hops.front().error : meanErrorOf(result.state); }

constexpr Figure kFigures[] = {
    {"success_probability", [](const Evaluation& e) { return firstDemand(e).relay ? 0.0 : firstDemand(e).hops.front().successProbability; }},
    {"fidelity", [](const Evaluation& e) { return firstDemand(e).fidelity; }},
    {"rate_hz", [](const Evaluation& e) { return firstDemand(e).rateAlone.si(); }},
    {"chsh", [](const Evaluation& e) { return chshOf(firstDemand(e).state); }},
    {"qber", [](const Evaluation& e) { return wrongBits(firstDemand(e)); }},
    {"visibility", [](const Evaluation& e) { return 1.0 - 2.0 * wrongBits(firstDemand(e)); }},
    {"key_rate_bps", [](const Evaluation& e) { return firstDemand(e).keyRate.si(); }},
    {"teleportation_fidelity", [](const Evaluation& e) { return teleportationFidelity(firstDemand(e).fidelity); }},
    {"on_demand_fidelity", [](const Evaluation& e) { return onDemandFidelity(firstLink(e).efficiency.value_or(0.0)); }},
};

Values figuresOf(const Network& design)
{
    const Evaluation evaluation = evaluate(design);
    Values all;
    for (const Figure& figure : kFigures) all.insert(QString::fromUtf8(figure.name), figure.of(evaluation));
    return all;
}

Values figuresOf(const Calculation& calculation) { return calculate(calculation.name, calculation.values()).value_or({}); }

ValidationRow rowOf(const Experiment& experiment, const Experiment::Finding& finding, const Values& figures)
{
    const QuantityKind* quantity = quantityNamed(finding.quantity);
    Q_ASSERT_X(quantity && figures.contains(finding.quantity), "experiments", "an experiment names a quantity that there is not");
    ValidationRow row;
    row.id = experiment.id + u'/' + finding.quantity;
    row.kind = ReferenceKind::Experiment;
    row.quantity = finding.quantity;
    row.unit = QString::fromUtf8(quantity->unit);
    row.model = experiment.model;
    row.predicted = figures[finding.quantity];
    row.reference = finding.value;
    row.referenceError = finding.error.value_or(0.0);
    row.deviation = finding.error ? (row.predicted - row.reference) / *finding.error : row.predicted / row.reference - 1.0;
    row.agreement = agreementOf(finding, quantity->closeness, row.predicted);
    row.isBound = finding.isUpperBound;
    row.inputsRemembered = experiment.inputsRemembered || finding.isRemembered;
    row.source = experiment.citation;
    row.note = finding.note;
    return row;
}

} // namespace

const std::vector<Experiment>& experiments()
{
    static const std::vector<Experiment> all = shippedExperiments();
    return all;
}

std::vector<ValidationRow> experimentRows(const Experiment& experiment)
{
    const Values figures = std::visit([](const auto& apparatus) { return figuresOf(apparatus); }, experiment.apparatus);
    std::vector<ValidationRow> rows;
    for (const Experiment::Finding& finding : experiment.findings) rows.push_back(rowOf(experiment, finding, figures));
    return rows;
}

std::vector<ValidationRow> validate()
{
    std::vector<ValidationRow> rows = exactResults();
    for (ValidationRow& row : peerResults()) rows.push_back(std::move(row));
    for (const Experiment& experiment : experiments())
        for (ValidationRow& row : experimentRows(experiment)) rows.push_back(std::move(row));
    return rows;
}

} // namespace bellweave::engine
