// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/evaluator.h"
#include "engine/api/sky_weather.h"
#include "engine/orbits/sky_calendar.h"
#include "engine/orbits/sky_scene.h"

#include <memory>
#include <span>
#include <vector>

namespace bellweave::engine {

/// Two terminals of a key hop, the lesser id first.
using HopEnds = std::pair<SiteId, SiteId>;
inline HopEnds hopEnds(SiteId a, SiteId b) { return {std::min(a, b), std::max(a, b)}; }

/// The span of a design in parts in which links neither open nor close, with all demands and key hops as they are at a time in each. The
/// scene and the design at its beginning have to stay.
class SpanMoments {
public:
    SpanMoments(const SkyScene& scene, const Network& now);
    /// Evaluates every part, on all threads.
    void evaluateAll();

    const SkyScene& scene() const { return m_scene; }
    /// The design at the beginning.
    const Network& now() const { return m_now; }
    std::size_t size() const { return m_cells.size(); }
    const TimeRange& timeOf(std::size_t cell) const { return m_cells[cell].time; }
    /// The time, s from the beginning, whose numbers stand for a part.
    double sampleOf(std::size_t cell) const { return m_cells[cell].sample; }
    /// The part that a time from the beginning falls into.
    std::size_t cellAt(Duration time) const;

    const DemandResult& demandAt(std::size_t cell, DemandId demand) const { return *m_moments[cell]->demands.find(demand); }
    /// The same for who tells of it: where it is not served, as in the first part with also the satellite links that are barred in all of it.
    const DemandResult& toldAt(std::size_t cell, DemandId demand) const;
    /// Key hops under a choice of protocol; null where there are none.
    const std::vector<KeyHop>* hopsAt(std::size_t cell, const ProtocolChoice& choice) const;
    /// Hops that are had at the same time, fastest first, each two terminals once: a station on the ground has one telescope, which follows the
    /// satellite that gives it most of those that are free for it.
    std::vector<const KeyHop*> followedAt(std::size_t cell, const ProtocolChoice& choice) const;
    /// That between two terminals, or null.
    const KeyHop* hopAt(std::size_t cell, const ProtocolChoice& choice, const HopEnds& ends) const;
    /// Chance that the sky is clear over all ground ends of satellite links among these.
    double clearOver(std::size_t cell, const std::vector<LinkId>& links) const { return m_weather.clearOver(links, momentOf(cell)); }

    /// A course of the whole span without points.
    DemandCourse emptyCourse() const;
    /// A point of a course of which nothing but time and weather over `links` is known.
    CoursePoint pointAt(std::size_t cell, const std::vector<LinkId>& links) const;

private:
    using Demands = std::shared_ptr<const MomentDemands>;
    void evaluate(std::span<const std::size_t> cells);
    bool isAnyNeverServed() const;
    bool takesTelescope(const KeyHop& hop, SiteId end) const;
    JulianDate momentOf(std::size_t cell) const { return m_scene.epoch().after(m_cells[cell].sample); }

    const SkyScene& m_scene;
    const Network& m_now;
    std::vector<SkyCalendar::Cell> m_cells;
    std::vector<Demands> m_moments;    // by cell
    Demands m_first;                   // of the first cell with all links, where a demand is never served
    SkyWeather m_weather;
};

} // namespace bellweave::engine
