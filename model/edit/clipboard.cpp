// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "model/format/project_file.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <cmath>
#include <map>

namespace bellweave {
namespace {

/// A link that goes elsewhere: what was typed for its old way does not hold there.
void forgetPlace(LinkKind& kind)
{
    if (auto* length = lengthField(kind)) length->reset();
    if (auto* fiber = std::get_if<FiberLink>(&kind)) fiber->measuredLoss.reset();
    if (auto* beam = std::get_if<FreeSpaceLink>(&kind)) beam->measuredLoss.reset();
}

/// Words that may not stand twice: the keys of a table, or names.
class TakenWords {
public:
    TakenWords(QChar beforeNumber, QSet<QString> taken) : m_beforeNumber(beforeNumber), m_taken(std::move(taken)) {}

    /// The wanted one, or the first with a number at its end that is free; it is taken from now on.
    QString take(const QString& wanted)
    {
        const QString word = m_taken.contains(wanted) ? numbered(wanted) : wanted;
        m_taken.insert(word);
        return word;
    }

private:
    QString numbered(const QString& wanted)
    {
        const QString stem = withoutNumber(wanted);
        int& number = m_tried.insert({stem, 1}).first->second;    // those up to it stay taken
        QString word;
        do word = stem + m_beforeNumber + QString::number(++number);
        while (m_taken.contains(word));
        return word;
    }
    QString withoutNumber(const QString& word) const
    {
        static const QRegularExpression number(QStringLiteral("\\d+$"));
        const QString stem = QString(word).remove(number);
        return stem != word && stem.endsWith(m_beforeNumber) ? stem.chopped(1) : word;
    }

    QChar m_beforeNumber;
    QSet<QString> m_taken;
    std::map<QString, int> m_tried;    // by stem
};

template<typename T>
TakenWords keysOf(const Table<T>& table)
{
    QSet<QString> keys;
    for (const T& row : table) keys.insert(row.key);
    return {u'-', std::move(keys)};
}

TakenWords namesOf(const Table<Site>& sites)
{
    QSet<QString> names;
    for (const Site& site : sites) names.insert(site.name);
    return {u' ', std::move(names)};
}

/// The same element under an id and key that are free in the table.
template<typename T>
T renumbered(const Table<T>& table, TakenWords& keys, T element)
{
    element.id = table.nextId();
    element.key = keys.take(element.key);
    return element;
}

void move(GeoPosition& position, CopyShift shift)
{
    position.latitude = std::clamp(position.latitude + shift.latitude, -90.0, 90.0);
    position.longitude = std::remainder(position.longitude + shift.longitude, 360.0);
}

/// What copies add to a network. Links and demands are joined to the copies of their ends, else to the ends themselves.
class Copies {
public:
    Copies(Network& grown, CopyShift shift)
        : m_grown(grown), m_shift(shift), m_siteKeys(keysOf(grown.sites)), m_linkKeys(keysOf(grown.links)),
          m_demandKeys(keysOf(grown.demands)), m_noteKeys(keysOf(grown.mapNotes)), m_siteNames(namesOf(grown.sites))
    {
    }
    bool has(SiteId original) const { return m_sites.contains(original); }
    template<typename Joined>
    bool hasBothEnds(const Joined& element) const { return has(element.from) && has(element.to); }

    void add(const Site& original)
    {
        Site copy = renumbered(m_grown.sites, m_siteKeys, original);
        if (!copy.name.isEmpty()) copy.name = m_siteNames.take(copy.name);    // two called Lyon cannot be told apart in lists
        copy.locked = false;
        if (copy.position) move(*copy.position, m_shift);
        m_sites[original.id] = copy.id;
        m_grown.sites.put(std::move(copy));
    }
    void add(const Link& original)
    {
        Link copy = joined(renumbered(m_grown.links, m_linkKeys, original));
        copy.locked = false;
        for (GeoPosition& bend : copy.bends) move(bend, m_shift);
        if (!hasBothEnds(original)) {
            copy.bends.clear();
            forgetPlace(copy.kind);
        }
        m_grown.links.put(std::move(copy));
    }
    void add(const Demand& original) { m_grown.demands.put(joined(renumbered(m_grown.demands, m_demandKeys, original))); }
    void add(const MapNote& original)
    {
        MapNote copy = renumbered(m_grown.mapNotes, m_noteKeys, original);
        move(copy.position, m_shift);
        m_grown.mapNotes.put(std::move(copy));
    }

private:
    template<typename Joined>
    Joined joined(Joined element) const
    {
        const auto endOf = [this](SiteId end) { return has(end) ? m_sites.at(end) : end; };
        element.from = endOf(element.from);
        element.to = endOf(element.to);
        return element;
    }

    Network& m_grown;
    CopyShift m_shift;
    TakenWords m_siteKeys;
    TakenWords m_linkKeys;
    TakenWords m_demandKeys;
    TakenWords m_noteKeys;
    TakenWords m_siteNames;
    std::map<SiteId, SiteId> m_sites;   // originals and their copies
};

} // namespace

ElementSet withEnds(const Network& network, ElementSet elements)
{
    for (const LinkId id : elements.links)
        if (const Link* link = network.links.find(id)) elements.sites.insert({link->from, link->to});
    for (const DemandId id : elements.demands)
        if (const Demand* demand = network.demands.find(id)) elements.sites.insert({demand->from, demand->to});
    return elements;
}

Patch copyWithLinks(const Network& network, const ElementSet& elements, CopyShift shift)
{
    Network grown = network;
    Copies copies(grown, shift);
    for (const SiteId id : withEnds(network, elements).sites)
        if (const Site* original = network.sites.find(id)) copies.add(*original);
    const auto isWanted = [&](SiteId end) { return elements.sites.contains(end); };
    for (const Link& original : network.links)
        if (copies.hasBothEnds(original) || isWanted(original.from) || isWanted(original.to)) copies.add(original);
    for (const Demand& original : network.demands)
        if (copies.hasBothEnds(original)) copies.add(original);
    for (const NoteId id : elements.notes)
        if (const MapNote* original = network.mapNotes.find(id)) copies.add(*original);
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

Result<Patch> pasteElements(const Network& network, const QByteArray& json, CopyShift shift)
{
    const auto loaded = parseProject(json, QCoreApplication::translate("Edits", "clipboard"));
    if (!loaded) return loaded.error();
    return addNetwork(network, loaded->network, shift);
}

Patch addNetwork(const Network& network, const Network& added, CopyShift shift)
{
    Network grown = network;
    Copies copies(grown, shift);
    for (const Site& original : added.sites) copies.add(original);
    for (const Link& original : added.links) copies.add(original);
    for (const Demand& original : added.demands) copies.add(original);
    for (const MapNote& original : added.mapNotes) copies.add(original);
    return difference(network, grown);
}

} // namespace bellweave
