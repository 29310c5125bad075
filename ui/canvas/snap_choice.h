// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::ui {

/// What the user wants gestures on the map to snap to; remembered, and the same in every view.
enum class SnapKind { Sites, Links, Cities, Graticule };

inline constexpr SnapKind kSnapKinds[] = {SnapKind::Sites, SnapKind::Links, SnapKind::Cities, SnapKind::Graticule};

/// All but the graticule unless chosen otherwise.
bool snapsTo(SnapKind kind);
void chooseSnap(SnapKind kind, bool on);
/// "sites, links", or "off".
QString snapWords();
/// As an entry of a menu: "Sites".
QString snapLabel(SnapKind kind);

} // namespace bellweave::ui
