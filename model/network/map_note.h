// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"

namespace bellweave {

/// A text on the map. It says something to people and nothing to the engine.
struct MapNote {
    NoteId id;
    QString key;
    GeoPosition position;    ///< of its upper left corner
    QString text;
    Extras extras;
    bool operator==(const MapNote&) const = default;
};

} // namespace bellweave
