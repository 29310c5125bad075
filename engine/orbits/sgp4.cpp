// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sgp4.h"

#include "engine/orbits/sgp4_gravity.h"

#include <QCoreApplication>
#include <algorithm>
#include <erfa.h>

namespace bellweave::engine {
namespace {

using namespace wgs72;

constexpr double kThirds = 2.0 / 3.0;
constexpr double kDeepSpacePeriod = 225.0;    // min
constexpr double kLeastEccentricity = 1e-4;   // below, terms over it are left out

double square(double x) { return x * x; }

QString translated(const char* text) { return QCoreApplication::translate("Orbit", text); }

/// Mean motion of Brouwer from that of Kozai, which catalogs give.
double brouwerMotion(double kozai, double eccentricity, double inclination)
{
    const double beta2 = 1.0 - square(eccentricity);
    const double d = 0.75 * kJ2 * (3.0 * square(std::cos(inclination)) - 1.0) / (std::sqrt(beta2) * beta2);
    const double first = std::pow(kRootMu / kozai, kThirds), shift = d / square(first);
    const double axis = first * (1.0 - shift * shift - shift * (1.0 / 3.0 + 134.0 * shift * shift / 81.0));
    return kozai / (1.0 + d / square(axis));
}

/// Bottom of the atmosphere in Earth radii above which drag acts, and the fourth power of its height over it; lower for low perigees.
struct Atmosphere {
    double bottom;
    double height4;
};
Atmosphere atmosphereFor(double perigeeHeight)
{
    double bottom = 78.0;    // km
    if (perigeeHeight < 156.0) bottom = perigeeHeight < 98.0 ? 20.0 : perigeeHeight - 78.0;
    return {bottom / kRadius + 1.0, square(square((120.0 - bottom) / kRadius))};
}

/// Eccentric longitude: E + perigee from the mean one by Newton's steps that never go far.
struct Longitude {
    double sine;
    double cosine;
};
Longitude eccentricLongitude(double mean, double ax, double ay)
{
    constexpr double kEnough = 1e-12, kLongest = 0.95;
    double at = mean, step = 1.0;
    Longitude now{};
    for (int i = 0; i < 10 && std::abs(step) >= kEnough; ++i) {
        now = {std::sin(at), std::cos(at)};
        step = std::clamp((mean - ay * now.cosine + ax * now.sine - at) / (1.0 - now.cosine * ax - now.sine * ay), -kLongest, kLongest);
        at += step;
    }
    return now;
}

/// Place and velocity from polar coordinates in an orbit's plane; Earth radii and their velocity.
OrbitState inSpace(double radius, double radial, double along, double latitude, double node, double inclination)
{
    const double su = std::sin(latitude), cu = std::cos(latitude), sn = std::sin(node), cn = std::cos(node), si = std::sin(inclination), ci = std::cos(inclination);
    const double mx = -sn * ci, my = cn * ci;
    const double u[] = {mx * su + cn * cu, my * su + sn * cu, si * su};
    const double v[] = {mx * cu - cn * su, my * cu - sn * su, si * cu};
    OrbitState made;
    for (std::size_t i = 0; i < 3; ++i) {
        made.position[i] = radius * u[i] * kRadius;
        made.velocity[i] = (radial * u[i] + along * v[i]) * kRadius * kRootMu / 60.0;
    }
    return made;
}

} // namespace

QString orbitErrorText(OrbitError error)
{
    switch (error) {
    case OrbitError::MeanEccentricity: return translated("Its mean eccentricity has left the range of an orbit.");
    case OrbitError::MeanMotion: return translated("Its mean motion is not above zero.");
    case OrbitError::Eccentricity: return translated("Moon and Sun drive its eccentricity out of the range of an orbit.");
    case OrbitError::SemiLatusRectum: return translated("Its orbit has no size left.");
    case OrbitError::Decayed: return translated("It has come down.");
    }
    return {};
}

double greenwichSiderealTime(const JulianDate& date) { return eraGmst82(date.day, date.fraction); }

Sgp4::Sgp4(const MeanElements& elements)
    : m_elements(elements), m_epoch{brouwerMotion(elements.meanMotion, elements.eccentricity, elements.inclination), elements.eccentricity, elements.inclination, elements.node, elements.perigee, elements.meanAnomaly},
      m_axis(std::pow(kRootMu / m_epoch.motion, kThirds)), m_tilt(tiltOf(elements.inclination))
{
    prepareRates();
    prepareDrag();
    if (period() < kDeepSpacePeriod) return;
    constexpr double kDays1900 = 2415020.0;
    m_deep.emplace(m_epoch, m_rates, (m_elements.epoch.day - kDays1900) + m_elements.epoch.fraction, greenwichSiderealTime(m_elements.epoch));
}

double Sgp4::period() const { return kTurn / m_epoch.motion; }

Sgp4::Tilt Sgp4::tiltOf(double inclination)
{
    constexpr double kUpright = 1.5e-12;    // keeps the pole of retrograde orbits in the equator away
    const double s = std::sin(inclination), c = std::cos(inclination), c2 = c * c;
    const double below = std::abs(1.0 + c) > kUpright ? 1.0 + c : kUpright;
    return {s, c, 3.0 * c2 - 1.0, 1.0 - c2, 7.0 * c2 - 1.0, -0.25 * kJ3OverJ2 * s * (3.0 + 5.0 * c) / below, -0.5 * kJ3OverJ2 * s};
}

void Sgp4::prepareRates()
{
    const double n = m_epoch.motion, beta2 = 1.0 - square(m_epoch.eccentricity), c = m_tilt.cosine, c2 = c * c, c4 = c2 * c2;
    const double over2 = 1.0 / square(m_axis * beta2);
    const double first = 1.5 * kJ2 * over2 * n, second = 0.5 * first * kJ2 * over2, fourth = -0.46875 * kJ4 * over2 * over2 * n;
    const double beta = std::sqrt(beta2);
    m_rates.anomaly = n + 0.5 * first * beta * m_tilt.three + 0.0625 * second * beta * (13.0 - 78.0 * c2 + 137.0 * c4);
    m_rates.perigee = -0.5 * first * (1.0 - 5.0 * c2) + 0.0625 * second * (7.0 - 114.0 * c2 + 395.0 * c4) + fourth * (3.0 - 36.0 * c2 + 49.0 * c4);
    m_nodeOfJ2 = -first * c;
    m_rates.node = m_nodeOfJ2 + (0.5 * second * (4.0 - 19.0 * c2) + 2.0 * fourth * (3.0 - 7.0 * c2)) * c;
}

void Sgp4::prepareDrag()
{
    const double n = m_epoch.motion, e = m_epoch.eccentricity, beta2 = 1.0 - e * e, a = m_axis, bstar = m_elements.drag;
    const Atmosphere air = atmosphereFor((a * (1.0 - e) - 1.0) * kRadius);
    const double tsi = 1.0 / (a - air.bottom), eta = a * e * tsi, eta2 = eta * eta, eEta = e * eta, psi2 = std::abs(1.0 - eta2);
    const double factor = air.height4 * square(square(tsi)), strong = factor / std::pow(psi2, 3.5);
    const double c2 = strong * n * (a * (1.0 + 1.5 * eta2 + eEta * (4.0 + eta2)) + 0.375 * kJ2 * tsi / psi2 * m_tilt.three * (8.0 + 3.0 * eta2 * (8.0 + eta2)));
    const double c3 = e > kLeastEccentricity ? -2.0 * factor * tsi * kJ3OverJ2 * n * m_tilt.sine / e : 0.0;
    m_drag.c1 = bstar * c2;
    m_drag.c4 = 2.0 * n * strong * a * beta2
        * (eta * (2.0 + 0.5 * eta2) + e * (0.5 + 2.0 * eta2)
           - kJ2 * tsi / (a * psi2)
               * (-3.0 * m_tilt.three * (1.0 - 2.0 * eEta + eta2 * (1.5 - 0.5 * eEta)) + 0.75 * m_tilt.one * (2.0 * eta2 - eEta * (1.0 + eta2)) * std::cos(2.0 * m_epoch.perigee)));
    m_drag.c5 = 2.0 * strong * a * beta2 * (1.0 + 2.75 * (eta2 + eEta) + eEta * eta2);
    m_drag.node = 3.5 * beta2 * m_nodeOfJ2 * m_drag.c1;
    m_drag.perigee = bstar * c3 * std::cos(m_epoch.perigee);
    m_drag.anomaly = e > kLeastEccentricity ? -kThirds * factor * bstar / eEta : 0.0;
    m_drag.eta = eta;
    const double atEpoch = 1.0 + eta * std::cos(m_epoch.anomaly);
    m_drag.anomalyAtEpoch = atEpoch * atEpoch * atEpoch;
    m_drag.sinAnomaly = std::sin(m_epoch.anomaly);
    m_drag.longitude[0] = 1.5 * m_drag.c1;
    m_drag.isSimple = a * (1.0 - e) < 220.0 / kRadius + 1.0 || period() >= kDeepSpacePeriod;
    if (!m_drag.isSimple) prepareHighDrag(air.bottom, tsi);
}

void Sgp4::prepareHighDrag(double bottom, double tsi)
{
    const double a = m_axis, c1 = m_drag.c1, c12 = c1 * c1;
    const double d2 = 4.0 * a * tsi * c12, part = d2 * tsi * c1 / 3.0;
    const double d3 = (17.0 * a + bottom) * part, d4 = 0.5 * part * a * tsi * (221.0 * a + 31.0 * bottom) * c1;
    m_drag.size = {d2, d3, d4};
    m_drag.longitude[1] = d2 + 2.0 * c12;
    m_drag.longitude[2] = 0.25 * (3.0 * d3 + c1 * (12.0 * d2 + 10.0 * c12));
    m_drag.longitude[3] = 0.2 * (3.0 * d4 + 12.0 * c1 * d3 + 6.0 * d2 * d2 + 15.0 * c12 * (2.0 * d2 + c12));
}

/// What drag has done to anomaly, perigee, size and longitude.
void Sgp4::sink(WorkingElements& elements, double& size, double& longitude, double t) const
{
    const double t2 = t * t;
    elements.node += m_drag.node * t2;
    size = 1.0 - m_drag.c1 * t;
    longitude = m_drag.longitude[0] * t2;
    double eccentricity = m_elements.drag * m_drag.c4 * t;
    if (!m_drag.isSimple) {
        const double now = 1.0 + m_drag.eta * std::cos(elements.anomaly);
        const double shift = m_drag.perigee * t + m_drag.anomaly * (now * now * now - m_drag.anomalyAtEpoch);
        elements.anomaly += shift;
        elements.perigee -= shift;
        size -= t2 * (m_drag.size[0] + t * (m_drag.size[1] + t * m_drag.size[2]));
        eccentricity += m_elements.drag * m_drag.c5 * (std::sin(elements.anomaly) - m_drag.sinAnomaly);
        longitude += t2 * t * (m_drag.longitude[1] + t * (m_drag.longitude[2] + t * m_drag.longitude[3]));
    }
    elements.eccentricity -= eccentricity;
}

OrbitResult Sgp4::at(double t) const
{
    WorkingElements now = m_epoch;
    now.anomaly += m_rates.anomaly * t;
    now.perigee += m_rates.perigee * t;
    now.node += m_rates.node * t;
    double shrink = 1.0, lead = 0.0;
    // Drag acts on the mean elements; what Moon, Sun and resonance do comes on top, and its eccentricity does not touch it.
    sink(now, shrink, lead, t);
    if (m_deep) m_deep->drift(now, t);
    if (now.motion <= 0.0) return OrbitError::MeanMotion;
    const double size = std::pow(kRootMu / now.motion, kThirds) * square(shrink), motion = kRootMu / std::pow(size, 1.5);
    if (now.eccentricity >= 1.0 || now.eccentricity < -0.001) return OrbitError::MeanEccentricity;
    now.eccentricity = std::max(1e-6, now.eccentricity);
    now.anomaly += m_epoch.motion * lead;
    const double longitude = std::fmod(now.anomaly + now.perigee + now.node, kTurn);
    now.node = std::fmod(now.node, kTurn);
    now.perigee = std::fmod(now.perigee, kTurn);
    now.anomaly = std::fmod(longitude - now.perigee - now.node, kTurn);
    if (!m_deep) return shortPeriods(now, m_tilt, size, motion);
    m_deep->swing(now, t);
    if (now.inclination < 0.0) {
        now.inclination = -now.inclination;
        now.node += std::numbers::pi;
        now.perigee -= std::numbers::pi;
    }
    if (now.eccentricity < 0.0 || now.eccentricity > 1.0) return OrbitError::Eccentricity;
    return shortPeriods(now, tiltOf(now.inclination), size, motion);
}

OrbitResult Sgp4::shortPeriods(const WorkingElements& now, const Tilt& tilt, double a, double motion) const
{
    const double over = 1.0 / (a * (1.0 - square(now.eccentricity)));
    const double ax = now.eccentricity * std::cos(now.perigee), ay = now.eccentricity * std::sin(now.perigee) + over * tilt.along;
    const double mean = now.anomaly + now.perigee + now.node + over * tilt.slope * ax;
    const Longitude at = eccentricLongitude(std::fmod(mean - now.node, kTurn), ax, ay);
    const double eCos = ax * at.cosine + ay * at.sine, eSin = ax * at.sine - ay * at.cosine, e2 = ax * ax + ay * ay, p = a * (1.0 - e2);
    if (p < 0.0) return OrbitError::SemiLatusRectum;
    const double r = a * (1.0 - eCos), beta = std::sqrt(1.0 - e2), part = eSin / (1.0 + beta);
    const double sinU = a / r * (at.sine - ay - ax * part), cosU = a / r * (at.cosine - ax + ay * part);
    const double sin2U = 2.0 * sinU * cosU, cos2U = 1.0 - 2.0 * sinU * sinU, u = std::atan2(sinU, cosU);
    const double first = 0.5 * kJ2 / p, second = first / p;
    const double radius = r * (1.0 - 1.5 * second * beta * tilt.three) + 0.5 * first * tilt.one * cos2U;
    if (radius < 1.0) return OrbitError::Decayed;
    const double radial = std::sqrt(a) * eSin / r - motion * first * tilt.one * sin2U / kRootMu;
    const double along = std::sqrt(p) / r + motion * first * (tilt.one * cos2U + 1.5 * tilt.three) / kRootMu;
    return inSpace(radius, radial, along, u - 0.25 * second * tilt.seven * sin2U, now.node + 1.5 * second * tilt.cosine * sin2U,
                   now.inclination + 1.5 * second * tilt.cosine * tilt.sine * cos2U);
}

} // namespace bellweave::engine
