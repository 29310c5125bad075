// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"
#include "engine/orbits/sky_scene.h"

namespace bellweave::engine {

/// Follows the satellites of a design over its span and gives each demand that they may serve its means and its course: rate, key rate,
/// fidelity and times. `momentary`: the evaluation at the beginning, whose demands are replaced; `now`: the design then. Demands that no
/// satellite link can reach stay as they are. Key that is relayed waits in trusted nodes: each of its hops counts by its own mean.
void evaluateSpan(const SkyScene& scene, const Network& now, Evaluation& momentary);

} // namespace bellweave::engine
