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
/// Seconds of all ranges together.
double lengthOf(const std::vector<TimeRange>& ranges);
/// What two ascending lists of ranges have in common.
std::vector<TimeRange> common(const std::vector<TimeRange>& a, const std::vector<TimeRange>& b);

/// When links of a scene can pass light, by orbit, horizon and day; links between satellites, which have no pass, over the whole span.
class SkyCalendar {
public:
    explicit SkyCalendar(const SkyScene& scene);

    /// By links() of the scene.
    const std::vector<std::vector<TimeRange>>& open() const { return m_open; }
    /// A part of the span, and the time in it that stands for it.
    struct Cell {
        TimeRange time;
        double sample = 0.0;
        bool isAnyOpen = false;
    };
    /// How finely the span is divided: passes so that they are followed up and down, what is open for long into so many parts, nothing into shorter
    /// ones than `shortest`, s.
    struct Fineness {
        std::size_t parts = 240;
        double shortest = 45.0;
        std::size_t most = 2400;    ///< parts with open links that may come of it
    };
    /// The span in parts that end where links open or close. Where those were more than the most, about so many equal parts of the time in which
    /// anything is open, longer ones sampled at times spread evenly over their length, so that means have no preference for the middle of passes.
    std::vector<Cell> cells(const Fineness& fineness) const;

private:
    std::vector<TimeRange> anyOpen() const;
    std::vector<Cell> followed(const Fineness& fineness) const;
    std::vector<Cell> sampled(std::size_t parts) const;

    double m_span;
    std::vector<std::vector<TimeRange>> m_open;
};

} // namespace bellweave::engine
