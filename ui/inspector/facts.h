// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <QString>
#include <vector>

namespace bellweave::ui {

/// How a number is meant: as it is, or met, near its limit, failed.
enum class FactTone { Plain, Ok, Warn, Bad };

/// One line of what was reached: name, value, unit or remark.
struct Fact {
    QString name;
    QString value;
    QString unit;
    QString tip;
    FactTone tone = FactTone::Plain;
    QString quantity = {};   ///< key of the number in engine::quantities(), which says formula and source; empty for words
};

/// One row of a small table; clicking it goes to `element`.
struct FactRow {
    std::vector<QString> cells;
    ElementRef element;
    QString tip;
    bool highlighted = false;
    int strongCell = -1;     ///< the cell in the color of warnings; -1 for none
};

/// A small table with its column names.
struct FactSheet {
    std::vector<QString> columns;
    std::vector<FactRow> rows;
    std::vector<QString> quantities = {};    ///< per column: key in engine::quantities(); empty for names
};

} // namespace bellweave::ui
