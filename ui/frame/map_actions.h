// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bellweave::ui {

class Actions;
class NetworkView;

/// Makes the actions that choose how the map is drawn act on it, and follow it. What was chosen last is remembered.
void connectMapActions(NetworkView& view, const Actions& actions);

/// A second map is drawn as the first is: projection, colors of links, layers.
void followMap(NetworkView& follower, const NetworkView& leader);
/// The same with a projection of its own.
void followLayers(NetworkView& follower, const NetworkView& leader);

} // namespace bellweave::ui
