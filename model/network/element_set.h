// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/element_ref.h"

#include <cstddef>
#include <set>

namespace bellweave {

/// Any mix of elements of a design: what is selected, or what an edit works on. A value.
struct ElementSet {
    std::set<SiteId> sites = {};
    std::set<LinkId> links = {};
    std::set<DemandId> demands = {};
    std::set<NoteId> notes = {};

    bool isEmpty() const { return size() == 0; }
    std::size_t size() const { return sites.size() + links.size() + demands.size() + notes.size(); }
    bool contains(const ElementRef& element) const;
    void insert(const ElementRef& element);
    void insert(const ElementSet& others);
    void erase(const ElementRef& element);
    /// The first element; none when there is none.
    ElementRef first() const;
    bool operator==(const ElementSet&) const = default;
};

/// Just this element; empty for none.
ElementSet setOf(const ElementRef& element);

} // namespace bellweave
