// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/pass_height.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>

namespace bellweave::engine {
namespace {

constexpr double kSamplesOfTurn = 40.0;    // as fast as it turns at its perigee; an elevation has one hump a turn
constexpr double kLongestStep = 900.0;     // s; the Earth turns too

/// The highest of the samples within, made exact.
double culminationBetween(const PassHeight& height, double rise, double set, double widest)
{
    HeightSample best{rise, height(rise)};
    const double step = std::max(kExactPass, std::min(widest, (set - rise) / 4.0));
    for (double time = rise + step; time < set; time += step)
        if (const double now = height(time); now > best.height) best = {time, now};
    return highestBetween(height, std::max(rise, best.time - step), std::min(set, best.time + step)).time;
}

} // namespace

PassHeight::PassHeight(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double horizon)
    : m_satellite(&satellite), m_place(&place), m_minutes(from.minutesSince(satellite.epoch())), m_sidereal(greenwichSiderealTime(from)), m_horizon(std::sin(horizon))
{
}

LookAngles PassHeight::look(double time) const
{
    const OrbitResult state = m_satellite->at(m_minutes + time / 60.0);
    const auto* known = std::get_if<OrbitState>(&state);
    return known ? m_place->look(*known, siderealAt(time)) : LookAngles{};
}

HeightSample highestBetween(const PassHeight& height, double low, double high)
{
    // Source: Brent, Algorithms for Minimization without Derivatives (1973).
    constexpr int kBits = 20;    // of the time from the middle, which is what they are relative to
    const double middle = 0.5 * (low + high);
    const auto [beside, below] = boost::math::tools::brent_find_minima([&](double at) { return -height(middle + at); }, low - middle, high - middle, kBits);
    return {middle + beside, -below};
}

double sampleStep(const SatelliteMotion& satellite)
{
    const double e = satellite.eccentricity();
    return std::min(kLongestStep, satellite.period() * 60.0 * std::pow(1.0 - e, 1.5) / std::sqrt(1.0 + e) / kSamplesOfTurn);
}

Pass passBetween(const PassHeight& height, double rise, double set, double step)
{
    Pass pass;
    pass.rise = rise;
    pass.set = set;
    pass.culmination = culminationBetween(height, rise, set, step);
    pass.highest = height.look(pass.culmination).elevation;
    pass.riseAzimuth = height.look(rise).azimuth;
    pass.setAzimuth = height.look(set).azimuth;
    return pass;
}

} // namespace bellweave::engine
