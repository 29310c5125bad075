// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/microwave_pair.h"

#include <cmath>

namespace bellweave::engine {
namespace {

/// What the line makes of no photon and of one.
struct Arrival {
    double emptyStaysEmpty = 1.0;
    double fullArrives = 1.0;
    double coherence = 1.0;    ///< of |0><1|
};

Arrival arrivalOf(double eta, double photons)
{
    const double gain = 1.0 + (1.0 - eta) * photons;
    return {1.0 / gain, 1.0 - (gain - eta) / (gain * gain), std::sqrt(eta) / (gain * gain)};
}

} // namespace

TwoQubitState halfPhotonPair(double transmissivity, double environmentPhotons)
{
    const Arrival line = arrivalOf(transmissivity, environmentPhotons);
    TwoQubitState rho = TwoQubitState::Zero();
    rho(0, 0) = 0.5 * (1.0 - line.fullArrives);
    rho(1, 1) = 0.5 * line.fullArrives;
    rho(2, 2) = 0.5 * line.emptyStaysEmpty;
    rho(3, 3) = 0.5 * (1.0 - line.emptyStaysEmpty);
    rho(1, 2) = rho(2, 1) = 0.5 * line.coherence;
    return rho;
}

TimeBinPair timeBinPair(double transmissivity, double environmentPhotons)
{
    const Arrival line = arrivalOf(transmissivity, environmentPhotons);
    const double right = line.fullArrives * line.emptyStaysEmpty;
    const double wrong = (1.0 - line.fullArrives) * (1.0 - line.emptyStaysEmpty);
    TimeBinPair pair{right + wrong, 0.25 * TwoQubitState::Identity()};
    if (!(pair.accepted > 0.0)) return pair;
    pair.state = TwoQubitState::Zero();
    pair.state(0, 0) = pair.state(3, 3) = 0.5 * right / pair.accepted;
    pair.state(1, 1) = pair.state(2, 2) = 0.5 * wrong / pair.accepted;
    pair.state(0, 3) = pair.state(3, 0) = 0.5 * line.coherence * line.coherence / pair.accepted;
    return pair;
}

} // namespace bellweave::engine
