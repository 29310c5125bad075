// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bellweave::ui {

/// Where the wish for reduced motion is kept; a bool.
inline const QString kReducedMotionKey = QStringLiteral("appearance/reduced_motion");

/// True when nothing is to move by itself: the user wants it so, or there is no screen to see it on and no wish is kept.
bool reducedMotion();

} // namespace bellweave::ui
