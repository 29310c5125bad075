// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/network.h"

#include <QFontMetricsF>
#include <QStringList>

namespace bellweave::ui {

/// A plan in words and numbers, kept apart from the design.
struct PlanTree {
    std::vector<engine::PlanStep> plan;
    std::vector<QString> stations;    ///< names, one more than hops
    QString design;                   ///< name of the design compared with; empty for this one
};
PlanTree planTree(const Network& network, const engine::DemandResult& demand, const QString& design = {});

/// "Swap".
QString stepKindText(engine::PlanStep::Kind kind);
/// "2 rounds", "pumped 2", "photon loss". Precondition: at least one round.
QString distillationText(const engine::Distillation& distillation);
QString stepRoundsText(const engine::PlanStep& step);
/// The fullest label of a step that fits; lines are separated by line ends; empty where none fits.
QString fittingStepLabel(const engine::PlanStep& step, const QSizeF& room, const QFontMetricsF& metrics);
/// All of a step in one sentence, with the places it joins.
QString stepText(const PlanTree& tree, const engine::PlanStep& step);

} // namespace bellweave::ui
