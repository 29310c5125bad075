// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"

#include "model/edit/course.h"
#include "model/network/presets.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Edits", text); }

template<typename T>
Change<T> replacement(const Table<T>& table, T after)
{
    const auto before = table.share(after.id);
    return {before, std::make_shared<const T>(std::move(after))};
}

template<typename T>
Change<T> addition(T element)
{
    return {nullptr, std::make_shared<const T>(std::move(element))};
}

GeoPosition normalized(GeoPosition position)
{
    return {std::clamp(position.latitude, -90.0, 90.0), wrappedLongitude(position.longitude)};
}

void equip(Site& site, SiteRole role, const NodeHardware& hardware)
{
    site.processor.reset();
    site.repeater.reset();
    site.station.reset();
    site.pairSource.reset();
    site.terminal.reset();
    const bool isSky = role == SiteRole::Satellite || role == SiteRole::GroundStation;
    if (!isSky) site.telescope.reset();
    if (role != SiteRole::GroundStation) site.groundStation.reset();
    if (role != SiteRole::Satellite) site.orbit.reset();
    switch (role) {
    case SiteRole::Processor: site.processor = Processor{hardware}; break;
    case SiteRole::Repeater: site.repeater = Repeater{hardware}; break;
    case SiteRole::TrustedNode: site.terminal = keyTerminal(KeyTerminal().preset); break;
    case SiteRole::Midpoint: site.station = heraldStation(HeraldStation().preset); break;
    case SiteRole::PairSource: site.pairSource = pairSource(PairSource().preset); break;
    case SiteRole::GroundStation:
        site.telescope = telescope(Telescope().preset);
        site.groundStation = GroundStation();
        break;
    case SiteRole::Satellite:
        site.telescope = telescope(QStringLiteral("satellite-30cm"));
        site.orbit = Orbit();
        site.position.reset();
        break;
    case SiteRole::Junction: break;
    }
}

struct RoleWords {
    QString keyPrefix;
    QString nameTemplate;
};

RoleWords wordsOf(SiteRole role)
{
    switch (role) {
    case SiteRole::Processor: return {QStringLiteral("processor"), translated("Processor %1")};
    case SiteRole::Repeater: return {QStringLiteral("repeater"), translated("Repeater %1")};
    case SiteRole::TrustedNode: return {QStringLiteral("trusted"), translated("Trusted node %1")};
    case SiteRole::Midpoint: return {QStringLiteral("midpoint"), translated("Midpoint %1")};
    case SiteRole::PairSource: return {QStringLiteral("pair-source"), translated("Pair source %1")};
    case SiteRole::GroundStation: return {QStringLiteral("ground-station"), translated("Ground station %1")};
    case SiteRole::Satellite: return {QStringLiteral("satellite"), translated("Satellite %1")};
    case SiteRole::Junction: return {QStringLiteral("junction"), translated("Junction %1")};
    }
    Q_UNREACHABLE();
}

Site newSite(SiteId id, const QString& key, SiteRole role, GeoPosition position)
{
    Site site;
    site.id = id;
    site.key = key;
    site.name = wordsOf(role).nameTemplate.arg(key.section(u'-', -1));
    site.position = normalized(position);
    equip(site, role, nodeHardware(NodeHardware().preset));
    return site;
}

Link newLink(const Network& network, SiteId from, SiteId to)
{
    Link link;
    link.id = network.links.nextId();
    link.key = freeKey(network.links, QStringLiteral("link"));
    link.from = from;
    link.to = to;
    const bool isSky = network.sites.find(from)->orbit || network.sites.find(to)->orbit;
    link.kind = isSky ? LinkKind(satelliteLink(SatelliteLink().preset)) : LinkKind(fiberLink(FiberLink().preset));
    return link;
}

/// The settings of a part of a link. What was measured of the whole glass is shared out; of a beam it says nothing about a part.
void keepShare(LinkKind& kind, double share)
{
    if (auto* length = lengthField(kind); length && *length) **length *= share;
    if (auto* fiber = std::get_if<FiberLink>(&kind); fiber && fiber->measuredLoss) *fiber->measuredLoss *= share;
    if (auto* beam = std::get_if<FreeSpaceLink>(&kind)) beam->measuredLoss.reset();
}

/// One part of a divided link. The first keeps the link's own id, the others get their own.
void putHop(Network& network, Link part, SiteId from, SiteId to)
{
    if (part.from != from) {
        part.id = network.links.nextId();
        part.key = freeKey(network.links, QStringLiteral("link"));
        part.name.clear();
    }
    part.from = from;
    part.to = to;
    network.links.put(std::move(part));
}

/// What a new station between two others holds: what they hold, a repeater's before a processor's.
void giveNeighborsHardware(Network& network, SiteId station, const Link& link)
{
    const NodeHardware* found = nullptr;
    for (const SiteId end : {link.from, link.to}) {
        const Site& neighbor = *network.sites.find(end);
        if (!found || (neighbor.repeater && hardwareOf(neighbor))) found = hardwareOf(neighbor) ? hardwareOf(neighbor) : found;
    }
    Site site = *network.sites.find(station);
    if (!found || !hardwareOf(site)) return;
    (site.processor ? site.processor->hardware : site.repeater->hardware) = NodeHardware(*found);
    network.sites.put(std::move(site));
}

bool touches(const Link& link, const ElementSet& set) { return set.sites.contains(link.from) || set.sites.contains(link.to); }
bool touches(const Demand& d, const ElementSet& set) { return set.sites.contains(d.from) || set.sites.contains(d.to); }

} // namespace

Patch moveSites(const Network& network, const std::vector<SiteMove>& moves) { return moveElements(network, {moves}); }

Patch moveElements(const Network& network, const ElementMoves& moves)
{
    Patch patch;
    for (const SiteMove& move : moves.sites) {
        const Site* before = network.sites.find(move.site);
        if (!before) continue;
        Site after = *before;
        after.position = normalized(move.position);
        patch.sites.push_back(replacement(network.sites, std::move(after)));
    }
    for (const NoteMove& move : moves.notes) {
        const MapNote* before = network.mapNotes.find(move.note);
        if (!before) continue;
        MapNote after = *before;
        after.position = normalized(move.position);
        patch.mapNotes.push_back(replacement(network.mapNotes, std::move(after)));
    }
    for (const CourseMove& move : moves.bends) patch.append(bendLink(network, move.link, move.bends));
    return patch;
}

Patch addSite(const Network& network, SiteRole role, GeoPosition position)
{
    const QString key = freeKey(network.sites, wordsOf(role).keyPrefix);
    Patch patch;
    patch.sites.push_back(addition(newSite(network.sites.nextId(), key, role, position)));
    return patch;
}

Patch connectSites(const Network& network, SiteId from, SiteId to)
{
    Q_ASSERT_X(from != to && network.sites.find(from) && network.sites.find(to), "connectSites", "two sites are needed");
    Patch patch;
    patch.links.push_back(addition(newLink(network, from, to)));
    return patch;
}

Patch addDemand(const Network& network, SiteId from, SiteId to)
{
    Q_ASSERT_X(from != to && network.sites.find(from) && network.sites.find(to), "addDemand", "two sites are needed");
    Demand demand;
    demand.id = network.demands.nextId();
    demand.key = freeKey(network.demands, QStringLiteral("demand"));
    demand.from = from;
    demand.to = to;
    Patch patch;
    patch.demands.push_back(addition(std::move(demand)));
    return patch;
}

Patch addNote(const Network& network, GeoPosition position, const QString& text)
{
    Patch patch;
    patch.mapNotes.push_back(addition(MapNote{network.mapNotes.nextId(), freeKey(network.mapNotes, QStringLiteral("note")),
                                              normalized(position), text, {}}));
    return patch;
}

Patch removeElements(const Network& network, const ElementSet& elements)
{
    Patch patch;
    for (const auto& site : network.sites.rows())
        if (elements.sites.contains(site->id)) patch.sites.push_back({site, nullptr});
    for (const auto& link : network.links.rows())
        if (elements.links.contains(link->id) || touches(*link, elements)) patch.links.push_back({link, nullptr});
    for (const auto& demand : network.demands.rows())
        if (elements.demands.contains(demand->id) || touches(*demand, elements)) patch.demands.push_back({demand, nullptr});
    for (const auto& note : network.mapNotes.rows())
        if (elements.notes.contains(note->id)) patch.mapNotes.push_back({note, nullptr});
    return patch;
}

Patch renameElement(const Network& network, const ElementRef& element, const QString& name)
{
    Patch patch;
    if (const auto* site = std::get_if<SiteId>(&element)) {
        Site after = *network.sites.find(*site);
        after.name = name;
        patch = replaceSite(network, std::move(after));
    } else if (const auto* link = std::get_if<LinkId>(&element)) {
        Link after = *network.links.find(*link);
        after.name = name;
        patch = replaceLink(network, std::move(after));
    } else if (const auto* demand = std::get_if<DemandId>(&element)) {
        Demand after = *network.demands.find(*demand);
        after.name = name;
        patch = replaceDemand(network, std::move(after));
    } else if (const auto* note = std::get_if<NoteId>(&element)) {
        MapNote after = *network.mapNotes.find(*note);
        after.text = name;
        patch = replaceNote(network, std::move(after));
    } else {
        General after = network.general();
        after.name = name;
        patch = replaceGeneral(network, std::move(after));
    }
    return patch.isNoop() ? Patch() : patch;
}

Patch changeRole(const Network& network, SiteId id, SiteRole role)
{
    Site site = *network.sites.find(id);
    if (roleOf(site) == role) return {};
    const NodeHardware* held = hardwareOf(site);
    const NodeHardware hardware = held ? *held : nodeHardware(NodeHardware().preset);
    equip(site, role, hardware);
    return replaceSite(network, std::move(site));
}

Patch insertRepeaters(const Network& network, LinkId id, int count)
{
    const Link& link = *network.links.find(id);
    const Site& from = *network.sites.find(link.from);
    const Site& to = *network.sites.find(link.to);
    if (count < 1 || !from.position || !to.position) return {};
    const Course course(network, link);
    const auto shareOf = [count](int station) { return static_cast<double>(station) / (count + 1); };

    Network grown = network;
    Link part = link;
    keepShare(part.kind, 1.0 / (count + 1));
    SiteId previous = link.from;
    for (int i = 1; i <= count; ++i) {
        const SiteId station = grown.sites.nextId();
        applyPatch(grown, addSite(grown, SiteRole::Repeater, course.at(shareOf(i))));
        giveNeighborsHardware(grown, station, link);
        part.bends = course.bendsBetween(shareOf(i - 1), shareOf(i));
        putHop(grown, part, previous, station);
        previous = station;
    }
    part.bends = course.bendsBetween(shareOf(count), 1.0);
    putHop(grown, part, previous, link.to);
    return difference(network, grown);
}

Patch routeThrough(const Network& network, LinkId id, SiteId site, double share)
{
    const Link& link = *network.links.find(id);
    if (site == link.from || site == link.to) return {};
    Network grown = network;
    Link first = link;
    Link second = link;
    keepShare(first.kind, share);
    keepShare(second.kind, 1.0 - share);
    if (!link.bends.empty() && network.sites.find(link.from)->position && network.sites.find(link.to)->position) {
        const Course course(network, link);
        first.bends = course.bendsBetween(0.0, share);
        second.bends = course.bendsBetween(share, 1.0);
    }
    putHop(grown, std::move(first), link.from, site);
    putHop(grown, std::move(second), site, link.to);
    return difference(network, grown);
}

Patch splitLink(const Network& network, LinkId id, SiteRole role, GeoPosition position, double share)
{
    Network grown = network;
    const Patch added = addSite(network, role, position);
    applyPatch(grown, added);
    giveNeighborsHardware(grown, added.sites.front().id(), *network.links.find(id));
    applyPatch(grown, routeThrough(grown, id, added.sites.front().id(), share));
    return difference(network, grown);
}

Patch replaceSite(const Network& network, Site site)
{
    Patch patch;
    patch.sites.push_back(replacement(network.sites, std::move(site)));
    return patch;
}

Patch replaceLink(const Network& network, Link link)
{
    Patch patch;
    patch.links.push_back(replacement(network.links, std::move(link)));
    return patch;
}

Patch replaceDemand(const Network& network, Demand demand)
{
    Patch patch;
    patch.demands.push_back(replacement(network.demands, std::move(demand)));
    return patch;
}

Patch replaceNote(const Network& network, MapNote note)
{
    Patch patch;
    patch.mapNotes.push_back(replacement(network.mapNotes, std::move(note)));
    return patch;
}

Patch replacePlot(const Network& network, ReportPlot plot)
{
    Patch patch;
    patch.reportPlots.push_back(replacement(network.reportPlots, std::move(plot)));
    return patch;
}

Patch replaceGeneral(const Network& network, General general)
{
    Patch patch;
    patch.generalBefore = network.generalPointer;
    patch.generalAfter = std::make_shared<const General>(std::move(general));
    return patch;
}

} // namespace bellweave
