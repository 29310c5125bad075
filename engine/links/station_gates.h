// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/distillation.h"
#include "engine/physics/memory_decay.h"
#include "engine/physics/swap.h"
#include "model/network/hardware.h"

#include <algorithm>
#include <cmath>

namespace bellweave::engine {

/// The quality of a swap that a station makes with its gates: a two-qubit gate, a Hadamard on the control, two read-outs. The
/// Hadamard's depolarizing p = 1 - 2e flips the control's outcome with (1-p)/2 = e, before the read-out flips it once more.
inline SwapQuality swapQuality(const GateSet& gates)
{
    const double hadamard = std::min(0.5, gates.oneQubitError);
    const double control = gates.readoutError + hadamard - 2.0 * gates.readoutError * hadamard;
    return {gateQualityFromError(gates.twoQubitError), control, gates.readoutError};
}

/// From the later of two pairs to the end of a swap, or of a station's part in a round of distillation: gate and read-out.
inline Duration operationTime(const GateSet& gates) { return gates.twoQubitTime + gates.readoutTime; }

inline DecayRates decayRates(const Memory& memory)
{
    const double rate = 1.0 / memory.coherenceTime.si();
    switch (memory.coherenceDecay) {
    case CoherenceDecay::Exponential: break;
    case CoherenceDecay::Gaussian: return gaussianDecayRates(memory.relaxationTime, memory.coherenceTime);
    case CoherenceDecay::DepolarizingQubit: return {rate, rate};
    case CoherenceDecay::DepolarizingPair: return {0.5 * rate, 0.5 * rate};    // of each of its halves
    }
    return decayRates(memory.relaxationTime, memory.coherenceTime);
}

/// T2 of exponential decay that leaves as much of a fresh qubit's coherence after that time.
inline Duration coherenceTimeOver(const Memory& memory, Duration time)
{
    const DecayRates rates = decayRates(memory);
    return Duration::fromSi(1.0 / (rates.xx + rates.gaussian * time.si()));
}

/// Coherence that a pair stored in a memory loses to attempts beside it, 1/s, of so many qubits every `cycle`.
inline double attemptDephasing(const Memory& memory, int qubits, Duration cycle)
{
    return memory.attemptDephasing > 0.0 ? dephasingExponent(memory.attemptDephasing) * (qubits / cycle.si()) : 0.0;
}

/// Local operations of a distillation round between two stations, each quality the geometric mean of the two.
inline DistillationQuality meanQuality(const GateSet& a, const GateSet& b)
{
    const auto rotation = [](const GateSet& gates) { return std::max(0.0, 1.0 - 2.0 * gates.oneQubitError); };
    return {std::sqrt(gateQualityFromError(a.twoQubitError) * gateQualityFromError(b.twoQubitError)), std::sqrt(rotation(a) * rotation(b)),
            0.5 * (a.readoutError + b.readoutError)};
}

} // namespace bellweave::engine
