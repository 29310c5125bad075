// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/map_settings.h"
#include "ui/canvas/overlay_choice.h"

#include <QRectF>
#include <map>
#include <vector>

namespace bellweave::ui {

/// Where overlays stand on a page, px.
using OverlayPlaces = std::map<Overlay, QRectF>;

/// False where a box would cover most of a page, which is then better off without it.
bool hasRoomFor(Overlay overlay, QSizeF page);

/// Each overlay in the corner that a design gives it, one beyond the other away from the edge, beside them where that is full.
/// While there is room none covers another, nor what is `taken`. The callout has no corner and gets no place.
OverlayPlaces overlayPlaces(QSizeF page, const std::vector<Overlay>& shown, const MapSettings& map, const std::vector<QRectF>& taken = {});

/// The same with another corner for an overlay. Precondition: it is not the callout.
MapSettings withCorner(MapSettings map, Overlay overlay, Corner corner);
/// The corner in whose quarter of a page a point lies.
Corner nearestCorner(QPointF point, QSizeF page);

} // namespace bellweave::ui
