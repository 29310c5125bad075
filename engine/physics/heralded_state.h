// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/bell_diagonal.h"

namespace bellweave::engine {

/// What an attempt at a heralded link gives: how often it is accepted, and the pair it then leaves behind, target Phi+.
struct HeraldedState {
    double clickProbability = 0.0;
    BellDiagonal state;
};

/// Why two photons interfere imperfectly. It decides how much coherence a Hong-Ou-Mandel visibility V leaves in one photon
/// that may come from either side.
enum class Distinguishability {
    StaticMismatch,   ///< fixed pure wave packets that differ (frequency, shape, polarization): sqrt(V), the optimistic choice
    Dephasing         ///< emitters that dephase or jump in frequency from shot to shot: V
};

} // namespace bellweave::engine
