// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/globe.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kInsideEdge = 1.0 - 1e-6;   // a place taken from the very edge would be lost behind it by rounding

double withinTurn(double longitude) { return longitude - 360.0 * std::floor((longitude + 180.0) / 360.0); }

} // namespace

Globe::Globe(GeoPosition middle)
    : m_middle(middle), m_sine(std::sin(middle.latitude * kDegree)), m_cosine(std::cos(middle.latitude * kDegree))
{
}

Direction Globe::direction(GeoPosition place) const
{
    const double up = std::sin(place.latitude * kDegree);
    const double radius = std::cos(place.latitude * kDegree);
    const double east = (place.longitude - m_middle.longitude) * kDegree;
    const double ahead = radius * std::cos(east);
    return {radius * std::sin(east), m_cosine * up - m_sine * ahead, m_sine * up + m_cosine * ahead};
}

GeoPosition Globe::place(QPointF point) const
{
    const double radius = std::hypot(point.x(), point.y());
    if (radius > kInsideEdge) point *= kInsideEdge / radius;
    const double toEye = std::sqrt(1.0 - QPointF::dotProduct(point, point));
    const double up = std::clamp(toEye * m_sine + point.y() * m_cosine, -1.0, 1.0);
    const double east = std::atan2(point.x(), toEye * m_cosine - point.y() * m_sine);
    return {std::asin(up) / kDegree, withinTurn(m_middle.longitude + east / kDegree)};
}

GeoPosition Globe::middleFor(GeoPosition place, QPointF point) const
{
    const double up = std::sin(place.latitude * kDegree);
    const double radius = std::max(std::cos(place.latitude * kDegree), 1e-12);
    double east = std::asin(std::clamp(point.x() / radius, -1.0, 1.0));
    // Beyond the pole the same x belongs to the other side.
    if (std::cos((place.longitude - m_middle.longitude) * kDegree) < 0) east = std::numbers::pi - east;
    const double ahead = radius * std::cos(east);
    const double reach = std::max(std::hypot(up, ahead), 1e-12);
    const double latitude = std::acos(std::clamp(point.y() / reach, -1.0, 1.0)) - std::atan2(ahead, up);
    const double turned = std::remainder(latitude, 2 * std::numbers::pi) / kDegree;
    return {std::clamp(turned, -90.0, 90.0), withinTurn(place.longitude - east / kDegree)};
}

double shareAtHorizon(const Direction& from, const Direction& to) { return from.z / (from.z - to.z); }

Direction atHorizon(const Direction& from, const Direction& to)
{
    const double share = shareAtHorizon(from, to);
    return pushedToHorizon({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share, 0.0});
}

Direction pushedToHorizon(const Direction& direction)
{
    const double radius = std::hypot(direction.x, direction.y);
    return radius > 0 ? Direction{direction.x / radius, direction.y / radius, 0.0} : Direction{0.0, 1.0, 0.0};
}

} // namespace bellweave::ui
