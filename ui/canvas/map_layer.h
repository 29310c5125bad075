// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/map_layers.h"
#include "ui/canvas/world_map.h"

#include <QPixmap>

class QPainter;

namespace bellweave::ui {

/// Draws water, land, borders, coasts and graticule. Coarse is fast and not antialiased.
void paintMap(QPainter& painter, const Camera& camera, const Projection& projection, MapLevel level, const MapLayers& layers = {});

/// The map behind the network. At rest it is a picture that is drawn once and then only copied; in motion it is drawn coarse.
class MapLayer {
public:
    void draw(QPainter& painter, const Camera& camera, const Projection& projection, const MapLayers& layers, bool moving);
    /// Another theme or other map data: the picture must be drawn again.
    void invalidate() { m_picture = QPixmap(); }

private:
    QPixmap m_picture;
    Camera m_camera;
    Projection m_projection;
    MapLayers m_layers;
};

} // namespace bellweave::ui
