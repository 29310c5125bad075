// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plan_text.h"

#include "model/network/element_name.h"
#include "ui/plots/figures.h"

#include <QCoreApplication>

namespace bellweave::ui {

using namespace figures;
using engine::PlanStep;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProtocolTreePlot)
};

/// What is special about a step, short: its rounds, its longest wait.
QString remark(const PlanStep& step)
{
    if (step.kind == PlanStep::Kind::Distillation) return stepRoundsText(step);
    return step.cutoff ? Text::tr("waits ≤ %1").arg(durationText(step.cutoff->si())) : QString();
}

QString rateWords(const PlanStep& step) { return Text::tr("%1/s", "pairs, a rate").arg(rateText(step.rate.si())); }
QString fidelityWords(const PlanStep& step) { return Text::tr("F %1").arg(fidelityText(step.fidelity)); }

/// What may stand in a cell, the fullest first; lines are separated by line ends.
QStringList labels(const PlanStep& step)
{
    const QString special = remark(step), fidelity = fidelityWords(step), rate = rateWords(step), number = fidelityText(step.fidelity);
    const QString both = fidelity + QStringLiteral(", ") + rate;
    if (special.isEmpty()) return {stepKindText(step.kind) + QStringLiteral(": ") + both, both, fidelity + u'\n' + rate, fidelity, number};
    QStringList all{special + QStringLiteral(": ") + both, special + u'\n' + both, special + u'\n' + fidelity + u'\n' + rate,
                    special + QStringLiteral(": ") + fidelity, special + u'\n' + fidelity};
    if (step.rounds > 0) all << QStringLiteral("×%1\n%2").arg(step.rounds).arg(number);
    return all << fidelity << number;
}

} // namespace

PlanTree planTree(const Network& network, const engine::DemandResult& demand, const QString& design)
{
    PlanTree tree{demand.plan, {}, design};
    if (demand.hops.empty()) return tree;
    tree.stations.push_back(elementName(network, demand.hops.front().from));
    for (const engine::Hop& hop : demand.hops) tree.stations.push_back(elementName(network, hop.to));
    return tree;
}

QString stepKindText(PlanStep::Kind kind)
{
    switch (kind) {
    case PlanStep::Kind::Link: return Text::tr("Link");
    case PlanStep::Kind::Swap: return Text::tr("Swap");
    case PlanStep::Kind::Distillation: return Text::tr("Distillation");
    }
    return {};
}

QString distillationText(const engine::Distillation& distillation)
{
    const int rounds = distillation.rounds;
    switch (distillation.kind) {
    case engine::DistillationKind::Nested: break;
    case engine::DistillationKind::Pumped: return Text::tr("pumped %1", "rounds").arg(rounds);
    case engine::DistillationKind::Werner: return Text::tr("Werner %1", "rounds").arg(rounds);
    case engine::DistillationKind::DoubleSelection: return Text::tr("double selection %1", "rounds").arg(rounds);
    case engine::DistillationKind::PhotonLoss: return Text::tr("photon loss");
    }
    return Text::tr("%n round(s)", "of distillation", rounds);
}

QString stepRoundsText(const PlanStep& step)
{
    return distillationText({step.rounds, step.distillation});
}

QString fittingStepLabel(const PlanStep& step, const QSizeF& room, const QFontMetricsF& metrics)
{
    for (const QString& label : labels(step)) {
        const QStringList lines = label.split(u'\n');
        double widest = 0.0;
        for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
        if (widest <= room.width() && double(lines.size()) * metrics.lineSpacing() <= room.height()) return label;
    }
    return {};
}

QString stepText(const PlanTree& tree, const PlanStep& step)
{
    const QString ends = Text::tr("%1 – %2").arg(tree.stations[step.firstHop], tree.stations[step.lastHop + 1]);
    const QString special = remark(step);
    const QString what = special.isEmpty() ? stepKindText(step.kind) : Text::tr("%1, %2", "step of a plan, its rounds or wait").arg(stepKindText(step.kind), special);
    const QString text = Text::tr("%1: %2: %3, %4").arg(ends, what, fidelityWords(step), rateWords(step));
    return tree.design.isEmpty() ? text : Text::tr("%1: %2", "design, step").arg(tree.design, text);
}

} // namespace bellweave::ui
