// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/geo/geodesic.h"

#include <GeographicLib/Constants.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>

#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

const GeographicLib::Geodesic& wgs84()
{
    return GeographicLib::Geodesic::WGS84();
}

GeographicLib::GeodesicLine lineBetween(GeoPosition from, GeoPosition to)
{
    return wgs84().InverseLine(from.latitude, from.longitude, to.latitude, to.longitude);
}

GeoPosition pointOn(const GeographicLib::GeodesicLine& line, double distance)
{
    GeoPosition point;
    line.Position(distance, point.latitude, point.longitude);
    return point;
}

} // namespace

Geodesic geodesic(GeoPosition from, GeoPosition to)
{
    double distance = 0.0;
    double start = 0.0;
    double end = 0.0;
    wgs84().Inverse(from.latitude, from.longitude, to.latitude, to.longitude, distance, start, end);
    return {Length::fromSi(distance), Angle::fromSi(start * kDegree), Angle::fromSi(end * kDegree)};
}

Length geodesicDistance(GeoPosition from, GeoPosition to)
{
    double distance = 0.0;
    wgs84().Inverse(from.latitude, from.longitude, to.latitude, to.longitude, distance);
    return Length::fromSi(distance);
}

GeoPosition geodesicDestination(GeoPosition from, Angle azimuth, Length distance)
{
    GeoPosition point;
    wgs84().Direct(from.latitude, from.longitude, azimuth.si() / kDegree, distance.si(), point.latitude, point.longitude);
    return point;
}

GeoPosition geodesicPoint(GeoPosition from, GeoPosition to, double fraction)
{
    const GeographicLib::GeodesicLine line = lineBetween(from, to);
    return pointOn(line, fraction * line.Distance());
}

std::vector<GeoPosition> geodesicPoints(GeoPosition from, GeoPosition to, int count)
{
    Q_ASSERT_X(count >= 2, "geodesicPoints", "a way has at least its two ends");
    const GeographicLib::GeodesicLine line = lineBetween(from, to);
    std::vector<GeoPosition> points{from};
    for (int index = 1; index < count - 1; ++index)
        points.push_back(pointOn(line, line.Distance() * index / (count - 1)));
    points.push_back(to);
    return points;
}

} // namespace bellweave::engine
