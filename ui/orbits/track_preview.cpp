// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orbits/track_preview.h"

#include "engine/orbits/ground_track.h"
#include "ui/canvas/map_layer.h"
#include "ui/canvas/map_line.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr std::size_t kMostTracks = 12;
constexpr double kLongest = 86400.0;    // s
constexpr double kPoints = 180.0;

} // namespace

TrackPreview::TrackPreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview of ground tracks"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize TrackPreview::sizeHint() const { return {textRoom(400), textRoom(200)}; }

void TrackPreview::show(const std::vector<engine::SatelliteMotion>& motions, const JulianDate& epoch)
{
    m_tracks.clear();
    m_dots.clear();
    for (const engine::SatelliteMotion& motion : motions) {
        const double turn = std::min(kLongest, 60.0 * motion.period());
        if (m_tracks.size() < kMostTracks) m_tracks.push_back(engine::groundTrack(motion, epoch, turn, turn / kPoints));
        if (const auto place = engine::groundPlace(motion, epoch)) m_dots.push_back(*place);
    }
    setAccessibleDescription(tr("%n satellite(s)", nullptr, shownDots()));
    update();
}

void TrackPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Projection projection(ProjectionKind::Equirectangular);
    Camera camera;
    camera.size = size();
    camera = camera.fitted(projection.bounds(), 0.0);
    painter.fillRect(rect(), theme().window);
    paintMap(painter, camera, projection, MapLevel::Coarse);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        painter.setPen(QPen(theme().series[i % (theme().series.size() - 1)], 1.4));
        for (const QPolygonF& part : lineOnMap(m_tracks[i], projection))
            for (const double turn : camera.turnsSeen(part.boundingRect())) {
                QPolygonF line;
                for (const QPointF& point : part) line.append(camera.toScreen(point + QPointF(turn, 0)));
                painter.drawPolyline(line);
            }
    }
    painter.setPen(QPen(theme().raised, 1.0));
    painter.setBrush(theme().text);
    for (const GeoPosition& dot : m_dots) painter.drawEllipse(camera.toScreen(projection.forward(dot)), 3.0, 3.0);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace bellweave::ui
