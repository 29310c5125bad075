// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_view.h"

#include <QVariantAnimation>

namespace bellweave::ui {

/// What is seen on the way from one view of a map to another, share in [0, 1]: what both show keeps its place when the way is a
/// zoom. Precondition: both are of one kind of projection.
MapView between(const MapView& from, const MapView& to, double share);

/// The short way on which the map is led from one view to another. Nothing runs between two ways.
class Flight : public QObject {
    Q_OBJECT
public:
    explicit Flight(QObject* parent);
    void begin(const MapView& from, const MapView& goal);
    /// The map stays where it is.
    void stop() { m_clock.stop(); }
    bool isUnderWay() const { return m_clock.state() == QAbstractAnimation::Running; }
    const MapView& goal() const { return m_goal; }

Q_SIGNALS:
    /// The view to show now; the last one is the goal.
    void moved(const bellweave::ui::MapView& view);

private:
    QVariantAnimation m_clock;
    MapView m_from;
    MapView m_goal;
};

} // namespace bellweave::ui
