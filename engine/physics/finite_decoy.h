// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/detector_load.h"
#include "engine/physics/key_rate.h"

#include <array>

namespace bellweave::engine {

/// Weak pulses of three intensities, the least of them nearly empty: mu1 > mu2 + mu3, mu2 > mu3.
struct DecoyPulses {
    std::array<double, 3> means{0.5, 0.1, 2e-4};
    std::array<double, 3> shares{0.7, 0.2, 0.1};    ///< how often each is sent, sum 1
};
/// A block of BB84 with decoys.
struct DecoyBlock {
    double sifted = 1e7;        ///< n_X: bits in the basis of which key is made
    double keyBasis = 0.7;      ///< chance that one side draws it
    double secrecy = 1e-10;     ///< eps
};
/// Secret bits a pulse sent over the channel (its mean photon number aside), eps_c = 1e-15, all counts as expected: the bounds
/// on vacuum and single-photon counts from Hoeffding's inequality, on the phase error by sampling. Never below 0.
/// Source: Lim, Curty, Walenta, Xu & Zbinden, PRA 89, 022307 (2014), equations (1) to (5).
double finiteDecoyBb84(const DecoyChannel& channel, const DecoyPulses& pulses, const DecoyBlock& block, double correctionInefficiency);

/// The same channel with the false clicks that these pulses bring about at a receiver with this load.
DecoyChannel underLoad(DecoyChannel channel, const DecoyPulses& pulses, const DetectorLoad& load);

/// The intensities and shares that give most key a second where clicks burden the receiver, climbed to from several starts; with the
/// first mean as it is in the channel where that is to be kept. The background yield of the channel is that without light.
DecoyPulses bestDecoys(const DecoyChannel& channel, const DecoyBlock& block, double correctionInefficiency, bool keepsMean,
                       const DetectorLoad& load = {});

} // namespace bellweave::engine
