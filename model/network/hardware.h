// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <QString>

namespace bellweave {

/// How the coherence of a stored qubit is lost: e^(-t/T2), by noise that forgets at once, or e^(-(t/T2)²), by noise that stays
/// as it is while a qubit waits. What T2 means in other programs: every qubit is depolarized by e^(-t/T2), or every pair is, each half
/// by half of it while it waits; both know no T1.
enum class CoherenceDecay { Exponential, Gaussian, DepolarizingQubit, DepolarizingPair };

/// Qubits that hold one half of a pair while it waits.
struct Memory {
    Duration relaxationTime = Duration::fromSi(1.0);     ///< T1, Pauli-twirled relaxation
    Duration coherenceTime = Duration::fromSi(0.1);      ///< T2 <= 2 T1
    CoherenceDecay coherenceDecay = CoherenceDecay::Exponential;   ///< shape of the decay with T2; that with T1 is exponential
    int slots = 1;                                       ///< communication qubits that can attempt at the same time
    double efficiency = 1.0;                             ///< write times read; 1 for emitters entangled directly
    double attemptDephasing = 0.0;                       ///< probability that one attempt on the other link flips its phase
    int temporalModes = 1;                               ///< photons, one after the other, that one slot tells apart in one attempt
    int frequencyModes = 1;                              ///< photons of different color, all at once, that it tells apart
    int spatialModes = 1;                                ///< photons in places side by side, all at once, that it tells apart
    double loadingEfficiency = 0.0;                      ///< an arriving photon is stored and heralded; 0 = cannot absorb
    double loadingError = 0.0;                           ///< average infidelity of a qubit stored so
    double falseLoading = 0.0;                           ///< probability that a mode heralds without a photon
    bool operator==(const Memory&) const = default;
};

/// True where T1 counts beside T2, which it bounds.
inline bool knowsRelaxation(const Memory& memory) { return memory.coherenceDecay == CoherenceDecay::Exponential || memory.coherenceDecay == CoherenceDecay::Gaussian; }

/// True when photons can be loaded into the memory and it tells when that worked.
inline bool canAbsorb(const Memory& memory) { return memory.loadingEfficiency > 0.0; }

/// What entangles a memory with a photon and sends it off.
struct PhotonSource {
    Length wavelength = Length::fromSi(1550e-9);         ///< in the fiber, after conversion
    double emissionEfficiency = 0.1;                     ///< one attempt puts a photon into the fiber, before conversion
    double conversionEfficiency = 1.0;                   ///< frequency conversion, end to end; 1 = none
    Rate conversionNoise;                                ///< noise photons per second that leave the converter
    double thermalPhotons = 0.0;                         ///< mean, in the microwave mode of a transducer while it emits
    double visibility = 0.9;                             ///< two-photon interference visibility with a like source
    double doubleExcitation = 0.0;                       ///< probability of a second photon per attempt
    Duration preparationTime = Duration::fromSi(1e-5);   ///< reset, preparation, emission; without light travel
    Duration lifetime = Duration::fromSi(1e-8);          ///< 1/e duration of the photon
    double clockDrift = 0.0;                             ///< seconds a second that the clock of emissions goes wrong
    Duration clockSetting = Duration::fromSi(1.0);       ///< from one setting of the clock to the next
    bool operator==(const PhotonSource&) const = default;
};

/// Gates and read-out used for the swap.
struct GateSet {
    double oneQubitError = 1e-3;                         ///< average infidelity
    double twoQubitError = 1e-2;                         ///< average infidelity of the gate that the swap uses
    double readoutError = 1e-2;                          ///< probability of a flipped outcome
    Duration twoQubitTime = Duration::fromSi(1e-4);
    Duration readoutTime = Duration::fromSi(1e-4);
    double swapSuccess = 1.0;                            ///< 1 = deterministic, 0.5 = linear optics
    bool operator==(const GateSet&) const = default;
};

/// Everything a station needs to take part in a chain. `preset` names where untouched values come from.
struct NodeHardware {
    QString preset = QStringLiteral("trapped-ion-ca-2026");
    Memory memory;
    PhotonSource source;
    GateSet gates;
    bool operator==(const NodeHardware&) const = default;
};

/// One detector of a heralding station; a station has two of them behind a beam splitter.
struct Detector {
    double efficiency = 0.9;
    Rate darkCounts = Rate::fromSi(1.0);
    Duration window = Duration::fromSi(1e-7);            ///< acceptance window of one attempt
    Duration jitter = Duration::fromSi(1.5e-10);         ///< full width at half maximum of the time it tells
    Duration deadTime = Duration::fromSi(4e-8);          ///< blind after a click
    double afterPulsing = 0.0;                           ///< probability that a click is followed by a false one
    bool operator==(const Detector&) const = default;
};

} // namespace bellweave
