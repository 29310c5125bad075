// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sky_calendar.h"

#include <stop_token>

namespace bellweave::engine {

/// A time in which a satellite stands above the horizon of a ground station, or of two at once. Times in s from the design's beginning.
struct SkyPass {
    SiteId satellite;
    TimeRange time;
    double best = 0.0;                   ///< when it stands highest; above two stations: when the lower of both elevations is highest
    double elevation = 0.0;              ///< degrees, then
    std::vector<TimeRange> usable;       ///< when links are open: all of it, or while it is dark where that is needed
    bool isSunlit = false;               ///< the satellite, at its best
    double usableTime() const;
};

/// What a ground station, or a pair of them, sees over the span.
struct SkyRow {
    SiteId first;
    SiteId second;                       ///< invalid for one station alone
    std::vector<SkyPass> passes;         ///< by their rise
    std::vector<TimeRange> dark;         ///< when the station, or both, count as dark
    bool isPair() const { return second.isValid(); }
};

/// All that satellites and ground stations of a design do over its span, as far as orbits and the Sun decide it: pairs of stations that see a
/// satellite at once, then single stations. Satellites and stations count that a satellite link joins. A snapshot of the design.
class SkyAlmanac {
public:
    /// Ends early, with what it has, when stopped.
    explicit SkyAlmanac(const Network& network, const std::stop_token& stop = {});

    const SkyScene& scene() const { return m_scene; }
    const std::vector<SkyRow>& rows() const { return m_rows; }

private:
    struct Sight {
        SiteId satellite;
        std::size_t station;    // place in m_single
        std::vector<Pass> passes;
    };
    void lookFromStations(const std::stop_token& stop);
    void joinStations(const std::stop_token& stop);
    SkyPass joint(SiteId satellite, TimeRange time, const SkyRow& row) const;
    std::vector<TimeRange> usableOf(TimeRange time, const SkyRow& row) const;
    bool isSunlitAt(SiteId satellite, double time) const;

    SkyScene m_scene;
    std::vector<Sight> m_sights;
    std::vector<SkyRow> m_rows;
};

} // namespace bellweave::engine
