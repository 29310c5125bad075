// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/lane_loops_body.h"

namespace bellweave::engine {

extern const LaneLoops kAvx512LaneLoops = loopsNamed("avx512");

} // namespace bellweave::engine
