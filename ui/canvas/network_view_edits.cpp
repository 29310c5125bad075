// SPDX-License-Identifier: GPL-3.0-or-later
// What the NetworkView does to the design: place, delete, rename, copy and paste.
#include "ui/canvas/network_view.h"

#include "ui/canvas/canvas_input.h"
#include "ui/canvas/repeater_popover.h"
#include "ui/session/selection_edits.h"

namespace bellweave::ui {
namespace {

constexpr double kPasteShift = 24.0;   // px

} // namespace

SiteId NetworkView::placeSite(SiteRole role, GeoPosition position)
{
    const Patch patch = addSite(m_session.network(), role, rounded(position));
    if (m_session.isReadOnly()) {
        m_session.push(patch, {});    // says why not
        return {};
    }
    m_session.push(patch, tr("Add %1").arg(patch.sites.front().after->displayName()));
    const SiteId id = patch.sites.front().id();
    m_session.select(id);
    return id;
}

void NetworkView::deleteSelection() { ui::deleteSelection(m_session); }

void NetworkView::copySelection() { ui::copySelection(m_session); }

void NetworkView::cutSelection() { ui::cutSelection(m_session); }

void NetworkView::paste() { pasteClipboard(m_session, copyShift()); }

void NetworkView::duplicateSelection() { ui::duplicateSelection(m_session, copyShift()); }

void NetworkView::selectAll() { selectEverything(m_session); }

/// Copies stand a little below and to the right of their originals, whatever the zoom.
CopyShift NetworkView::copyShift() const
{
    const Projection& projection = m_scene->projection();
    const GeoPosition here = projection.inverse(m_camera.center);
    const GeoPosition beside = projection.inverse(m_camera.center + QPointF(kPasteShift, kPasteShift) / m_camera.scale);
    return {beside.latitude - here.latitude, unwrapped(beside.longitude - here.longitude, 0.0)};
}

void NetworkView::renameSelection()
{
    const ElementRef element = m_session.currentElement();
    const auto place = screenPosition(element);
    if (!place || std::holds_alternative<DemandId>(element)) return;
    const Network& network = m_session.network();
    const auto* site = std::get_if<SiteId>(&element);
    const QString name = site ? network.sites.find(*site)->displayName() : displayName(network, *network.links.find(std::get<LinkId>(element)));
    askText(*place + QPointF(14, -14), name, {}, [this, element, name](const QString& text) {
        if (text.trimmed().isEmpty() || text == name || !m_session.selection().contains(element)) return;
        m_session.push(renameElement(m_session.network(), element, text.trimmed()), tr("Rename %1").arg(name));
    });
}

void NetworkView::askText(QPointF screen, const QString& initial, const QStringList& completions,
                          const std::function<void(const QString&)>& accept)
{
    auto* input = new CanvasInput(viewport(), initial, completions);
    connect(input, &CanvasInput::accepted, this, accept);
    connect(input, &CanvasInput::closed, this, [this] { setFocus(); });
    input->showAt(screen.toPoint());
}

void NetworkView::askRepeaters(LinkId link)
{
    const auto place = screenPosition(link);
    if (!place) return;
    auto* popover = new RepeaterPopover(m_session, link, this);
    popover->move(viewport()->mapToGlobal(place->toPoint()) + QPoint(12, 12));
    popover->show();
}

QString NetworkView::centerText() const
{
    const GeoPosition center = m_scene->projection().inverse(m_camera.center);
    return QStringLiteral("%1, %2").arg(center.latitude, 0, 'f', 4).arg(center.longitude, 0, 'f', 4);
}

} // namespace bellweave::ui
