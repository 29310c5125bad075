// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluation.h"
#include "ui/tables/grid_column.h"

namespace bellweave::ui {

/// What stands in one cell of a grid.
struct Cell {
    enum class State {
        Absent,     ///< the element is of a kind without this field
        Value,
        Derived,    ///< nothing is typed: the text is what the engine or the ends make of it
        Reached     ///< a number of the engine
    };
    State state = State::Absent;
    QString text = {};               ///< as shown: six significant figures, names for ids
    QString exact = {};              ///< as copied and edited: every digit, point as decimal mark; empty for derived values
    std::optional<double> number = std::nullopt;    ///< in the stored unit; also what the column is sorted by
    bool toggle = false;
    bool isUnmet = false;            ///< falls short of what is asked for
    QString explanation = {};        ///< why there is no number, for the tool tip
};

/// The cells of an element in the order of the columns. `evaluation` may be null.
std::vector<Cell> rowCells(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, GridKind kind);
std::vector<Cell> rowCells(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element,
                           const std::vector<const GridColumn*>& columns);
/// One of them, without reading the others.
Cell cellOf(const Network& network, const engine::Evaluation* evaluation, const ElementRef& element, const GridColumn& column);

} // namespace bellweave::ui
