// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

namespace bellweave::ui {

/// One value of a drawing that the keyboard cursor and assistive technology visit.
struct PlotPoint {
    std::size_t stop = 0;      ///< index into the stops, or into the spots of a plot without axes
    std::size_t series = 0;
    QString spoken;            ///< "675 km, F after the swap, 0.909, requirement met"
};

/// Every value, stop by stop.
std::vector<PlotPoint> pointsOf(const Drawing& drawing);
/// Where the cursor goes: `stops` places on along x and `series` places on at the same x, as far as there are any. `from` may
/// be -1, the place before the first value. -1 when there are no values.
int movedPoint(const std::vector<PlotPoint>& points, int from, int stops, int series);

} // namespace bellweave::ui
