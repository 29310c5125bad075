// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/overlay_mover.h"

#include "ui/canvas/network_view.h"
#include "ui/canvas/overlay_places.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace bellweave::ui {

OverlayMover::OverlayMover(NetworkView& view, Overlay overlay, QWidget& body, const QWidgetList& handles)
    : QObject(&body), m_view(view), m_overlay(overlay), m_body(body), m_handles(handles)
{
    for (QWidget* handle : handles) handle->installEventFilter(this);
}

bool OverlayMover::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        if (!m_isMoving || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) return false;
        m_body.move(m_start);
        end();
        return true;
    }
    const bool isMouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonRelease;
    if (!isMouse || watched == &m_view) return false;
    const auto& mouse = static_cast<const QMouseEvent&>(*event);
    if (event->type() == QEvent::MouseMove) return follow(mouse);
    if (mouse.button() != Qt::LeftButton) return false;
    if (event->type() == QEvent::MouseButtonPress) {
        m_from = mouse.globalPosition().toPoint();
        m_start = m_body.pos();
        return false;
    }
    return drop();
}

bool OverlayMover::follow(const QMouseEvent& event)
{
    if (!m_from || !(event.buttons() & Qt::LeftButton)) return false;
    const QPoint way = event.globalPosition().toPoint() - *m_from;
    if (!m_isMoving && way.manhattanLength() < QApplication::startDragDistance()) return false;
    if (!m_isMoving) m_view.installEventFilter(this);
    m_isMoving = true;
    const QRect room = m_view.viewport()->rect().adjusted(0, 0, -m_body.width(), -m_body.height());
    const QPoint wanted = m_start + way;
    m_body.raise();
    m_body.move(qBound(0, wanted.x(), std::max(room.right(), 0)), qBound(0, wanted.y(), std::max(room.bottom(), 0)));
    return true;
}

bool OverlayMover::drop()
{
    const bool wasMoving = m_isMoving;
    end();
    if (wasMoving) m_view.moveOverlay(m_overlay, nearestCorner(QRectF(m_body.geometry()).center(), m_view.viewport()->size()));
    return wasMoving;
}

/// What was dragged is not clicked.
void OverlayMover::end()
{
    for (QWidget* handle : m_handles)
        if (auto* button = qobject_cast<QAbstractButton*>(handle); button && m_isMoving) button->setDown(false);
    m_view.removeEventFilter(this);
    m_from.reset();
    m_isMoving = false;
}

} // namespace bellweave::ui
