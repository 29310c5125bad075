// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_almanac.h"

#include "engine/orbits/masked_passes.h"
#include "engine/orbits/sun.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr int kSamples = 16;       // of a joint pass, among which the best lies
constexpr int kBits = 24;          // of the time within it

/// Stations of a scene at which satellite links end, with the satellites that they join.
std::map<SiteId, std::set<SiteId>> satellitesByStation(const SkyScene& scene)
{
    std::map<SiteId, std::set<SiteId>> all;
    for (const LinkId id : scene.links()) {
        const Link& link = *scene.network().links.find(id);
        for (const auto& [station, satellite] : {std::pair(link.from, link.to), std::pair(link.to, link.from)})
            if (scene.observerOf(station) && scene.motionOf(satellite) && scene.network().sites.find(station)->telescope && scene.network().sites.find(satellite)->telescope) all[station].insert(satellite);
    }
    return all;
}

} // namespace

double SkyPass::usableTime() const { return lengthOf(usable); }

SkyAlmanac::SkyAlmanac(const Network& network, const std::stop_token& stop) : m_scene(network)
{
    lookFromStations(stop);
    joinStations(stop);
    m_sights = {};    // needed no more, and large over years
}

bool SkyAlmanac::isSunlitAt(SiteId satellite, double time) const
{
    const JulianDate moment = m_scene.epoch().after(time);
    const auto state = m_scene.satelliteAt(satellite, moment);
    return state && isSunlit(state->position, sunPosition(moment));
}

/// A pair needs darkness where both its stations do: one that works by day is dark all the time in this sense.
std::vector<TimeRange> SkyAlmanac::usableOf(TimeRange time, const SkyRow& row) const
{
    std::vector<TimeRange> usable{time};
    for (const SkyRow& single : m_rows) {
        if (single.isPair() || (single.first != row.first && single.first != row.second)) continue;
        const Site& site = *m_scene.network().sites.find(single.first);
        if (!site.groundStation.value_or(GroundStation()).worksByDay) usable = common(usable, single.dark);
    }
    return usable;
}

void SkyAlmanac::lookFromStations(const std::stop_token& stop)
{
    const auto stations = satellitesByStation(m_scene);
    for (const auto& [id, satellites] : stations) {
        if (stop.stop_requested()) return;
        const GroundStation ground = m_scene.network().sites.find(id)->groundStation.value_or(GroundStation());
        m_rows.push_back({id, {}, {}, darkTimes(*m_scene.observerOf(id), m_scene.epoch(), m_scene.span(), ground.darkBelow * kDegree)});
        SkyRow& row = m_rows.back();
        for (const SiteId satellite : satellites) {
            m_sights.push_back({satellite, m_rows.size() - 1, passesOver(*m_scene.motionOf(satellite), *m_scene.observerOf(id), m_scene.epoch(), m_scene.span(), ground.leastElevation * kDegree, m_scene.horizonAt(id), stop)});
            for (const Pass& pass : m_sights.back().passes) {
                const TimeRange time{pass.rise, pass.set};
                row.passes.push_back({satellite, time, pass.culmination, pass.highest / kDegree, usableOf(time, row), isSunlitAt(satellite, pass.culmination)});
            }
        }
        std::sort(row.passes.begin(), row.passes.end(), [](const SkyPass& a, const SkyPass& b) { return a.time.from < b.time.from; });
    }
}

SkyPass SkyAlmanac::joint(SiteId satellite, TimeRange time, const SkyRow& row) const
{
    const SatelliteMotion& motion = *m_scene.motionOf(satellite);
    const Observer &first = *m_scene.observerOf(row.first), &second = *m_scene.observerOf(row.second);
    const auto depth = [&](double at) {
        const JulianDate moment = m_scene.epoch().after(at);
        const OrbitResult state = motion.at(moment);
        const auto* known = std::get_if<OrbitState>(&state);
        if (!known) return 1.0;
        const double sidereal = greenwichSiderealTime(moment);
        return -std::min(first.sineOfElevation(known->position, sidereal), second.sineOfElevation(known->position, sidereal));
    };
    const double step = time.length() / kSamples;
    double best = time.middle(), lowest = depth(best);
    for (int i = 0; i <= kSamples; ++i)
        if (const double at = time.from + i * step, now = depth(at); now < lowest) best = at, lowest = now;
    const auto [at, low] = boost::math::tools::brent_find_minima(depth, std::max(time.from, best - step), std::min(time.until, best + step), kBits);
    if (low < lowest) best = at, lowest = low;
    return {satellite, time, best, std::asin(std::clamp(-lowest, -1.0, 1.0)) / kDegree, usableOf(time, row), isSunlitAt(satellite, best)};
}

void SkyAlmanac::joinStations(const std::stop_token& stop)
{
    std::map<std::pair<SiteId, SiteId>, SkyRow> pairs;
    for (auto a = m_sights.begin(); a != m_sights.end(); ++a) {
        if (stop.stop_requested()) return;
        for (auto b = a + 1; b != m_sights.end(); ++b) {
            if (a->satellite != b->satellite) continue;
            const auto rangesOf = [](const Sight& sight) {
                std::vector<TimeRange> ranges;
                for (const Pass& pass : sight.passes) ranges.push_back({pass.rise, pass.set});
                return ranges;
            };
            const std::vector<TimeRange> both = common(rangesOf(*a), rangesOf(*b));
            if (both.empty()) continue;
            const SkyRow &one = m_rows[a->station], &other = m_rows[b->station];
            SkyRow& row = pairs.try_emplace({one.first, other.first}, SkyRow{one.first, other.first, {}, common(one.dark, other.dark)}).first->second;
            for (const TimeRange& time : both) row.passes.push_back(joint(a->satellite, time, row));
        }
    }
    std::vector<SkyRow> rows;
    for (auto& [ends, row] : pairs) {
        std::sort(row.passes.begin(), row.passes.end(), [](const SkyPass& x, const SkyPass& y) { return x.time.from < y.time.from; });
        rows.push_back(std::move(row));
    }
    m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

} // namespace bellweave::engine
