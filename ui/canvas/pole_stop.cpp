// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pole_stop.h"

#include <QCoreApplication>
#include <algorithm>

namespace bellweave::ui {

QPointF followed(const MapView& view, QPointF pixels)
{
    if (view.projection.kind() != ProjectionKind::Globe) return pixels;
    const double latitude = view.projection.middle().latitude;    // map units of a globe are degrees of turning
    const double scale = view.camera.scale;
    return {pixels.x(), std::clamp(pixels.y(), -(90.0 + latitude) * scale, (90.0 - latitude) * scale)};
}

QString poleStopText()
{
    return QCoreApplication::translate("Canvas", "The globe turns no farther than the pole, so that north stays up.");
}

} // namespace bellweave::ui
