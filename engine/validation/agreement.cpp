// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/validation/agreement.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kSameLoss = 1.7609;        // dB, the same factor
constexpr double kSameChsh = 0.08;
constexpr double kStandardErrors = 2.0;     // that agree where an error was published; what stands above is for figures without one

constexpr QuantityKind kQuantities[] = {
    {"success_probability", "", Closeness::Factor},
    {"rate_hz", "Hz", Closeness::Factor, true},
    {"sifted_rate_hz", "Hz", Closeness::Factor, true},
    {"key_rate_bps", "bit/s", Closeness::Factor, true},
    {"key_per_use", "bit", Closeness::Factor},
    {"key_fraction", "bit", Closeness::Factor},
    {"temporal_modes", "", Closeness::Factor},
    {"peak_width_s", "s", Closeness::Factor},
    {"loss_db", "dB", Closeness::Decibel},
    {"fidelity", "", Closeness::Fidelity, false, true},
    {"distilled_fidelity", "", Closeness::Fidelity, false, true},
    {"transfer_fidelity", "", Closeness::Fidelity, false, true},
    {"teleportation_fidelity", "", Closeness::Fidelity, false, true},
    {"remote_gate_fidelity", "", Closeness::Fidelity, false, true},
    {"on_demand_fidelity", "", Closeness::Fidelity, false, true},
    {"visibility", "", Closeness::Fidelity},
    {"qber", "", Closeness::Fidelity},
    {"chsh", "", Closeness::Chsh},
    {"chsh_bound", "", Closeness::Chsh},
};

/// What an experiment counts for in a score.
void count(ExperimentScore& score, const ValidationRow& row)
{
    const QuantityKind* kind = quantityNamed(row.quantity);
    if (row.isBound) {
        score.bounds += 1;
        score.brokenBounds += row.agreement == Agreement::Fails;
        return;
    }
    const bool close = isClose(kind->closeness, row.predicted, row.reference);
    score.rates += kind->isRate;
    score.closeRates += kind->isRate && close;
    score.fidelities += kind->isFidelity;
    score.closeFidelities += kind->isFidelity && close;
    score.comparisons += 1;
    score.agreeing += row.agreement == Agreement::Agrees;
}

} // namespace

const QuantityKind* quantityNamed(const QString& name)
{
    const auto isMeant = [&](const QuantityKind& kind) { return name == QLatin1String(kind.name); };
    const auto row = std::find_if(std::begin(kQuantities), std::end(kQuantities), isMeant);
    return row == std::end(kQuantities) ? nullptr : row;
}

bool isClose(Closeness closeness, double predicted, double reference)
{
    const double difference = std::abs(predicted - reference);
    switch (closeness) {
    case Closeness::Factor: return predicted <= kSameRate * reference && reference <= kSameRate * predicted;
    case Closeness::Fidelity: return difference <= kSameFidelity;
    case Closeness::Chsh: return difference <= kSameChsh;
    case Closeness::Decibel: return difference <= kSameLoss;
    }
    Q_UNREACHABLE();
}

Agreement agreementOf(const Experiment::Finding& finding, Closeness closeness, double predicted)
{
    if (finding.isUpperBound) return finding.value <= predicted ? Agreement::BoundHolds : Agreement::Fails;
    const bool agrees = finding.error ? std::abs(predicted - finding.value) <= kStandardErrors * *finding.error
                                      : isClose(closeness, predicted, finding.value);
    return agrees ? Agreement::Agrees : Agreement::Fails;
}

ExperimentScore scoreOf(std::span<const ValidationRow> rows, bool readInputsOnly)
{
    ExperimentScore score;
    for (const ValidationRow& row : rows)
        if (row.kind == ReferenceKind::Experiment && !(readInputsOnly && row.inputsRemembered)) count(score, row);
    return score;
}

} // namespace bellweave::engine
