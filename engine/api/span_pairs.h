// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/span_moments.h"

namespace bellweave::engine {

/// A demand that is served from end to end at every moment, by pairs or by light: what it is at its best moment, with the means and the course
/// of the whole span. Precondition: the moments are evaluated.
DemandResult meanOfPairs(const SpanMoments& moments, const Demand& demand);

} // namespace bellweave::engine
