// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "engine/api/simulation.h"

namespace bellweave::ui {

/// What the user wants simulated, apart from the design.
struct SimulationSetup {
    enum class What {
        Network,    ///< all demands at once, in events
        Pairs       ///< each demand's pairs alone
    };
    What what = What::Network;
    std::optional<Duration> duration;             ///< none: as long as the slowest demand needs for a hundred pairs
    std::uint32_t runs = 64;
    std::uint64_t trials = 1'000'000;
    double relativeError = 1e-3;

    bool operator==(const SimulationSetup&) const = default;
};

/// What the engine is asked for: the setup for a design whose numbers are these.
engine::SimulationRequest requestOf(const SimulationSetup& setup, const Network& network, const engine::Evaluation& evaluation);

} // namespace bellweave::ui
