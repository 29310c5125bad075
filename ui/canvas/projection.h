// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

#include <QPolygonF>
#include <QRectF>

namespace bellweave::ui {

enum class ProjectionKind { Equirectangular, Mercator };

/// From places on Earth to the flat map and back. Map units: one is a degree of longitude; x grows eastwards and repeats
/// every kWorldWidth, y grows southwards.
class Projection {
public:
    static constexpr double kWorldWidth = 360.0;

    explicit Projection(ProjectionKind kind = ProjectionKind::Mercator) : m_kind(kind) {}
    ProjectionKind kind() const { return m_kind; }

    /// Latitudes beyond maximumLatitude() are drawn at the map's edge.
    QPointF forward(GeoPosition position) const;
    /// Longitude in [-180, 180). Points beyond the map's edge become the nearest place.
    GeoPosition inverse(QPointF point) const;
    /// 90°; 85.0511° for Mercator, which makes its world a square.
    double maximumLatitude() const;
    /// The world once.
    QRectF bounds() const;
    /// The WGS84 geodesic, without jumps: it starts at `from` and may run past ±180 in x.
    QPolygonF geodesicLine(GeoPosition from, GeoPosition to) const;
    /// Meters on the ground per map unit at a height of the map, east-west.
    double metersPerUnit(double y) const;

    bool operator==(const Projection&) const = default;

private:
    ProjectionKind m_kind;
};

/// `longitude` shifted by whole turns to lie within half a turn of `reference`, degrees.
double unwrapped(double longitude, double reference);

/// A place as it is stored after a gesture of the mouse: to a millionth of a degree, a tenth of a meter.
GeoPosition rounded(GeoPosition position);

} // namespace bellweave::ui
