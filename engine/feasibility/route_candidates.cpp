// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feasibility/route_candidates.h"

#include "engine/api/evaluator.h"
#include "engine/feasibility/way.h"
#include "model/edit/edits.h"
#include "model/network/element_name.h"

#include <QCoreApplication>
#include <cmath>

namespace bellweave::engine {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Fixes", text); }

QString returnText(const Network& network, const ElementSet& down)
{
    const QString name = elementName(network, down.first());
    const int others = static_cast<int>(down.size()) - 1;
    if (others == 0) return translated("Bring back %1").arg(name);
    return others == 1 ? translated("Bring back %1 and one other element").arg(name)
                       : translated("Bring back %1 and %2 other elements").arg(name).arg(others);
}

FixCandidate returning(const Network& network, const ElementSet& down)
{
    FixCandidate candidate{returnText(network, down), network};
    applyPatch(candidate.network, setDown(network, down, false));
    return candidate;
}

/// A change on the way to a working route, and what was done so far.
class Opening {
public:
    explicit Opening(const Network& network) : m_network(network) {}

    const Network& network() const { return m_network; }
    bool isEmpty() const { return m_words.isEmpty(); }
    FixCandidate candidate() const { return {m_words.join(QStringLiteral("; ")), m_network}; }

    void change(const QString& words, const Patch& patch)
    {
        m_words << words;
        applyPatch(m_network, patch);
    }

private:
    Network m_network;
    QStringList m_words;
};

void giveMemories(Opening& opening, SiteId end)
{
    const Site& site = *opening.network().sites.find(end);
    if (hardwareOf(site)) return;
    const QString words = translated("A processor at %1").arg(site.displayName());
    opening.change(words, changeRole(opening.network(), end, SiteRole::Processor));
}

/// The way of the opened network; a fiber across the narrowest gap where there was none. None where nothing can be joined.
std::optional<Way> openWay(Opening& opening, const Demand& demand)
{
    std::optional<Way> way = wayOfFewestDown(opening.network(), demand.from, demand.to);
    if (way) {
        if (!way->down.isEmpty())
            opening.change(returnText(opening.network(), way->down), setDown(opening.network(), way->down, false));
        return way;
    }
    const auto gap = narrowestGap(opening.network(), demand.from, demand.to);
    if (!gap) return std::nullopt;
    const QString words = translated("A fiber from %1 to %2")
                              .arg(elementName(opening.network(), gap->first), elementName(opening.network(), gap->second));
    opening.change(words, connectSites(opening.network(), gap->first, gap->second));
    return openWay(opening, demand);
}

/// Entanglement crosses a trusted node only when that becomes a repeater.
void passTrustedNodes(Opening& opening, const Way& way)
{
    for (const LinkId id : way.links)
        for (const SiteId end : {opening.network().links.find(id)->from, opening.network().links.find(id)->to}) {
            const Site& site = *opening.network().sites.find(end);
            if (!isTrustedNode(site)) continue;
            opening.change(translated("a repeater in place of the trusted node %1").arg(site.displayName()),
                           changeRole(opening.network(), end, SiteRole::Repeater));
        }
}

/// Repeaters in every fiber of the way that is longer than the spacing.
Opening withRepeaters(Opening opening, const Way& way, Length spacing)
{
    int inserted = 0;
    Network grown = opening.network();
    for (const LinkId id : way.links) {
        const Link& link = *grown.links.find(id);
        const std::optional<Length> length = linkLength(grown, link);
        if (!length || !carriesLight(link.kind)) continue;
        const int count = static_cast<int>(std::ceil(*length / spacing)) - 1;
        if (count < 1) continue;
        applyPatch(grown, insertRepeaters(grown, id, count));
        inserted += count;
    }
    if (inserted == 0) return opening;
    const QString words = inserted == 1 ? translated("a repeater on the way") : translated("%1 repeaters on the way").arg(inserted);
    opening.change(words, difference(opening.network(), grown));
    return opening;
}

} // namespace

std::vector<FixCandidate> openingCandidates(const Network& network, const Demand& demand)
{
    std::vector<FixCandidate> candidates;
    if (demand.from == demand.to) return candidates;
    Opening opening(network);
    const std::optional<Way> way = openWay(opening, demand);
    for (const SiteId end : {demand.from, demand.to}) giveMemories(opening, end);
    if (!way) return candidates;
    passTrustedNodes(opening, *way);
    if (!opening.isEmpty()) addIfNew(candidates, opening.candidate());
    for (const Length spacing : {200_km, 100_km, 50_km, 25_km}) {
        const Opening more = withRepeaters(opening, *way, spacing);
        if (!more.isEmpty()) addIfNew(candidates, more.candidate());
    }
    const ElementSet down = elementsDown(network);
    if (!down.isEmpty()) addIfNew(candidates, returning(network, down));
    return candidates;
}

std::vector<FixCandidate> returningCandidates(const Network& network, const DemandResult& result)
{
    const std::set<SiteId> route(result.route.begin(), result.route.end());
    const ElementSet down = elementsDown(network);
    std::vector<FixCandidate> candidates;
    for (const Link& link : network.links) {
        if (!route.contains(link.from) && !route.contains(link.to)) continue;
        ElementSet here;
        if (link.down) here.links.insert(link.id);
        for (const SiteId end : {link.from, link.to})
            if (down.sites.contains(end)) here.sites.insert(end);
        if (!here.isEmpty()) addIfNew(candidates, returning(network, here));
    }
    if (!down.isEmpty()) addIfNew(candidates, returning(network, down));
    return candidates;
}

} // namespace bellweave::engine
