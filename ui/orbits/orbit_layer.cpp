// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/orbit_layer.h"

#include "engine/orbits/ground_track.h"
#include "ui/canvas/polygon_clip.h"
#include "ui/orbits/ground_shape.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace bellweave::ui {
namespace {

using engine::GroundArea;

constexpr double kPast = 40.0 * 60.0;              // s
constexpr double kLongestTrack = 86400.0;          // s: orbits that take days
constexpr double kPointsOfTurn = 180.0;
constexpr double kArrows = 4.0;                    // on an orbit
constexpr double kTwilights[] = {0.0, -6.0, -12.0, -18.0};
constexpr double kPageMargin = 12.0;

QRectF pageOf(const Camera& camera) { return QRectF(QPointF(), camera.size).adjusted(-kPageMargin, -kPageMargin, kPageMargin, kPageMargin); }

QPolygonF onScreen(const QPolygonF& points, const Camera& camera, double turn)
{
    QPolygonF result;
    result.reserve(points.size());
    for (const QPointF& point : points) result.append(camera.toScreen(point + QPointF(turn, 0)));
    return result;
}

/// Fills and frames an area wherever the map shows it.
void paintArea(QPainter& painter, const Camera& camera, const Projection& projection, const GroundArea& area)
{
    for (const QPolygonF& ring : ringsOf(area, projection))
        for (const double turn : camera.turnsSeen(ring.boundingRect())) painter.drawPolygon(clippedRing(onScreen(ring, camera, turn), pageOf(camera)));
}

void paintLine(QPainter& painter, const Camera& camera, const Projection& projection, const std::vector<GeoPosition>& line)
{
    for (const QPolygonF& part : lineOnMap(line, projection))
        for (const double turn : camera.turnsSeen(part.boundingRect()))
            for (const QPolygonF& seen : clippedLine(onScreen(part, camera, turn), pageOf(camera))) painter.drawPolyline(seen);
}

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace

int satelliteSeries(const engine::SkyScene& scene, SiteId satellite)
{
    const auto& all = scene.satellites();
    const auto number = std::lower_bound(all.begin(), all.end(), satellite) - all.begin();
    return static_cast<int>(number) % (static_cast<int>(theme().series.size()) - 1);    // the last is the gray of what is aside
}

QColor satelliteColor(const engine::SkyScene& scene, SiteId satellite) { return theme().series.at(static_cast<std::size_t>(satelliteSeries(scene, satellite))); }

void OrbitLayer::setDesign(std::shared_ptr<const engine::SkyAlmanac> almanac, double leastElevation)
{
    m_almanac = std::move(almanac);
    m_leastElevation = leastElevation;
    m_isStale = true;
}

void OrbitLayer::setSatellites(std::vector<SiteId> satellites)
{
    m_satellites = std::move(satellites);
    m_isStale = true;
}

void OrbitLayer::setMoment(std::shared_ptr<const engine::SkyMoment> moment)
{
    m_moment = std::move(moment);
    m_isStale = true;
}

void OrbitLayer::work()
{
    m_isStale = false;
    m_tracks.clear();
    m_nights.clear();
    for (const double elevation : kTwilights) m_nights.push_back(engine::sunBelow(m_moment->sun, m_moment->sidereal, elevation));
    const GeoPosition midnight = m_nights.front().center;
    m_underSun = {-midnight.latitude, std::remainder(midnight.longitude + 180.0, 360.0)};
    for (const SiteId id : m_satellites) {
        const engine::SatelliteMotion* motion = m_almanac->scene().motionOf(id);
        const auto state = m_moment->satellites.find(id);
        if (!motion || state == m_moment->satellites.end()) continue;
        const double turn = std::min(60.0 * motion->period(), kLongestTrack), step = turn / kPointsOfTurn;
        m_tracks.push_back({id, engine::groundTrack(*motion, m_moment->moment, turn, step), engine::groundTrack(*motion, m_moment->moment, -kPast, step),
                            engine::footprint(state->second.position, m_moment->sidereal, m_leastElevation)});
    }
}

void OrbitLayer::paint(QPainter& painter, const Camera& camera, const Projection& projection)
{
    if (!m_almanac || !m_moment) return;
    if (m_isStale) work();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_sights.night) {
        paintNight(painter, camera, projection);
        paintSun(painter, camera, projection);
    }
    if (m_sights.footprints)
        for (const Track& track : m_tracks) paintFootprint(painter, camera, projection, track);
    if (m_sights.tracks)
        for (const Track& track : m_tracks) paintTrack(painter, camera, projection, track);
    painter.restore();
}

void OrbitLayer::paintNight(QPainter& painter, const Camera& camera, const Projection& projection) const
{
    const QColor shade = theme().dark ? QColor(0, 0, 0, 50) : withAlpha(theme().textSecond, 30);
    painter.setBrush(shade);
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);    // half of the map in every frame, of so faint a shade
    for (const GroundArea& night : m_nights) paintArea(painter, camera, projection, night);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(withAlpha(theme().textSecond, 150), 1.0));
    for (const GroundArea& night : m_nights) {
        std::vector<GeoPosition> border = night.border;
        border.push_back(border.front());
        paintLine(painter, camera, projection, border);
        if (!theme().dark) break;    // there shades alone do not tell the twilights apart
        painter.setPen(QPen(withAlpha(theme().textSecond, 60), 1.0));
    }
}

void OrbitLayer::paintSun(QPainter& painter, const Camera& camera, const Projection& projection) const
{
    if (!projection.shows(m_underSun)) return;
    constexpr double kDisc = 5.0, kInner = 7.5, kOuter = 10.5;
    const QPointF at = projection.forward(m_underSun);
    painter.setPen(QPen(theme().warn, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(theme().warnBackground);
    for (const double turn : camera.turnsSeen(QRectF(at, QSizeF(0.1, 0.1)))) {
        const QPointF center = camera.toScreen(at + QPointF(turn, 0));
        painter.drawEllipse(center, kDisc, kDisc);
        for (int ray = 0; ray < 8; ++ray) {
            const double angle = ray * 0.7853981633974483;
            const QPointF way(std::cos(angle), std::sin(angle));
            painter.drawLine(center + kInner * way, center + kOuter * way);
        }
    }
}

void OrbitLayer::paintTrack(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const
{
    const QColor color = satelliteColor(m_almanac->scene(), track.satellite);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.setBrush(Qt::NoBrush);
    paintLine(painter, camera, projection, track.next);
    QPen dotted(color, 1.8, Qt::CustomDashLine, Qt::FlatCap, Qt::BevelJoin);
    dotted.setDashPattern({1.0, 2.4});
    painter.setPen(dotted);
    paintLine(painter, camera, projection, track.past);
    paintArrows(painter, camera, projection, track);
}

void OrbitLayer::paintArrows(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(satelliteColor(m_almanac->scene(), track.satellite));
    const auto count = static_cast<double>(track.next.size());
    for (double arrow = 0.5; arrow < kArrows; ++arrow) {
        const auto i = static_cast<std::size_t>(count * arrow / kArrows);
        if (i + 1 >= track.next.size() || !projection.shows(track.next[i]) || !projection.shows(track.next[i + 1])) continue;
        const QPointF from = projection.forward(track.next[i]), to = nearestCopy(projection.forward(track.next[i + 1]), from, projection.period());
        const QPointF way = (to - from) / std::max(1e-9, std::hypot(to.x() - from.x(), to.y() - from.y()));
        const QPointF side(-way.y(), way.x());
        for (const double turn : camera.turnsSeen(QRectF(from, QSizeF(0.1, 0.1)))) {
            const QPointF at = camera.toScreen(from + QPointF(turn, 0));
            painter.drawPolygon(QPolygonF{at + 5.0 * way, at - 4.0 * way + 3.6 * side, at - 4.0 * way - 3.6 * side});
        }
    }
}

void OrbitLayer::paintFootprint(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const
{
    const QColor color = satelliteColor(m_almanac->scene(), track.satellite);
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(withAlpha(color, theme().dark ? 34 : 26));
    paintArea(painter, camera, projection, track.footprint);
}

} // namespace bellweave::ui
