// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

namespace bellweave::engine {

// Links with memories that absorb. What they have in common with others (memories, gates, phases) is in LinkPhysics.
// Source: Jones, Kim, Rakher, Kwiat & Ladd, New J. Phys. 18, 083015 (2016).

/// None when no pair source on the way serves both ends.
std::optional<PairSourcePhysics> pairSourcePhysics(const NodeHardware& a, const NodeHardware& b, const LightRun& run);
/// From each end to the other one where that can absorb. Precondition: the run is open.
std::vector<SendingPhysics> sendingPhysics(const NodeHardware& a, const NodeHardware& b, const LightRun& run);

} // namespace bellweave::engine
