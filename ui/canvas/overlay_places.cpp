// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlay_places.h"

#include "ui/style/measures.h"

#include <algorithm>

namespace bellweave::ui {
namespace {

constexpr double kMargin = 12.0;   // px to the edge of the page
constexpr double kGap = 6.0;       // between overlays

/// In which order overlays take their places in one corner, the nearest to the corner first.
constexpr std::array kOrder{Overlay::Legend, Overlay::ZoomButtons, Overlay::Overview, Overlay::ScaleBar};

QSizeF sizeOf(Overlay overlay)
{
    switch (overlay) {
    case Overlay::Legend: return {double(textRoom(262)), double(textRoom(92))};
    case Overlay::ScaleBar: return {double(textRoom(262)), double(textRoom(20))};
    case Overlay::ZoomButtons: return {buttonSide(26) + 4.0, 3.0 * buttonSide(26) + 4.0};
    case Overlay::Overview: return {176, 116};
    case Overlay::Callout: return {};
    }
    Q_UNREACHABLE();
}

Corner* cornerOf(MapSettings& map, Overlay overlay)
{
    switch (overlay) {
    case Overlay::Legend: return &map.legend;
    case Overlay::ScaleBar: return &map.scaleBar;
    case Overlay::ZoomButtons: return &map.zoomButtons;
    case Overlay::Overview: return &map.overview;
    case Overlay::Callout: return nullptr;
    }
    Q_UNREACHABLE();
}

bool isLeft(Corner corner) { return corner == Corner::TopLeft || corner == Corner::BottomLeft; }
bool isTop(Corner corner) { return corner == Corner::TopLeft || corner == Corner::TopRight; }

/// A box at a distance from the two edges that meet in a corner.
QRectF boxAt(QSizeF page, QSizeF size, Corner corner, QSizeF away)
{
    return {QPointF(isLeft(corner) ? away.width() : page.width() - size.width() - away.width(),
                    isTop(corner) ? away.height() : page.height() - size.height() - away.height()), size};
}

/// The first place that is free, going away from the corner along the side and then inwards; the corner itself when none is.
QRectF freePlace(QSizeF page, QSizeF size, Corner corner, const std::vector<QRectF>& taken)
{
    const QRectF room = QRectF(QPointF(), page).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    // Sides of what is there, seen from the corner: a free place begins at the edge or just beyond one of them.
    std::vector<double> across{kMargin}, along{kMargin};
    for (const QRectF& box : taken) {
        across.push_back((isLeft(corner) ? box.right() : page.width() - box.left()) + kGap);
        along.push_back((isTop(corner) ? box.bottom() : page.height() - box.top()) + kGap);
    }
    std::sort(across.begin(), across.end());
    std::sort(along.begin(), along.end());
    for (const double x : across)
        for (const double y : along) {
            const QRectF box = boxAt(page, size, corner, {x, y});
            const auto covers = [&](const QRectF& other) { return box.adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).intersects(other); };
            if (room.contains(box) && std::none_of(taken.begin(), taken.end(), covers)) return box;
        }
    return boxAt(page, size, corner, {kMargin, kMargin});
}

} // namespace

bool hasRoomFor(Overlay overlay, QSizeF page)
{
    constexpr double kMostOfPage = 0.45;
    const QSizeF size = sizeOf(overlay);
    return size.width() + 2 * kMargin <= page.width() && size.height() + 2 * kMargin <= page.height()
        && size.width() * size.height() <= kMostOfPage * page.width() * page.height();
}

OverlayPlaces overlayPlaces(QSizeF page, const std::vector<Overlay>& shown, const MapSettings& map, const std::vector<QRectF>& taken)
{
    OverlayPlaces places;
    MapSettings corners = map;
    std::vector<QRectF> boxes = taken;
    for (const Overlay overlay : kOrder) {
        if (std::find(shown.begin(), shown.end(), overlay) == shown.end()) continue;
        boxes.push_back(places[overlay] = freePlace(page, sizeOf(overlay), *cornerOf(corners, overlay), boxes));
    }
    return places;
}

MapSettings withCorner(MapSettings map, Overlay overlay, Corner corner)
{
    *cornerOf(map, overlay) = corner;
    return map;
}

Corner nearestCorner(QPointF point, QSizeF page)
{
    const bool left = point.x() < page.width() / 2;
    if (point.y() < page.height() / 2) return left ? Corner::TopLeft : Corner::TopRight;
    return left ? Corner::BottomLeft : Corner::BottomRight;
}

} // namespace bellweave::ui
