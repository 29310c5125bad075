// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/projection.h"

#include <optional>
#include <vector>

namespace bellweave::ui {

/// A projection and the camera that looks at it, which move together: where a map repeats the camera moves, where it shows
/// the world once the map is turned under the camera.
struct MapView {
    Projection projection;
    Camera camera;

    /// Within the limits of the map; what the camera looks beside the middle of a map that turns becomes turning.
    MapView settled() const;
    /// The same place stays under `screen`.
    MapView zoomed(QPointF screen, double factor) const;
    /// A place in the middle of the picture.
    MapView lookingAt(GeoPosition place) const;
    bool operator==(const MapView&) const = default;
};

/// The middle of places on the sphere; none when they are balanced or there are none.
std::optional<GeoPosition> middleOf(const std::vector<GeoPosition>& places);

} // namespace bellweave::ui
