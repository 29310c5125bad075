// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

namespace bellweave::ui {

/// Puts a text on the map where it is clicked.
class NoteTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    bool keyPress(const QKeyEvent& event) override;
    QCursor cursor() const override { return Qt::IBeamCursor; }

private:
    void ask(QPointF screen);
};

} // namespace bellweave::ui
