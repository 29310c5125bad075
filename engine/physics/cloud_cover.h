// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

#include <span>

namespace bellweave::engine {

/// A place with its chance of a clear sky, and how far it is from the one before on the way.
struct CloudSite {
    double clear = 1.0;
    Length fromBefore;
};

/// Over this distance the weather of two places loses what it has in common: correlation exp(-d/L), L = 300 km (200 to 500 km; remembered).
inline constexpr Length kWeatherLength = 300_km;

/// Chance that the sky is clear over all places at once: each depends on the one before alone, with the covariance
/// exp(-d/L) sqrt(p(1-p)q(1-q)) of two. Source: Bernoulli variables of given correlation; a Markov chain along the way.
double allClear(std::span<const CloudSite> places);

} // namespace bellweave::engine
