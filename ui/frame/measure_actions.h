// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

class Actions;

/// Text size and density: the actions show what is chosen, and what they choose takes effect at once and is remembered.
void connectMeasureActions(const Actions& actions);
/// Text of this size in percent of the usual, from now on and remembered.
void chooseText(int percent);

} // namespace bellweave::ui
