// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the map of the NetworkView, and where.
#include "ui/canvas/legend.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/overlays.h"
#include "ui/canvas/overview_map.h"
#include "ui/canvas/zoom_control.h"

namespace bellweave::ui {

constexpr int kRoomForOverview = 1400;   // px of the window

bool NetworkView::isOverlayShown(Overlay overlay) const
{
    return !m_main && m_overlays.isShown(overlay, window()->width() >= kRoomForOverview);
}

void NetworkView::setOverlayShown(Overlay overlay, bool shown)
{
    m_overlays.setShown(overlay, shown);
    showOverlays();
    m_labelsWanted = true;
    viewport()->update();
    Q_EMIT overlaysChanged();
}

void NetworkView::showOverlays()
{
    const bool hadOverview = !m_overview->isHidden();
    m_legend->setVisible(isOverlayShown(Overlay::Legend));
    m_zoomControl->setVisible(isOverlayShown(Overlay::ZoomButtons));
    m_overview->setVisible(isOverlayShown(Overlay::Overview));
    if (hadOverview == m_overview->isHidden()) Q_EMIT overlaysChanged();   // it comes and goes with the width of the window
}

/// Above the legend, or in its corner when it is hidden.
QRectF NetworkView::scaleBarPlace() const
{
    const QSizeF page = viewport()->size();
    QRectF box = scaleBarBox(page);
    if (!isOverlayShown(Overlay::Legend)) box.moveBottom(legendBox(page).bottom());
    return box;
}

std::vector<QRectF> NetworkView::overlayBoxes() const
{
    std::vector<QRectF> boxes = standingBoxes();
    for (const QRectF& box : m_lenses->boxes()) boxes.push_back(box);
    return boxes;
}

std::vector<QRectF> NetworkView::standingBoxes() const
{
    const QSizeF page = viewport()->size();
    std::vector<QRectF> boxes;
    if (isOverlayShown(Overlay::Legend)) boxes.push_back(legendBox(page));
    if (isOverlayShown(Overlay::ScaleBar)) boxes.push_back(scaleBarPlace());
    if (isOverlayShown(Overlay::ZoomButtons)) boxes.push_back(zoomControlBox(page));
    if (isOverlayShown(Overlay::Overview)) boxes.push_back(overviewBox());
    return boxes;
}

} // namespace bellweave::ui
