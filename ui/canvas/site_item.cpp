// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/site_item.h"

#include "ui/style/symbols.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace bellweave::ui {
namespace {

constexpr double kProposedOpacity = 0.55;

void paintRing(QPainter& painter, SiteRing ring, QPointF center)
{
    QPen pen(theme().accent, ring == SiteRing::Hovered ? 1.2 : 2.0);
    if (ring == SiteRing::Hovered) pen.setDashPattern({3.0, 2.2});
    painter.setPen(pen);
    painter.setBrush(ring == SiteRing::Selected ? theme().accentBackground : QColor(Qt::transparent));
    painter.drawEllipse(center, kSiteRingRadius, kSiteRingRadius);
}

} // namespace

void paintSite(QPainter& painter, SiteRole role, SiteRing ring, const ElementLook& look, QPointF center, int series)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (ring != SiteRing::None) paintRing(painter, ring, center);
    if (look.proposed) painter.setOpacity(painter.opacity() * kProposedOpacity);
    const QColor ink = series == kInk ? theme().text : theme().series.at(static_cast<std::size_t>(series));
    paintSiteSymbol(painter, role, center, kSiteSymbolSize, ink, theme().raised,
                    look.proposed ? SymbolLine::Dotted : SymbolLine::Solid);
    if (look.down) paintDownStroke(painter, center);
    paintSiteBadges(painter, look, center);
    painter.restore();
}

void paintSite(QPainter& painter, SiteRole role, SiteRing ring, const ElementLook& look, QPointF center, int series, SiteSprites& sprites)
{
    constexpr QSizeF kRoom(kSitePictureSize, kSitePictureSize);
    const auto paint = [&](QPainter& onPicture, QPointF middle) { paintSite(onPicture, role, ring, look, middle, series); };
    drawSprite(painter, sprites.picture({role, ring, look, series}, kRoom, painter.device()->devicePixelRatioF(), paint), center);
}

} // namespace bellweave::ui
