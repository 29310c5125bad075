// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/band_tool.h"

namespace bellweave::ui {

/// A click drops a lens there, a drag sets what it shows.
class LensTool : public BandTool {
public:
    using BandTool::BandTool;
    bool keyPress(const QKeyEvent& event) override;

protected:
    void finish(const RubberBand& band) override;
};

} // namespace bellweave::ui
