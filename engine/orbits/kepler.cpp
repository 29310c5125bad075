// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/kepler.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kMu = 398600.4418;         // km³/s²
constexpr double kEquator = 6378.137;       // km
constexpr double kJ2 = 1.08262668e-3;
constexpr double kMinute = 60.0;            // s

} // namespace

double eccentricAnomaly(double meanAnomaly, double eccentricity)
{
    const double m = std::remainder(meanAnomaly, 2.0 * std::numbers::pi);
    double e = m + std::copysign(0.85 * eccentricity, m);
    for (int i = 0; i < 20; ++i) {
        const double s = eccentricity * std::sin(e), c = eccentricity * std::cos(e), wrong = e - s - m;
        const double newton = -wrong / (1.0 - c), halley = -wrong / (1.0 - c + 0.5 * newton * s);
        const double step = -wrong / (1.0 - c + 0.5 * halley * s + halley * halley * c / 6.0);
        e += step;
        if (std::abs(step) < 1e-14) break;
    }
    return e;
}

KeplerMotion::KeplerMotion(const JulianDate& epoch, double axis, double eccentricity, double inclination, double node, double perigee, double anomaly)
    : m_epoch(epoch), m_axis(axis), m_eccentricity(eccentricity), m_inclination(inclination), m_node(node), m_perigee(perigee), m_anomaly(anomaly)
{
    const double motion = std::sqrt(kMu / (axis * axis * axis)) * kMinute, shape = 1.0 - eccentricity * eccentricity;
    const double ratio = kEquator / (axis * shape), turning = 1.5 * kJ2 * ratio * ratio * motion, c = std::cos(inclination), s2 = 1.0 - c * c;
    m_nodeRate = -turning * c;
    m_perigeeRate = turning * (2.0 - 2.5 * s2);
    m_anomalyRate = motion + turning * std::sqrt(shape) * (1.0 - 1.5 * s2);
}

OrbitState KeplerMotion::at(double minutes) const
{
    const double e = eccentricAnomaly(m_anomaly + m_anomalyRate * minutes, m_eccentricity), root = std::sqrt(1.0 - m_eccentricity * m_eccentricity);
    const double cosine = std::cos(e), sine = std::sin(e), speed = std::sqrt(kMu / m_axis) / (1.0 - m_eccentricity * cosine);
    const double along = m_axis * (cosine - m_eccentricity), across = m_axis * root * sine, alongSpeed = -speed * sine, acrossSpeed = speed * root * cosine;
    const double node = m_node + m_nodeRate * minutes, perigee = m_perigee + m_perigeeRate * minutes;
    const double cn = std::cos(node), sn = std::sin(node), cw = std::cos(perigee), sw = std::sin(perigee), ci = std::cos(m_inclination), si = std::sin(m_inclination);
    const std::array<double, 3> p{cn * cw - sn * sw * ci, sn * cw + cn * sw * ci, sw * si}, q{-cn * sw - sn * cw * ci, -sn * sw + cn * cw * ci, cw * si};
    OrbitState state;
    for (std::size_t i = 0; i < 3; ++i) {
        state.position[i] = along * p[i] + across * q[i];
        state.velocity[i] = alongSpeed * p[i] + acrossSpeed * q[i];
    }
    return state;
}

double KeplerMotion::period() const { return 2.0 * std::numbers::pi / m_anomalyRate; }

} // namespace bellweave::engine
