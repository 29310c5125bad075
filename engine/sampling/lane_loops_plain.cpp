// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_loops_body.h"

namespace bellweave::engine {

extern const LaneLoops kPlainLaneLoops = loopsNamed("plain");

} // namespace bellweave::engine
