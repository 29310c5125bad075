// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <optional>

namespace bellweave::engine {

/// Why no hardware whatever could serve a demand, or nothing: every way between its ends passes a measured link whose state
/// is separable. A Bell-diagonal state is separable when no weight is above 1/2 (Horodecki & Horodecki, PRA 54, 1838 (1996)),
/// and no local operation, swap or distillation makes entanglement out of it.
std::optional<QString> impossibility(const Network& network, const Demand& demand);

} // namespace bellweave::engine
