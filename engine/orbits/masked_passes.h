// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/passes.h"
#include "model/network/horizon_mask.h"

namespace bellweave::engine {

/// Parts of passes in which a satellite stands above `horizon`, rad, and above what `mask` bars toward its azimuth: one high obstacle makes two
/// passes of one. Otherwise as passesOf().
std::vector<Pass> passesOver(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double seconds, double horizon, const HorizonMask& mask, const std::stop_token& stop = {});

} // namespace bellweave::engine
