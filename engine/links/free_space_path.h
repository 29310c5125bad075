// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "model/network/link.h"

#include <vector>

namespace bellweave::engine {

/// A beam from telescope to telescope into a single-mode fiber.
struct FreeSpacePath {
    std::vector<LossTerm> losses;
    Rate background;             ///< photons per second of the sky in the fiber's mode
    QString blocked;             ///< why no light comes through; empty when it does
};

/// Means over fading: scintillation and beam wander are averaged, and attempts are many more than fades. Single-click coherence
/// goes with the root of the light and suffers more from fades than the mean says. The receiver is taken to be smaller than the
/// beam where turbulence meets the fiber: with a beam that fits into it the coupling is better by up to 5 dB.
FreeSpacePath freeSpacePath(const FreeSpaceLink& beam, Length length);
/// How far two telescopes at this height see each other over smooth ground.
Length horizon(Length height);
/// "The Earth hides the far end beyond 42.2 km at a height of 30 m."
QString beyondHorizonText(Length height);

} // namespace bellweave::engine
