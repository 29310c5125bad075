// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/cut_line.h"

#include <algorithm>

namespace bellweave::ui {

std::optional<QLineF> cutLine(const QLineF& line, const QRectF& area)
{
    double from = 0.0, to = 1.0;
    const double steps[] = {-line.dx(), line.dx(), -line.dy(), line.dy()};
    const double room[] = {line.x1() - area.left(), area.right() - line.x1(), line.y1() - area.top(), area.bottom() - line.y1()};
    for (int side = 0; side < 4; ++side) {
        if (steps[side] == 0.0) {
            if (room[side] < 0.0) return std::nullopt;
            continue;
        }
        const double at = room[side] / steps[side];
        steps[side] < 0.0 ? from = std::max(from, at) : to = std::min(to, at);
    }
    return from < to ? std::optional(QLineF(line.pointAt(from), line.pointAt(to))) : std::nullopt;
}

} // namespace bellweave::ui
