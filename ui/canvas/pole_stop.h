// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/map_view.h"

#include <QPointF>

class QString;

namespace bellweave::ui {

/// What a map follows of a movement, px: the globe turns up and down no farther than to its poles. North stays up, for a map
/// on which it may point anywhere is read wrong, and bearings, graticule and labels would turn with it.
QPointF followed(const MapView& view, QPointF pixels);

/// Says why the globe does not turn on.
QString poleStopText();

} // namespace bellweave::ui
