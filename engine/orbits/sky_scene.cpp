// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_scene.h"

#include "engine/orbits/sun.h"
#include "engine/physics/sky_light.h"

#include <QCoreApplication>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

using Vector = std::array<double, 3>;
constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kKilometer = 1000.0;
constexpr double kEquator = 6378.137;           // km
constexpr double kAirTop = 100.0;               // km: light between satellites passes above

class Words {
    Q_DECLARE_TR_FUNCTIONS(SkyScene)
};

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
double length(const Vector& v) { return std::sqrt(dot(v, v)); }
Vector minus(const Vector& a, const Vector& b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }

/// Speed along and across the line between two bodies, km/s.
struct Speeds {
    double along;
    double across;
};
Speeds speedsOf(const Vector& way, const Vector& velocity)
{
    const double along = dot(way, velocity) / length(way);
    return {along, std::sqrt(std::max(0.0, dot(velocity, velocity) - along * along))};
}

/// How near the line between two points comes to the Earth's center, km.
double nearest(const Vector& a, const Vector& b)
{
    const Vector way = minus(b, a);
    const double at = std::clamp(-dot(a, way) / dot(way, way), 0.0, 1.0);
    return length({a[0] + at * way[0], a[1] + at * way[1], a[2] + at * way[2]});
}

bool absorbs(const Site& site) { return hardwareOf(site) && canAbsorb(hardwareOf(site)->memory); }

/// 1: from `from`; -1: from `to`; 0: nothing says so.
int preferredWay(bool fromHolds, bool toHolds) { return fromHolds == toHolds ? 0 : fromHolds ? 1 : -1; }

} // namespace

bool seeEachOther(const Vector& a, const Vector& b) { return nearest(a, b) >= kEquator + kAirTop; }

bool isLightFromTo(const Network& network, const Link& link)
{
    const auto& sky = std::get<SatelliteLink>(link.kind);
    if (sky.direction != SkyDirection::Automatic) return sky.direction == SkyDirection::FromTo;
    const Site &from = *network.sites.find(link.from), &to = *network.sites.find(link.to);
    const std::array ways{preferredWay(from.pairSource.has_value(), to.pairSource.has_value()), -preferredWay(from.station.has_value(), to.station.has_value()),
                          hardwareOf(from) && hardwareOf(to) ? -preferredWay(absorbs(from), absorbs(to)) : 0, preferredWay(from.orbit.has_value(), to.orbit.has_value())};
    const auto decided = std::find_if(ways.begin(), ways.end(), [](int way) { return way != 0; });
    return decided == ways.end() || *decided > 0;
}

SkyScene::SkyScene(const Network& network) : m_network(network), m_epoch(readMoment(network.general().time.epoch).value_or({})), m_span(network.general().time.span.si())
{
    for (const Site& site : network.sites)
        if (site.orbit && m_bodies[add(site)].motion) m_satellites.push_back(site.id);
    for (const Link& link : network.links) {
        if (!std::holds_alternative<SatelliteLink>(link.kind) || !isInUse(network, link)) continue;
        m_links.push_back(link.id);
        m_sights.push_back({link.id, add(*network.sites.find(link.from)), add(*network.sites.find(link.to))});
    }
}

/// Its place among the bodies, where it may be already.
std::size_t SkyScene::add(const Site& site)
{
    const auto [at, isNew] = m_places.emplace(site.id, m_bodies.size());
    if (!isNew) return at->second;
    Body body;
    if (site.orbit) {
        auto motion = engine::motionOf(*site.orbit, m_epoch);
        if (motion) body.motion = *motion;
        else body.problem = motion.error().sentence;
    } else if (site.position) {
        body.station = site.groundStation.value_or(GroundStation());
        body.observer.emplace(site.position->latitude * kDegree, site.position->longitude * kDegree, body.station.height);
        body.horizon = horizonOf(site);
    } else {
        body.problem = Words::tr("%1 has no position.").arg(site.displayName());
    }
    if (!site.telescope && body.problem.isEmpty()) body.problem = Words::tr("%1 has no telescope.").arg(site.displayName());
    m_bodies.push_back(std::move(body));
    return at->second;
}

bool SkyScene::Body::bars(const LookAngles& look) const
{
    return look.elevation < std::max(0.0, station.leastElevation) * kDegree || (!horizon.isEmpty() && look.elevation < horizon.at(look.azimuth / kDegree) * kDegree);
}

bool SkyScene::Body::works(double sunElevation) const { return station.worksByDay || sunElevation <= station.darkBelow * kDegree; }

const SkyScene::Body* SkyScene::find(SiteId site) const
{
    const auto at = m_places.find(site);
    return at == m_places.end() ? nullptr : &m_bodies[at->second];
}

const SatelliteMotion* SkyScene::motionOf(SiteId site) const
{
    const Body* body = find(site);
    return body && body->motion ? &*body->motion : nullptr;
}

const Observer* SkyScene::observerOf(SiteId site) const
{
    const Body* body = find(site);
    return body && body->observer ? &*body->observer : nullptr;
}

bool SkyScene::bringsLight(LinkId id) const
{
    const Link& link = *m_network.links.find(id);
    const Body *from = find(link.from), *to = find(link.to);
    return from && to && link.from != link.to && from->problem.isEmpty() && to->problem.isEmpty() && (from->motion || to->motion);
}

SkyMoment SkyScene::momentAt(double time) const
{
    SkyMoment now{time, m_epoch.after(time), 0.0, {}, {}, {}, {}};
    now.sidereal = greenwichSiderealTime(now.moment);
    now.sun = sunPosition(now.moment);
    std::vector<Presence> presence(m_bodies.size());
    for (const SiteId id : m_satellites) {
        const auto state = satelliteAt(id, now.moment);
        if (!state) continue;
        presence[m_places.at(id)].state = &now.satellites.emplace_hint(now.satellites.end(), id, *state)->second;
        const SubPoint below = pointBelow(state->position, now.sidereal);
        now.places.emplace_hint(now.places.end(), id, GeoPosition{below.latitude / kDegree, below.longitude / kDegree});
    }
    for (std::size_t i = 0; i < m_bodies.size(); ++i) presence[i].works = m_bodies[i].observer && (m_bodies[i].station.worksByDay || m_bodies[i].works(elevationOf(now.sun, *m_bodies[i].observer, now.moment)));
    for (const Sight& sight : m_sights)
        if (isOpen(sight, presence, now.sidereal)) now.open.insert(now.open.end(), sight.link);
    return now;
}

bool SkyScene::isOpen(const Sight& sight, const std::vector<Presence>& now, double sidereal) const
{
    const Body &from = m_bodies[sight.from], &to = m_bodies[sight.to];
    if (!from.problem.isEmpty() || !to.problem.isEmpty()) return false;
    const OrbitState *a = now[sight.from].state, *b = now[sight.to].state;
    if (from.motion && to.motion) return a && b && seeEachOther(a->position, b->position);
    const Body& ground = from.motion ? to : from;
    const OrbitState* state = from.motion ? a : b;
    if (!state || !now[from.motion ? sight.to : sight.from].works || ground.observer->sineOfElevation(state->position, sidereal) < 0.0) return false;    // the most by far, and quickly told
    return !ground.bars(ground.observer->look(*state, sidereal));
}

std::optional<OrbitState> SkyScene::satelliteAt(SiteId site, const JulianDate& moment) const
{
    const SatelliteMotion* motion = motionOf(site);
    if (!motion) return std::nullopt;
    const OrbitResult state = motion->at(moment);
    const auto* known = std::get_if<OrbitState>(&state);
    return known ? std::optional(*known) : std::nullopt;
}

SkyScene::Heaven::Heaven(const JulianDate& at) : moment(at), sidereal(greenwichSiderealTime(at)), sun(sunPosition(at)), moon(moonPosition(at)), lit(moonLit(at)) {}

SkyWay SkyScene::wayOf(LinkId id, const JulianDate& moment) const { return wayUnder(id, Heaven(moment)); }

SkyWay SkyScene::wayUnder(LinkId id, const Heaven& heaven) const
{
    const Link& link = *m_network.links.find(id);
    const Site &from = *m_network.sites.find(link.from), &to = *m_network.sites.find(link.to);
    SkyWay way;
    way.isFromTo = isLightFromTo(m_network, link);
    for (const Site* site : {&from, &to})
        if (way.blocked.isEmpty()) way.blocked = bodyOf(site->id).problem;
    if (!way.blocked.isEmpty()) return way;
    way.transmitter = *(way.isFromTo ? from : to).telescope;
    way.receiver = *(way.isFromTo ? to : from).telescope;
    if (!from.orbit && !to.orbit) way.blocked = Words::tr("Neither end is a satellite.");
    else if (from.orbit && to.orbit) fillBetween(way, from, to, heaven.moment);
    else fillGround(way, from.orbit ? to : from, from.orbit ? from : to, way.isFromTo == from.orbit.has_value(), heaven);
    return way;
}

/// Why the ground does not see the satellite; empty where it does.
QString SkyScene::barred(const Site& ground, const Site& satellite, const LookAngles& look) const
{
    const Body& body = bodyOf(ground.id);
    if (!body.bars(look)) return {};
    const double elevation = look.elevation / kDegree, azimuth = look.azimuth / kDegree, least = body.station.leastElevation;
    const QString above = satellite.displayName(), below = ground.displayName();
    if (elevation < 0.0) return Words::tr("%1 is below the horizon of %2.").arg(above, below);
    if (elevation < least) return Words::tr("%1 stands %2° above the horizon of %3, which needs %4°.").arg(above, formatNumber(elevation), below, formatNumber(least));
    return Words::tr("%1 stands %2° above the horizon of %3 at azimuth %4°, where the view is barred up to %5°.").arg(above, formatNumber(elevation), below, formatNumber(azimuth), formatNumber(body.horizon.at(azimuth)));
}

void SkyScene::fillGround(SkyWay& way, const Site& ground, const Site& satellite, bool isDownward, const Heaven& heaven) const
{
    const auto state = satelliteAt(satellite.id, heaven.moment);
    if (!state) {
        way.blocked = Words::tr("%1 has no place at this time: its orbit has ended or its elements are too old.").arg(satellite.displayName());
        return;
    }
    const Body& body = bodyOf(ground.id);
    const Observer& place = *body.observer;
    const LookAngles look = place.look(*state, heaven.sidereal);
    const GroundStation& station = body.station;
    way.range = Length::fromSi(look.range * kKilometer);
    way.elevation = look.elevation / kDegree;
    way.altitude = Length::fromSi(pointBelow(state->position, heaven.sidereal).height * kKilometer);
    way.height = station.height;
    way.isDownward = isDownward;
    way.wind = station.wind;
    way.turbulence = station.turbulence;
    way.rangeRate = look.rangeRate * kKilometer;
    way.acrossSpeed = look.acrossSpeed * kKilometer;
    const double sunElevation = elevationOf(heaven.sun, place, heaven.moment);
    way.skyRadiance = skyRadiance(station.dayRadiance, station.nightRadiance, {sunElevation, elevationOf(heaven.moon, place, heaven.moment), heaven.lit});
    way.blocked = barred(ground, satellite, look);
    if (way.blocked.isEmpty() && !body.works(sunElevation)) way.blocked = Words::tr("It is not dark at %1, which works by night.").arg(ground.displayName());
}

void SkyScene::fillBetween(SkyWay& way, const Site& from, const Site& to, const JulianDate& moment) const
{
    const auto a = satelliteAt(from.id, moment), b = satelliteAt(to.id, moment);
    if (!a || !b) {
        way.blocked = Words::tr("%1 has no place at this time: its orbit has ended or its elements are too old.").arg((a ? to : from).displayName());
        return;
    }
    const Vector line = minus(b->position, a->position);
    const Speeds speeds = speedsOf(line, minus(b->velocity, a->velocity));
    way.range = Length::fromSi(length(line) * kKilometer);
    way.rangeRate = speeds.along * kKilometer;
    way.acrossSpeed = speeds.across * kKilometer;
    if (!seeEachOther(a->position, b->position)) way.blocked = Words::tr("The Earth stands between %1 and %2.").arg(from.displayName(), to.displayName());
}

Network SkyScene::withOnly(const std::set<LinkId>& satelliteLinks) const
{
    Network design = m_network;
    Table<Link> links;
    for (const auto& link : design.links.rows())
        if (!std::holds_alternative<SatelliteLink>(link->kind) || satelliteLinks.contains(link->id)) links.put(link);
    design.links = std::move(links);
    return design;
}

Network SkyScene::at(const JulianDate& moment, Network design) const
{
    const Heaven heaven(moment);
    for (const LinkId id : m_links) {
        const Link* known = design.links.find(id);
        if (!known) continue;
        Link link = *known;
        std::get<SatelliteLink>(link.kind).way = wayUnder(id, heaven);
        design.links.put(std::move(link));
    }
    return design;
}

} // namespace bellweave::engine
