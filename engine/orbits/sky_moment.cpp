// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_moment.h"

#include "engine/orbits/sun.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

} // namespace

SkyView::SkyView(const Network& network) : m_epoch(readMoment(network.general().time.epoch).value_or({}))
{
    for (const Site& site : network.sites)
        if (site.orbit)
            if (auto motion = motionOf(*site.orbit, m_epoch)) m_satellites.emplace(site.id, *std::move(motion));
    std::map<SiteId, std::size_t> known;
    for (const Link& link : network.links) {
        if (!std::holds_alternative<SatelliteLink>(link.kind) || !isInUse(network, link)) continue;
        const Site &from = *network.sites.find(link.from), &to = *network.sites.find(link.to);
        if (!from.telescope || !to.telescope) continue;
        if (from.orbit && to.orbit) m_space.push_back({link.id, from.id, to.id});
        else if (from.orbit && to.position) m_ground.push_back({link.id, from.id, stationOf(to, known)});
        else if (to.orbit && from.position) m_ground.push_back({link.id, to.id, stationOf(from, known)});
    }
}

std::size_t SkyView::stationOf(const Site& site, std::map<SiteId, std::size_t>& known)
{
    const auto [at, isNew] = known.emplace(site.id, m_stations.size());
    if (!isNew) return at->second;
    const GroundStation station = site.groundStation.value_or(GroundStation());
    m_stations.push_back({Observer(site.position->latitude * kDegree, site.position->longitude * kDegree, station.height), horizonOf(site),
                          std::sin(station.leastElevation * kDegree), !station.worksByDay, station.darkBelow * kDegree});
    return at->second;
}

bool SkyView::Station::sees(const OrbitState& state, double sidereal) const
{
    if (place.sineOfElevation(state.position, sidereal) < leastSine) return false;
    if (mask.isEmpty()) return true;
    const LookAngles look = place.look(state, sidereal);
    return look.elevation >= mask.at(look.azimuth / kDegree) * kDegree;
}

SkyMoment SkyView::at(double time) const
{
    SkyMoment now{time, m_epoch.after(time), 0.0, {}, {}, {}, {}};
    now.sidereal = greenwichSiderealTime(now.moment);
    for (const auto& [id, motion] : m_satellites) {
        const OrbitResult state = motion.at(now.moment);
        const auto* known = std::get_if<OrbitState>(&state);
        if (!known) continue;
        now.satellites.emplace_hint(now.satellites.end(), id, *known);
        const SubPoint below = pointBelow(known->position, now.sidereal);
        now.places.emplace_hint(now.places.end(), id, GeoPosition{below.latitude / kDegree, below.longitude / kDegree});
    }
    now.sun = sunPosition(now.moment);
    std::vector<bool> works;
    for (const Station& station : m_stations) works.push_back(!station.needsDark || elevationOf(now.sun, station.place, now.moment) <= station.darkBelow);
    for (const GroundLink& link : m_ground) {
        const auto state = works[link.station] ? now.satellites.find(link.satellite) : now.satellites.end();
        const Station& station = m_stations[link.station];
        if (state != now.satellites.end() && station.sees(state->second, now.sidereal)) now.open.insert(link.id);
    }
    for (const SpaceLink& link : m_space) {
        const auto from = now.satellites.find(link.from), to = now.satellites.find(link.to);
        if (from != now.satellites.end() && to != now.satellites.end() && seeEachOther(from->second.position, to->second.position)) now.open.insert(link.id);
    }
    return now;
}

} // namespace bellweave::engine
