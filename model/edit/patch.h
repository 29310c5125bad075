// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network.h"

#include <memory>
#include <vector>

namespace bellweave {

/// One element before and after an edit. Null before: added; null after: removed.
template<typename T>
struct Change {
    std::shared_ptr<const T> before;
    std::shared_ptr<const T> after;
    auto id() const { return (before ? before : after)->id; }
};

/// An edit as a value: serves edit, undo, redo and change notice alike. At most one change per element.
struct Patch {
    std::vector<Change<Site>> sites;
    std::vector<Change<Link>> links;
    std::vector<Change<Demand>> demands;
    std::vector<Change<MapNote>> mapNotes;
    std::vector<Change<ReportPlot>> reportPlots;
    std::shared_ptr<const General> generalBefore;   ///< both null when the general part does not change
    std::shared_ptr<const General> generalAfter;

    bool isEmpty() const;
    /// True when every change puts back what is there.
    bool isNoop() const;
    /// The edit that undoes this one.
    Patch inverse() const;
    /// Adds an edit of other elements. Precondition: both start from one network and share no element, nor the general part.
    void append(const Patch& other);
    /// This edit followed by `next`, as one.
    Patch merged(const Patch& next) const;
};

/// The network after the edit. Precondition: every `before` is what the network holds.
void applyPatch(Network& network, const Patch& patch);
/// The edit that leads from one network to another.
Patch difference(const Network& from, const Network& to);

} // namespace bellweave
