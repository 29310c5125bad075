// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/site.h"
#include "ui/canvas/snap.h"
#include "ui/canvas/tools/element_drag.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// Click places a site, dragging on nudges it; P, R, M, E, T, J choose what is placed, and the letters after that are the name of a city
/// to place it at; a digit or Enter begins coordinates. Snaps: on a link the site splits it, on a city it takes place and name
/// of the city, on a site nothing is added. Ctrl turns that off.
class PlaceTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool wants(const QKeyEvent& event) const override;
    bool keyPress(const QKeyEvent& event) override;
    bool cancel() override;
    void cancelGesture() override;
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

    void setRole(SiteRole role)
    {
        m_role = role;
        m_isNaming = true;
    }
    SiteRole role() const { return m_role; }

private:
    std::optional<SnapTarget> targetAt(const Pointer& pointer) const;
    SiteId placeAt(const Pointer& pointer, int gesture);
    void askPlace(const QString& begun);
    void placeTyped(const QString& text);

    SiteRole m_role = SiteRole::Processor;
    bool m_isNaming = false;             // the kind is chosen: letters are a name now
    std::optional<SnapTarget> m_target;
    std::optional<QPointF> m_mouse;
    std::unique_ptr<ElementDrag> m_nudge;
};

/// Reads "48.2, 16.4" or "48,2; 16,4": latitude and longitude in degrees.
std::optional<GeoPosition> parsePosition(const QString& text);

} // namespace bellweave::ui
