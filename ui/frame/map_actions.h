// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

class Actions;
class NetworkView;

/// Makes the actions that choose how the map is drawn act on it, and follow it. What was chosen last is remembered.
void connectMapActions(NetworkView& view, const Actions& actions);

} // namespace bellweave::ui
