// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/element_look.h"

#include "model/network/site.h"

#include <QPointF>
#include <tuple>

class QPainter;

namespace bellweave::ui {

/// A placed site on the map: where it is, in map units, and what it is drawn as.
struct SiteItem {
    SiteId id;
    SiteRole role = SiteRole::Junction;
    QPointF point;
    ElementLook look;
};

/// What surrounds a site's symbol.
enum class SiteRing { None, Hovered, Ringed, Selected };

constexpr double kSiteSymbolSize = 18.0;   ///< px
constexpr double kSiteRingRadius = 15.0;   ///< px
constexpr double kSitePictureSize = 40.0;  ///< px, symbol and ring

/// What sites are drawn in that have no color of a series.
constexpr int kInk = -1;

/// Draws a site as vectors, centered. `series`: the color in the theme's list, or ink.
void paintSite(QPainter& painter, SiteRole role, SiteRing ring, const ElementLook& look, QPointF center, int series = kInk);

/// Pictures of sites in every state.
using SiteSprites = Sprites<std::tuple<SiteRole, SiteRing, ElementLook, int>>;
/// The same, copied from pictures.
void paintSite(QPainter& painter, SiteRole role, SiteRing ring, const ElementLook& look, QPointF center, int series, SiteSprites& sprites);

} // namespace bellweave::ui
