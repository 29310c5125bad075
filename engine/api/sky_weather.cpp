// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/sky_weather.h"

#include "engine/geo/geodesic.h"
#include "engine/physics/cloud_cover.h"
#include "model/network/clear_sky.h"

namespace bellweave::engine {

SkyWeather::SkyWeather(const Network& network) : m_network(network)
{
    for (const Site& site : network.sites) m_chances.emplace(site.id, clearSkyOf(site));
}

double SkyWeather::clearOver(const std::vector<LinkId>& links, const JulianDate& moment) const
{
    std::vector<CloudSite> places;
    const Site* before = nullptr;
    for (const LinkId id : links) {
        const Link& link = *m_network.links.find(id);
        if (!std::holds_alternative<SatelliteLink>(link.kind)) continue;
        for (const SiteId end : {link.from, link.to}) {
            const Site& site = *m_network.sites.find(end);
            if (site.orbit || !site.position || &site == before) continue;
            places.push_back({inMonthOf(m_chances.at(end), moment), before ? geodesicDistance(*before->position, *site.position) : Length()});
            before = &site;
        }
    }
    return allClear(places);
}

} // namespace bellweave::engine
