// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/projection.h"

#include "ui/canvas/equal_earth.h"

#include <QCoreApplication>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kRadius = 180.0 / std::numbers::pi;   // of the sphere, map units
constexpr double kMercatorLimit = 85.05112877980659;   // atan(sinh(pi))
constexpr double kEquatorMetersPerDegree = 111319.49079327357;   // WGS84 semi-major axis times one degree
constexpr double kEdgeTolerance = 1e-9;                // degrees: longitudes cut at the edge stay on their side

double mercatorY(double latitude) { return std::asinh(std::tan(latitude * kDegree)) / kDegree; }
double mercatorLatitude(double y) { return std::atan(std::sinh(y * kDegree)) / kDegree; }

double withinTurn(double longitude)
{
    const double within = unwrapped(longitude, 0.0);
    return within >= 180.0 ? within - Projection::kWorldWidth : within;
}

QPointF southwards(QPointF point) { return {point.x() * kRadius, -point.y() * kRadius}; }
QPointF northwards(QPointF point) { return {point.x() / kRadius, -point.y() / kRadius}; }

GeoPosition equalEarthPlace(QPointF point, double middle)
{
    const EqualEarthPlace place = equalEarthInverse(northwards(point));
    const double east = std::clamp(place.longitude, -std::numbers::pi, std::numbers::pi);
    return {place.latitude / kDegree, withinTurn(middle + east / kDegree)};
}

} // namespace

double unwrapped(double longitude, double reference)
{
    return longitude - Projection::kWorldWidth * std::round((longitude - reference) / Projection::kWorldWidth);
}

QPointF nearestCopy(QPointF point, QPointF reference, double period)
{
    if (period <= 0.0) return point;
    return {point.x() - period * std::round((point.x() - reference.x()) / period), point.y()};
}

Projection::Projection(ProjectionKind kind, GeoPosition middle) : m_kind(kind)
{
    if (kind == ProjectionKind::EqualEarth) m_middle.longitude = withinTurn(middle.longitude);
    if (kind == ProjectionKind::Globe) m_middle = {std::clamp(middle.latitude, -90.0, 90.0), withinTurn(middle.longitude)};
    m_globe = Globe(m_middle);
}

bool Projection::turns() const { return m_kind == ProjectionKind::EqualEarth || m_kind == ProjectionKind::Globe; }

Projection Projection::turnedTo(GeoPosition middle) const { return Projection(m_kind, middle); }

double Projection::maximumLatitude() const { return m_kind == ProjectionKind::Mercator ? kMercatorLimit : 90.0; }

QRectF Projection::bounds() const
{
    if (m_kind == ProjectionKind::Globe) return {-kRadius, -kRadius, 2 * kRadius, 2 * kRadius};
    const double top = forward({90.0, m_middle.longitude}).y();
    const double half = m_kind == ProjectionKind::EqualEarth ? southwards(equalEarth(0, std::numbers::pi)).x() : kWorldWidth / 2;
    return {-half, top, 2 * half, -2 * top};
}

QPointF Projection::forward(GeoPosition position) const
{
    switch (m_kind) {
    case ProjectionKind::Equirectangular: return {position.longitude, -std::clamp(position.latitude, -90.0, 90.0)};
    case ProjectionKind::Mercator:
        return {position.longitude, -mercatorY(std::clamp(position.latitude, -kMercatorLimit, kMercatorLimit))};
    case ProjectionKind::EqualEarth: {
        const double east = position.longitude - m_middle.longitude;
        const double within = std::abs(east) <= 180.0 + kEdgeTolerance ? east : unwrapped(east, 0.0);
        return southwards(equalEarth(position.latitude * kDegree, within * kDegree));
    }
    case ProjectionKind::Globe: {
        const Direction direction = m_globe.direction(position);
        return onDisk(direction.z < 0 ? pushedToHorizon(direction) : direction);
    }
    }
    Q_UNREACHABLE();
}

GeoPosition Projection::inverse(QPointF point) const
{
    switch (m_kind) {
    case ProjectionKind::Equirectangular: return {std::clamp(-point.y(), -90.0, 90.0), withinTurn(point.x())};
    case ProjectionKind::Mercator:
        return {std::clamp(mercatorLatitude(-point.y()), -kMercatorLimit, kMercatorLimit), withinTurn(point.x())};
    case ProjectionKind::EqualEarth: return equalEarthPlace(point, m_middle.longitude);
    case ProjectionKind::Globe: return m_globe.place(northwards(point));
    }
    Q_UNREACHABLE();
}

QPointF Projection::onDisk(const Direction& direction) { return southwards({direction.x, direction.y}); }

Projection Projection::turnedFor(GeoPosition place, QPointF point) const
{
    switch (m_kind) {
    case ProjectionKind::Equirectangular:
    case ProjectionKind::Mercator: return *this;
    case ProjectionKind::EqualEarth: {
        const double east = northwards(point).x() / equalEarthStretch(place.latitude * kDegree) / kDegree;
        return turnedTo({0.0, place.longitude - std::clamp(east, -180.0, 180.0)});
    }
    case ProjectionKind::Globe: return turnedTo(m_globe.middleFor(place, northwards(point)));
    }
    Q_UNREACHABLE();
}

bool Projection::shows(GeoPosition position) const
{
    return m_kind != ProjectionKind::Globe || m_globe.direction(position).z >= 0;
}

bool Projection::covers(QPointF point) const
{
    switch (m_kind) {
    case ProjectionKind::Equirectangular:
    case ProjectionKind::Mercator: return std::abs(point.y()) <= bounds().bottom();
    case ProjectionKind::EqualEarth:
        return std::abs(point.y()) <= bounds().bottom()
            && std::abs(equalEarthInverse(northwards(point)).longitude) <= std::numbers::pi;
    case ProjectionKind::Globe: return std::hypot(point.x(), point.y()) <= kRadius;
    }
    Q_UNREACHABLE();
}

QPolygonF Projection::outline() const
{
    QPolygonF edge;
    if (m_kind == ProjectionKind::Globe) {
        for (int degree = 0; degree < 360; ++degree)
            edge.append(QPointF(std::cos(degree * kDegree), std::sin(degree * kDegree)) * kRadius);
        return edge;
    }
    for (int latitude = -90; latitude <= 90; ++latitude) edge.append(forward({double(latitude), m_middle.longitude + 180.0}));
    for (int latitude = 90; latitude >= -90; --latitude) edge.append(forward({double(latitude), m_middle.longitude - 180.0}));
    return edge;
}

double Projection::metersPerUnit(double y) const
{
    if (m_kind == ProjectionKind::Globe) return kEquatorMetersPerDegree;
    const double latitude = inverse({0.0, y}).latitude * kDegree;
    const double stretch = m_kind == ProjectionKind::EqualEarth ? equalEarthStretch(latitude) : 1.0;
    return kEquatorMetersPerDegree * std::max(std::cos(latitude), 0.01) / stretch;
}

QString projectionName(ProjectionKind kind)
{
    switch (kind) {
    case ProjectionKind::Equirectangular: return QCoreApplication::translate("Canvas", "Equirectangular");
    case ProjectionKind::Mercator: return QCoreApplication::translate("Canvas", "Mercator");
    case ProjectionKind::EqualEarth: return QCoreApplication::translate("Canvas", "Equal Earth");
    case ProjectionKind::Globe: return QCoreApplication::translate("Canvas", "Globe");
    }
    Q_UNREACHABLE();
}

GeoPosition rounded(GeoPosition position)
{
    const auto round = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    return {round(position.latitude), round(position.longitude)};
}

} // namespace bellweave::ui
