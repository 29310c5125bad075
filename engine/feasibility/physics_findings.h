// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

namespace bellweave::engine {

/// Adds what only the numbers show: links that no protocol can use or that are shorter than the
/// straight line, links and stations asked for more than they give, stations that serve their links in turn.
void addPhysicsFindings(const Network& network, Evaluation& evaluation);

/// Adds sources whose wavelength lies outside the band of their fiber. Does not depend on where sites are.
void addBandFindings(const Network& network, std::vector<Finding>& findings);

/// True when a typed length is below the straight distance of the two ends by more than the rounding of a map.
bool isShorterThanStraight(const LinkResult& result);

} // namespace bellweave::engine
