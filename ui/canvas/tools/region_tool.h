// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/band_tool.h"

namespace bellweave::ui {

/// A drag sets a box: what lies in it is selected, and a popover acts on all of it at once. Enter takes all that is in view.
class RegionTool : public BandTool {
public:
    using BandTool::BandTool;
    bool keyPress(const QKeyEvent& event) override;

protected:
    void finish(const RubberBand& band) override;
};

} // namespace bellweave::ui
