// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>
#include <QPointF>

class QKeyEvent;
class QPainter;

namespace bellweave::ui {

class NetworkView;

/// Where the mouse is and what is held.
struct Pointer {
    QPointF screen;
    QPointF map;      ///< map units, at the turn of the world that is seen there
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
};

/// What the mouse and keys do on the map while it is active. Tools edit through the session and draw only what is not
/// part of the design.
class Tool {
public:
    explicit Tool(NetworkView& view) : m_view(view) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual void press(const Pointer&) {}
    /// The second press of a double click; false leaves it to the map.
    virtual bool doublePress(const Pointer&) { return false; }
    /// Also without a button.
    virtual void move(const Pointer&) {}
    virtual void release(const Pointer&) {}
    /// True when the key should come here even though it is the shortcut of an action.
    virtual bool wants(const QKeyEvent&) const { return false; }
    /// True when the key meant something to the tool.
    virtual bool keyPress(const QKeyEvent&) { return false; }
    /// Drops what is under way as if it had never begun; false when nothing was.
    virtual bool cancel() { return false; }
    /// Drops only what a held mouse button does.
    virtual void cancelGesture() {}
    /// On top of everything, in screen coordinates.
    virtual void paint(QPainter&) const {}
    virtual QCursor cursor() const { return Qt::ArrowCursor; }

protected:
    NetworkView& view() const { return m_view; }

private:
    NetworkView& m_view;
};

} // namespace bellweave::ui
