// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/flight.h"

#include <cmath>

namespace bellweave::ui {
namespace {

constexpr int kFlightTime = 120;   // ms

double mixed(double from, double to, double share) { return from + (to - from) * share; }

/// How far the center has come when the scale has changed by a share of its way in octaves. A zoom holds a place still on the
/// screen, and then the center goes linearly with the size of a pixel.
double shareOfCenter(double fromScale, double toScale, double share)
{
    if (std::abs(std::log(toScale / fromScale)) < 1e-6) return share;
    const double scale = fromScale * std::pow(toScale / fromScale, share);
    return (1 / fromScale - 1 / scale) / (1 / fromScale - 1 / toScale);
}

} // namespace

MapView between(const MapView& from, const MapView& to, double share)
{
    if (share >= 1.0) return to;
    MapView view = to;
    const double ofCenter = shareOfCenter(from.camera.scale, to.camera.scale, share);
    const QPointF center = nearestCopy(to.camera.center, from.camera.center, from.camera.period);
    view.camera.scale = from.camera.scale * std::pow(to.camera.scale / from.camera.scale, share);
    view.camera.center = from.camera.center + (center - from.camera.center) * ofCenter;
    if (!to.projection.turns()) return view;
    const GeoPosition start = from.projection.middle();
    const GeoPosition end = to.projection.middle();
    view.projection = to.projection.turnedTo({mixed(start.latitude, end.latitude, ofCenter),
                                              mixed(start.longitude, unwrapped(end.longitude, start.longitude), ofCenter)});
    return view;
}

Flight::Flight(QObject* parent) : QObject(parent)
{
    m_clock.setDuration(kFlightTime);
    m_clock.setStartValue(0.0);
    m_clock.setEndValue(1.0);
    m_clock.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_clock, &QVariantAnimation::valueChanged, this, [this](const QVariant& share) {
        if (isUnderWay()) Q_EMIT moved(between(m_from, m_goal, share.toDouble()));
    });
}

void Flight::begin(const MapView& from, const MapView& goal)
{
    m_from = from;
    m_goal = goal;
    m_clock.start();
}

} // namespace bellweave::ui
