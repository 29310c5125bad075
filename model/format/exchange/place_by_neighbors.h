// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <vector>

namespace bellweave {

/// Places every site without a position at the mean, on the sphere, of its placed neighbors, working outward from the
/// placed sites. Sites that would fall on one place are spread around it. Sites of a component without any placed site stay
/// unplaced. Returns the sites that were placed.
std::vector<SiteId> placeByNeighbors(Network& network);

} // namespace bellweave
