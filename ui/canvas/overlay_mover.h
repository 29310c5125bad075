// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/overlay_choice.h"

#include <QObject>
#include <QPoint>
#include <QWidgetList>
#include <optional>

class QMouseEvent;

namespace bellweave::ui {

class NetworkView;

/// Lets an overlay be dragged to another corner of the map. A press that does not move stays a click; Escape puts it back.
class OverlayMover : public QObject {
public:
    /// `handles`: the widgets by which the body is taken.
    OverlayMover(NetworkView& view, Overlay overlay, QWidget& body, const QWidgetList& handles);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool follow(const QMouseEvent& event);
    bool drop();
    void end();

    NetworkView& m_view;
    Overlay m_overlay;
    QWidget& m_body;
    QWidgetList m_handles;
    std::optional<QPoint> m_from;   // of the pointer on the screen, while a button is held
    QPoint m_start;                 // of the body
    bool m_isMoving = false;
};

} // namespace bellweave::ui
