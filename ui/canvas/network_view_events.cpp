// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of the NetworkView.
#include "ui/canvas/network_view.h"

#include "ui/canvas/canvas_menu.h"
#include "ui/canvas/flight.h"
#include "ui/canvas/pole_stop.h"
#include "ui/canvas/readout.h"
#include "ui/session/preview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

namespace bellweave::ui {
namespace {

constexpr double kZoomNotch = 1.2;
constexpr double kNotch = 120.0;       // eighths of a degree
constexpr double kPanStep = 64.0;      // px
constexpr double kWheelPan = 0.5;      // px per eighth of a degree

bool isViewKey(const QKeyEvent& event)
{
    const int key = event.key();
    return key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0 || key == Qt::Key_1;
}

/// Null for other keys.
QPointF panWay(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Left: return {kPanStep, 0};
    case Qt::Key_Right: return {-kPanStep, 0};
    case Qt::Key_Up: return {0, kPanStep};
    case Qt::Key_Down: return {0, -kPanStep};
    default: return {};
    }
}

} // namespace

Pointer NetworkView::pointer(const QPointF& screen, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const
{
    return {screen, m_camera.toMap(screen), button, modifiers};
}

ElementRef NetworkView::elementAt(QPointF screen) const
{
    const auto found = m_scene->hits(m_camera, screen);
    return found.empty() ? ElementRef() : found.front();
}

std::optional<QPointF> NetworkView::screenPosition(const ElementRef& element) const
{
    const auto* site = std::get_if<SiteId>(&element) ? m_scene->find(std::get<SiteId>(element)) : nullptr;
    if (site) return m_camera.nearestToScreen(site->point);
    const auto* link = std::get_if<LinkId>(&element) ? m_scene->find(std::get<LinkId>(element)) : nullptr;
    if (link) return m_camera.nearestToScreen(middleOf(*link));
    const auto* note = std::get_if<NoteId>(&element) ? m_scene->find(std::get<NoteId>(element)) : nullptr;
    if (note) return m_camera.nearestToScreen(note->point);
    const QRectF area = m_scene->boundsOf(setOf(element));
    return area.isNull() ? std::nullopt : std::optional(m_camera.nearestToScreen(area.center()));
}

void NetworkView::mousePressEvent(QMouseEvent* event)
{
    QToolTip::hideText();
    m_hoverRest.stop();
    m_flight->stop();
    if (event->button() == Qt::MiddleButton) setTemporaryPan(true);
    const Cluster* cluster = event->button() == Qt::LeftButton && !m_temporaryPan ? m_scene->clusterAt(m_camera, event->position()) : nullptr;
    static constexpr ToolKind kGoThrough[] = {ToolKind::Measure, ToolKind::Pan, ToolKind::Lens, ToolKind::Region};
    const bool opens = std::find(std::begin(kGoThrough), std::end(kGoThrough), m_toolKind) == std::end(kGoThrough);
    if (cluster && opens) return openCluster(Cluster(*cluster));
    const bool isOurs = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
    if (isOurs) tool().press(pointer(event->position(), event->button(), event->modifiers()));
    updateCursor();
}

void NetworkView::mouseMoveEvent(QMouseEvent* event)
{
    tool().move(pointer(event->position(), event->button(), event->modifiers()));
    if (event->buttons() == Qt::NoButton) hoverAt(event->position());
    const QPointF map = m_camera.toMap(event->position());
    if (m_scene->projection().covers(map)) Q_EMIT cursorMoved(m_scene->projection().inverse(map));
    else Q_EMIT cursorLeftMap();
}

void NetworkView::hoverAt(QPointF screen)
{
    const Cluster* cluster = m_scene->clusterAt(m_camera, screen);
    setHovered(cluster ? ElementRef() : elementAt(screen), cluster ? cluster->lead : SiteId());
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::RightButton) return;
    tool().release(pointer(event->position(), event->button(), event->modifiers()));
    if (event->button() == Qt::MiddleButton) setTemporaryPan(false);
    hoverAt(event->position());    // what was dragged may not be what lies under the pointer now
    updateCursor();
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_toolKind != ToolKind::Select || m_temporaryPan) {
        mousePressEvent(event);
        return;
    }
    if (!tool().doublePress(pointer(event->position(), event->button(), event->modifiers()))) zoomAt(event->position(), 2.0);
}

void NetworkView::setHovered(const ElementRef& element, SiteId cluster)
{
    if (element == m_hovered && cluster == m_hoveredCluster) return;
    m_hovered = element;
    m_hoveredCluster = cluster;
    QToolTip::hideText();
    m_hoverRest.stop();
    if (element != ElementRef() || cluster.isValid()) m_hoverRest.start();
    viewport()->update();
}

/// What is known of what the pointer rests on; empty when it has left.
QString NetworkView::hoverCard() const
{
    const QPoint place = viewport()->mapFromGlobal(QCursor::pos());
    const Cluster* cluster = m_scene->clusterAt(m_camera, place);
    if (cluster) return cluster->lead == m_hoveredCluster ? clusterCard(m_session, cluster->members) : QString();
    return m_hovered == ElementRef() || elementAt(place) != m_hovered ? QString() : readoutCard(m_session, m_hovered);
}

void NetworkView::showReadout()
{
    if (const QString card = hoverCard(); !card.isEmpty()) QToolTip::showText(QCursor::pos(), card, viewport());
}

void NetworkView::setTemporaryPan(bool on)
{
    if (on == m_temporaryPan) return;
    tool().cancel();
    m_temporaryPan = on;
    updateCursor();
}

void NetworkView::updateCursor() { viewport()->setCursor(tool().cursor()); }

void NetworkView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const bool control = event->modifiers() & Qt::ControlModifier;
    const QPointF angle = event->angleDelta();
    if (!event->pixelDelta().isNull() && !control) {
        panBy(event->pixelDelta());
    } else if (event->modifiers() & Qt::ShiftModifier) {
        panBy({(angle.y() + angle.x()) * kWheelPan, 0});
    } else if (angle.y() != 0) {
        zoomAt(event->position(), std::pow(kZoomNotch, angle.y() / kNotch));
    }
}

bool NetworkView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) setHovered({});
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture) return false;
        zoomNow(gesture->position(), 1.0 + gesture->value());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool NetworkView::event(QEvent* event)
{
    // The keys that zoom mean the lens while it has the focus, not the map.
    const auto* key = event->type() == QEvent::ShortcutOverride ? static_cast<QKeyEvent*>(event) : nullptr;
    if (key && (tool().wants(*key) || (m_main && isViewKey(*key)))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void NetworkView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) setTemporaryPan(true);
    else if (event->key() == Qt::Key_Escape) escape();
    else if (!tool().keyPress(*event) && !ownKey(*event) && !editKey(*event) && !panKey(*event)) QAbstractScrollArea::keyPressEvent(event);
}

void NetworkView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) setTemporaryPan(false);
    else QAbstractScrollArea::keyReleaseEvent(event);
}

/// First ends what is under way, then a preview, then the tool, then the selection.
void NetworkView::escape()
{
    if (tool().cancel()) return;
    if (m_session.preview().isShown()) return m_session.preview().discard();
    if (m_toolKind != ToolKind::Select) setTool(ToolKind::Select);
    else m_session.select(Selection());
}

/// Within a window the keys of its actions are those that count, which somebody may have changed; a lens zooms by itself.
bool NetworkView::ownKey(const QKeyEvent& event)
{
    const bool hasActions = !(m_main ? m_main : this)->actions().isEmpty();
    if (hasActions) return m_main && viewKey(event);
    return toolKey(event) || viewKey(event) || actionKey(event);
}

bool NetworkView::toolKey(const QKeyEvent& event)
{
    if (event.modifiers() != Qt::NoModifier) return false;
    switch (event.key()) {
    case Qt::Key_V: setTool(ToolKind::Select); return true;
    case Qt::Key_H: setTool(ToolKind::Pan); return true;
    case Qt::Key_S: setTool(ToolKind::PlaceSite); return true;
    case Qt::Key_L: setTool(ToolKind::Link); return true;
    case Qt::Key_D: setTool(ToolKind::Demand); return true;
    case Qt::Key_M: setTool(ToolKind::Measure); return true;
    case Qt::Key_R: setTool(ToolKind::Repeaters); return true;
    case Qt::Key_T: setTool(ToolKind::Note); return true;
    case Qt::Key_G: setTool(ToolKind::Region); return true;
    case Qt::Key_Z: startLens(); return true;
    default: return false;
    }
}

/// On the cluster under the pointer at once; else the next click or drag says where.
void NetworkView::startLens()
{
    const auto cluster = m_hoveredCluster.isValid() ? screenPosition(m_hoveredCluster) : std::nullopt;
    if (cluster) openLensAt(*cluster);
    else setTool(ToolKind::Lens);
}

bool NetworkView::viewKey(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(kZoomNotch); return true;
    case Qt::Key_Minus: zoomBy(1 / kZoomNotch); return true;
    case Qt::Key_0: fitAll(); return true;
    case Qt::Key_1: fitSelection(); return true;
    default: return false;
    }
}

bool NetworkView::actionKey(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Copy)) copySelection();
    else if (event.matches(QKeySequence::Cut)) cutSelection();
    else if (event.matches(QKeySequence::Paste)) paste();
    else if (event.matches(QKeySequence::SelectAll)) selectAll();
    else if (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier) duplicateSelection();
    else if (event.key() == Qt::Key_Delete) deleteSelection();
    else if (event.key() == Qt::Key_F2) renameSelection();
    else return false;
    return true;
}

bool NetworkView::editKey(const QKeyEvent& event)
{
    if (event.key() == Qt::Key_Backspace) deleteSelection();
    else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) Q_EMIT inspectorRequested();
    else if (event.key() == Qt::Key_F10 && event.modifiers() == Qt::ShiftModifier) {
        const QPoint middle = viewport()->rect().center();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, middle, viewport()->mapToGlobal(middle));
        contextMenuEvent(&menu);
    } else return false;
    return true;
}

bool NetworkView::panKey(const QKeyEvent& event)
{
    const QPointF way = panWay(event);
    if (way.isNull()) return false;
    const QPointF possible = followed(mapView(), way);
    if (possible.isNull()) Q_EMIT m_session.noticed(poleStopText());
    panBy(possible);
    return true;
}

SiteId NetworkView::cursorSite() const
{
    const std::set<SiteId>& sites = m_session.selection().sites;
    return m_cursorSite.isValid() || sites.empty() ? m_cursorSite : *sites.begin();
}

void NetworkView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    const SiteId central = m_scene->nearestSite(m_camera.center);
    if (byKey && m_session.selection().isEmpty() && central.isValid()) m_session.select(central);
}

/// A gesture whose release may never arrive is given up. A field or menu of the map itself takes the focus only in between.
void NetworkView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    const bool isHeld = QApplication::mouseButtons() != Qt::NoButton || event->reason() == Qt::ActiveWindowFocusReason;
    if (isHeld) tool().cancelGesture();
    setTemporaryPan(false);
}

void NetworkView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto selected = screenPosition(m_session.currentElement());
    const QPointF place = byKey ? selected.value_or(QRectF(viewport()->rect()).center()) : QPointF(event->pos());
    const ElementRef element = byKey ? m_session.currentElement() : elementAt(place);
    if (element != ElementRef() && !m_session.selection().contains(element)) m_session.select(element);
    const QPointF map = m_camera.toMap(place);
    const bool isBeside = m_scene->projection().turns() && !m_scene->projection().covers(map);
    auto* menu = makeCanvasMenu(*this, element, isBeside ? std::nullopt : std::optional(m_scene->projection().inverse(map)));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(viewport()->mapToGlobal(place.toPoint()));
}

void NetworkView::scrollContentsBy(int, int) {}   // the camera decides what is seen, not scroll bars

} // namespace bellweave::ui
