// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/orbits/kepler.h"
#include "model/orbits/orbit.h"

namespace bellweave::engine {

/// Where a satellite is, however its way is told.
class SatelliteMotion {
public:
    SatelliteMotion(Sgp4 motion) : m_motion(std::move(motion)) {}    // NOLINT: a satellite of a catalog is one
    SatelliteMotion(KeplerMotion motion) : m_motion(motion) {}       // NOLINT: likewise
    /// Above a place of the equator, rad east; 42164.17 km from the Earth's center. Its times count from `epoch`.
    static SatelliteMotion above(double longitude, const JulianDate& epoch) { return SatelliteMotion(Fixed{longitude, epoch}); }

    /// At a moment.
    OrbitResult at(const JulianDate& moment) const { return at(moment.minutesSince(epoch())); }
    /// `minutes` since epoch().
    OrbitResult at(double minutes) const;
    const JulianDate& epoch() const;
    /// Of a turn, min.
    double period() const;
    double eccentricity() const;

private:
    struct Fixed {
        double longitude;
        JulianDate epoch;
    };
    explicit SatelliteMotion(Fixed motion) : m_motion(motion) {}

    std::variant<Sgp4, KeplerMotion, Fixed> m_motion;
};

/// The elements that an orbit of kind Elements names; a sentence where its epoch is none.
Result<MeanElements> elementsOf(const Orbit& orbit);
/// An orbit of a design that begins at `epoch`.
Result<SatelliteMotion> motionOf(const Orbit& orbit, const JulianDate& epoch);
/// The orbit that a catalog's elements are kept as.
Orbit orbitOf(const MeanElements& elements);

} // namespace bellweave::engine
