// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/link.h"

#include <QString>

class QPen;

namespace bellweave::ui {

/// How many kinds of link there are; a kind is told by its place in LinkKind.
inline constexpr std::size_t kMediumCount = std::variant_size_v<LinkKind>;

/// "Fiber", "Free space", "Microwave", "Measured".
QString mediumLabel(std::size_t kind);
inline QString mediumLabel(const LinkKind& kind) { return mediumLabel(kind.index()); }
/// What the kind means, one line.
QString mediumHelp(std::size_t kind);
/// Makes the pen draw the line style of the kind: solid, or dashes of the same length at any width.
void setMediumStyle(QPen& pen, std::size_t kind);

} // namespace bellweave::ui
