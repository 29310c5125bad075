// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sun.h"

#include <cmath>
#include <erfa.h>
#include <erfam.h>

namespace bellweave::engine {
namespace {

using Vector = std::array<double, 3>;
constexpr double kAstronomicalUnit = ERFA_DAU * 1e-3;    // km
constexpr double kEquator = 6378.137;                    // km
constexpr double kDaysOfAstronomicalUnit = ERFA_AULT / ERFA_DAYSEC;

/// Terrestrial time.
struct Dynamical {
    double day;
    double fraction;
};

/// Leap seconds after those that are known are none.
Dynamical dynamical(const JulianDate& moment)
{
    double atomicDay = 0.0, atomicFraction = 0.0;
    Dynamical time{};
    eraUtctai(moment.day, moment.fraction, &atomicDay, &atomicFraction);
    eraTaitt(atomicDay, atomicFraction, &time.day, &time.fraction);
    return time;
}

/// From the celestial frame of quasars to that of SGP4: that of date, turned by the equation of the equinoxes.
Vector inFrameOfDate(const Vector& celestial, const Dynamical& time)
{
    double matrix[3][3], shift = 0.0, obliquity = 0.0;
    eraPnm00b(time.day, time.fraction, matrix);
    eraNut00b(time.day, time.fraction, &shift, &obliquity);
    eraRz(shift * std::cos(eraObl06(time.day, time.fraction)), matrix);
    double from[3] = {celestial[0], celestial[1], celestial[2]}, to[3];
    eraRxp(matrix, from, to);
    return {to[0], to[1], to[2]};
}

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
double length(const Vector& v) { return std::sqrt(dot(v, v)); }

} // namespace

std::array<double, 3> sunPosition(const JulianDate& moment)
{
    const Dynamical time = dynamical(moment);
    double heliocentric[2][3], barycentric[2][3];
    // Seen from the moving Earth the Sun stands where it was when its light left, as if the Earth had stayed: one light time ago.
    eraEpv00(time.day, time.fraction - kDaysOfAstronomicalUnit, heliocentric, barycentric);
    Vector sun{};
    for (std::size_t i = 0; i < 3; ++i) sun[i] = -kAstronomicalUnit * heliocentric[0][i];
    return inFrameOfDate(sun, time);
}

std::array<double, 3> moonPosition(const JulianDate& moment)
{
    const Dynamical time = dynamical(moment);
    double state[2][3];
    eraMoon98(time.day, time.fraction, state);
    return inFrameOfDate({kAstronomicalUnit * state[0][0], kAstronomicalUnit * state[0][1], kAstronomicalUnit * state[0][2]}, time);
}

double moonLit(const JulianDate& moment)
{
    const Vector sun = sunPosition(moment), moon = moonPosition(moment);
    const Vector fromMoonToSun{sun[0] - moon[0], sun[1] - moon[1], sun[2] - moon[2]};
    return 0.5 * (1.0 - dot(moon, fromMoonToSun) / (length(moon) * length(fromMoonToSun)));
}

double elevationOf(const std::array<double, 3>& body, const Observer& place, const JulianDate& moment)
{
    return std::asin(place.sineOfElevation(body, greenwichSiderealTime(moment)));
}

bool isSunlit(const std::array<double, 3>& satellite, const std::array<double, 3>& sun)
{
    const Vector way{sun[0] - satellite[0], sun[1] - satellite[1], sun[2] - satellite[2]};
    const double toward = dot(satellite, way) / length(way);
    if (toward >= 0.0) return true;
    return dot(satellite, satellite) - toward * toward > kEquator * kEquator;
}

SubPoint pointUnder(const std::array<double, 3>& body, const JulianDate& moment) { return pointBelow(body, greenwichSiderealTime(moment)); }

} // namespace bellweave::engine
