// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/units.h"

namespace bellweave {

/// One way to write a unit. The first spelling of a dimension is its stored unit and has factor 1.
struct UnitSpelling {
    QString symbol;              ///< a space in it matches any number of spaces, or a middle dot
    double factor = 1.0;         ///< size in the stored unit
    double shownFrom = 0.0;      ///< smallest stored value shown in this unit; infinite when it is only ever typed
    bool alias = false;          ///< another spelling of a unit above: accepted, never listed to people
};

/// Every spelling of a dimension; µ is written as U+00B5.
const std::vector<UnitSpelling>& spellingsOf(Dimension dimension);

} // namespace bellweave
