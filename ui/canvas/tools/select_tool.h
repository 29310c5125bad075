// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "ui/canvas/tools/gesture.h"

#include <memory>
#include <optional>

namespace bellweave::ui {

/// Click selects, drag on a site or note moves what is selected (with Alt: copies of it), on a bend point bends the link, with
/// Alt on a link takes its end elsewhere, on the empty map draws a rubber band; arrows walk from site to site, with Ctrl they
/// nudge.
class SelectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool doublePress(const Pointer& pointer) override;
    bool wants(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void cancelGesture() override { cancel(); }
    void paint(QPainter& painter) const override;

private:
    std::unique_ptr<Gesture> gestureFor() const;
    void click(const Pointer& pointer);
    void listHits(const Pointer& pointer);
    bool walk(const QKeyEvent& event, QPointF direction);
    bool stepAlongLinks(int step);
    void nudge(QPointF direction, double meters);

    std::optional<Pointer> m_pressed;
    ElementRef m_pressedOn;
    bool m_wasSelected = false;
    std::unique_ptr<Gesture> m_gesture;
    bool m_isDragging = false;    // the mouse has left the place where it was pressed, though nothing may follow it
};

} // namespace bellweave::ui
