// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <optional>
#include <vector>

namespace bellweave::engine {

/// What would come of the pairs of a link if they passed these rounds.
struct DistillationGain {
    /// Why there is no gain.
    enum class Obstacle { None, NoGates, NoSingleClick, TooFewMemories, NothingGained };

    Distillation distillation;         ///< no rounds: as heralded
    Obstacle obstacle = Obstacle::None;
    int memories = 1;                  ///< communication qubits that the rounds need at each station
    double fidelity = 0.0;             ///< 0 with an obstacle
    Rate rate;                         ///< likewise
    bool isChosen = false;
    bool operator==(const DistillationGain&) const = default;
};

/// The link at the scheme and populations of a chosen point: as heralded, then with every distillation worth trying, as
/// distilledPoint() works them out. Distilled pairs wait at both stations, also where the settings have the ends measure at once.
/// A measured link is as it is: one row. Precondition: the link is available.
std::vector<DistillationGain> distillationGains(const LinkPhysics& physics, const OperatingPoint& chosen, RouteEnds ends, const RunSettings& settings);

} // namespace bellweave::engine
