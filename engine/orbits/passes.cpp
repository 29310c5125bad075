// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/passes.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kSamplesOfTurn = 40.0;    // as fast as it turns at its perigee; an elevation has one hump a turn
constexpr double kLongestStep = 900.0;     // s; the Earth turns too
constexpr double kExact = 1e-4;            // s
constexpr double kBelow = -2.0;            // "sine" of what has no place

/// The sine of the elevation less that of the horizon, over time.
class Height {
public:
    Height(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double horizon)
        : m_satellite(&satellite), m_place(&place), m_minutes(from.minutesSince(satellite.epoch())), m_sidereal(greenwichSiderealTime(from)), m_horizon(std::sin(horizon)) {}

    double operator()(double time) const { return of(m_satellite->at(m_minutes + time / 60.0), time); }
    /// Of a place that is known already.
    double of(const OrbitResult& state, double time) const
    {
        const auto* known = std::get_if<OrbitState>(&state);
        return known ? m_place->sineOfElevation(known->position, siderealAt(time)) - m_horizon : kBelow;
    }
    LookAngles look(double time) const
    {
        const OrbitResult state = m_satellite->at(m_minutes + time / 60.0);
        const auto* known = std::get_if<OrbitState>(&state);
        return known ? m_place->look(*known, siderealAt(time)) : LookAngles{};
    }

private:
    /// Sidereal time runs evenly enough over the years of a search.
    double siderealAt(double time) const
    {
        constexpr double kPerSecond = 1.00273790935 * 2.0 * std::numbers::pi / 86400.0;
        return m_sidereal + kPerSecond * time;
    }

    const SatelliteMotion* m_satellite;
    const Observer* m_place;
    double m_minutes;
    double m_sidereal;
    double m_horizon;
};

struct Sample {
    double time = 0.0;
    double height = 0.0;
};

/// Between two samples of unlike sign. Source: Illinois variant of regula falsi, Dowell & Jarratt, BIT 11, 168 (1971).
double crossing(const Height& height, Sample a, Sample b)
{
    for (int i = 0; i < 60 && std::abs(b.time - a.time) > kExact; ++i) {
        const double time = (a.time * b.height - b.time * a.height) / (b.height - a.height);
        const Sample next{time, height(time)};
        if (next.height == 0.0) return time;
        if ((next.height > 0.0) == (b.height > 0.0)) a.height *= 0.5;
        else a = b;
        if (std::abs(next.time - b.time) < 0.1 * kExact) return next.time;
        b = next;
    }
    return b.time;
}

/// The highest point between two times with one hump between them. Source: Brent, Algorithms for Minimization without Derivatives (1973).
Sample highest(const Height& height, double low, double high)
{
    constexpr int kBits = 20;    // of the time from the middle, which is what they are relative to
    const double middle = 0.5 * (low + high);
    const auto [beside, below] = boost::math::tools::brent_find_minima([&](double at) { return -height(middle + at); }, low - middle, high - middle, kBits);
    return {middle + beside, -below};
}

class PassSearch {
public:
    PassSearch(const Height& height, double step) : m_height(height), m_step(step) {}

    /// The first sample.
    void start(double height)
    {
        m_before = m_last = {0.0, height};
        if (height > 0.0) begin(0.0, true);
    }
    /// The next one.
    void visit(const Sample& now)
    {
        // A hump between three samples that all lie below may still reach above.
        if (!m_open && now.height <= 0.0 && m_last.height <= 0.0 && m_last.height >= m_before.height && m_last.height >= now.height && m_last.height > kBelow) peak(now);
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
    void peak(const Sample& now)
    {
        // Far below the horizon no hump between samples reaches it: elevations have second derivatives that are bounded by the step.
        const double reach = std::max(m_last.height - m_before.height, m_last.height - now.height);
        if (m_last.height + reach < 0.0) return;
        const Sample top = highest(m_height, m_before.time, now.time);
        if (top.height <= 0.0) return;
        begin(crossing(m_height, m_before, top), false);
        end(crossing(m_height, top, now), false);
    }

    void begin(double time, bool before)
    {
        m_open = true;
        m_pass = {};
        m_pass.rise = time;
        m_pass.hasBegunBefore = before;
    }

    void end(double time, bool goesOn)
    {
        m_open = false;
        m_pass.set = time;
        m_pass.goesOn = goesOn;
        m_pass.culmination = culmination();
        m_pass.highest = m_height.look(m_pass.culmination).elevation;
        m_pass.riseAzimuth = m_height.look(m_pass.rise).azimuth;
        m_pass.setAzimuth = m_height.look(m_pass.set).azimuth;
        m_passes.push_back(m_pass);
    }

    /// The highest of the samples within, made exact.
    double culmination() const
    {
        Sample best{m_pass.rise, m_height(m_pass.rise)};
        const double length = m_pass.set - m_pass.rise, step = std::max(kExact, std::min(m_step, length / 4.0));
        for (double time = m_pass.rise + step; time < m_pass.set; time += step)
            if (const double height = m_height(time); height > best.height) best = {time, height};
        return highest(m_height, std::max(m_pass.rise, best.time - step), std::min(m_pass.set, best.time + step)).time;
    }

    Height m_height;
    double m_step;
    Sample m_before;
    Sample m_last;
    bool m_open = false;
    Pass m_pass;
    std::vector<Pass> m_passes;
};

/// s between samples: a share of the turn that the satellite would make if it were always as fast as at perigee.
double stepFor(const SatelliteMotion& satellite)
{
    const double e = satellite.eccentricity();
    return std::min(kLongestStep, satellite.period() * 60.0 * std::pow(1.0 - e, 1.5) / std::sqrt(1.0 + e) / kSamplesOfTurn);
}

} // namespace

std::vector<std::vector<Pass>> passesOf(const SatelliteMotion& satellite, std::span<const Observer> places, const JulianDate& from, double seconds, double horizon, const std::stop_token& stop)
{
    const double step = stepFor(satellite);
    std::vector<Height> heights;
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
