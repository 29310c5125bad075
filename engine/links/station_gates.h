// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/physics/swap.h"
#include "model/network/hardware.h"

namespace bellweave::engine {

/// The quality of a swap that a station makes with its gates.
inline SwapQuality swapQuality(const GateSet& gates)
{
    return {gateQualityFromError(gates.twoQubitError), gates.readoutError, gates.readoutError};
}

} // namespace bellweave::engine
