// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace bellweave::ui {

class Actions;
class NetworkView;

/// Makes the actions that choose how the map is drawn act on it, and follow it. What was chosen last is remembered.
/// `shown`: the map that has a projection of its own and is seen instead, which the choice of a projection is then for; null or none: `view`.
void connectMapActions(NetworkView& view, const Actions& actions, const std::function<NetworkView*()>& shown = {});
/// Marks the projection of a map as the chosen one.
void markProjection(const NetworkView& view, const Actions& actions);

/// A second map is drawn as the first is: projection, colors of links, layers.
void followMap(NetworkView& follower, const NetworkView& leader);
/// The same with a projection of its own.
void followLayers(NetworkView& follower, const NetworkView& leader);

} // namespace bellweave::ui
