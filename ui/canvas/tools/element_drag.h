// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/snap.h"
#include "ui/canvas/tools/gesture.h"

#include "model/edit/edits.h"

#include <memory>

namespace bellweave::ui {

class Session;

/// Moves sites and notes with the mouse, and the bends of links between moved sites: every step is pushed in one gesture, so
/// all of them are one undo step. A single site snaps to cities and to links, which it then divides; Ctrl turns that off,
/// Shift holds the bearing to steps of 15°. Locked elements stay.
class ElementDrag : public Gesture {
public:
    /// `from`: where the mouse took hold, map units.
    ElementDrag(NetworkView& view, const ElementSet& elements, QPointF from);
    /// Goes on with a gesture that has pushed something already, under the name of that step.
    void continueGesture(int gesture, const QString& text);
    /// Moves copies of sites, with their links, and leaves the originals where they are.
    static std::unique_ptr<ElementDrag> ofCopies(NetworkView& view, const std::set<SiteId>& sites, QPointF from);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;
    void paint(QPainter& painter) const override;

private:
    ElementMoves shifted(QPointF way) const;
    std::optional<SnapTarget> targetAt(const Pointer& pointer) const;
    void push(const Patch& patch);

    NetworkView& m_view;
    Network m_before;
    ElementSet m_selectedBefore;
    ElementMoves m_start;
    QPointF m_from;
    Projection m_heldOn;       // a map that turns may do so during the drag
    GeoPosition m_held;
    QString m_text;
    int m_gesture;
    std::optional<SnapTarget> m_target;
};

/// "Move Frankfurt", "Move 3 elements".
QString moveText(const Network& network, const ElementSet& elements);

} // namespace bellweave::ui
