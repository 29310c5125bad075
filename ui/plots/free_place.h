// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

namespace bellweave::ui {

/// px kept free around a word.
constexpr double kWordGap = 3.0;

/// How far a point is from a box; zero inside it.
double distance(QPointF point, const QRectF& box);

/// Every place that a box may take inside a field, the best first: beside `at`, then near the wanted place. Empty when the box is
/// larger than the field.
std::vector<QRectF> placesFor(const QRectF& wanted, QPointF at, const QRectF& field);

} // namespace bellweave::ui
