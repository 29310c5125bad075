// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/passes.h"

#include "engine/orbits/pass_height.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bellweave::engine {
namespace {

/// Between two samples of unlike sign. Source: Illinois variant of regula falsi, Dowell & Jarratt, BIT 11, 168 (1971).
double crossing(const PassHeight& height, HeightSample a, HeightSample b)
{
    for (int i = 0; i < 60 && std::abs(b.time - a.time) > kExactPass; ++i) {
        const double time = (a.time * b.height - b.time * a.height) / (b.height - a.height);
        const HeightSample next{time, height(time)};
        if (next.height == 0.0) return time;
        if ((next.height > 0.0) == (b.height > 0.0)) a.height *= 0.5;
        else a = b;
        if (std::abs(next.time - b.time) < 0.1 * kExactPass) return next.time;
        b = next;
    }
    return b.time;
}

class PassSearch {
public:
    PassSearch(const PassHeight& height, double step) : m_height(height), m_step(step) {}

    /// The first sample.
    void start(double height)
    {
        m_before = m_last = {0.0, height};
        if (height > 0.0) begin(0.0, true);
    }
    /// The next one.
    void visit(const HeightSample& now)
    {
        // A hump between three samples that all lie below may still reach above.
        if (!m_open && now.height <= 0.0 && m_last.height <= 0.0 && m_last.height >= m_before.height && m_last.height >= now.height && m_last.height > PassHeight::kNowhere) peak(now);
        else if (!m_open && now.height > 0.0) begin(crossing(m_height, m_last, now), false);
        else if (m_open && now.height <= 0.0) end(crossing(m_height, m_last, now), false);
        m_before = m_last;
        m_last = now;
    }
    std::vector<Pass> finish()
    {
        if (m_open) end(m_last.time, true);
        return std::move(m_passes);
    }

private:
    void peak(const HeightSample& now)
    {
        // Far below the horizon no hump between samples reaches it: elevations have second derivatives that are bounded by the step.
        const double reach = std::max(m_last.height - m_before.height, m_last.height - now.height);
        if (m_last.height + reach < 0.0) return;
        const HeightSample top = highestBetween(m_height, m_before.time, now.time);
        if (top.height <= 0.0) return;
        begin(crossing(m_height, m_before, top), false);
        end(crossing(m_height, top, now), false);
    }

    void begin(double time, bool isBefore) { m_open = Beginning{time, isBefore}; }

    void end(double time, bool goesOn)
    {
        Pass pass = passBetween(m_height, m_open->time, time, m_step);
        pass.hasBegunBefore = m_open->isBefore;
        pass.goesOn = goesOn;
        m_passes.push_back(pass);
        m_open.reset();
    }

    struct Beginning {
        double time;
        bool isBefore;    // it stood above the horizon when the search began
    };

    PassHeight m_height;
    double m_step;
    HeightSample m_before;
    HeightSample m_last;
    std::optional<Beginning> m_open;
    std::vector<Pass> m_passes;
};

} // namespace

std::vector<std::vector<Pass>> passesOf(const SatelliteMotion& satellite, std::span<const Observer> places, const JulianDate& from, double seconds, double horizon, const std::stop_token& stop)
{
    const double step = sampleStep(satellite);
    std::vector<PassHeight> heights;
    std::vector<PassSearch> searches;
    for (const Observer& place : places) {
        heights.emplace_back(satellite, place, from, horizon);
        searches.emplace_back(heights.back(), step);
    }
    // One place of the satellite serves all that look at it.
    const auto at = [&](double time) { return satellite.at(from.minutesSince(satellite.epoch()) + time / 60.0); };
    OrbitResult now = at(0.0);
    for (std::size_t i = 0; i < places.size(); ++i) searches[i].start(heights[i].of(now, 0.0));
    for (double time = 0.0; time < seconds && !stop.stop_requested();) {
        time = std::min(seconds, time + step);
        now = at(time);
        for (std::size_t i = 0; i < places.size(); ++i) searches[i].visit({time, heights[i].of(now, time)});
    }
    std::vector<std::vector<Pass>> all;
    for (PassSearch& search : searches) all.push_back(search.finish());
    return all;
}

std::vector<Pass> passesOf(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double seconds, double horizon, const std::stop_token& stop)
{
    return std::move(passesOf(satellite, std::span(&place, 1), from, seconds, horizon, stop).front());
}

} // namespace bellweave::engine
