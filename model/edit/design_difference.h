// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/patch.h"
#include "model/network/element_ref.h"

#include <vector>

namespace bellweave {

/// Another design under the ids of this one: elements of the same key get the same id, the others ids that are free here. Ids
/// mean nothing from one file to the next; keys do. difference() of the two then tells what a person has done.
Network withIdsOf(const Network& base, Network other);

/// What became of an element or one of its fields.
enum class DifferenceKind { Added, Removed, Changed };

/// One line of a list of differences.
struct Difference {
    DifferenceKind kind = DifferenceKind::Changed;
    ElementRef element;     ///< none for the design as a whole
    QString elementWord;    ///< "Site", "Link", … as the catalog calls it
    QString elementName;    ///< in the newer design, of removed ones in the older; empty for the design
    QString path;           ///< of the field in the element; of a part that came or went, the part; empty for whole elements
    QString label;          ///< of the field or part, for people
    QString before;         ///< values with their units; empty where there was or is none
    QString after;
};

/// How many whole elements came, changed and went.
struct DifferenceCount {
    int added = 0;
    int changed = 0;    ///< the design as a whole is one of them
    int removed = 0;
    bool isNone() const { return added + changed + removed == 0; }
};

/// Everything that differs, flat: added and removed elements have a line each, of changed ones each field has one. Sites come
/// first, then links, demands, notes, plots of the report and the design as a whole. Precondition: same ids, same elements.
std::vector<Difference> listDifferences(const Network& before, const Network& after);
DifferenceCount countDifferences(const Network& before, const Network& after);

} // namespace bellweave
