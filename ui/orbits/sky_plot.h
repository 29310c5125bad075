// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>
#include <vector>

namespace bellweave::ui {

/// A point of the sky: degrees, azimuth from north over east.
struct SkyPoint {
    double azimuth = 0.0;
    double elevation = 0.0;
};

/// The way of a satellite over the sky of a station.
struct SkyPath {
    QString station;
    QColor color;
    std::vector<SkyPoint> points;          ///< in order of time
    std::optional<SkyPoint> now;           ///< where it stands; none below the horizon
    double leastElevation = 0.0;           ///< below it nothing is received
};

/// The sky over one or two stations, seen from below as maps show it: north up, east to the right, zenith in the middle, horizon outside.
class SkyPlot : public QWidget {
    Q_OBJECT
public:
    explicit SkyPlot(QWidget* parent = nullptr);

    void show(std::vector<SkyPath> paths);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where a point of the sky is drawn.
    QPointF placeOf(const SkyPoint& point) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF center() const;
    double radius() const;
    void paintGrid(QPainter& painter) const;
    void paintPath(QPainter& painter, const SkyPath& path) const;
    void paintLegend(QPainter& painter) const;
    void describe();

    std::vector<SkyPath> m_paths;
};

} // namespace bellweave::ui
