// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/ground_area.h"
#include "engine/orbits/sky_almanac.h"
#include "ui/canvas/camera.h"
#include "ui/canvas/map_line.h"

#include <QColor>
#include <memory>
#include <vector>

class QPainter;

namespace bellweave::ui {

/// The color of a satellite wherever it is drawn, by its place in the design's list: its number in the theme's series, and the color.
int satelliteSeries(const engine::SkyScene& scene, SiteId satellite);
QColor satelliteColor(const engine::SkyScene& scene, SiteId satellite);

/// What may be seen of orbits on the map.
struct OrbitSights {
    bool tracks = true;
    bool footprints = true;
    bool night = true;
    bool operator==(const OrbitSights&) const = default;
};

/// Night, ground tracks, footprints and the place below the Sun, between map and network. Of the satellites that are looked at, tracks
/// are drawn: the next orbit as a line with arrows, the past 40 minutes dotted.
class OrbitLayer {
public:
    void setDesign(std::shared_ptr<const engine::SkyAlmanac> almanac, double leastElevation);
    void setSatellites(std::vector<SiteId> satellites);
    void setSights(const OrbitSights& sights) { m_sights = sights; }
    const OrbitSights& sights() const { return m_sights; }
    void setMoment(std::shared_ptr<const engine::SkyMoment> moment);

    void paint(QPainter& painter, const Camera& camera, const Projection& projection);
    /// The satellites whose tracks are drawn.
    const std::vector<SiteId>& satellites() const { return m_satellites; }
    /// Degrees above the horizon at the border of footprints.
    double leastElevation() const { return m_leastElevation; }

private:
    /// Of a satellite at the moment: its way until it has gone around, and where it was.
    struct Track {
        SiteId satellite;
        std::vector<GeoPosition> next;
        std::vector<GeoPosition> past;
        engine::GroundArea footprint;
    };
    void work();
    void paintNight(QPainter& painter, const Camera& camera, const Projection& projection) const;
    void paintSun(QPainter& painter, const Camera& camera, const Projection& projection) const;
    void paintTrack(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const;
    void paintArrows(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const;
    void paintFootprint(QPainter& painter, const Camera& camera, const Projection& projection, const Track& track) const;

    std::shared_ptr<const engine::SkyAlmanac> m_almanac;
    std::shared_ptr<const engine::SkyMoment> m_moment;
    std::vector<SiteId> m_satellites;
    OrbitSights m_sights;
    double m_leastElevation = 20.0;
    bool m_isStale = true;
    std::vector<Track> m_tracks;
    std::vector<engine::GroundArea> m_nights;    // Sun below 0, -6, -12, -18 degrees
    GeoPosition m_underSun;
};

} // namespace bellweave::ui
