// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/emission.h"

#include <cmath>

namespace bellweave::engine {

double lensShare(double numericalAperture) { return 0.5 * (1.0 - std::sqrt(1.0 - numericalAperture * numericalAperture)); }

double cavityEmission(const CavityEmitter& e)
{
    // Written without the cooperativity, which is infinite for an emitter that decays into nothing else.
    const double pull = 4.0 * e.coupling * e.coupling;
    return pull / (pull + e.cavityDecay * e.emitterDecay) * e.outputDecay / (e.cavityDecay + e.emitterDecay);
}

} // namespace bellweave::engine
