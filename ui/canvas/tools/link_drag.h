// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/snap.h"
#include "ui/canvas/tools/gesture.h"

#include "model/network/network.h"

namespace bellweave::ui {

/// Moves one bend point of a link; all steps are one undo step. Cities attract it, Ctrl turns that off.
class BendDrag : public Gesture {
public:
    BendDrag(NetworkView& view, LinkId link, std::size_t bend);
    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override { move(pointer); }
    void cancel() override;
    void paint(QPainter& painter) const override;

private:
    NetworkView& m_view;
    Link m_before;
    std::size_t m_bend;
    int m_gesture;
    std::optional<SnapTarget> m_target;
};

/// Takes the nearer end of a link to another site; the link follows when the button is released there.
class ReconnectDrag : public Gesture {
public:
    ReconnectDrag(NetworkView& view, LinkId link, QPointF grabbed);
    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override {}
    void paint(QPainter& painter) const override;

private:
    NetworkView& m_view;
    LinkId m_link;
    SiteId m_loose;      ///< the end that is taken off
    SiteId m_kept;
    SiteId m_target;
    QPointF m_mouse;
};

/// Which bend point of a link lies under a point of the screen.
std::optional<std::size_t> bendAt(const NetworkView& view, LinkId link, QPointF screen);
/// Handles at the bend points of a link.
void paintBends(QPainter& painter, const NetworkView& view, LinkId link);
/// Puts a bend point where the link passes a point of the screen, or takes the one away that is there.
void toggleBend(NetworkView& view, LinkId link, QPointF screen);

} // namespace bellweave::ui
