// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/sgp4.h"
#include "model/base/units.h"

namespace bellweave::engine {

/// Where something stands as seen from a place: rad, km, km/s. Azimuth from north over east, in [0, 2 pi); elevation as light in vacuum
/// would show it.
struct LookAngles {
    double azimuth = 0.0;
    double elevation = 0.0;
    double range = 0.0;
    double rangeRate = 0.0;    ///< above 0 while it goes away
    double acrossSpeed = 0.0;  ///< across the line of sight, of one against the other in a frame that does not turn
};

/// A place on the ellipsoid WGS 84 that looks at the sky. Polar motion and UT1 - UTC are left out: together below 0.5 km.
class Observer {
public:
    /// Latitude and longitude in rad; height above the ellipsoid.
    Observer(double latitude, double longitude, Length height);

    LookAngles look(const OrbitState& state, double siderealTime) const;
    /// The sine of the elevation alone, which is quicker.
    double sineOfElevation(const std::array<double, 3>& position, double siderealTime) const;
    /// In km, in the frame that turns with the Earth.
    const std::array<double, 3>& place() const { return m_place; }

private:
    std::array<double, 3> m_place;
    std::array<double, 3> m_up;
    std::array<double, 3> m_north;
    std::array<double, 3> m_east;
};

/// What stands below a satellite.
struct SubPoint {
    double latitude = 0.0;     ///< geodetic, rad
    double longitude = 0.0;    ///< rad, in (-pi, pi]
    double height = 0.0;       ///< km above the ellipsoid
};
SubPoint pointBelow(const std::array<double, 3>& position, double siderealTime);

} // namespace bellweave::engine
