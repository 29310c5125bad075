// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool.h"

namespace bellweave::ui {

/// What a held mouse button does, from the first movement to the release or the Escape key.
class Gesture {
public:
    virtual ~Gesture() = default;
    virtual void move(const Pointer& pointer) = 0;
    /// The button was released here.
    virtual void finish(const Pointer& pointer) = 0;
    /// Everything is as if the gesture had never begun; no undo step stays.
    virtual void cancel() = 0;
    /// On top of everything, in screen coordinates.
    virtual void paint(QPainter&) const {}
};

} // namespace bellweave::ui
