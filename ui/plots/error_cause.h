// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <QColor>

namespace bellweave::ui {

struct Theme;

/// "Memory wait"
QString errorCauseLabel(engine::ErrorCause cause);
/// The cause's color, the same in every plot.
QColor errorCauseColor(engine::ErrorCause cause, const Theme& theme);
/// An infidelity: 3 decimals, 4 below 0.01.
QString infidelityText(double infidelity);

} // namespace bellweave::ui
