// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/element_look.h"

#include "model/network/site.h"

#include <QPixmap>
#include <QPointF>
#include <map>
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

/// Draws a site as vectors, centered.
void paintSite(QPainter& painter, SiteRole role, SiteRing ring, const ElementLook& look, QPointF center);

/// Pictures of sites, drawn once for each look, theme and pixel ratio: a thousand of them are copied in a millisecond.
class SiteSprites {
public:
    const QPixmap& picture(SiteRole role, SiteRing ring, const ElementLook& look, double pixelRatio);

private:
    std::map<std::tuple<SiteRole, SiteRing, ElementLook, bool, double>, QPixmap> m_pictures;
};

} // namespace bellweave::ui
