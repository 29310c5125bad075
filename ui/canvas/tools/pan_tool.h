// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// Drag moves the map.
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
};

} // namespace bellweave::ui
