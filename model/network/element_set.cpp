// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/element_set.h"

namespace bellweave {
namespace {

/// Calls the function with the set an element belongs to, and its id; never for none.
template<typename Set, typename Function>
void withIds(Set& set, const ElementRef& element, Function function)
{
    if (const auto* site = std::get_if<SiteId>(&element)) function(set.sites, *site);
    if (const auto* link = std::get_if<LinkId>(&element)) function(set.links, *link);
    if (const auto* demand = std::get_if<DemandId>(&element)) function(set.demands, *demand);
    if (const auto* note = std::get_if<NoteId>(&element)) function(set.notes, *note);
}

} // namespace

bool ElementSet::contains(const ElementRef& element) const
{
    bool found = false;
    withIds(*this, element, [&](const auto& ids, auto id) { found = ids.contains(id); });
    return found;
}

void ElementSet::insert(const ElementRef& element)
{
    withIds(*this, element, [](auto& ids, auto id) { ids.insert(id); });
}

void ElementSet::insert(const ElementSet& others)
{
    sites.insert(others.sites.begin(), others.sites.end());
    links.insert(others.links.begin(), others.links.end());
    demands.insert(others.demands.begin(), others.demands.end());
    notes.insert(others.notes.begin(), others.notes.end());
}

void ElementSet::erase(const ElementRef& element)
{
    withIds(*this, element, [](auto& ids, auto id) { ids.erase(id); });
}

ElementRef ElementSet::first() const
{
    if (!sites.empty()) return *sites.begin();
    if (!links.empty()) return *links.begin();
    if (!demands.empty()) return *demands.begin();
    return notes.empty() ? ElementRef() : ElementRef(*notes.begin());
}

ElementSet setOf(const ElementRef& element)
{
    ElementSet set;
    set.insert(element);
    return set;
}

} // namespace bellweave
