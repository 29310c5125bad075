// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// Drag moves the map. Where the globe stops at a pole it waits there until the pointer comes back.
class PanTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool cancel() override;
    QCursor cursor() const override;

private:
    std::optional<QPointF> m_last;
    double m_beyond = 0.0;    // px the pointer is past where the globe stopped, downwards
    bool m_told = false;
};

} // namespace bellweave::ui
