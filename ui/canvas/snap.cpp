// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/snap.h"

#include "ui/canvas/graticule.h"
#include "ui/canvas/map_units.h"
#include "ui/canvas/snap_choice.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kSiteReach = 12.0;    // px
constexpr double kLinkReach = 8.0;
constexpr double kCityReach = 10.0;
constexpr double kCrossingReach = 10.0;
constexpr double kCityScale = 12.0;    // px per degree: below, a city's reach would span a country

double squared(QPointF way) { return QPointF::dotProduct(way, way); }

QPointF seenNear(const Camera& camera, QPointF map, QPointF screen) { return nearestCopy(map, camera.toMap(screen), camera.period); }

std::optional<SnapTarget> siteNear(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> best;
    double nearest = kSiteReach * kSiteReach;
    for (const auto& [id, site] : scene.sites()) {
        const QPointF map = seenNear(camera, site.point, screen);
        const double distance = squared(camera.toScreen(map) - screen);
        if (distance > nearest || wishes.without.contains(id) || scene.clusters().of(id)) continue;
        nearest = distance;
        best = SnapTarget{id, map, scene.network().sites.find(id)->displayName()};
    }
    return best;
}

/// The nearest point of a link on the screen, as squared distance and share of the whole way.
struct Foot {
    double squaredDistance = std::numeric_limits<double>::infinity();
    double share = 0.5;
    QPointF point;
};

Foot footOn(const MapStretch& stretch, const Camera& camera, double turn, QPointF point)
{
    Foot foot;
    for (qsizetype i = 1; i < stretch.points.size(); ++i) {
        const QPointF from = camera.toScreen(stretch.points[i - 1] + QPointF(turn, 0));
        const QPointF along = camera.toScreen(stretch.points[i] + QPointF(turn, 0)) - from;
        const double length = squared(along);
        const double t = length > 0.0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0.0;
        const QPointF here = from + along * t;
        const double distance = squared(point - here);
        if (distance >= foot.squaredDistance) continue;
        const auto at = static_cast<std::size_t>(i);
        foot = {distance, stretch.shares[at - 1] + (stretch.shares[at] - stretch.shares[at - 1]) * t, here};
    }
    return foot;
}

Foot footOn(const LinkItem& link, const Camera& camera, QPointF point)
{
    Foot best;
    for (const double turn : camera.turnsSeen(link.bounds))
        for (const MapStretch& stretch : link.stretches)
            if (const Foot foot = footOn(stretch, camera, turn, point); foot.squaredDistance < best.squaredDistance) best = foot;
    return best;
}

std::optional<SnapTarget> linkNear(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> best;
    double nearest = kLinkReach * kLinkReach;
    for (const auto& [id, link] : scene.links()) {
        if (wishes.without.contains(link.from) || wishes.without.contains(link.to)) continue;
        const Foot foot = footOn(link, camera, screen);
        // At the very ends the sites are meant.
        if (foot.squaredDistance > nearest || foot.share < 0.02 || foot.share > 0.98) continue;
        nearest = foot.squaredDistance;
        best = SnapTarget{LinkSpot{id, foot.share}, camera.toMap(foot.point), displayName(scene.network(), *scene.network().links.find(id))};
    }
    return best;
}

/// Degrees around what lies within reach; the meridians may run in any direction there.
struct Around {
    double south = 90.0, north = -90.0, west = 360.0, east = -360.0;
};

Around aroundOf(const Projection& projection, const Camera& camera, QPointF screen)
{
    Around around;
    const double reference = projection.inverse(camera.toMap(screen)).longitude;
    for (const QPointF& corner : {QPointF(-1, -1), QPointF(1, -1), QPointF(-1, 1), QPointF(1, 1)}) {
        const GeoPosition place = projection.inverse(camera.toMap(screen + corner * kCityReach));
        const double longitude = unwrapped(place.longitude, reference);
        around = {std::min(around.south, place.latitude), std::max(around.north, place.latitude),
                  std::min(around.west, longitude), std::max(around.east, longitude)};
    }
    return around;
}

std::optional<SnapTarget> cityNear(const NetworkScene& scene, const Camera& camera, QPointF screen)
{
    const Projection& projection = scene.projection();
    if (camera.scale < kCityScale || !projection.covers(camera.toMap(screen))) return std::nullopt;
    const Around around = aroundOf(projection, camera, screen);
    const Place* city = gazetteer().largestInside(around.south, around.north, around.west, around.east);
    if (!city || !projection.shows(city->position)) return std::nullopt;
    return SnapTarget{city, seenNear(camera, projection.forward(city->position), screen), city->label()};
}

std::optional<SnapTarget> crossingNear(const NetworkScene& scene, const Camera& camera, QPointF screen)
{
    const Projection& projection = scene.projection();
    if (!projection.covers(camera.toMap(screen))) return std::nullopt;
    const double step = graticuleStep(camera, projection);
    const GeoPosition place = projection.inverse(camera.toMap(screen));
    const double latitude = std::round(place.latitude / step) * step;
    const GeoPosition crossing{std::clamp(latitude, -90.0, 90.0), unwrapped(std::round(place.longitude / step) * step, 0.0)};
    if (!projection.shows(crossing)) return std::nullopt;
    const QPointF map = seenNear(camera, projection.forward(crossing), screen);
    if (squared(camera.toScreen(map) - screen) > kCrossingReach * kCrossingReach) return std::nullopt;
    return SnapTarget{crossing, map, positionText(crossing)};
}

} // namespace

LinkSpot nearestSpot(const LinkItem& link, const Camera& camera, QPointF screen)
{
    return {link.id, std::clamp(footOn(link, camera, screen).share, 0.01, 0.99)};
}

std::optional<SnapTarget> snapTarget(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> target;
    const MapLayers& layers = scene.layers();
    const std::optional<SnapTarget> site = siteNear(scene, camera, screen, wishes);
    if (wishes.sites && snapsTo(SnapKind::Sites) && layers[Layer::Sites].visible) target = site;
    if (!target && wishes.links && snapsTo(SnapKind::Links) && layers[Layer::Links].visible) target = linkNear(scene, camera, screen, wishes);
    // Where a site stands already its city is taken: a second one a few meters away would only hide it.
    if (!target && wishes.places && snapsTo(SnapKind::Cities) && !site) target = cityNear(scene, camera, screen);
    if (!target && wishes.places && snapsTo(SnapKind::Graticule)) target = crossingNear(scene, camera, screen);
    return target;
}

void paintSnap(QPainter& painter, const Camera& camera, const SnapTarget& target)
{
    const QPointF center = camera.toScreen(target.map);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().accent, 1.5, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, kSiteRingRadius, kSiteRingRadius);
    const QFont font = uiFont(11.5, QFont::DemiBold);
    QPainterPath text;
    text.addText(center + QPointF(kSiteRingRadius + 5, 4), font, target.name);
    QColor halo = theme().land;
    halo.setAlphaF(0.9F);
    painter.strokePath(text, QPen(halo, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(text, theme().accent);
    painter.restore();
}

} // namespace bellweave::ui
