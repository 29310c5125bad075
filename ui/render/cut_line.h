// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <optional>

namespace bellweave::ui {

/// What is left of a segment inside a rectangle; none when that is nothing or a single point. Liang and Barsky, ACM Transactions
/// on Graphics 3, 1 (1984).
std::optional<QLineF> cutLine(const QLineF& line, const QRectF& area);

} // namespace bellweave::ui
