// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/passes.h"
#include "engine/orbits/sky_scene.h"

namespace bellweave::engine {

/// A time from `from` to `until`, s from the beginning.
struct TimeRange {
    double from = 0.0;
    double until = 0.0;
    double middle() const { return 0.5 * (from + until); }
    double length() const { return until - from; }
    bool operator==(const TimeRange&) const = default;
};

/// When the Sun stands below an elevation, rad, at a place, to a second.
std::vector<TimeRange> darkTimes(const Observer& place, const JulianDate& from, double seconds, double below);
/// What two ascending lists of ranges have in common.
std::vector<TimeRange> common(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b);

/// When links of a scene can pass light, by orbit, horizon and day; links between satellites, which have no pass, over the whole span.
class SkyCalendar {
public:
    explicit SkyCalendar(const SkyScene& scene);

    /// By links() of the scene.
    const std::vector<std::vector<TimeRange>>& open() const { return m_open; }
    /// A part of the span in which links do not open or close.
    struct Cell {
        TimeRange time;
        bool isAnyOpen = false;
    };
    /// The span in parts that end where links open or close, those with open links about `parts` in number but none divided into shorter ones than
    /// `shortest`, s; where links open and close more often than that, in equal parts.
    std::vector<Cell> cells(std::size_t parts, double shortest = 0.0) const;

private:
    double m_span;
    std::vector<std::vector<TimeRange>> m_open;
};

} // namespace bellweave::engine
