// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/passes.h"

#include <numbers>

namespace bellweave::engine {

// What searches for passes share.

inline constexpr double kExactPass = 1e-4;    // s, to which times are found

/// How high a satellite stands over a place, as the sine of its elevation less that of a horizon, by time in s from `from`. Satellite and
/// place have to stay.
class PassHeight {
public:
    /// Of what has no place.
    static constexpr double kNowhere = -2.0;

    /// `horizon`: elevation, rad.
    PassHeight(const SatelliteMotion& satellite, const Observer& place, const JulianDate& from, double horizon);

    double operator()(double time) const { return of(m_satellite->at(m_minutes + time / 60.0), time); }
    /// Of a state that is known already.
    double of(const OrbitResult& state, double time) const
    {
        const auto* known = std::get_if<OrbitState>(&state);
        return known ? m_place->sineOfElevation(known->position, siderealAt(time)) - m_horizon : kNowhere;
    }
    /// All zero where the satellite has no place.
    LookAngles look(double time) const;

private:
    double siderealAt(double time) const
    {
        // It runs evenly enough over the years of a search.
        constexpr double kPerSecond = 1.00273790935 * 2.0 * std::numbers::pi / 86400.0;
        return m_sidereal + kPerSecond * time;
    }

    const SatelliteMotion* m_satellite;
    const Observer* m_place;
    double m_minutes;
    double m_sidereal;
    double m_horizon;
};

struct HeightSample {
    double time = 0.0;
    double height = 0.0;
};

/// The highest point between two times with one hump between them.
HeightSample highestBetween(const PassHeight& height, double low, double high);
/// s between samples that no hump of an elevation slips through: a share of the turn that the satellite would make if it were always as fast
/// as at perigee.
double sampleStep(const SatelliteMotion& satellite);
/// A pass from its rise to its set, with all that follows from them. `step`: of samples that find its highest hump.
Pass passBetween(const PassHeight& height, double rise, double set, double step);

} // namespace bellweave::engine
