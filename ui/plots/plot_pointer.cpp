// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_pointer.h"

#include "ui/plots/plot_overlay.h"
#include "ui/plots/plot_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>

namespace bellweave::ui {

PlotPointer::PlotPointer(PlotView& view, PlotOverlay& overlay, QWidget& canvas) : QObject(&view), m_view(view), m_overlay(overlay)
{
    canvas.installEventFilter(this);
}

bool PlotPointer::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick: return doubleClick();
    case QEvent::Leave: m_view.readAt(std::nullopt); break;
    case QEvent::Wheel: return !m_view.chooseWheelAxis(static_cast<QWheelEvent*>(event)->modifiers());
    case QEvent::ToolTip: return m_view.explain(*static_cast<QHelpEvent*>(event));
    case QEvent::ContextMenu:    // the canvas keeps its events to itself
        m_view.openMenu(*static_cast<QContextMenuEvent*>(event));
        return true;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool PlotPointer::press(const QMouseEvent& event)
{
    m_justPinned = false;
    if (event.button() != Qt::LeftButton) return true;    // only the left button draws a box
    m_last = event.position();
    m_draggedPin = m_overlay.pinAt(m_last);
    if (m_draggedPin < 0) m_pressed = m_last;
    return m_draggedPin >= 0;
}

bool PlotPointer::move(const QMouseEvent& event)
{
    const QPointF position = event.position();
    if (m_draggedPin >= 0) {
        m_view.movePin(m_draggedPin, position - m_last);
        m_last = position;
        return true;
    }
    if (m_pressed && (position - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) m_pressed.reset();
    const bool drawsBox = event.buttons().testFlag(Qt::LeftButton) && !m_pressed;
    m_view.readAt(drawsBox ? std::nullopt : std::optional(position));
    return false;
}

bool PlotPointer::release(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton) return true;
    if (m_draggedPin >= 0) {
        m_draggedPin = -1;
        return true;
    }
    if (m_pressed) m_justPinned = m_view.pinAt(*m_pressed);
    m_pressed.reset();
    return false;
}

/// Its first half has pinned something that nobody wanted.
bool PlotPointer::doubleClick()
{
    if (m_justPinned) m_view.unpinLast();
    m_justPinned = false;
    m_view.resetZoom();
    return true;
}

} // namespace bellweave::ui
