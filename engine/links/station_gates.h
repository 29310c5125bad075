// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/swap.h"
#include "model/network/hardware.h"

#include <algorithm>

namespace bellweave::engine {

/// The quality of a swap that a station makes with its gates: a two-qubit gate, a Hadamard on the control, two read-outs. The
/// Hadamard's depolarizing p = 1 - 2e flips the control's outcome with (1-p)/2 = e, before the read-out flips it once more.
inline SwapQuality swapQuality(const GateSet& gates)
{
    const double hadamard = std::min(0.5, gates.oneQubitError);
    const double control = gates.readoutError + hadamard - 2.0 * gates.readoutError * hadamard;
    return {gateQualityFromError(gates.twoQubitError), control, gates.readoutError};
}

} // namespace bellweave::engine
