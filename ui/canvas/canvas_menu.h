// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "model/network/site.h"

#include <optional>

class QMenu;

namespace bellweave::ui {

class NetworkView;

/// The context menu of an element, or of the empty map at a place, none beyond the edge of the world. Owned by the view.
QMenu* makeCanvasMenu(NetworkView& view, const ElementRef& element, std::optional<GeoPosition> place);

} // namespace bellweave::ui
