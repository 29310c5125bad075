// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "ui/tables/cell_block.h"
#include "ui/tables/grid_column.h"

namespace bellweave::ui {

/// Where a block of cells goes.
struct PasteTarget {
    GridKind kind = GridKind::Sites;
    std::vector<ElementRef> rows;    ///< of the grid, from the first one that is written on
    int firstColumn = 0;
};

/// Why nothing was pasted.
struct PasteRefusal {
    int line = 0;                    ///< of the block, from 0
    int column = 0;                  ///< of the grid
    QString sentence;                ///< whole: line, column, value and what is accepted
};

/// A paste as one edit: every cell, or the first that is refused.
struct BlockPaste {
    Patch patch = {};
    int cells = 0;
    bool hasHeadings = false;        ///< the first line named the columns and was not written
    std::optional<PasteRefusal> refusal = std::nullopt;
};

/// The edit that writes a block of texts into the rows of a grid. A first line of column names says where each column goes;
/// otherwise they follow each other from the first column on. Lines beyond the end become new sites.
BlockPaste pasteBlock(const Network& network, const PasteTarget& target, const CellBlock& block);

} // namespace bellweave::ui
