// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/distillation_gain.h"
#include "model/network/network.h"

namespace bellweave::engine {

/// What rounds of distillation would make of one hop of a demand's route.
struct HopDistillation {
    std::size_t hop = 0;    ///< of the route, the first is 0
    std::vector<DistillationGain> gains;
    bool operator==(const HopDistillation&) const = default;
};

/// For every hop of the plan that the demand's evaluation makes. Plans the demand anew (some 10 ms). Empty without a route.
/// `followed`: see PlannedChain.
std::vector<HopDistillation> hopDistillations(const Network& network, DemandId demand, const QString& followed = {});

} // namespace bellweave::engine
