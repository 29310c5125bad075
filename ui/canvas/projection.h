// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/globe.h"

#include <QPolygonF>
#include <QRectF>

namespace bellweave::ui {

enum class ProjectionKind { Equirectangular, Mercator, EqualEarth, Globe };

/// From places on Earth to the flat map and back. Map units: a degree on the sphere, true at the equator or, on the globe,
/// in the middle; x grows eastwards, y southwards.
///
/// Equirectangular and Mercator repeat every kWorldWidth in x and are moved by the camera alone. Equal Earth and the globe
/// show the world once within an outline and are turned instead: Equal Earth to a middle longitude, which stands at x = 0,
/// the globe to a middle place, which stands at the origin. Of the globe only the half towards the eye is seen.
class Projection {
public:
    static constexpr double kWorldWidth = 360.0;

    explicit Projection(ProjectionKind kind = ProjectionKind::Mercator, GeoPosition middle = {});
    ProjectionKind kind() const { return m_kind; }

    /// Latitudes beyond maximumLatitude() are drawn at the map's edge, places behind the globe at its horizon.
    QPointF forward(GeoPosition position) const;
    /// Longitude in [-180, 180). Points beyond the map's edge become the nearest place.
    GeoPosition inverse(QPointF point) const;
    /// 90°; 85.0511° for Mercator, which makes its world a square.
    double maximumLatitude() const;
    /// The world once.
    QRectF bounds() const;
    /// Meters on the ground per map unit at a height of the map in its middle, east-west.
    double metersPerUnit(double y) const;

    /// True when it is turned rather than moved.
    bool turns() const;
    /// Map units after which the map repeats in x; 0 when it shows the world once.
    double period() const { return turns() ? 0.0 : kWorldWidth; }
    /// What stands in the middle of a map that turns.
    GeoPosition middle() const { return m_middle; }
    /// Turned to another middle; a map that does not turn stays as it is.
    Projection turnedTo(GeoPosition middle) const;
    /// Turned so that a place is seen at a point, as near as it goes.
    Projection turnedFor(GeoPosition place, QPointF point) const;

    /// False for places behind the globe.
    bool shows(GeoPosition position) const;
    /// True for points of the map, false beyond its edge.
    bool covers(QPointF point) const;
    /// The edge of a map that shows the world once.
    QPolygonF outline() const;
    /// The globe in the projection's turning; only meant for ProjectionKind::Globe.
    const Globe& globe() const { return m_globe; }
    /// A direction seen on the globe, in map units.
    static QPointF onDisk(const Direction& direction);

    bool operator==(const Projection&) const = default;

private:
    ProjectionKind m_kind;
    GeoPosition m_middle;
    Globe m_globe;
};

/// "Equal Earth".
QString projectionName(ProjectionKind kind);

/// `longitude` shifted by whole turns to lie within half a turn of `reference`, degrees.
double unwrapped(double longitude, double reference);
/// The copy of a point of the map that is nearest to another; the point itself when the period is 0.
QPointF nearestCopy(QPointF point, QPointF reference, double period);

/// A place as it is stored after a gesture of the mouse: to a millionth of a degree, a tenth of a meter.
GeoPosition rounded(GeoPosition position);

} // namespace bellweave::ui
