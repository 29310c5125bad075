// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace bellweave::engine {

/// Elements while SGP4 works on them. Angles in rad, mean motion in rad/min.
struct WorkingElements {
    double motion = 0.0;
    double eccentricity = 0.0;
    double inclination = 0.0;
    double node = 0.0;
    double perigee = 0.0;
    double anomaly = 0.0;
};

/// What drifts at a constant rate, rad/min.
struct SecularRates {
    double node = 0.0;
    double perigee = 0.0;
    double anomaly = 0.0;
};

/// What Moon and Sun do to orbits of 225 minutes and more, and what the shape of the Earth does to those of half a day and of a day.
/// Times in min since the epoch. Sources: Hujsak, Spacetrack Report No. 1 (1979); Hoots & Roehrich, Spacetrack Report No. 3 (1980);
/// Vallado et al., AIAA 2006-6753.
class DeepSpace {
public:
    /// `days`: since 1900 January 0.5 UTC. `siderealTime`: of Greenwich at the epoch, rad.
    DeepSpace(const WorkingElements& epoch, const SecularRates& rates, double days, double siderealTime);

    /// Secular and resonant change until t. The elements have drifted by the Earth's secular rates before.
    void drift(WorkingElements& elements, double t) const;
    /// Periodic change at t.
    void swing(WorkingElements& elements, double t) const;

private:
    /// Coefficients of one body: how the orbit lies against its.
    struct Body {
        std::array<double, 8> s{};    // s[1] to s[7]
        double z1 = 0.0, z2 = 0.0, z3 = 0.0;
        double z11 = 0.0, z12 = 0.0, z13 = 0.0;
        double z21 = 0.0, z22 = 0.0, z23 = 0.0;
        double z31 = 0.0, z32 = 0.0, z33 = 0.0;
        double anomaly = 0.0;         // at the epoch
        double motion = 0.0;          // rad/min
        double eccentricity = 0.0;
    };
    struct Direction {
        double sinNode, cosNode, sinInclination, cosInclination, sinPerigee, cosPerigee;
    };
    struct Swing {
        double eccentricity = 0.0, inclination = 0.0, anomaly = 0.0, perigee = 0.0, node = 0.0;
    };
    enum class Resonance { None, Day, HalfDay };
    struct Acceleration {
        double motion;            // rad/min²
        double longitude;         // rad/min
        double motionChange;      // rad/min³
    };

    Body body(const Direction& direction, double strength) const;
    void placeBodies(double days);
    void sumRates(const Body& body);
    void findResonance(const SecularRates& rates);
    void prepareDay(const SecularRates& rates);
    void prepareHalfDay(const SecularRates& rates);
    Acceleration accelerate(double motion, double longitude, double t) const;
    void resonate(WorkingElements& elements, double t) const;
    static Swing swingOf(const Body& body, double eccentricitySquared, double t);

    WorkingElements m_epoch;
    double m_siderealTime;
    Body m_sun;
    Body m_moon;
    WorkingElements m_rates;          // per min, of Moon and Sun
    Resonance m_resonance = Resonance::None;
    double m_longitude = 0.0;         // of resonance at the epoch
    double m_longitudeRate = 0.0;     // beyond the mean motion
    double m_perigeeRate = 0.0;       // of the Earth's shape
    std::array<double, 3> m_day{};    // strengths of three terms
    std::array<double, 10> m_halfDay{};
};

} // namespace bellweave::engine
