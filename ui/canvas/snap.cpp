// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/snap.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace bellweave::ui {
namespace {

constexpr double kSiteReach = 12.0;    // px
constexpr double kLinkReach = 8.0;
constexpr double kCityReach = 10.0;
constexpr double kCityScale = 12.0;    // px per degree: below, a city's reach would span a country

double squared(QPointF way) { return QPointF::dotProduct(way, way); }

QPointF seenNear(const Camera& camera, QPointF map, QPointF screen)
{
    return {unwrapped(map.x(), camera.toMap(screen).x()), map.y()};
}

std::optional<SnapTarget> siteNear(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> best;
    double nearest = kSiteReach * kSiteReach;
    for (const auto& [id, site] : scene.sites()) {
        const QPointF map = seenNear(camera, site.point, screen);
        const double distance = squared(camera.toScreen(map) - screen);
        if (distance > nearest || wishes.without.contains(id)) continue;
        nearest = distance;
        best = SnapTarget{id, map, scene.network().sites.find(id)->displayName()};
    }
    return best;
}

/// The nearest point of a polyline on the screen, as squared distance and share of the whole way.
struct Foot {
    double squaredDistance = std::numeric_limits<double>::infinity();
    double share = 0.5;
    QPointF point;
};

Foot footOn(const QPolygonF& line, QPointF point)
{
    Foot foot;
    double before = 0.0;
    double at = 0.0;
    for (int i = 1; i < line.size(); ++i) {
        const QPointF along = line[i] - line[i - 1];
        const double length = std::sqrt(squared(along));
        const double t = length > 0.0 ? std::clamp(QPointF::dotProduct(point - line[i - 1], along) / (length * length), 0.0, 1.0) : 0.0;
        const QPointF here = line[i - 1] + along * t;
        if (const double distance = squared(point - here); distance < foot.squaredDistance) {
            foot = {distance, 0.0, here};
            at = before + t * length;
        }
        before += length;
    }
    if (before > 0.0) foot.share = at / before;
    return foot;
}

Foot footOn(const LinkItem& link, const Camera& camera, double turn, QPointF screen)
{
    QPolygonF line;
    for (const QPointF& point : link.line) line.append(camera.toScreen(point + QPointF(turn, 0)));
    return footOn(line, screen);
}

std::optional<SnapTarget> linkNear(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> best;
    double nearest = kLinkReach * kLinkReach;
    for (const auto& [id, link] : scene.links()) {
        if (wishes.without.contains(link.from) || wishes.without.contains(link.to)) continue;
        for (const double turn : camera.turnsSeen(link.bounds)) {
            const Foot foot = footOn(link, camera, turn, screen);
            // At the very ends the sites are meant.
            if (foot.squaredDistance > nearest || foot.share < 0.02 || foot.share > 0.98) continue;
            nearest = foot.squaredDistance;
            best = SnapTarget{LinkSpot{id, foot.share}, camera.toMap(foot.point), displayName(scene.network(), *scene.network().links.find(id))};
        }
    }
    return best;
}

std::optional<SnapTarget> cityNear(const NetworkScene& scene, const Camera& camera, QPointF screen)
{
    if (camera.scale < kCityScale) return std::nullopt;
    const GeoPosition northWest = scene.projection().inverse(camera.toMap(screen - QPointF(kCityReach, kCityReach)));
    const GeoPosition southEast = scene.projection().inverse(camera.toMap(screen + QPointF(kCityReach, kCityReach)));
    const double east = unwrapped(southEast.longitude, northWest.longitude + 180.0);
    const Place* city = gazetteer().largestInside(southEast.latitude, northWest.latitude, northWest.longitude, east);
    if (!city) return std::nullopt;
    return SnapTarget{city, seenNear(camera, scene.projection().forward(city->position), screen), city->label()};
}

} // namespace

LinkSpot nearestSpot(const LinkItem& link, const Camera& camera, QPointF screen)
{
    Foot best;
    for (const double turn : camera.turnsSeen(link.bounds))
        if (const Foot foot = footOn(link, camera, turn, screen); foot.squaredDistance < best.squaredDistance) best = foot;
    return {link.id, std::clamp(best.share, 0.01, 0.99)};
}

std::optional<SnapTarget> snapTarget(const NetworkScene& scene, const Camera& camera, QPointF screen, const SnapWishes& wishes)
{
    std::optional<SnapTarget> target;
    if (wishes.sites) target = siteNear(scene, camera, screen, wishes);
    if (!target && wishes.links) target = linkNear(scene, camera, screen, wishes);
    if (!target && wishes.cities) target = cityNear(scene, camera, screen);
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
