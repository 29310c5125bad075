// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/observer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

using Vector = std::array<double, 3>;

constexpr double kEquator = 6378.137;                     // km, WGS 84
constexpr double kFlattening = 1.0 / 298.257223563;
constexpr double kEccentricity2 = kFlattening * (2.0 - kFlattening);
constexpr double kTurning = 7.292115e-5;                  // rad/s, of the Earth
constexpr double kTurn = 2.0 * std::numbers::pi;

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

/// Into the frame that turns with the Earth.
Vector turned(const Vector& v, double angle)
{
    const double s = std::sin(angle), c = std::cos(angle);
    return {c * v[0] + s * v[1], -s * v[0] + c * v[1], v[2]};
}

/// From the Earth's axis to its surface along the vertical.
double curvature(double sinLatitude) { return kEquator / std::sqrt(1.0 - kEccentricity2 * sinLatitude * sinLatitude); }

} // namespace

Observer::Observer(double latitude, double longitude, Length height)
{
    const double sl = std::sin(latitude), cl = std::cos(latitude), so = std::sin(longitude), co = std::cos(longitude), n = curvature(sl), h = height.si() * 1e-3;
    m_place = {(n + h) * cl * co, (n + h) * cl * so, (n * (1.0 - kEccentricity2) + h) * sl};
    m_up = {cl * co, cl * so, sl};
    m_north = {-sl * co, -sl * so, cl};
    m_east = {-so, co, 0.0};
}

LookAngles Observer::look(const OrbitState& state, double siderealTime) const
{
    const Vector at = turned(state.position, siderealTime);
    Vector velocity = turned(state.velocity, siderealTime);
    velocity[0] += kTurning * m_place[1];    // less that of the place: light does not turn with the Earth
    velocity[1] -= kTurning * m_place[0];
    const Vector way{at[0] - m_place[0], at[1] - m_place[1], at[2] - m_place[2]};
    const double range = std::sqrt(dot(way, way)), azimuth = std::atan2(dot(way, m_east), dot(way, m_north));
    const double away = dot(way, velocity) / range;
    return {azimuth < 0.0 ? azimuth + kTurn : azimuth, std::asin(dot(way, m_up) / range), range, away, std::sqrt(std::max(0.0, dot(velocity, velocity) - away * away))};
}

double Observer::sineOfElevation(const Vector& position, double siderealTime) const
{
    const Vector at = turned(position, siderealTime);
    const Vector way{at[0] - m_place[0], at[1] - m_place[1], at[2] - m_place[2]};
    return dot(way, m_up) / std::sqrt(dot(way, way));
}

/// Latitude by fixed-point steps, which lose three digits less each time.
SubPoint pointBelow(const Vector& position, double siderealTime)
{
    const Vector at = turned(position, siderealTime);
    const double flat = std::hypot(at[0], at[1]);
    double latitude = std::atan2(at[2], flat), n = kEquator;
    for (int i = 0; i < 8; ++i) {
        const double s = std::sin(latitude);
        n = curvature(s);
        latitude = std::atan2(at[2] + n * kEccentricity2 * s, flat);
    }
    const double s = std::sin(latitude), c = std::cos(latitude);
    const double height = std::abs(c) > 0.1 ? flat / c - n : at[2] / s - n * (1.0 - kEccentricity2);
    return {latitude, std::atan2(at[1], at[0]), height};
}

} // namespace bellweave::engine
