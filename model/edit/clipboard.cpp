// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/format/project_file.h"

#include <QCoreApplication>
#include <cmath>
#include <map>

namespace bellweave {
namespace {

template<typename T>
QString uniqueKey(const Table<T>& table, const QString& wanted)
{
    const bool taken = std::any_of(table.begin(), table.end(), [&](const T& row) { return row.key == wanted; });
    return taken ? freeKey(table, wanted) : wanted;
}

/// The same element under an id and key that are free in the table.
template<typename T>
T renumbered(const Table<T>& table, T element)
{
    element.id = table.nextId();
    element.key = uniqueKey(table, element.key);
    return element;
}

/// The name, or with the first number that makes it a name of its own: two sites called Lyon cannot be told apart in lists.
QString ownName(const Table<Site>& sites, const QString& name)
{
    const auto isTaken = [&](const QString& wanted) {
        return std::any_of(sites.begin(), sites.end(), [&](const Site& site) { return site.name == wanted; });
    };
    if (name.isEmpty() || !isTaken(name)) return name;
    for (int number = 2;; ++number)
        if (const QString numbered = name + u' ' + QString::number(number); !isTaken(numbered)) return numbered;
}

void shift(GeoPosition& position, double latitudeShift, double longitudeShift)
{
    position.latitude = std::clamp(position.latitude + latitudeShift, -90.0, 90.0);
    position.longitude = std::remainder(position.longitude + longitudeShift, 360.0);
}

} // namespace

Patch copyWithLinks(const Network& network, const std::set<SiteId>& sites)
{
    Network grown = network;
    std::map<SiteId, SiteId> copies;
    for (const SiteId id : sites) {
        const Site* original = network.sites.find(id);
        if (!original) continue;
        Site copy = renumbered(grown.sites, *original);
        copy.name = ownName(grown.sites, copy.name);
        copy.locked = false;
        copies[id] = copy.id;
        grown.sites.put(std::move(copy));
    }
    const auto endOf = [&](SiteId end) { return copies.contains(end) ? copies.at(end) : end; };
    for (const Link& original : network.links) {
        const bool both = copies.contains(original.from) && copies.contains(original.to);
        if (!both && !copies.contains(original.from) && !copies.contains(original.to)) continue;
        Link copy = renumbered(grown.links, original);
        copy.from = endOf(original.from);
        copy.to = endOf(original.to);
        copy.locked = false;
        if (!both) {
            copy.bends.clear();
            std::visit([](auto& kind) { kind.length.reset(); }, copy.kind);
        }
        grown.links.put(std::move(copy));
    }
    return difference(network, grown);
}

QByteArray copyElements(const Network& network, const ElementSet& elements)
{
    Network copy;
    for (const auto& site : network.sites.rows())
        if (elements.sites.contains(site->id)) copy.sites.put(site);
    const auto isInside = [&](const auto& element) { return copy.sites.find(element.from) && copy.sites.find(element.to); };
    for (const auto& link : network.links.rows())
        if (isInside(*link)) copy.links.put(link);
    for (const auto& demand : network.demands.rows())
        if (isInside(*demand)) copy.demands.put(demand);
    for (const auto& note : network.mapNotes.rows())
        if (elements.notes.contains(note->id)) copy.mapNotes.put(note);
    return projectText(copy);
}

Result<Patch> pasteElements(const Network& network, const QByteArray& json, double latitudeShift, double longitudeShift)
{
    const auto loaded = parseProject(json, QCoreApplication::translate("Edits", "clipboard"));
    if (!loaded) return loaded.error();
    return addNetwork(network, loaded->network, latitudeShift, longitudeShift);
}

Patch addNetwork(const Network& network, const Network& added, double latitudeShift, double longitudeShift)
{
    Network grown = network;
    std::map<SiteId, SiteId> newIds;
    for (const Site& original : added.sites) {
        Site site = renumbered(grown.sites, original);
        site.name = ownName(grown.sites, site.name);
        if (site.position) shift(*site.position, latitudeShift, longitudeShift);
        newIds[original.id] = site.id;
        grown.sites.put(std::move(site));
    }
    const auto join = [&newIds](auto element) {
        element.from = newIds.at(element.from);
        element.to = newIds.at(element.to);
        return element;
    };
    for (const Link& original : added.links) {
        Link link = join(renumbered(grown.links, original));
        for (GeoPosition& bend : link.bends) shift(bend, latitudeShift, longitudeShift);
        grown.links.put(std::move(link));
    }
    for (const MapNote& original : added.mapNotes) {
        MapNote note = renumbered(grown.mapNotes, original);
        shift(note.position, latitudeShift, longitudeShift);
        grown.mapNotes.put(std::move(note));
    }
    for (const Demand& original : added.demands) grown.demands.put(join(renumbered(grown.demands, original)));
    return difference(network, grown);
}

} // namespace bellweave
