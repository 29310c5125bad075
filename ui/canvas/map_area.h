// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/projection.h"

#include <vector>

namespace bellweave::ui {

/// An area of the Earth as a map shows it, to be filled by the odd-even rule; map units. Rings are given in degrees, x =
/// longitude without jumps, y = latitude, the outer ring first. The area is cut at the edge of a map that shows the world
/// once, and on the globe at the horizon, which it then follows. Precondition: the area never covers the whole disk.
std::vector<QPolygonF> areaOnMap(const std::vector<QPolygonF>& rings, const Projection& projection);

} // namespace bellweave::ui
