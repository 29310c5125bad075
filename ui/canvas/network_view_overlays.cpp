// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the map of the NetworkView, and where.
#include "ui/canvas/legend.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/overlay_mover.h"
#include "ui/canvas/overlay_places.h"
#include "ui/canvas/overview_map.h"
#include "ui/canvas/scale_bar.h"
#include "ui/canvas/zoom_control.h"
#include "ui/session/session.h"
#include "ui/style/measures.h"

namespace bellweave::ui {

namespace {

constexpr int kRoomForOverview = 1400;   // px of the window
constexpr int kChipMargin = 12;

QString moveText(Overlay overlay)
{
    switch (overlay) {
    case Overlay::Legend: return NetworkView::tr("Move the legend");
    case Overlay::ScaleBar: return NetworkView::tr("Move the scale bar");
    case Overlay::ZoomButtons: return NetworkView::tr("Move the zoom buttons");
    case Overlay::Overview: return NetworkView::tr("Move the overview map");
    case Overlay::Callout: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

bool NetworkView::isOverlayShown(Overlay overlay) const
{
    return !m_main && m_overlays.isShown(overlay, window()->width() >= textRoom(kRoomForOverview));
}

void NetworkView::setOverlayShown(Overlay overlay, bool shown)
{
    m_overlays.setShown(overlay, shown);
    placeOverlays();
    m_labelsWanted = true;
    viewport()->update();
    Q_EMIT overlaysChanged();
}

void NetworkView::showOverlays()
{
    const bool hadOverview = !m_overview->isHidden();
    m_scaleBar->setVisible(isOverlayShown(Overlay::ScaleBar));
    m_legend->setVisible(isOverlayShown(Overlay::Legend));
    m_zoomControl->setVisible(isOverlayShown(Overlay::ZoomButtons));
    m_overview->setVisible(isOverlayShown(Overlay::Overview));
    if (hadOverview == m_overview->isHidden()) Q_EMIT overlaysChanged();   // it comes and goes with the width of the window
}

void NetworkView::letOverlaysMove()
{
    new OverlayMover(*this, Overlay::Legend, *m_legend, {m_legend});
    new OverlayMover(*this, Overlay::ScaleBar, *m_scaleBar, {m_scaleBar});
    new OverlayMover(*this, Overlay::Overview, *m_overview, {m_overview->grip()});
    QWidgetList buttons = m_zoomControl->findChildren<QWidget*>();
    buttons.append(m_zoomControl);
    new OverlayMover(*this, Overlay::ZoomButtons, *m_zoomControl, buttons);
}

void NetworkView::moveOverlay(Overlay overlay, Corner corner)
{
    General general = m_session.network().general();
    general.map = withCorner(general.map, overlay, corner);
    m_session.push(replaceGeneral(m_session.network(), std::move(general)), moveText(overlay));
    placeOverlays();    // back to where it was when nothing changed
}

OverlayPlaces NetworkView::placesOfOverlays() const
{
    std::vector<Overlay> shown;
    std::copy_if(kOverlays.begin(), kOverlays.end(), std::back_inserter(shown), [this](Overlay overlay) {
        return isOverlayShown(overlay) && hasRoomFor(overlay, viewport()->size());
    });
    std::vector<QRectF> taken;
    if (!m_unplacedChip->isHidden()) taken.push_back(m_unplacedChip->geometry());
    return overlayPlaces(viewport()->size(), shown, m_session.network().general().map, taken);
}

void NetworkView::placeOverlays()
{
    m_unplacedChip->adjustSize();
    m_unplacedChip->move(kChipMargin, viewport()->height() - m_unplacedChip->height() - kChipMargin);
    const OverlayPlaces places = placesOfOverlays();
    const std::pair<Overlay, QWidget*> widgets[] = {{Overlay::Legend, m_legend}, {Overlay::ScaleBar, m_scaleBar},
                                                    {Overlay::ZoomButtons, m_zoomControl}, {Overlay::Overview, m_overview}};
    showOverlays();
    for (const auto& [overlay, widget] : widgets) {
        const auto place = places.find(overlay);
        if (place == places.end()) widget->hide();
        else widget->setGeometry(place->second.toRect());
    }
}

std::vector<QRectF> NetworkView::overlayBoxes() const
{
    std::vector<QRectF> boxes = standingBoxes();
    for (const QRectF& box : m_lenses->boxes()) boxes.push_back(box);
    return boxes;
}

std::vector<QRectF> NetworkView::standingBoxes() const
{
    std::vector<QRectF> boxes;
    for (const auto& [overlay, box] : placesOfOverlays()) boxes.push_back(box);
    return boxes;
}

} // namespace bellweave::ui
