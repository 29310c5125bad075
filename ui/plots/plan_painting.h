// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plan_text.h"
#include "ui/plots/plot.h"
#include "ui/style/theme.h"

class QPainter;

namespace bellweave::ui {

/// A plan as cells over the stations of its route, links at the bottom, what is made of them above; appends a spot for each step.
void paintPlanTree(QPainter& painter, const PlanTree& tree, const QRectF& area, const Theme& theme, std::vector<HotSpot>& spots);

} // namespace bellweave::ui
