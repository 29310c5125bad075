// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_loops_body.h"

namespace bellweave::engine {

extern const LaneLoops kAvx2LaneLoops = loopsNamed("avx2");

} // namespace bellweave::engine
