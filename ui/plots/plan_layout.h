// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"

#include <vector>

namespace bellweave::ui {

/// Where a step of a plan stands in its tree: over the hops its pairs span, from the rows of what it is made of up to the row
/// below the step that takes it.
struct PlanCell {
    std::size_t step = 0;       ///< index into the plan
    std::size_t firstHop = 0;
    std::size_t lastHop = 0;
    int bottom = 0;             ///< row; links stand in row 0
    int top = 0;                ///< the last row it fills
};

/// The tree of a plan: one cell a step, in the plan's order; together they fill a rectangle where the plan is a whole tree.
std::vector<PlanCell> planCells(const std::vector<engine::PlanStep>& plan);
/// How many rows the tree has; 0 of an empty plan.
int planRows(const std::vector<PlanCell>& cells);

} // namespace bellweave::ui
