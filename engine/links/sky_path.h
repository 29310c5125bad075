// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/free_space_path.h"

namespace bellweave::engine {

/// A beam between telescopes on the ground and in orbit, as they lie now: from the transmitter's optics into the fiber or onto the detector
/// behind the receiver. Means over fading, as of beams near the ground. Turbulence spreads what goes up and spoils the coupling of what
/// comes down; between satellites there is none. Background is what the receiver passes on, photons per second. A link whose way was not
/// worked out, or that is blocked, says why.
FreeSpacePath skyPath(const SatelliteLink& link);

} // namespace bellweave::engine
