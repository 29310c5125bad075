// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/custom_plot.h"

namespace bellweave::ui {

/// Ticks of an axis whose figures never overprint each other: where there is no room, some ticks stay without a figure. On a
/// linear axis every second, third … has one; on a logarithmic axis whole decades have theirs first.
QSharedPointer<QCPAxisTicker> sparseTicker(const QCPAxis& axis, bool logarithmic);

} // namespace bellweave::ui
