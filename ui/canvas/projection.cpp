// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/projection.h"

#include "engine/geo/geodesic.h"

#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kMercatorLimit = 85.05112877980659;   // atan(sinh(pi))
constexpr double kEquatorMetersPerDegree = 111319.49079327357;   // WGS84 semi-major axis times one degree
constexpr double kMetersPerPoint = 100e3;   // a chord this long leaves its geodesic by less than a pixel on a continent
constexpr int kMostPoints = 128;

double mercatorY(double latitude) { return std::asinh(std::tan(latitude * kDegree)) / kDegree; }
double mercatorLatitude(double y) { return std::atan(std::sinh(y * kDegree)) / kDegree; }

} // namespace

double unwrapped(double longitude, double reference)
{
    return longitude - Projection::kWorldWidth * std::round((longitude - reference) / Projection::kWorldWidth);
}

double Projection::maximumLatitude() const { return m_kind == ProjectionKind::Mercator ? kMercatorLimit : 90.0; }

QRectF Projection::bounds() const
{
    const double top = forward({90.0, 0.0}).y();
    return {-kWorldWidth / 2, top, kWorldWidth, -2 * top};
}

QPointF Projection::forward(GeoPosition position) const
{
    const double limit = maximumLatitude();
    const double latitude = std::clamp(position.latitude, -limit, limit);
    return {position.longitude, m_kind == ProjectionKind::Mercator ? -mercatorY(latitude) : -latitude};
}

GeoPosition Projection::inverse(QPointF point) const
{
    const double limit = maximumLatitude();
    const double latitude = m_kind == ProjectionKind::Mercator ? mercatorLatitude(-point.y()) : -point.y();
    const double longitude = unwrapped(point.x(), 0.0);
    return {std::clamp(latitude, -limit, limit), longitude >= 180.0 ? longitude - kWorldWidth : longitude};
}

QPolygonF Projection::geodesicLine(GeoPosition from, GeoPosition to) const
{
    const double meters = engine::geodesicDistance(from, to).si();
    const int count = std::clamp(static_cast<int>(std::ceil(meters / kMetersPerPoint)) + 1, 2, kMostPoints);
    QPolygonF line;
    double reference = from.longitude;
    for (GeoPosition place : engine::geodesicPoints(from, to, count)) {
        place.longitude = reference = unwrapped(place.longitude, reference);
        line.append(forward(place));
    }
    return line;
}

double Projection::metersPerUnit(double y) const
{
    const double latitude = inverse({0.0, y}).latitude;
    return kEquatorMetersPerDegree * std::max(std::cos(latitude * kDegree), 0.01);
}

GeoPosition rounded(GeoPosition position)
{
    const auto round = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    return {round(position.latitude), round(position.longitude)};
}

} // namespace bellweave::ui
