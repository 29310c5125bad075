// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of what an element is in: operation, lock, course and ends.
#include "model/edit/edits.h"

#include "model/network/presets.h"

namespace bellweave {
namespace {

/// Sets a member of the chosen rows of a table; rows that hold the value already are left alone.
template<typename T, typename Ids, typename Value>
std::vector<Change<T>> withValue(const Table<T>& table, const Ids& ids, Value T::*member, Value value)
{
    std::vector<Change<T>> changes;
    for (const auto& row : table.rows()) {
        if (!ids.contains(row->id) || (*row).*member == value) continue;
        T after = *row;
        after.*member = value;
        changes.push_back({row, std::make_shared<const T>(std::move(after))});
    }
    return changes;
}

/// True when the change does more to a locked element than to unlock it.
template<typename T>
bool touchesLocked(const Change<T>& change)
{
    if (!change.before || !change.before->locked) return false;
    if (!change.after) return true;
    T unlocked = *change.before;
    unlocked.locked = change.after->locked;
    return !(unlocked == *change.after);
}

} // namespace

Patch setDown(const Network& network, const ElementSet& elements, bool down)
{
    Patch patch;
    patch.sites = withValue(network.sites, elements.sites, &Site::down, down);
    patch.links = withValue(network.links, elements.links, &Link::down, down);
    return patch;
}

ElementSet elementsDown(const Network& network)
{
    ElementSet down;
    for (const Site& site : network.sites)
        if (site.down) down.sites.insert(site.id);
    for (const Link& link : network.links)
        if (link.down) down.links.insert(link.id);
    return down;
}

Patch setCostFactor(const Network& network, const ElementSet& elements, double factor)
{
    Patch patch;
    patch.sites = withValue(network.sites, elements.sites, &Site::costFactor, factor);
    patch.links = withValue(network.links, elements.links, &Link::costFactor, factor);
    return patch;
}

Patch setLocked(const Network& network, const ElementSet& elements, bool locked)
{
    Patch patch;
    patch.sites = withValue(network.sites, elements.sites, &Site::locked, locked);
    patch.links = withValue(network.links, elements.links, &Link::locked, locked);
    return patch;
}

ElementRef lockedByPatch(const Patch& patch)
{
    for (const auto& change : patch.sites)
        if (touchesLocked(change)) return change.id();
    for (const auto& change : patch.links)
        if (touchesLocked(change)) return change.id();
    return {};
}

Patch bendLink(const Network& network, LinkId id, std::vector<GeoPosition> bends)
{
    const Link* before = network.links.find(id);
    if (!before) return {};
    Link link = *before;
    link.bends = std::move(bends);
    return replaceLink(network, std::move(link));
}

Patch straightenLink(const Network& network, LinkId id) { return bendLink(network, id, {}); }

Patch reverseLink(const Network& network, LinkId id)
{
    Link link = *network.links.find(id);
    std::swap(link.from, link.to);
    std::reverse(link.bends.begin(), link.bends.end());
    if (auto* fiber = std::get_if<FiberLink>(&link.kind)) fiber->stationPosition = 1.0 - fiber->stationPosition;
    if (auto* sky = std::get_if<SatelliteLink>(&link.kind); sky && sky->direction != SkyDirection::Automatic) sky->direction = sky->direction == SkyDirection::FromTo ? SkyDirection::ToFrom : SkyDirection::FromTo;
    if (auto* beam = std::get_if<FreeSpaceLink>(&link.kind)) beam->stationEnd = beam->stationEnd == LinkEnd::To ? LinkEnd::From : LinkEnd::To;
    return replaceLink(network, std::move(link));
}

Patch changeMedium(const Network& network, LinkId id, std::size_t kind)
{
    Link link = *network.links.find(id);
    if (link.kind.index() == kind) return {};
    const std::optional<Length> length = typedLength(link);
    link.kind = defaultLinkKinds()[kind];
    if (auto* typed = lengthField(link.kind)) *typed = length;
    return replaceLink(network, std::move(link));
}

Patch reconnectLink(const Network& network, LinkId id, SiteId oldEnd, SiteId newEnd)
{
    Link link = *network.links.find(id);
    const SiteId other = link.from == oldEnd ? link.to : link.from;
    if (newEnd == other || newEnd == oldEnd) return {};
    (link.from == oldEnd ? link.from : link.to) = newEnd;
    return replaceLink(network, std::move(link));
}

} // namespace bellweave
