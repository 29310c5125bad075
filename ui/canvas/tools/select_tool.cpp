// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/select_tool.h"

#include "ui/canvas/network_scene.h"
#include "ui/canvas/network_view.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QKeyEvent>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kNudge = 1000.0;   // m

bool adds(const Pointer& pointer) { return pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }

Selection toggled(Selection selection, const ElementRef& element)
{
    const auto toggle = [](auto& ids, auto id) {
        if (ids.erase(id) == 0) ids.insert(id);
    };
    if (const auto* site = std::get_if<SiteId>(&element)) toggle(selection.sites, *site);
    if (const auto* link = std::get_if<LinkId>(&element)) toggle(selection.links, *link);
    return selection;
}

/// Of overlapping elements of one kind, a repeated click takes the next.
ElementRef next(const std::vector<ElementRef>& hits, const Selection& selection)
{
    std::vector<ElementRef> alike;
    for (const ElementRef& hit : hits)
        if (hit.index() == hits.front().index()) alike.push_back(hit);
    const auto current = std::find_if(alike.begin(), alike.end(), [&](const ElementRef& hit) { return selection.contains(hit); });
    return current == alike.end() || current + 1 == alike.end() ? alike.front() : *(current + 1);
}

std::optional<QPointF> arrow(int key)
{
    switch (key) {
    case Qt::Key_Left: return QPointF(-1, 0);
    case Qt::Key_Right: return QPointF(1, 0);
    case Qt::Key_Up: return QPointF(0, -1);
    case Qt::Key_Down: return QPointF(0, 1);
    default: return std::nullopt;
    }
}

} // namespace

void SelectTool::press(const Pointer& pointer)
{
    m_pressed = pointer;
    m_pressedOn = view().elementAt(pointer.screen);
    const Selection& selection = view().session().selection();
    m_wasSelected = selection.contains(m_pressedOn);
    const bool onElement = m_pressedOn != ElementRef();
    if (onElement && !m_wasSelected && !adds(pointer)) view().session().select(m_pressedOn);
}

void SelectTool::move(const Pointer& pointer)
{
    if (!m_pressed) return;
    const QPointF way = pointer.screen - m_pressed->screen;
    if (!m_drag && !m_band && way.manhattanLength() >= QApplication::startDragDistance()) beginDrag(pointer);
    if (m_drag) m_drag->moveTo(pointer.map, pointer.modifiers & Qt::ShiftModifier);
    if (m_band) m_band->end = pointer.screen;
    if (m_band) view().viewport()->update();
}

void SelectTool::beginDrag(const Pointer& pointer)
{
    Session& session = view().session();
    const auto* site = std::get_if<SiteId>(&m_pressedOn);
    if (!site) {
        if (m_pressedOn == ElementRef()) m_band = RubberBand{m_pressed->screen, pointer.screen};
        return;
    }
    if (!session.selection().contains(*site)) session.select(*site);
    m_drag.emplace(session, view().networkScene(), session.selection().sites, m_pressed->map);
}

void SelectTool::release(const Pointer& pointer)
{
    if (!m_pressed) return;
    if (m_band) finishBand(pointer);
    else if (!m_drag && (pointer.screen - m_pressed->screen).manhattanLength() < QApplication::startDragDistance()) click(pointer);
    m_pressed.reset();
    m_drag.reset();
    m_band.reset();
    view().viewport()->update();
}

void SelectTool::click(const Pointer& pointer)
{
    Session& session = view().session();
    const bool onElement = m_pressedOn != ElementRef();
    if (adds(pointer)) {
        if (onElement) session.select(toggled(session.selection(), m_pressedOn));
    } else if (!onElement) {
        session.select(Selection());
    } else if (m_wasSelected) {
        session.select(next(view().networkScene().hits(view().camera(), pointer.screen), session.selection()));
    }
}

void SelectTool::finishBand(const Pointer& pointer)
{
    m_band->end = pointer.screen;
    const ElementSet caught = view().networkScene().inside(view().camera(), m_band->box(), m_band->touches());
    Selection selection = adds(pointer) ? view().session().selection() : Selection();
    selection.sites.insert(caught.sites.begin(), caught.sites.end());
    selection.links.insert(caught.links.begin(), caught.links.end());
    view().session().select(selection);
}

bool SelectTool::cancel()
{
    const bool active = m_drag || m_band;
    if (m_drag) m_drag->cancel();
    m_drag.reset();
    m_band.reset();
    m_pressed.reset();
    view().viewport()->update();
    return active;
}

bool SelectTool::keyPress(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_BracketLeft) return stepAlongLinks(-1);
    if (event.key() == Qt::Key_BracketRight) return stepAlongLinks(1);
    const auto direction = arrow(event.key());
    return direction && walk(event, *direction);
}

bool SelectTool::walk(const QKeyEvent& event, QPointF direction)
{
    Session& session = view().session();
    const std::set<SiteId>& sites = session.selection().sites;
    if (sites.empty()) return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & Qt::ControlModifier) {
        nudge(direction, shift ? 10 * kNudge : kNudge);
        return true;
    }
    const SiteId from = sites.contains(view().cursorSite()) ? view().cursorSite() : *sites.begin();
    const SiteId to = view().networkScene().nearestInDirection(from, direction);
    if (!to.isValid()) return true;
    Selection selection = shift ? session.selection() : Selection();
    selection.sites.insert(to);
    view().setCursorSite(to);
    session.select(selection);
    return true;
}

bool SelectTool::stepAlongLinks(int step)
{
    Session& session = view().session();
    const SiteId site = view().cursorSite();
    std::vector<LinkId> around;
    for (const auto& [id, link] : view().networkScene().links())
        if (link.from == site || link.to == site) around.push_back(id);
    if (around.empty()) return false;
    const ElementRef selected = session.currentElement();
    const auto* link = std::get_if<LinkId>(&selected);
    const auto found = link ? std::find(around.begin(), around.end(), *link) : around.end();
    const auto count = static_cast<std::ptrdiff_t>(around.size());
    const auto index = found == around.end() ? (step > 0 ? 0 : count - 1) : (found - around.begin() + step + count) % count;
    session.select(around[static_cast<std::size_t>(index)]);
    return true;
}

void SelectTool::nudge(QPointF direction, double meters)
{
    Session& session = view().session();
    std::vector<SiteMove> moves;
    for (const SiteId id : session.selection().sites) {
        const Site* site = session.network().sites.find(id);
        if (!site || !site->position) continue;
        GeoPosition position = *site->position;
        const double degrees = meters / Projection(ProjectionKind::Equirectangular).metersPerUnit(0);
        position.latitude = std::clamp(position.latitude - direction.y() * degrees, -90.0, 90.0);
        position.longitude += direction.x() * degrees / std::max(std::cos(position.latitude * std::numbers::pi / 180), 0.01);
        moves.push_back({id, position});
    }
    session.push(moveSites(session.network(), moves), moveText(session.network(), session.selection().sites));
}

void SelectTool::paint(QPainter& painter) const
{
    if (m_band) paintRubberBand(painter, *m_band);
}

} // namespace bellweave::ui
