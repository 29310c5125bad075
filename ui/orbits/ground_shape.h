// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/ground_area.h"
#include "ui/canvas/projection.h"

#include <QPolygonF>
#include <vector>

namespace bellweave::ui {

/// What a map shows of an area of the Earth: rings to be filled, map units. On a map that repeats a ring may run past ±180 in x, and around
/// a pole it goes along the map's edge; the globe hides what lies behind its horizon. Empty when nothing is seen.
std::vector<QPolygonF> ringsOf(const engine::GroundArea& area, const Projection& projection);

} // namespace bellweave::ui
