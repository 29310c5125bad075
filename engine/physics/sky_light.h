// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave::engine {

/// What shines into a telescope. Elevations in rad.
struct SkyBodies {
    double sunElevation = 0.0;
    double moonElevation = -1.0;
    double moonLit = 0.0;         ///< share of its disc, 0 to 1
};

/// Radiance of a clear sky: that of the day while the Sun stands above 10 degrees, less toward and through twilight, that of the night below
/// -18 degrees; the Moon adds 1.5e-3 of day's 150 when it is full and high. Sources: Er-long et al., New J. Phys. 7, 215 (2005) for day and
/// Moon; the fall through twilight follows the light on the ground, 0.05 of the day's at sunset, 2e-4 at -6 and 5e-7 at -12 degrees
/// (Rozenberg, Twilight, 1966; remembered).
Radiance skyRadiance(Radiance day, Radiance night, const SkyBodies& bodies);

} // namespace bellweave::engine
