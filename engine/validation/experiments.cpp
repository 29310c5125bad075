// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/validation.h"

#include "engine/api/evaluator.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/on_demand.h"
#include "engine/physics/verification.h"
#include "model/format/project_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kSameRate = 1.5;           // factor between prediction and measurement that still agrees
constexpr double kSameFidelity = 0.03;      // difference that still agrees
constexpr double kSameChsh = 0.08;          // the same for S, which is up to 2.83
constexpr double kStandardErrors = 2.0;     // that agree where an error was published; what stands above is for figures without one

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
    experiment.inputsRemembered = json[u"inputs_remembered"].toBool();
    for (const QJsonValue& finding : json[u"findings"].toArray()) experiment.findings.push_back(findingOf(finding.toObject()));
    const auto design = parseProject(QJsonDocument(json[u"design"].toObject()).toJson(), path);
    Q_ASSERT_X(design, "experiments", "the design of an experiment cannot be read");
    if (design) experiment.design = design->network;
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

/// A figure of an evaluation by its name in the experiments' files, and its unit.
struct Figure {
    const char* name;
    const char* unit;
    double (*of)(const Evaluation&);
};

const LinkResult& firstLink(const Evaluation& evaluation) { return *evaluation.links.begin(); }
const DemandResult& firstDemand(const Evaluation& evaluation) { return *evaluation.demands.begin(); }

constexpr Figure kFigures[] = {
    {"success_probability", "", [](const Evaluation& e) { return firstDemand(e).hops.front().successProbability; }},
    {"fidelity", "", [](const Evaluation& e) { return firstDemand(e).fidelity; }},
    {"rate_hz", "Hz", [](const Evaluation& e) { return firstDemand(e).rateAlone.si(); }},
    {"chsh", "", [](const Evaluation& e) { return chshOf(firstDemand(e).state); }},
    {"qber", "", [](const Evaluation& e) { return meanErrorOf(firstDemand(e).state); }},
    {"teleportation_fidelity", "", [](const Evaluation& e) { return teleportationFidelity(firstDemand(e).fidelity); }},
    {"on_demand_fidelity", "", [](const Evaluation& e) { return onDemandFidelity(firstLink(e).efficiency.value_or(0.0)); }},
};

const Figure* figureNamed(const QString& name)
{
    const auto row = std::find_if(std::begin(kFigures), std::end(kFigures), [&](const Figure& figure) { return name == QLatin1String(figure.name); });
    return row == std::end(kFigures) ? nullptr : row;
}

bool isRate(const QString& quantity) { return quantity == u"rate_hz" || quantity == u"success_probability"; }

Agreement agreementOf(const Experiment::Finding& finding, double predicted)
{
    if (finding.isUpperBound) return finding.value <= predicted ? Agreement::BoundHolds : Agreement::Fails;
    const double difference = std::abs(predicted - finding.value);
    if (finding.error) return difference <= kStandardErrors * *finding.error ? Agreement::Agrees : Agreement::Fails;
    if (isRate(finding.quantity)) {
        const double ratio = predicted / finding.value;
        return ratio <= kSameRate && ratio >= 1.0 / kSameRate ? Agreement::Agrees : Agreement::Fails;
    }
    return difference <= (finding.quantity == u"chsh" ? kSameChsh : kSameFidelity) ? Agreement::Agrees : Agreement::Fails;
}

ValidationRow rowOf(const Experiment& experiment, const Experiment::Finding& finding, const Evaluation& evaluation)
{
    const Figure* figure = figureNamed(finding.quantity);
    Q_ASSERT_X(figure, "experiments", "an experiment names a quantity that there is not");
    ValidationRow row;
    row.id = experiment.id + u'/' + finding.quantity;
    row.kind = ReferenceKind::Experiment;
    row.quantity = finding.quantity;
    row.unit = QString::fromUtf8(figure->unit);
    row.model = experiment.model;
    row.predicted = figure->of(evaluation);
    row.reference = finding.value;
    row.referenceError = finding.error.value_or(0.0);
    row.deviation = finding.error ? (row.predicted - row.reference) / *finding.error : row.predicted / row.reference - 1.0;
    row.agreement = agreementOf(finding, row.predicted);
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
    const Evaluation evaluation = evaluate(experiment.design);
    std::vector<ValidationRow> rows;
    for (const Experiment::Finding& finding : experiment.findings) rows.push_back(rowOf(experiment, finding, evaluation));
    return rows;
}

std::vector<ValidationRow> validate()
{
    std::vector<ValidationRow> rows = exactResults();
    for (const Experiment& experiment : experiments())
        for (ValidationRow& row : experimentRows(experiment)) rows.push_back(std::move(row));
    return rows;
}

} // namespace bellweave::engine
