// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/satellite_edits.h"

#include "model/edit/edits.h"
#include "model/format/exchange/key_maker.h"
#include "model/network/presets.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

constexpr qsizetype kLongestKey = 200;    // letters

class Words {
    Q_DECLARE_TR_FUNCTIONS(SatelliteEdits)
};

Error wrong(const QString& sentence) { return {Error::Code::InvalidInput, sentence, {}}; }

/// Satellite links that every new satellite gets; its own end is that of `model`.
std::vector<Link> linksOf(const Network& network, SiteId model)
{
    std::vector<Link> links;
    for (const Link& link : network.links)
        if (std::holds_alternative<SatelliteLink>(link.kind) && (link.from == model || link.to == model)) links.push_back(link);
    return links;
}

std::vector<Link> linksToStations(const Network& network, SiteId model)
{
    std::vector<Link> links;
    for (const Site& site : network.sites) {
        if (site.orbit || !site.position || !site.telescope) continue;
        Link link;
        link.from = model;
        link.to = site.id;
        link.kind = satelliteLink(SatelliteLink().preset);
        links.push_back(link);
    }
    return links;
}

class Growth {
public:
    Growth(const Network& network, const Site& model, std::vector<Link> links) : m_network(network), m_grown(network), m_model(model), m_links(std::move(links))
    {
        for (const Site& site : network.sites) m_siteKeys.take(site.key, site.key);
        for (const Link& link : network.links) m_linkKeys.take(link.key, link.key);
    }
    void add(const NewSatellite& satellite)
    {
        Site site = m_model;
        site.id = m_grown.sites.nextId();
        site.orbit = satellite.orbit;
        site.locked = false;
        site.down = false;
        site.notes.clear();
        site.name = satellite.name;
        const QString wanted = satellite.key.isEmpty() ? slugOf(satellite.name) : satellite.key;
        site.key = m_siteKeys.take(wanted, wanted.isEmpty() ? QStringLiteral("satellite") : wanted);
        for (const Link& link : m_links) join(link, site);
        m_grown.sites.put(std::move(site));
    }
    Patch patch() const { return difference(m_network, m_grown); }

private:
    void join(Link link, const Site& site)
    {
        (link.from == m_model.id ? link.from : link.to) = site.id;
        link.id = m_grown.links.nextId();
        const QString wanted = site.key + u'-' + m_network.sites.find(link.from == site.id ? link.to : link.from)->key;
        link.key = m_linkKeys.take(wanted.size() > kLongestKey ? QString() : wanted, site.key + QStringLiteral("-link"));
        link.name.clear();
        link.locked = false;
        link.down = false;
        link.notes.clear();
        m_grown.links.put(std::move(link));
    }

    const Network& m_network;
    Network m_grown;
    KeyMaker m_siteKeys;
    KeyMaker m_linkKeys;
    Site m_model;
    std::vector<Link> m_links;
};

} // namespace

Result<Patch> addSatellites(const Network& network, const std::vector<NewSatellite>& satellites, const SatelliteEquipment& equipment)
{
    const Site* model = equipment.like ? network.sites.find(*equipment.like) : nullptr;
    if (equipment.like && !model) return wrong(Words::tr("The satellite to copy is gone."));
    if (model && !model->orbit) return wrong(Words::tr("%1 is no satellite; its equipment cannot be copied into orbits.").arg(model->displayName()));
    const Site plain = model ? *model : *addSite(network, SiteRole::Satellite, {}).sites.front().after;
    Growth growth(network, plain, model ? linksOf(network, plain.id) : equipment.joinsStations ? linksToStations(network, plain.id) : std::vector<Link>());
    for (const NewSatellite& satellite : satellites) growth.add(satellite);
    return growth.patch();
}

} // namespace bellweave
