// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/network_scene.h"

#include "engine/orbits/ground_track.h"

namespace bellweave::ui {
namespace {

const std::size_t kSatelliteMedium = LinkKind(SatelliteLink()).index();
constexpr double kBarredWidth = 1.0;    // px

std::pair<SiteId, SiteId> endsOf(const Link& link) { return std::minmax(link.from, link.to); }

/// 0, 1, -1, 2, -2, …
int laneOf(std::size_t index)
{
    const int half = static_cast<int>((index + 1) / 2);
    return index % 2 == 1 ? half : -half;
}

/// Satellites are elsewhere then.
bool movesTime(const Patch& patch) { return patch.generalBefore && patch.generalAfter && patch.generalBefore->time != patch.generalAfter->time; }

QString lookWords(const ElementLook& look)
{
    QString words;
    if (look.down) words += QStringLiteral(" down");
    if (look.locked) words += QStringLiteral(" locked");
    if (look.badge == ElementLook::Badge::Warning) words += QStringLiteral(" warning");
    if (look.badge == ElementLook::Badge::Failed) words += QStringLiteral(" failed");
    return words;
}

/// The link no longer joins the two sites it did: those beside it move together.
bool leavesBundle(const Change<Link>& change)
{
    return change.before && (!change.after || endsOf(*change.before) != endsOf(*change.after));
}

} // namespace

NetworkScene::NetworkScene(const Network& network, Projection projection) : m_network(network), m_projection(projection)
{
    rebuild();
}

/// In place: a map that turns is placed anew in every frame.
void NetworkScene::setProjection(const Projection& projection)
{
    m_projection = projection;
    placeAll();
}

void NetworkScene::rebuild()
{
    m_ways.clear();
    m_sites.clear();
    m_links.clear();
    m_notes.clear();
    m_bundles.clear();
    placeAll();
}

void NetworkScene::placeAll()
{
    for (const Site& site : m_network.sites) putSite(site);
    for (const Link& link : m_network.links) putLink(link);
    for (const MapNote& note : m_network.mapNotes) putNote(note);
}

void NetworkScene::setMoment(std::shared_ptr<const engine::SkyMoment> moment)
{
    m_moment = std::move(moment);
    for (const Site& site : m_network.sites)
        if (site.orbit) putSite(site);
    for (const Link& link : m_network.links)
        if (std::holds_alternative<SatelliteLink>(link.kind)) putLink(link);
}

int NetworkScene::seriesOf(SiteId site) const
{
    const auto known = m_series.find(site);
    return known == m_series.end() ? kInk : known->second;
}

bool NetworkScene::isBarred(const Link& link) const { return m_moment && std::holds_alternative<SatelliteLink>(link.kind) && !m_moment->open.contains(link.id); }

/// Satellites that move would be drawn by the circles of others: while a moment is shown they stay apart.
bool NetworkScene::cluster(double scale)
{
    if (m_moment) {
        std::map<SiteId, SiteItem> still;
        for (const auto& [id, item] : m_sites)
            if (!m_network.sites.find(id)->orbit) still.emplace_hint(still.end(), id, item);
        m_clusters = scale > 0.0 ? Clusters(still, scale, m_projection.period()) : Clusters();
    } else m_clusters = scale > 0.0 ? Clusters(m_sites, scale, m_projection.period()) : Clusters();
    bool isOther = false;
    for (auto& [id, item] : m_links) isOther |= endAtClusters(item);
    return isOther;
}

/// True when that changes the link.
bool NetworkScene::endAtClusters(LinkItem& item) const
{
    const auto circleAt = [this](SiteId end) -> std::optional<QPointF> {
        const Cluster* cluster = m_clusters.of(end);
        const SiteItem* lead = cluster ? find(cluster->lead) : nullptr;
        return lead ? std::optional(lead->point) : std::nullopt;
    };
    const auto before = std::pair(item.fromCircle, item.toCircle);
    item.fromCircle = circleAt(item.from);
    item.toCircle = circleAt(item.to);
    return before != std::pair(item.fromCircle, item.toCircle);
}

void NetworkScene::remeasureNotes()
{
    for (auto& [id, note] : m_notes) note.size = noteSize(note.text);
}

void NetworkScene::putNote(const MapNote& note)
{
    if (!m_projection.shows(note.position)) m_notes.erase(note.id);
    else m_notes[note.id] = {note.id, m_projection.forward(note.position), note.text, noteSize(note.text)};
}

void NetworkScene::putSite(const Site& site)
{
    const std::optional<GeoPosition> place = placeOf(site);
    if (!place || !m_projection.shows(*place)) {
        m_sites.erase(site.id);
        return;
    }
    SiteItem& item = m_sites[site.id];
    item.id = site.id;
    item.role = roleOf(site);
    item.point = m_projection.forward(*place);
    item.look.down = site.down;
    item.look.locked = site.locked;
}

/// Geodesics are computed once, however often the map is turned.
const GroundWay& NetworkScene::wayOf(const Link& link, const std::vector<GeoPosition>& course)
{
    KnownWay& known = m_ways[link.id];
    if (known.course != course) known = {course, groundWay(course)};
    return known.way;
}

void NetworkScene::putLink(const Link& link)
{
    if (isBarred(link)) {
        m_links.erase(link.id);
        return;
    }
    const Site* from = m_network.sites.find(link.from);
    const Site* to = m_network.sites.find(link.to);
    const auto start = from ? placeOf(*from) : std::nullopt, end = to ? placeOf(*to) : std::nullopt;
    if (from == to || !start || !end) {
        m_links.erase(link.id);
        return;
    }
    auto& bundle = m_bundles[endsOf(link)];
    auto place = std::find(bundle.begin(), bundle.end(), link.id);
    if (place == bundle.end()) place = bundle.insert(bundle.end(), link.id);
    std::vector<GeoPosition> course{*start};
    course.insert(course.end(), link.bends.begin(), link.bends.end());
    course.push_back(*end);
    auto stretches = stretchesOf(wayOf(link, course), m_projection);
    if (stretches.empty()) {
        m_links.erase(link.id);
        return;
    }
    LinkItem& item = m_links[link.id];
    item.id = link.id;
    item.from = link.from;
    item.to = link.to;
    item.bounds = ui::boundsOf(stretches);
    item.stretches = std::move(stretches);
    item.look.down = link.down;
    item.look.locked = link.locked;
    endAtClusters(item);
    // The side depends on the direction; parallel links may be drawn either way.
    item.medium = link.kind.index();
    item.lane = laneOf(static_cast<std::size_t>(place - bundle.begin())) * (link.from < link.to ? 1 : -1);
}

void NetworkScene::apply(const Patch& patch)
{
    const std::set<LinkId> touched = linksTouched(patch);
    for (const auto& change : patch.sites) {
        if (change.after) putSite(*change.after);
        else m_sites.erase(change.id());
    }
    if (movesTime(patch))
        for (const Site& site : m_network.sites)
            if (site.orbit) putSite(site);
    for (const auto& change : patch.mapNotes) {
        if (change.after) putNote(*change.after);
        else m_notes.erase(change.id());
    }
    for (const auto& change : patch.links)
        if (leavesBundle(change)) std::erase(m_bundles[endsOf(*change.before)], change.id());
    for (const LinkId id : touched) {
        if (const Link* link = m_network.links.find(id)) putLink(*link);
        else m_links.erase(id), m_ways.erase(id);
    }
}

std::set<LinkId> NetworkScene::linksTouched(const Patch& patch) const
{
    std::set<LinkId> touched;
    for (const auto& change : patch.links) {
        touched.insert(change.id());
        const auto bundle = leavesBundle(change) ? m_bundles.find(endsOf(*change.before)) : m_bundles.end();
        if (bundle != m_bundles.end()) touched.insert(bundle->second.begin(), bundle->second.end());
    }
    std::set<SiteId> moved;
    for (const auto& change : patch.sites)
        if (!change.before || !change.after || change.before->position != change.after->position || change.before->orbit != change.after->orbit) moved.insert(change.id());
    if (movesTime(patch))
        for (const Site& site : m_network.sites)
            if (site.orbit) moved.insert(site.id);
    if (moved.empty()) return touched;
    for (const Link& link : m_network.links)
        if (moved.contains(link.from) || moved.contains(link.to)) touched.insert(link.id);
    return touched;
}

std::vector<LinkId> NetworkScene::show(const engine::Evaluation* evaluation)
{
    const auto badges = evaluation ? badgesOf(*evaluation) : std::map<ElementRef, ElementLook::Badge>();
    const auto badgeOf = [&](const ElementRef& element) {
        const auto found = badges.find(element);
        return found == badges.end() ? ElementLook::Badge::None : found->second;
    };
    for (auto& [id, item] : m_sites) item.look.badge = badgeOf(id);
    const auto values = evaluation ? linkValues(m_measure, m_network, *evaluation) : std::map<LinkId, double>();
    const ColorScale scale = colorScale(m_measure, m_network.general().map);
    std::vector<LinkId> changed;
    for (auto& [id, item] : m_links) {
        item.look.badge = badgeOf(id);
        const auto value = values.find(id);
        const engine::LinkResult* result = evaluation ? evaluation->find(id) : nullptr;
        LinkStyle style = linkStyle(result, value == values.end() ? std::nullopt : std::optional(value->second), scale);
        if (item.medium == kSatelliteMedium && result && !result->available) style = {LinkStyle::kGray, kBarredWidth, true};
        if (style == item.style) continue;
        item.style = style;
        changed.push_back(id);
    }
    return changed;
}

std::optional<GeoPosition> NetworkScene::placeOf(const Site& site) const
{
    if (!m_moment || !site.orbit) return engine::mapPlace(site, m_network.general().time);
    const auto place = m_moment->places.find(site.id);
    return place == m_moment->places.end() ? std::nullopt : std::optional(place->second);
}

const SiteItem* NetworkScene::find(SiteId id) const
{
    const auto found = m_sites.find(id);
    return found == m_sites.end() ? nullptr : &found->second;
}

const LinkItem* NetworkScene::find(LinkId id) const
{
    const auto found = m_links.find(id);
    return found == m_links.end() ? nullptr : &found->second;
}

const NoteItem* NetworkScene::find(NoteId id) const
{
    const auto found = m_notes.find(id);
    return found == m_notes.end() ? nullptr : &found->second;
}

std::set<SiteId> NetworkScene::unplacedSites() const
{
    std::set<SiteId> unplaced;
    for (const Site& site : m_network.sites)
        if (!engine::mapPlace(site, m_network.general().time)) unplaced.insert(site.id);    // whatever moment is shown
    return unplaced;
}

QString NetworkScene::dump() const
{
    QString text;
    for (const auto& [id, item] : m_sites) {
        const Site& site = *m_network.sites.find(id);
        const GeoPosition place = *placeOf(site);
        text += QStringLiteral("site %1 role %2 at %3 %4\n").arg(site.key).arg(static_cast<int>(item.role))
                    .arg(place.latitude, 0, 'f', 4).arg(place.longitude, 0, 'f', 4);
        text.insert(text.size() - 1, lookWords(item.look));
    }
    for (const auto& [id, item] : m_links) {
        const auto key = [this](SiteId site) { return m_network.sites.find(site)->key; };
        text += QStringLiteral("link %1 %2 -> %3 class %4 width %5 lane %6\n").arg(m_network.links.find(id)->key,
                    key(item.from), key(item.to)).arg(item.style.colorClass).arg(item.style.width).arg(item.lane);
        text.insert(text.size() - 1, lookWords(item.look));
    }
    for (const auto& [id, item] : m_notes) text += QStringLiteral("note %1\n").arg(item.text.section(u'\n', 0, 0));
    return text;
}

} // namespace bellweave::ui
