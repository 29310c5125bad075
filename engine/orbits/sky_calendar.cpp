// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_calendar.h"

#include "engine/orbits/masked_passes.h"
#include "engine/orbits/sun.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kSunStep = 600.0;     // s; the Sun climbs for hours
constexpr double kSameTime = 0.5;      // s

class DarkSearch {
public:
    DarkSearch(const Observer& place, const JulianDate& from, double below) : m_place(place), m_from(from), m_below(below) {}

    bool isDark(double time) const
    {
        const JulianDate moment = m_from.after(time);
        return elevationOf(sunPosition(moment), m_place, moment) < m_below;
    }
    /// Between two times of which one is dark.
    double border(double a, double b) const
    {
        const bool isFirstDark = isDark(a);
        while (b - a > 1.0) {
            const double middle = 0.5 * (a + b);
            (isDark(middle) == isFirstDark ? a : b) = middle;
        }
        return 0.5 * (a + b);
    }

private:
    const Observer& m_place;
    JulianDate m_from;
    double m_below;
};

/// Ranges that touch become one.
std::vector<TimeRange> merged(std::vector<TimeRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const TimeRange& a, const TimeRange& b) { return a.from < b.from; });
    std::vector<TimeRange> all;
    for (const TimeRange& range : ranges) {
        if (all.empty() || range.from > all.back().until) all.push_back(range);
        else all.back().until = std::max(all.back().until, range.until);
    }
    return all;
}

std::vector<TimeRange> openTimes(const SkyScene& scene, const Link& link)
{
    const TimeRange whole{0.0, scene.span()};
    const Site &from = *scene.network().sites.find(link.from), &to = *scene.network().sites.find(link.to);
    const SatelliteMotion* motion = scene.motionOf(from.orbit ? from.id : to.id);
    const Site& ground = from.orbit ? to : from;
    if (from.orbit && to.orbit) return {whole};
    if (!motion || !scene.observerOf(ground.id)) return {};
    const Observer& place = *scene.observerOf(ground.id);
    const GroundStation station = ground.groundStation.value_or(GroundStation());
    std::vector<TimeRange> up;
    for (const Pass& pass : passesOver(*motion, place, scene.epoch(), scene.span(), station.leastElevation * kDegree, scene.horizonAt(ground.id))) up.push_back({pass.rise, pass.set});
    return station.worksByDay ? up : common(up, darkTimes(place, scene.epoch(), scene.span(), station.darkBelow * kDegree));
}

} // namespace

std::vector<TimeRange> darkTimes(const Observer& place, const JulianDate& from, double seconds, double below)
{
    const DarkSearch search(place, from, below);
    std::vector<TimeRange> dark;
    bool wasDark = search.isDark(0.0);
    if (wasDark) dark.push_back({0.0, seconds});
    for (double time = 0.0; time < seconds;) {
        const double next = std::min(seconds, time + kSunStep);
        if (const bool isDark = search.isDark(next); isDark != wasDark) {
            const double border = search.border(time, next);
            if (isDark) dark.push_back({border, seconds});
            else dark.back().until = border;
            wasDark = isDark;
        }
        time = next;
    }
    return dark;
}

std::vector<TimeRange> common(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b)
{
    std::vector<TimeRange> all;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end(); i->until < j->until ? ++i : ++j) {
        const TimeRange both{std::max(i->from, j->from), std::min(i->until, j->until)};
        if (both.until > both.from) all.push_back(both);
    }
    return all;
}

SkyCalendar::SkyCalendar(const SkyScene& scene) : m_span(scene.span())
{
    for (const LinkId link : scene.links()) m_open.push_back(openTimes(scene, *scene.network().links.find(link)));
}

std::vector<SkyCalendar::Cell> SkyCalendar::cells(std::size_t parts, double shortest) const
{
    std::vector<TimeRange> any;
    std::vector<double> borders{0.0, m_span};
    for (const auto& ranges : m_open)
        for (const TimeRange& range : ranges) {
            any.push_back(range);
            borders.insert(borders.end(), {range.from, range.until});
        }
    any = merged(std::move(any));
    if (borders.size() > 2 * parts) {
        borders = {0.0, m_span};
        for (const TimeRange& range : any) borders.insert(borders.end(), {range.from, range.until});
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end(), [](double a, double b) { return b - a < kSameTime; }), borders.end());
    borders.back() = m_span;
    double open = 0.0;
    for (const TimeRange& range : any) open += range.length();
    const double step = std::max(shortest, open / static_cast<double>(parts));
    std::vector<Cell> cells;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const TimeRange range{borders[i], borders[i + 1]};
        const bool isOpen = std::any_of(any.begin(), any.end(), [&](const TimeRange& one) { return one.from <= range.middle() && range.middle() < one.until; });
        const int pieces = isOpen ? std::max(1, static_cast<int>(std::ceil(range.length() / step - 1e-9))) : 1;
        for (int piece = 0; piece < pieces; ++piece) cells.push_back({{range.from + range.length() * piece / pieces, range.from + range.length() * (piece + 1) / pieces}, isOpen});
    }
    return cells;
}

} // namespace bellweave::engine
