// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/satellite_motion.h"
#include "model/network/site.h"

#include <QWidget>
#include <vector>

namespace bellweave::ui {

/// The Earth in small with the ground tracks of orbits over one turn, a dot where each begins.
class TrackPreview : public QWidget {
    Q_OBJECT
public:
    explicit TrackPreview(QWidget* parent = nullptr);

    /// Of many orbits only the first have tracks, all have dots.
    void show(const std::vector<engine::SatelliteMotion>& motions, const JulianDate& epoch);
    QSize sizeHint() const override;
    int shownTracks() const { return static_cast<int>(m_tracks.size()); }
    int shownDots() const { return static_cast<int>(m_dots.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::vector<GeoPosition>> m_tracks;
    std::vector<GeoPosition> m_dots;
};

} // namespace bellweave::ui
