// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plan_layout.h"

#include <algorithm>

namespace bellweave::ui {

std::vector<PlanCell> planCells(const std::vector<engine::PlanStep>& plan)
{
    std::vector<PlanCell> cells;
    for (std::size_t at = 0; at < plan.size(); ++at) {
        int row = 0;
        for (const std::size_t input : plan[at].inputs) row = std::max(row, cells[input].bottom + 1);
        for (const std::size_t input : plan[at].inputs) cells[input].top = row - 1;
        cells.push_back({at, plan[at].firstHop, plan[at].lastHop, row, row});
    }
    return cells;
}

int planRows(const std::vector<PlanCell>& cells)
{
    int rows = 0;
    for (const PlanCell& cell : cells) rows = std::max(rows, cell.top + 1);
    return rows;
}

} // namespace bellweave::ui
