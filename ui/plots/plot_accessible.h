// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

class PlotView;

/// Makes every PlotView a chart whose children are its values, for assistive technology. Calling it again does nothing.
void installPlotAccessibility();
/// Tells assistive technology which value the keyboard cursor stands on now.
void announcePoint(PlotView& view);

} // namespace bellweave::ui
