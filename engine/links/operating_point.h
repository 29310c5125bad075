// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/distillation_kind.h"
#include "engine/physics/bell_diagonal.h"
#include "engine/physics/single_click.h"
#include "model/base/units.h"
#include "model/network/demand.h"
#include "model/network/link.h"

#include <optional>

namespace bellweave::engine {

/// Which stations of a link are ends of the route. An end gives the link all its communication qubits; a station inside shares
/// them between its two links, and one that has a single qubit serves the links in turn.
struct RouteEnds {
    bool a = false;
    bool b = false;
};

/// Bright-state populations of the two sides, single-click only.
struct BrightPopulations {
    double a = 0.0;
    double b = 0.0;
};

/// A single-click pair before any twirl, as its state, and with silent detectors, and with perfect memories. Noise of the optical
/// phase and thermal flips of the qubits are left out: they come on top.
struct WholePair {
    XState state;
    XState withoutDetectorNoise;
    XState withoutMemory;
};

/// One way to run an elementary link: what it heralds and how often.
struct OperatingPoint {
    Generation scheme = Generation::DoubleClick;
    BrightPopulations bright;
    double meanPairs = 0.0;              ///< per pulse, pair source only
    std::optional<MicrowaveScheme> microwave;    ///< of a microwave line, which has no other scheme
    double twirlLoss = 0.0;              ///< trace distance to the whole state that a Bell-diagonal one forgets, where that is known
    bool isFromA = true;                 ///< which end sends, sender to receiver only
    Distillation distillation;
    int memories = 1;                    ///< qubits that attempt in one cycle
    Duration cycle;                      ///< one attempt of every one of them
    double attemptProbability = 0.0;     ///< a herald, per attempt of one memory in all its modes
    double cycleProbability = 0.0;       ///< at least one pair per cycle; of distilled pairs so that their mean time is right
    Duration told;                       ///< the herald comes this long after the cycle that made the pair
    double keptProbability = 1.0;        ///< a heralded pair survives writing to and reading from the memories that hold it
    Rate rate;                           ///< pairs per second, distilled where they are
    Rate boundRate;                      ///< repeaterless capacity of the worse half times channel uses, ebit/s
    Duration ageA;                       ///< how long the half at A has decayed in `state`; means, where times are random
    Duration ageB;
    BellDiagonal state;                  ///< at the herald, waiting for the herald included; distilled where it is
    double heraldedFidelity = 0.0;       ///< before distillation, likewise
    Rate heraldedRate;                   ///< before distillation
    BellDiagonal withoutDetectorNoise;   ///< the same with silent detectors
    BellDiagonal withoutMemory;          ///< the same with perfect memories
    std::optional<WholePair> whole;      ///< heralded by one click between stations that can distill; not of distilled pairs
};

/// What a search for routes looks at of a point.
struct PointOutline {
    double cost = 0.0;    ///< -ln of the Werner parameter
    double rate = 0.0;    ///< pairs per second
};

} // namespace bellweave::engine
