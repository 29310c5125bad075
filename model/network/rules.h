// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <optional>

namespace bellweave {

// Rules that hold between several fields of one element. `where` of the Error is the path inside the element.

/// The first law that the values break: T₂ ≤ 2 T₁, weights of a state that sum to 1. Files that break one are refused.
std::optional<Error> brokenRule(const Site& site);
std::optional<Error> brokenRule(const Link& link);
std::optional<Error> brokenRule(const Demand& demand);
std::optional<Error> brokenRule(const RunSettings& settings);
std::optional<Error> brokenRule(const TimeFrame& time);

/// The first limit that an edit must keep besides: link qubits are some of the processor's qubits.
std::optional<Error> brokenLimit(const Site& site);

} // namespace bellweave
