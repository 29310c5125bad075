// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"
#include "ui/canvas/tools/site_drag.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// Click places a site, dragging on nudges it; P, R, M, J choose what is placed; Enter places by typed coordinates.
class PlaceTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool wants(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    void setRole(SiteRole role) { m_role = role; }
    SiteRole role() const { return m_role; }

private:
    void placeTyped(const QString& text);

    SiteRole m_role = SiteRole::Processor;
    std::optional<QPointF> m_mouse;
    std::optional<SiteDrag> m_nudge;
};

/// Reads "48.2, 16.4" or "48,2; 16,4": latitude and longitude in degrees.
std::optional<GeoPosition> parsePosition(const QString& text);

} // namespace bellweave::ui
