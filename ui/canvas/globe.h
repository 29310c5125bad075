// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

#include <QPointF>

namespace bellweave::ui {

/// A unit vector seen from the camera: x to the right, y up, z towards the eye. z < 0 lies behind the horizon.
struct Direction {
    double x = 0.0;
    double y = 0.0;
    double z = 1.0;
};

/// A unit sphere seen from far away (orthographic projection), north up, with one place in the middle.
/// Source: J. P. Snyder, Map Projections: A Working Manual, USGS Professional Paper 1395 (1987), equations 20-3 to 20-18.
class Globe {
public:
    explicit Globe(GeoPosition middle = {});

    Direction direction(GeoPosition place) const;
    /// The place seen at a point, x to the right and y up in radii; beyond the edge the nearest place on it.
    GeoPosition place(QPointF point) const;
    /// The middle at which a place is seen at a point, with north up; as near as it goes when there is none.
    GeoPosition middleFor(GeoPosition place, QPointF point) const;

    bool operator==(const Globe&) const = default;

private:
    GeoPosition m_middle;
    double m_sine = 0.0;      // of the middle's latitude
    double m_cosine = 1.0;
};

/// Where the straight way between two directions passes the horizon; one of them lies before it and one behind.
Direction atHorizon(const Direction& from, const Direction& to);
/// The share of that way at which it does.
double shareAtHorizon(const Direction& from, const Direction& to);
/// On the edge of the disk in the same direction from its middle.
Direction pushedToHorizon(const Direction& direction);

} // namespace bellweave::ui
