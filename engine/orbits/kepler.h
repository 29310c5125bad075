// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sgp4.h"

namespace bellweave::engine {

/// An ellipse whose node, perigee and anomaly drift as the second harmonic J2 of the Earth's field makes them on average; nothing else
/// acts. Elements are mean ones at `epoch`, angles in rad.
/// Source: Vallado, Fundamentals of Astrodynamics and Applications, section 9.6; constants of WGS 84.
class KeplerMotion {
public:
    /// Half the long axis in km, above 0; eccentricity in [0, 1).
    KeplerMotion(const JulianDate& epoch, double axis, double eccentricity, double inclination, double node, double perigee, double anomaly);

    /// `minutes` since the epoch.
    OrbitState at(double minutes) const;
    const JulianDate& epoch() const { return m_epoch; }
    double eccentricity() const { return m_eccentricity; }
    /// From node to node of the mean anomaly, min.
    double period() const;

private:
    JulianDate m_epoch;
    double m_axis;
    double m_eccentricity;
    double m_inclination;
    double m_node;
    double m_perigee;
    double m_anomaly;
    double m_nodeRate = 0.0;       // rad/min
    double m_perigeeRate = 0.0;
    double m_anomalyRate = 0.0;
};

/// M = E - e sin E solved for E, rad, to 1e-13; eccentricity in [0, 1). Source: Danby, Celestial Mechanics 40, 303 (1987).
double eccentricAnomaly(double meanAnomaly, double eccentricity);

} // namespace bellweave::engine
