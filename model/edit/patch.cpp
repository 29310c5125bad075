// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/patch.h"

#include <map>

namespace bellweave {
namespace {

template<typename T>
bool sameContent(const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b)
{
    return a == b || (a && b && *a == *b);
}

template<typename T>
bool allNoop(const std::vector<Change<T>>& changes)
{
    return std::all_of(changes.begin(), changes.end(), [](const Change<T>& c) { return sameContent(c.before, c.after); });
}

template<typename T>
std::vector<Change<T>> inverted(std::vector<Change<T>> changes)
{
    for (Change<T>& change : changes) std::swap(change.before, change.after);
    return changes;
}

template<typename T>
std::vector<Change<T>> joined(const std::vector<Change<T>>& first, const std::vector<Change<T>>& next)
{
    std::map<decltype(T::id), Change<T>> byId;
    for (const Change<T>& change : first) byId.emplace(change.id(), change);
    for (const Change<T>& change : next) {
        const auto [row, isNew] = byId.emplace(change.id(), change);
        if (!isNew) row->second.after = change.after;
    }
    std::vector<Change<T>> result;
    for (auto& [id, change] : byId)
        if (change.before || change.after) result.push_back(std::move(change));
    return result;
}

template<typename T>
void applyTo(Table<T>& table, const std::vector<Change<T>>& changes)
{
    for (const Change<T>& change : changes) {
        Q_ASSERT_X(sameContent(table.share(change.id()), change.before), "applyPatch",
                   "an edit must start from what the network holds");
        if (change.after) table.put(change.after);
        else table.erase(change.id());
    }
}

template<typename T>
std::vector<Change<T>> changesBetween(const Table<T>& from, const Table<T>& to)
{
    std::vector<Change<T>> changes;
    auto old = from.rows().begin();
    auto now = to.rows().begin();
    while (old != from.rows().end() || now != to.rows().end()) {
        if (now == to.rows().end() || (old != from.rows().end() && (*old)->id < (*now)->id)) {
            changes.push_back({*old++, nullptr});
        } else if (old == from.rows().end() || (*now)->id < (*old)->id) {
            changes.push_back({nullptr, *now++});
        } else {
            if (!sameContent(*old, *now)) changes.push_back({*old, *now});
            ++old, ++now;
        }
    }
    return changes;
}

} // namespace

bool Patch::isEmpty() const { return sites.empty() && links.empty() && demands.empty() && mapNotes.empty() && reportPlots.empty() && !generalAfter; }

bool Patch::isNoop() const
{
    return allNoop(sites) && allNoop(links) && allNoop(demands) && allNoop(mapNotes) && allNoop(reportPlots)
        && sameContent(generalBefore, generalAfter);
}

Patch Patch::inverse() const
{
    return {inverted(sites), inverted(links), inverted(demands), inverted(mapNotes), inverted(reportPlots), generalAfter, generalBefore};
}

void Patch::append(const Patch& other)
{
    sites.insert(sites.end(), other.sites.begin(), other.sites.end());
    links.insert(links.end(), other.links.begin(), other.links.end());
    demands.insert(demands.end(), other.demands.begin(), other.demands.end());
    mapNotes.insert(mapNotes.end(), other.mapNotes.begin(), other.mapNotes.end());
    reportPlots.insert(reportPlots.end(), other.reportPlots.begin(), other.reportPlots.end());
    if (!other.generalAfter) return;
    generalBefore = other.generalBefore;
    generalAfter = other.generalAfter;
}

Patch Patch::merged(const Patch& next) const
{
    return {joined(sites, next.sites), joined(links, next.links), joined(demands, next.demands),
            joined(mapNotes, next.mapNotes), joined(reportPlots, next.reportPlots),
            generalBefore ? generalBefore : next.generalBefore, next.generalAfter ? next.generalAfter : generalAfter};
}

void applyPatch(Network& network, const Patch& patch)
{
    applyTo(network.sites, patch.sites);
    applyTo(network.links, patch.links);
    applyTo(network.demands, patch.demands);
    applyTo(network.mapNotes, patch.mapNotes);
    applyTo(network.reportPlots, patch.reportPlots);
    if (patch.generalAfter) network.generalPointer = patch.generalAfter;
}

Patch difference(const Network& from, const Network& to)
{
    Patch patch{changesBetween(from.sites, to.sites), changesBetween(from.links, to.links),
                changesBetween(from.demands, to.demands), changesBetween(from.mapNotes, to.mapNotes),
                changesBetween(from.reportPlots, to.reportPlots), {}, {}};
    if (!sameContent(from.generalPointer, to.generalPointer)) {
        patch.generalBefore = from.generalPointer;
        patch.generalAfter = to.generalPointer;
    }
    return patch;
}

} // namespace bellweave
