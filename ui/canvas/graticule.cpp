// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/graticule.h"

#include "ui/canvas/map_line.h"
#include "ui/canvas/polygon_clip.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kLinesApart = 150.0;   // px
constexpr double kTurnedLinesApart = 90.0;
constexpr double kCurveStep = 1.5;      // degrees between points of a curved line
constexpr int kSamples = 12;            // of the page's width and height

double roundStep(double pixelsPerDegree, double apart)
{
    for (const double step : {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0})
        if (step * pixelsPerDegree >= apart) return step;
    return 30.0;
}

void paintStraight(QPainter& painter, const Camera& camera, const Projection& projection)
{
    const double step = graticuleStep(camera, projection);
    const QRectF seen = camera.visible();
    for (double x = std::ceil(seen.left() / step) * step; x <= seen.right(); x += step) {
        const double screen = std::round(camera.toScreen({x, 0}).x()) + 0.5;
        painter.drawLine(QLineF(screen, 0, screen, camera.size.height()));
    }
    const double south = projection.inverse({0, seen.bottom()}).latitude;
    const double north = projection.inverse({0, seen.top()}).latitude;
    for (double latitude = std::ceil(south / step) * step; latitude <= north; latitude += step) {
        const double screen = std::round(camera.toScreen(projection.forward({latitude, 0})).y()) + 0.5;
        painter.drawLine(QLineF(0, screen, camera.size.width(), screen));
    }
}

/// The degrees that are seen, longitudes around the middle of the map.
struct Extent {
    double south = 90.0, north = -90.0, west = 180.0, east = -180.0;
    void add(GeoPosition place, double middle)
    {
        const double longitude = unwrapped(place.longitude - middle, 0.0);
        south = std::min(south, place.latitude);
        north = std::max(north, place.latitude);
        west = std::min(west, longitude);
        east = std::max(east, longitude);
    }
};

bool isOnPage(const Camera& camera, const Projection& projection, GeoPosition place)
{
    return projection.shows(place) && QRectF(QPointF(), camera.size).contains(camera.toScreen(projection.forward(place)));
}

Extent seenExtent(const Camera& camera, const Projection& projection)
{
    const double middle = projection.middle().longitude;
    Extent extent;
    bool isEdgeSeen = false;
    for (int i = 0; i <= kSamples; ++i)
        for (int j = 0; j <= kSamples; ++j) {
            const QPointF map = camera.toMap({camera.size.width() * i / kSamples, camera.size.height() * j / kSamples});
            if (projection.covers(map)) extent.add(projection.inverse(map), middle);
            else isEdgeSeen = true;
        }
    const bool north = isOnPage(camera, projection, {90.0, middle});
    const bool south = isOnPage(camera, projection, {-90.0, middle});
    if (isEdgeSeen) return {-90.0, 90.0, -180.0, 180.0};
    if (north || south) return {south ? -90.0 : extent.south, north ? 90.0 : extent.north, -180.0, 180.0};
    return extent;
}

void paintCurve(QPainter& painter, const Camera& camera, const Projection& projection, GeoPosition from, GeoPosition to)
{
    const double length = std::max(std::abs(to.latitude - from.latitude), std::abs(to.longitude - from.longitude));
    const double longest = std::min(kCurveStep, std::max(length / 8, 1e-6));
    const int parts = std::max(1, static_cast<int>(std::ceil(length / longest)));
    std::vector<GeoPosition> line;
    for (int i = 0; i <= parts; ++i)
        line.push_back({from.latitude + (to.latitude - from.latitude) * i / parts,
                        from.longitude + (to.longitude - from.longitude) * i / parts});
    const QRectF page = QRectF(QPointF(), camera.size).adjusted(-8, -8, 8, 8);
    for (QPolygonF& part : lineOnMap(line, projection)) {
        for (QPointF& point : part) point = camera.toScreen(point);
        for (const QPolygonF& seen : clippedLine(part, page)) painter.drawPolyline(seen);
    }
}

void paintCurved(QPainter& painter, const Camera& camera, const Projection& projection)
{
    const double step = graticuleStep(camera, projection);
    const double middle = projection.middle().longitude;
    Extent seen = seenExtent(camera, projection);
    seen = {std::max(seen.south - step, -90.0), std::min(seen.north + step, 90.0), std::max(seen.west - step, -180.0),
            std::min(seen.east + step, 180.0)};
    const double lastParallel = 90.0 - step;
    const double west = middle + seen.west;
    const double east = middle + seen.east;
    const double turn = seen.east - seen.west >= 360.0 ? step / 2 : 0.0;   // no meridian twice
    for (double longitude = std::ceil(west / step) * step; longitude <= east - turn; longitude += step) {
        const bool toPole = step < 10.0 || std::abs(std::remainder(longitude, 90.0)) < step / 2;
        const double most = toPole ? 90.0 : lastParallel;
        paintCurve(painter, camera, projection, {std::max(seen.south, -most), longitude}, {std::min(seen.north, most), longitude});
    }
    for (double latitude = std::ceil(seen.south / step) * step; latitude <= seen.north; latitude += step)
        if (std::abs(latitude) < 90.0) paintCurve(painter, camera, projection, {latitude, west}, {latitude, east});
}

} // namespace

double graticuleStep(const Camera& camera, const Projection& projection)
{
    return roundStep(camera.scale, projection.turns() ? kTurnedLinesApart : kLinesApart);
}

void paintGraticule(QPainter& painter, const Camera& camera, const Projection& projection)
{
    painter.setPen(QPen(theme().graticule, 1.0));
    if (projection.turns()) paintCurved(painter, camera, projection);
    else paintStraight(painter, camera, projection);
}

} // namespace bellweave::ui
