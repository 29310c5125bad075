// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/links/elementary_link.h"

#include <vector>

namespace bellweave::engine {

/// One memory sends, the other absorbs: a photon that is loaded leaves the pair, a false herald leaves nothing of it.
OperatingPoint sentPoint(const LinkPhysics& physics, const SendingPhysics& sending, RouteEnds ends, const RunSettings& settings);

/// A pair source of this mean number of pairs in each mode of a pulse, closed form over all numbers. Attempts follow each other at the pace of
/// the source. A memory that loaded a photon keeps it until it hears of the other side, and is of no use meanwhile where that
/// loaded none: an attempt counts when both sides have a free mode, which is taken to be independent.
/// Precondition: the link has a pair source.
OperatingPoint pairSourcePoint(const LinkPhysics& physics, double meanPairs, RouteEnds ends, const RunSettings& settings);
/// The numbers worth trying, from most faithful to fastest; the chosen one alone where there is one.
std::vector<double> meanPairsToTry(const PairSourcePhysics& source);

/// Chance that one at least of `places` >= 1 is free when arrivals want `offered` of them on average, each for a fixed time and
/// lost when none is free: 1 - B, Erlang's loss formula, which holds for any law of the time. Above 2000 places the limit of many.
/// Source: Sevastyanov, Theory Probab. Appl. 2, 104 (1957) for the insensitivity.
double freeShare(double places, double offered);

} // namespace bellweave::engine
