// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/select_tool.h"

#include "model/network/element_name.h"
#include "ui/canvas/network_scene.h"
#include "ui/canvas/network_view.h"
#include "ui/canvas/tools/band_gesture.h"
#include "ui/canvas/tools/element_drag.h"
#include "ui/canvas/tools/link_drag.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <numbers>

namespace bellweave::ui {
namespace {

constexpr double kNudge = 1000.0;   // m

Selection toggled(Selection selection, const ElementRef& element)
{
    if (selection.contains(element)) selection.erase(element);
    else selection.insert(element);
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
    const bool replaces = !addsToSelection(pointer) && !(pointer.modifiers & Qt::AltModifier);
    if (onElement && !m_wasSelected && replaces) view().session().select(m_pressedOn);
}

void SelectTool::move(const Pointer& pointer)
{
    if (!m_pressed) return;
    const QPointF way = pointer.screen - m_pressed->screen;
    if (!m_isDragging && way.manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        m_gesture = gestureFor();
    }
    if (!m_gesture) return;
    m_gesture->move(pointer);
    view().viewport()->update();
}

std::unique_ptr<Gesture> SelectTool::gestureFor() const
{
    Session& session = view().session();
    const bool withAlt = m_pressed->modifiers & Qt::AltModifier;
    if (m_pressedOn == ElementRef()) return std::make_unique<BandGesture>(view(), m_pressed->screen);
    if (const auto* link = std::get_if<LinkId>(&m_pressedOn)) {
        if (withAlt) return std::make_unique<ReconnectDrag>(view(), *link, m_pressed->screen);
        const auto bend = bendAt(view(), *link, m_pressed->screen);
        return bend ? std::make_unique<BendDrag>(view(), *link, *bend) : nullptr;
    }
    if (!session.selection().contains(m_pressedOn)) session.select(m_pressedOn);
    const ElementSet elements = session.selection();
    if (withAlt && !elements.sites.empty()) return ElementDrag::ofCopies(view(), elements.sites, m_pressed->map);
    return std::make_unique<ElementDrag>(view(), elements, m_pressed->map);
}

void SelectTool::release(const Pointer& pointer)
{
    if (!m_pressed) return;
    if (m_gesture) m_gesture->finish(pointer);
    else if (!m_isDragging) click(pointer);
    m_pressed.reset();
    m_gesture.reset();
    m_isDragging = false;
    view().viewport()->update();
}

void SelectTool::click(const Pointer& pointer)
{
    Session& session = view().session();
    const bool onElement = m_pressedOn != ElementRef();
    if (onElement && pointer.modifiers & Qt::AltModifier) {
        listHits(pointer);
    } else if (addsToSelection(pointer)) {
        if (onElement) session.select(toggled(session.selection(), m_pressedOn));
    } else if (!onElement) {
        session.select(Selection());
    } else if (m_wasSelected) {
        session.select(next(view().networkScene().hits(view().camera(), pointer.screen), session.selection()));
    }
}

/// Everything under the pointer by name, to choose from.
void SelectTool::listHits(const Pointer& pointer)
{
    auto* menu = new QMenu(&view());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ElementRef& hit : view().networkScene().hits(view().camera(), pointer.screen))
        menu->addAction(elementName(view().session().network(), hit), menu, [this, hit] { view().session().select(hit); });
    menu->popup(view().viewport()->mapToGlobal(pointer.screen.toPoint()));
}

bool SelectTool::doublePress(const Pointer& pointer)
{
    const ElementRef element = view().elementAt(pointer.screen);
    if (const auto* link = std::get_if<LinkId>(&element)) {
        view().session().select(element);
        toggleBend(view(), *link, pointer.screen);
        return true;
    }
    if (element == ElementRef()) return false;
    view().session().select(element);
    view().renameSelection();
    return true;
}

bool SelectTool::cancel()
{
    const bool active = m_gesture != nullptr;
    if (m_gesture) m_gesture->cancel();
    m_gesture.reset();
    m_pressed.reset();
    m_isDragging = false;
    view().viewport()->update();
    return active;
}

/// While the mouse holds something, undoing means to let go of it.
bool SelectTool::wants(const QKeyEvent& event) const { return m_gesture && event.matches(QKeySequence::Undo); }

bool SelectTool::keyPress(const QKeyEvent& event)
{
    if (wants(event)) return cancel();
    if (event.key() == Qt::Key_BracketLeft) return stepAlongLinks(-1);
    if (event.key() == Qt::Key_BracketRight) return stepAlongLinks(1);
    const auto direction = arrow(event.key());
    return direction && walk(event, *direction);
}

bool SelectTool::walk(const QKeyEvent& event, QPointF direction)
{
    Session& session = view().session();
    const std::set<SiteId>& sites = session.selection().sites;
    const SiteId cursor = view().cursorSite();
    if (sites.empty() && !cursor.isValid()) return false;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (!sites.empty() && (event.modifiers() & Qt::ControlModifier)) {
        nudge(direction, shift ? 10 * kNudge : kNudge);
        return true;
    }
    const SiteId from = sites.empty() || sites.contains(cursor) ? cursor : *sites.begin();
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
    view().setCursorSite(site);    // the link that is selected next hangs on it
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
        if (!site || !site->position || site->locked) continue;
        GeoPosition position = *site->position;
        const double degrees = meters / Projection(ProjectionKind::Equirectangular).metersPerUnit(0);
        position.latitude = std::clamp(position.latitude - direction.y() * degrees, -90.0, 90.0);
        position.longitude += direction.x() * degrees / std::max(std::cos(position.latitude * std::numbers::pi / 180), 0.01);
        moves.push_back({id, position});
    }
    session.push(moveSites(session.network(), moves), moveText(session.network(), session.selection()));
}

void SelectTool::paint(QPainter& painter) const
{
    for (const LinkId link : view().session().selection().links) paintBends(painter, view(), link);
    if (m_gesture) m_gesture->paint(painter);
}

} // namespace bellweave::ui
