// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/map_line.h"

#include "engine/geo/geodesic.h"

namespace bellweave::ui {
namespace {

constexpr double kMetersPerPoint = 100e3;   // a chord this long leaves its geodesic by less than a pixel on a continent
constexpr int kMostPoints = 128;

double between(double first, double second, double share) { return first + (second - first) * share; }

/// Collects stretches point by point.
class Stretches {
public:
    void add(QPointF point, double share)
    {
        m_open.points.append(point);
        m_open.shares.push_back(share);
    }
    void cut()
    {
        if (m_open.points.size() > 1) m_done.push_back(std::move(m_open));
        m_open = {};
    }
    std::vector<MapStretch> take()
    {
        cut();
        return std::move(m_done);
    }

private:
    MapStretch m_open;
    std::vector<MapStretch> m_done;
};

std::vector<MapStretch> withoutCuts(const GroundWay& way, const Projection& projection)
{
    Stretches stretches;
    double reference = way.points.front().longitude;
    for (std::size_t i = 0; i < way.points.size(); ++i) {
        GeoPosition place = way.points[i];
        place.longitude = reference = unwrapped(place.longitude, reference);
        stretches.add(projection.forward(place), way.shares[i]);
    }
    return stretches.take();
}

/// Cut where the line leaves the map at one side to come back at the other.
std::vector<MapStretch> cutAtEdge(const GroundWay& way, const Projection& projection)
{
    const double middle = projection.middle().longitude;
    const auto point = [&](double latitude, double east) { return projection.forward({latitude, middle + east}); };
    Stretches stretches;
    double before = unwrapped(way.points.front().longitude - middle, 0.0);
    for (std::size_t i = 0; i < way.points.size(); ++i) {
        const double east = unwrapped(way.points[i].longitude - middle, 0.0);
        if (std::abs(east - before) > 180.0) {
            const double side = east < before ? 180.0 : -180.0;
            const double share = (side - before) / (east + 2 * side - before);
            const double latitude = between(way.points[i - 1].latitude, way.points[i].latitude, share);
            const double along = between(way.shares[i - 1], way.shares[i], share);
            stretches.add(point(latitude, side), along);
            stretches.cut();
            stretches.add(point(latitude, -side), along);
        }
        stretches.add(point(way.points[i].latitude, east), way.shares[i]);
        before = east;
    }
    return stretches.take();
}

std::vector<MapStretch> cutAtHorizon(const GroundWay& way, const Globe& globe)
{
    Stretches stretches;
    Direction before;
    for (std::size_t i = 0; i < way.points.size(); ++i) {
        const Direction here = globe.direction(way.points[i]);
        if (i > 0 && (here.z < 0) != (before.z < 0)) {
            const double along = between(way.shares[i - 1], way.shares[i], shareAtHorizon(before, here));
            stretches.add(Projection::onDisk(atHorizon(before, here)), along);
        }
        if (here.z < 0) stretches.cut();
        else stretches.add(Projection::onDisk(here), way.shares[i]);
        before = here;
    }
    return stretches.take();
}

void appendGeodesic(GroundWay& way, GeoPosition from, GeoPosition to)
{
    const double meters = engine::geodesicDistance(from, to).si();
    const int count = std::clamp(static_cast<int>(std::ceil(meters / kMetersPerPoint)) + 1, 2, kMostPoints);
    const double start = way.shares.back();
    const std::vector<GeoPosition> points = engine::geodesicPoints(from, to, count);
    for (int i = 1; i < count; ++i) {
        way.points.push_back(points[static_cast<std::size_t>(i)]);
        way.shares.push_back(start + meters * i / (count - 1));
    }
}

} // namespace

QPointF MapStretch::at(double share) const
{
    const auto next = std::lower_bound(shares.begin() + 1, shares.end() - 1, share);
    const auto i = static_cast<std::size_t>(next - shares.begin());
    const double length = shares[i] - shares[i - 1];
    const double part = length > 0 ? std::clamp((share - shares[i - 1]) / length, 0.0, 1.0) : 0.5;
    const auto at = static_cast<qsizetype>(i);
    return points[at - 1] + (points[at] - points[at - 1]) * part;
}

GroundWay groundWay(const std::vector<GeoPosition>& course)
{
    GroundWay way{{course.front()}, {0.0}};
    for (std::size_t i = 1; i < course.size(); ++i) appendGeodesic(way, course[i - 1], course[i]);
    const double whole = way.shares.back();
    const auto last = static_cast<double>(way.shares.size() - 1);
    for (std::size_t i = 0; i < way.shares.size(); ++i)
        way.shares[i] = whole > 0 ? way.shares[i] / whole : static_cast<double>(i) / last;
    return way;
}

std::vector<MapStretch> stretchesOf(const GroundWay& way, const Projection& projection)
{
    switch (projection.kind()) {
    case ProjectionKind::Equirectangular:
    case ProjectionKind::Mercator: return withoutCuts(way, projection);
    case ProjectionKind::EqualEarth: return cutAtEdge(way, projection);
    case ProjectionKind::Globe: return cutAtHorizon(way, projection.globe());
    }
    Q_UNREACHABLE();
}

std::vector<MapStretch> geodesicStretches(GeoPosition from, GeoPosition to, const Projection& projection)
{
    return stretchesOf(groundWay({from, to}), projection);
}

std::vector<QPolygonF> lineOnMap(const std::vector<GeoPosition>& line, const Projection& projection)
{
    std::vector<QPolygonF> parts;
    if (line.empty()) return parts;
    for (MapStretch& stretch : stretchesOf({line, std::vector<double>(line.size())}, projection))
        parts.push_back(std::move(stretch.points));
    return parts;
}

QRectF boundsOf(const std::vector<MapStretch>& stretches)
{
    QRectF bounds;
    for (const MapStretch& stretch : stretches) bounds = bounds.isNull() ? stretch.points.boundingRect() : bounds | stretch.points.boundingRect();
    return bounds;
}

} // namespace bellweave::ui
