// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/gesture.h"
#include "ui/canvas/tools/rubber_band.h"

namespace bellweave::ui {

/// Selects what a box encloses or touches; with Shift or Ctrl it adds to the selection.
class BandGesture : public Gesture {
public:
    BandGesture(NetworkView& view, QPointF start) : m_view(view), m_band{start, start} {}
    void move(const Pointer& pointer) override { m_band.end = pointer.screen; }
    void finish(const Pointer& pointer) override;
    void cancel() override {}
    void paint(QPainter& painter) const override { paintRubberBand(painter, m_band); }

private:
    NetworkView& m_view;
    RubberBand m_band;
};

/// Held keys that add to the selection instead of replacing it.
bool addsToSelection(const Pointer& pointer);

} // namespace bellweave::ui
