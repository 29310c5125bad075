// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <optional>

class QMouseEvent;

namespace bellweave::ui {

class PlotOverlay;
class PlotView;

/// What the mouse does to a plot: hovering reads, a click pins, dragging a pin moves it, a double click resets the zoom. Boxes
/// and wheel are left to the canvas itself.
class PlotPointer : public QObject {
    Q_OBJECT
public:
    /// Watches the canvas of the view.
    PlotPointer(PlotView& view, PlotOverlay& overlay, QWidget& canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool doubleClick();

    PlotView& m_view;
    PlotOverlay& m_overlay;
    std::optional<QPointF> m_pressed;    // where a click began that has not become a drag
    QPointF m_last;
    int m_draggedPin = -1;
    bool m_justPinned = false;           // by the click that a double click may follow
};

} // namespace bellweave::ui
