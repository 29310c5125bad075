// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/satellite_motion.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kMinutesOfDay = 1440.0;
constexpr double kEquator = 6378.137;               // km, WGS 84
constexpr double kGeostationaryRadius = 42164.17;   // km: the period of the Earth's turning, 86164.1 s
constexpr double kTurning = 7.292115e-5;            // rad/s, of the Earth

template<typename... Parts>
struct Overloaded : Parts... {
    using Parts::operator()...;
};

/// It turns with the Earth.
OrbitState stateAbove(double longitude, double siderealTime)
{
    const double angle = longitude + siderealTime, c = std::cos(angle), s = std::sin(angle), speed = kTurning * kGeostationaryRadius;
    return {{kGeostationaryRadius * c, kGeostationaryRadius * s, 0.0}, {-speed * s, speed * c, 0.0}};
}

} // namespace

OrbitResult SatelliteMotion::at(double minutes) const
{
    return std::visit(Overloaded{[&](const Sgp4& motion) { return motion.at(minutes); }, [&](const KeplerMotion& motion) { return OrbitResult(motion.at(minutes)); },
                                 [&](const Fixed& motion) { return OrbitResult(stateAbove(motion.longitude, greenwichSiderealTime(motion.epoch.after(60.0 * minutes)))); }},
                      m_motion);
}

const JulianDate& SatelliteMotion::epoch() const
{
    return std::visit(Overloaded{[](const Sgp4& motion) -> const JulianDate& { return motion.elements().epoch; }, [](const KeplerMotion& motion) -> const JulianDate& { return motion.epoch(); },
                                 [](const Fixed& motion) -> const JulianDate& { return motion.epoch; }},
                      m_motion);
}

double SatelliteMotion::period() const
{
    return std::visit(Overloaded{[](const Sgp4& motion) { return motion.period(); }, [](const KeplerMotion& motion) { return motion.period(); }, [](const Fixed&) { return kTurn / kTurning / 60.0; }}, m_motion);
}

double SatelliteMotion::eccentricity() const
{
    return std::visit(Overloaded{[](const Sgp4& motion) { return motion.elements().eccentricity; }, [](const KeplerMotion& motion) { return motion.eccentricity(); }, [](const Fixed&) { return 0.0; }}, m_motion);
}

Result<MeanElements> elementsOf(const Orbit& orbit)
{
    const Result<JulianDate> epoch = readMoment(orbit.epoch);
    if (!epoch) return epoch.error();
    MeanElements elements;
    elements.catalogNumber = orbit.catalogNumber;
    elements.epoch = *epoch;
    elements.meanMotion = orbit.meanMotion * kTurn / kMinutesOfDay;
    elements.eccentricity = orbit.eccentricity;
    elements.inclination = orbit.inclination * kDegree;
    elements.node = orbit.node * kDegree;
    elements.perigee = orbit.perigee * kDegree;
    elements.meanAnomaly = orbit.anomaly * kDegree;
    elements.drag = orbit.drag;
    return elements;
}

Result<SatelliteMotion> motionOf(const Orbit& orbit, const JulianDate& epoch)
{
    switch (orbit.kind) {
    case OrbitKind::Kepler:
        return SatelliteMotion(KeplerMotion(epoch, kEquator + orbit.altitude.si() * 1e-3, orbit.eccentricity, orbit.inclination * kDegree, orbit.node * kDegree, orbit.perigee * kDegree, orbit.anomaly * kDegree));
    case OrbitKind::Geostationary: return SatelliteMotion::above(orbit.longitude * kDegree, epoch);
    case OrbitKind::Elements: break;
    }
    const Result<MeanElements> elements = elementsOf(orbit);
    if (!elements) return elements.error();
    return SatelliteMotion(Sgp4(*elements));
}

Orbit orbitOf(const MeanElements& elements)
{
    Orbit orbit;
    orbit.kind = OrbitKind::Elements;
    orbit.catalogNumber = elements.catalogNumber;
    constexpr int kDigits = 6;    // microseconds: sets of two lines have a hundredth of a millionth of a day
    orbit.epoch = momentText(elements.epoch, kDigits);
    orbit.meanMotion = elements.meanMotion * kMinutesOfDay / kTurn;
    orbit.eccentricity = elements.eccentricity;
    orbit.inclination = elements.inclination / kDegree;
    orbit.node = elements.node / kDegree;
    orbit.perigee = elements.perigee / kDegree;
    orbit.anomaly = elements.meanAnomaly / kDegree;
    orbit.drag = elements.drag;
    return orbit;
}

} // namespace bellweave::engine
