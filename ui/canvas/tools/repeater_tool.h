// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/repeater_insertion.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// A drag along a link puts in repeaters, more the longer it is, with live numbers; a click on a link asks how many.
class RepeaterTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void cancelGesture() override { cancel(); }
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

private:
    LinkId linkAt(QPointF screen) const;

    std::optional<RepeaterInsertion> m_insertion;
    LinkId m_link;
    QPointF m_pressed;
    QPointF m_mouse;
    int m_count = 0;
};

} // namespace bellweave::ui
