// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"
#include "ui/canvas/tools/rubber_band.h"
#include "ui/canvas/tools/site_drag.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// Click selects, drag on a site moves what is selected, drag on the empty map draws a rubber band; arrows walk from site
/// to site, with Ctrl they nudge.
class SelectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;

private:
    void beginDrag(const Pointer& pointer);
    void click(const Pointer& pointer);
    void finishBand(const Pointer& pointer);
    bool walk(const QKeyEvent& event, QPointF direction);
    bool stepAlongLinks(int step);
    void nudge(QPointF direction, double meters);

    std::optional<Pointer> m_pressed;
    ElementRef m_pressedOn;
    bool m_wasSelected = false;
    std::optional<SiteDrag> m_drag;
    std::optional<RubberBand> m_band;
};

} // namespace bellweave::ui
