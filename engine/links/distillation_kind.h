// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/demand.h"

namespace bellweave::engine {

/// How a round of distillation makes one pair of several. Nested: of two that have passed the rounds before. Pumped: with a fresh
/// second one. Werner: nested, each pair made isotropic before. Double selection: a fresh second pair, watched over by a fresh
/// third. Photon loss: two pairs that single clicks heralded, once.
enum class DistillationKind { Nested, Pumped, Werner, DoubleSelection, PhotonLoss };

/// Rounds of distillation that pairs of a link pass.
struct Distillation {
    int rounds = 0;
    DistillationKind kind = DistillationKind::Nested;
    bool operator==(const Distillation&) const = default;
};

/// Whether every round takes fresh pairs beside the kept one: "pumped" in the text of a plan, else "nested".
constexpr bool takesFresh(DistillationKind kind) { return kind == DistillationKind::Pumped || kind == DistillationKind::DoubleSelection; }

/// Qubits to either side that hold or make pairs while the last pair of all rounds is made; 1 without rounds.
constexpr int qubitsNeeded(Distillation distillation)
{
    if (distillation.rounds == 0) return 1;
    if (distillation.kind == DistillationKind::DoubleSelection) return 3;
    return takesFresh(distillation.kind) ? 2 : distillation.rounds + 1;
}

/// The choice that allows this kind alone.
constexpr DistillationChoice choiceOf(DistillationKind kind)
{
    switch (kind) {
    case DistillationKind::Nested: return DistillationChoice::Nested;
    case DistillationKind::Pumped: return DistillationChoice::Pumped;
    case DistillationKind::Werner: return DistillationChoice::Werner;
    case DistillationKind::DoubleSelection: return DistillationChoice::DoubleSelection;
    case DistillationKind::PhotonLoss: return DistillationChoice::PhotonLoss;
    }
    return DistillationChoice::Automatic;
}

constexpr bool allows(DistillationChoice choice, DistillationKind kind) { return choice == DistillationChoice::Automatic || choice == choiceOf(kind); }

} // namespace bellweave::engine
