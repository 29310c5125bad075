// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace bellweave::ui {

class Projection;

/// Which part of the map is seen, and how large. A value; map units are those of Projection, screen units are px.
struct Camera {
    QPointF center;
    double scale = 3.0;   ///< px per map unit
    QSizeF size{800, 600};
    double period = 360.0;   ///< map units after which the map repeats in x; 0 when it shows the world once

    QPointF toScreen(QPointF map) const;
    QPointF toMap(QPointF screen) const;
    QRectF visible() const;
    /// The same place stays under `screen`.
    Camera zoomed(QPointF screen, double factor) const;
    /// The picture moves by this many px.
    Camera panned(QPointF pixels) const;
    /// Shows an area with a margin in px around it.
    Camera fitted(const QRectF& area, double margin) const;
    /// Within the world from pole to pole, no smaller than the world once, no larger than streets; center in [-180, 180), or
    /// on the middle of a map that turns.
    Camera limited(const Projection& projection) const;
    /// Whole turns, in map units, by which something with these bounds must be shifted to be seen; empty when it is not. Only 0
    /// on a map that shows the world once.
    std::vector<double> turnsSeen(const QRectF& bounds) const;
    /// On the screen, at the copy of the world that is nearest to the middle.
    QPointF nearestToScreen(QPointF map) const;

    bool operator==(const Camera&) const = default;
};

} // namespace bellweave::ui
