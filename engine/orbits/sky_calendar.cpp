// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_calendar.h"

#include "engine/orbits/masked_passes.h"
#include "engine/orbits/sun.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kSunStep = 600.0;     // s; the Sun climbs for hours
constexpr double kSameTime = 0.5;      // s
constexpr double kPartsOfPass = 6.0;   // in which its rise and fall are followed to a per cent
constexpr double kSmooth = 100.0;      // s in which little changes during a pass

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

/// In equal parts of a step at most.
void divide(const TimeRange& range, double step, bool isOpen, std::vector<SkyCalendar::Cell>& cells)
{
    const int pieces = std::max(1, static_cast<int>(std::ceil(range.length() / step - 1e-9)));
    for (int piece = 0; piece < pieces; ++piece) {
        const TimeRange time{range.from + range.length() * piece / pieces, range.from + range.length() * (piece + 1) / pieces};
        cells.push_back({time, time.middle(), isOpen});
    }
}

/// Of stations, each worked out once: the Sun costs more than the passes.
using DarkTimes = std::map<SiteId, std::vector<TimeRange>>;

std::vector<TimeRange> openTimes(const SkyScene& scene, const Link& link, DarkTimes& dark)
{
    const TimeRange whole{0.0, scene.span()};
    const Site &from = *scene.network().sites.find(link.from), &to = *scene.network().sites.find(link.to);
    const SatelliteMotion* motion = scene.motionOf(from.orbit ? from.id : to.id);
    const Site& ground = from.orbit ? to : from;
    if (!scene.bringsLight(link.id)) return {};
    if (from.orbit && to.orbit) return {whole};
    const Observer& place = *scene.observerOf(ground.id);
    const GroundStation station = ground.groundStation.value_or(GroundStation());
    std::vector<TimeRange> up;
    for (const Pass& pass : passesOver(*motion, place, scene.epoch(), scene.span(), station.leastElevation * kDegree, scene.horizonAt(ground.id))) up.push_back({pass.rise, pass.set});
    if (station.worksByDay) return up;
    const auto [known, isNew] = dark.try_emplace(ground.id);
    if (isNew) known->second = darkTimes(place, scene.epoch(), scene.span(), station.darkBelow * kDegree);
    return common(up, known->second);
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

double lengthOf(const std::vector<TimeRange>& ranges)
{
    double all = 0.0;
    for (const TimeRange& range : ranges) all += range.length();
    return all;
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
    DarkTimes dark;
    for (const LinkId link : scene.links()) m_open.push_back(openTimes(scene, *scene.network().links.find(link), dark));
}

std::vector<SkyCalendar::Cell> SkyCalendar::cells(const Fineness& fineness) const
{
    std::size_t borders = 0;
    for (const auto& ranges : m_open) borders += 2 * ranges.size();
    if (borders < 2 * fineness.most) {
        std::vector<Cell> cells = followed(fineness);
        if (std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.isAnyOpen; }) <= static_cast<std::ptrdiff_t>(fineness.most)) return cells;
    }
    return sampled(fineness.most);
}

std::vector<TimeRange> SkyCalendar::anyOpen() const
{
    std::vector<TimeRange> all;
    for (const auto& ranges : m_open) all.insert(all.end(), ranges.begin(), ranges.end());
    return merged(std::move(all));
}

/// Each stretch between two borders as finely as the link wants it that is open there for the shortest time.
std::vector<SkyCalendar::Cell> SkyCalendar::followed(const Fineness& fineness) const
{
    const double coarse = lengthOf(anyOpen()) / static_cast<double>(fineness.parts);
    struct Border {
        double time;
        double step;    // that is wanted from there on, s; below 0: no longer
    };
    std::vector<Border> borders{{m_span, 0.0}};
    for (const auto& ranges : m_open)
        for (const TimeRange& range : ranges) {
            const double step = std::max(fineness.shortest, std::min(range.length() / kPartsOfPass, coarse));
            borders.push_back({range.from, step});
            borders.push_back({range.until, -step});
        }
    std::stable_sort(borders.begin(), borders.end(), [](const Border& a, const Border& b) { return a.time < b.time; });
    std::vector<Cell> cells;
    std::multiset<double> wanted;
    double at = 0.0;
    for (const Border& border : borders) {
        const bool isLast = border.time >= m_span;
        if (border.time - at >= kSameTime || (isLast && border.time > at)) {
            divide({at, isLast ? m_span : border.time}, wanted.empty() ? m_span : *wanted.begin(), !wanted.empty(), cells);
            at = border.time;
        }
        if (border.step > 0.0) wanted.insert(border.step);
        else if (border.step < 0.0) wanted.erase(wanted.find(-border.step));
    }
    return cells;
}

std::vector<SkyCalendar::Cell> SkyCalendar::sampled(std::size_t parts) const
{
    const std::vector<TimeRange> any = anyOpen();
    const double step = lengthOf(any) / static_cast<double>(parts);
    std::vector<Cell> cells;
    double at = 0.0;
    for (const TimeRange& range : any) {
        const double from = range.from - at < kSameTime ? at : range.from;
        if (from > at) divide({at, from}, m_span, false, cells);
        divide({from, range.until}, step, true, cells);
        at = range.until;
    }
    if (m_span - at >= kSameTime) divide({at, m_span}, m_span, false, cells);
    else cells.back().time.until = m_span;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].isAnyOpen && cells[i].time.length() > kSmooth) cells[i].sample = cells[i].time.from + cells[i].time.length() * std::fmod(static_cast<double>(i + 1) * std::numbers::phi, 1.0);
    return cells;
}

} // namespace bellweave::engine
