// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/rubber_band.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace bellweave::ui {

/// A tool whose drag sets a box; Escape drops it.
class BandTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool cancel() override;
    void cancelGesture() override { cancel(); }
    void paint(QPainter& painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }

protected:
    /// The button was released; a click is a band without size.
    virtual void finish(const RubberBand& band) = 0;

private:
    std::optional<RubberBand> m_band;
};

} // namespace bellweave::ui
