// SPDX-License-Identifier: GPL-3.0-or-later
// What the NetworkView does to the design: place, delete, rename, copy and paste.
#include "ui/canvas/network_view.h"

#include "engine/orbits/ground_track.h"

#include "model/edit/course.h"
#include "model/network/element_name.h"
#include "ui/canvas/canvas_input.h"
#include "ui/canvas/repeater_popover.h"
#include "ui/canvas/snap.h"
#include "ui/session/selection_edits.h"

namespace bellweave::ui {
namespace {

constexpr double kPasteShift = 24.0;   // px

} // namespace

SiteId NetworkView::placeSite(SiteRole role, GeoPosition position, const QString& name, int gesture)
{
    Patch patch = addSite(m_session.network(), role, rounded(position));
    if (role == SiteRole::Satellite) {
        Site above = *patch.sites.front().after;
        above.orbit = engine::orbitOver(position, above.orbit->altitude, m_session.network().general().time);
        patch.sites.front().after = std::make_shared<const Site>(std::move(above));
    }
    if (!name.isEmpty()) {
        Site named = *patch.sites.front().after;
        named.name = name;
        patch.sites.front().after = std::make_shared<const Site>(std::move(named));
    }
    return pushNewSite(patch, tr("Add %1").arg(patch.sites.front().after->displayName()), gesture);
}

SiteId NetworkView::splitLink(const LinkSpot& spot, SiteRole role, GeoPosition position, int gesture)
{
    const Network& network = m_session.network();
    const QString text = tr("Split %1").arg(displayName(network, *network.links.find(spot.link)));
    return pushNewSite(bellweave::splitLink(network, spot.link, role, rounded(position), spot.share), text, gesture);
}

void NetworkView::splitLinkAt(LinkId link, GeoPosition place)
{
    const LinkItem* item = m_scene->find(link);
    if (!item) return;
    const LinkSpot spot = nearestSpot(*item, m_camera, m_camera.nearestToScreen(m_scene->projection().forward(place)));
    splitLink(spot, SiteRole::Repeater, Course(m_session.network(), *m_session.network().links.find(link)).at(spot.share));
}

void NetworkView::askNote(GeoPosition place)
{
    const QPointF screen = m_camera.nearestToScreen(m_scene->projection().forward(place));
    askText(screen, {}, {}, [this, place](const QString& text) {
        if (text.trimmed().isEmpty()) return;
        const Patch patch = addNote(m_session.network(), rounded(place), text.trimmed());
        m_session.push(patch, tr("Add note"));
        m_session.select(patch.mapNotes.front().id());
    });
}

SiteId NetworkView::pushNewSite(const Patch& patch, const QString& text, int gesture)
{
    m_session.push(patch, text, gesture);
    const auto added = std::find_if(patch.sites.begin(), patch.sites.end(), [](const Change<Site>& change) { return !change.before; });
    if (added == patch.sites.end() || !m_session.network().sites.find(added->id())) return {};
    m_session.select(added->id());
    return added->id();
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
    if (element == ElementRef() || std::holds_alternative<DemandId>(element)) return;
    const QPointF place = screenPosition(element).value_or(QRectF(viewport()->rect()).center());    // in the middle what is not in sight
    const Network& network = m_session.network();
    const auto* note = std::get_if<NoteId>(&element);
    const QString name = note ? network.mapNotes.find(*note)->text : elementName(network, element);
    askText(place + (note ? QPointF() : QPointF(14, -14)), name, {}, [this, element, name](const QString& text) {
        if (text.trimmed().isEmpty() || text == name || !m_session.selection().contains(element)) return;
        m_session.push(renameElement(m_session.network(), element, text.trimmed()), std::holds_alternative<NoteId>(element) ? tr("Edit note") : tr("Rename %1").arg(name));
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
