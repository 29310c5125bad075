// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"
#include "ui/canvas/snap.h"
#include "ui/canvas/tools/tool.h"

#include <QPolygonF>
#include <optional>

namespace bellweave::ui {

/// What a link along a way would be like, of standard fiber.
struct MeasuredWay {
    Length ground;        ///< along the geodesics of WGS84
    Length fiber;         ///< ground length times the design's route factor
    Decibel loss;         ///< of the glass
    Duration delay;       ///< one way through the glass
};
MeasuredWay measuredWay(const std::vector<GeoPosition>& points, double routeFactor);

/// Each click adds a point to a way and its length is told beside the mouse; sites and cities attract it. Backspace takes the
/// last point back, Escape all of them. Nothing of the design changes.
class MeasureTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    const std::vector<GeoPosition>& points() const { return m_points; }
    /// The lines of the card; empty before there is a way.
    QStringList words() const;

private:
    struct Spot {
        QPointF map;
        GeoPosition position;
    };
    std::optional<SnapTarget> targetAt(const Pointer& pointer) const;
    Spot spotOf(const Pointer& pointer, const std::optional<SnapTarget>& target) const;
    std::vector<GeoPosition> way() const;
    QPointF paintLeg(QPainter& painter, GeoPosition from, GeoPosition to, QPointF start) const;

    std::vector<GeoPosition> m_points;
    QPointF m_start;                       // map units, at the turn of the world where it was set
    std::optional<Spot> m_mouse;
    std::optional<SnapTarget> m_target;
};

} // namespace bellweave::ui
