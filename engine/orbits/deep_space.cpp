// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/deep_space.h"

#include "engine/orbits/sgp4_gravity.h"

#include <cmath>
#include <numbers>

namespace bellweave::engine {
namespace {

using wgs72::kTurn;

constexpr double kSunMotion = 1.19459e-5;              // rad/min
constexpr double kMoonMotion = 1.5835218e-4;
constexpr double kSunEccentricity = 0.01675;
constexpr double kMoonEccentricity = 0.05490;
constexpr double kSunStrength = 2.9864797e-6;          // rad/min
constexpr double kMoonStrength = 4.7968065e-7;
constexpr double kEclipticSin = 0.39785416;
constexpr double kEclipticCos = 0.91744867;
constexpr double kEarthTurns = 4.37526908801129966e-3; // rad/min
constexpr double kFlat = 5.2359877e-2;                 // rad, 3 degrees: nodes of flatter orbits are left alone

double square(double x) { return x * x; }

/// a + b e + c e² + d e³.
double cubic(double e, double a, double b, double c, double d) { return a + e * (b + e * (c + e * d)); }

bool isFlat(double inclination) { return inclination < kFlat || inclination > std::numbers::pi - kFlat; }

} // namespace

DeepSpace::DeepSpace(const WorkingElements& epoch, const SecularRates& rates, double days, double siderealTime) : m_epoch(epoch), m_siderealTime(siderealTime), m_perigeeRate(rates.perigee)
{
    placeBodies(days);
    sumRates(m_sun);
    sumRates(m_moon);
    findResonance(rates);
}

void DeepSpace::placeBodies(double days)
{
    const double sinNode = std::sin(m_epoch.node), cosNode = std::cos(m_epoch.node);
    m_sun = body({sinNode, cosNode, kEclipticSin, kEclipticCos, -0.98088458, 0.1945905}, kSunStrength);
    m_sun.anomaly = std::fmod(6.2565837 + 0.017201977 * days, kTurn);
    m_sun.motion = kSunMotion;
    m_sun.eccentricity = kSunEccentricity;

    const double moonNode = std::fmod(4.5236020 - 9.2422029e-4 * days, kTurn);
    const double sinMoonNode = std::sin(moonNode), cosMoonNode = std::cos(moonNode);
    const double cosInclination = 0.91375164 - 0.03568096 * cosMoonNode, sinInclination = std::sqrt(1.0 - square(cosInclination));
    const double sinOnEquator = 0.089683511 * sinMoonNode / sinInclination, cosOnEquator = std::sqrt(1.0 - square(sinOnEquator));
    const double longitude = 5.8351514 + 0.0019443680 * days;
    const double ahead = std::atan2(kEclipticSin * sinMoonNode / sinInclination, cosOnEquator * cosMoonNode + kEclipticCos * sinOnEquator * sinMoonNode);
    const double perigee = longitude + ahead - moonNode;
    m_moon = body({sinNode * cosOnEquator - cosNode * sinOnEquator, cosOnEquator * cosNode + sinOnEquator * sinNode, sinInclination, cosInclination, std::sin(perigee), std::cos(perigee)}, kMoonStrength);
    m_moon.anomaly = std::fmod(4.7199672 + 0.22997150 * days - longitude, kTurn);
    m_moon.motion = kMoonMotion;
    m_moon.eccentricity = kMoonEccentricity;
}

DeepSpace::Body DeepSpace::body(const Direction& d, double strength) const
{
    const double e = m_epoch.eccentricity, e2 = e * e, beta2 = 1.0 - e2, beta = std::sqrt(beta2);
    const double si = std::sin(m_epoch.inclination), ci = std::cos(m_epoch.inclination), sw = std::sin(m_epoch.perigee), cw = std::cos(m_epoch.perigee);
    const double a1 = d.cosPerigee * d.cosNode + d.sinPerigee * d.cosInclination * d.sinNode;
    const double a3 = -d.sinPerigee * d.cosNode + d.cosPerigee * d.cosInclination * d.sinNode;
    const double a7 = -d.cosPerigee * d.sinNode + d.sinPerigee * d.cosInclination * d.cosNode;
    const double a8 = d.sinPerigee * d.sinInclination;
    const double a9 = d.sinPerigee * d.sinNode + d.cosPerigee * d.cosInclination * d.cosNode;
    const double a10 = d.cosPerigee * d.sinInclination;
    const double a2 = ci * a7 + si * a8, a4 = ci * a9 + si * a10, a5 = -si * a7 + ci * a8, a6 = -si * a9 + ci * a10;
    const double x1 = a1 * cw + a2 * sw, x2 = a3 * cw + a4 * sw, x3 = -a1 * sw + a2 * cw, x4 = -a3 * sw + a4 * cw;
    const double x5 = a5 * sw, x6 = a6 * sw, x7 = a5 * cw, x8 = a6 * cw;
    Body made;
    made.z31 = 12.0 * x1 * x1 - 3.0 * x3 * x3;
    made.z32 = 24.0 * x1 * x2 - 6.0 * x3 * x4;
    made.z33 = 12.0 * x2 * x2 - 3.0 * x4 * x4;
    made.z1 = 6.0 * (a1 * a1 + a2 * a2) + (1.0 + e2) * made.z31;
    made.z2 = 12.0 * (a1 * a3 + a2 * a4) + (1.0 + e2) * made.z32;
    made.z3 = 6.0 * (a3 * a3 + a4 * a4) + (1.0 + e2) * made.z33;
    made.z11 = -6.0 * a1 * a5 + e2 * (-24.0 * x1 * x7 - 6.0 * x3 * x5);
    made.z12 = -6.0 * (a1 * a6 + a3 * a5) + e2 * (-24.0 * (x2 * x7 + x1 * x8) - 6.0 * (x3 * x6 + x4 * x5));
    made.z13 = -6.0 * a3 * a6 + e2 * (-24.0 * x2 * x8 - 6.0 * x4 * x6);
    made.z21 = 6.0 * a2 * a5 + e2 * (24.0 * x1 * x5 - 6.0 * x3 * x7);
    made.z22 = 6.0 * (a4 * a5 + a2 * a6) + e2 * (24.0 * (x2 * x5 + x1 * x6) - 6.0 * (x4 * x7 + x3 * x8));
    made.z23 = 6.0 * a4 * a6 + e2 * (24.0 * x2 * x6 - 6.0 * x4 * x8);
    made.s[3] = strength / m_epoch.motion;
    made.s[2] = -0.5 * made.s[3] / beta;
    made.s[4] = made.s[3] * beta;
    made.s[1] = -15.0 * e * made.s[4];
    made.s[5] = x1 * x3 + x2 * x4;
    made.s[6] = x2 * x3 + x1 * x4;
    made.s[7] = x2 * x4 - x1 * x3;
    return made;
}

void DeepSpace::sumRates(const Body& b)
{
    const double e2 = square(m_epoch.eccentricity), si = std::sin(m_epoch.inclination), ci = std::cos(m_epoch.inclination);
    double node = isFlat(m_epoch.inclination) ? 0.0 : -b.motion * b.s[2] * (b.z21 + b.z23);
    if (si != 0.0) node /= si;
    m_rates.eccentricity += b.s[1] * b.motion * b.s[5];
    m_rates.inclination += b.s[2] * b.motion * (b.z11 + b.z13);
    m_rates.anomaly += -b.motion * b.s[3] * (b.z1 + b.z3 - 14.0 - 6.0 * e2);
    m_rates.perigee += b.s[4] * b.motion * (b.z31 + b.z33 - 6.0) - ci * node;
    m_rates.node += node;
}

void DeepSpace::findResonance(const SecularRates& rates)
{
    const double n = m_epoch.motion;
    if (n > 0.0034906585 && n < 0.0052359877) {
        m_resonance = Resonance::Day;
        prepareDay(rates);
    } else if (n >= 8.26e-3 && n <= 9.24e-3 && m_epoch.eccentricity >= 0.5) {
        m_resonance = Resonance::HalfDay;
        prepareHalfDay(rates);
    }
}

void DeepSpace::prepareDay(const SecularRates& rates)
{
    const double e2 = square(m_epoch.eccentricity), si = std::sin(m_epoch.inclination), ci = std::cos(m_epoch.inclination), n = m_epoch.motion;
    const double size = std::pow(n / wgs72::kRootMu, 2.0 / 3.0);    // 1/a
    const double g200 = 1.0 + e2 * (-2.5 + 0.8125 * e2), g310 = 1.0 + 2.0 * e2, g300 = 1.0 + e2 * (-6.0 + 6.60937 * e2);
    const double f220 = 0.75 * square(1.0 + ci), f311 = 0.9375 * si * si * (1.0 + 3.0 * ci) - 0.75 * (1.0 + ci), f330 = 1.875 * (1.0 + ci) * square(1.0 + ci);
    const double all = 3.0 * n * n * size * size;
    m_day = {all * f311 * g310 * 2.1460748e-6 * size, 2.0 * all * f220 * g200 * 1.7891679e-6, 3.0 * all * f330 * g300 * 2.2123015e-7 * size};
    m_longitude = std::fmod(m_epoch.anomaly + m_epoch.node + m_epoch.perigee - m_siderealTime, kTurn);
    m_longitudeRate = rates.anomaly + rates.perigee + rates.node - kEarthTurns + m_rates.anomaly + m_rates.perigee + m_rates.node - n;
}

void DeepSpace::prepareHalfDay(const SecularRates& rates)
{
    const double e = m_epoch.eccentricity, n = m_epoch.motion, si = std::sin(m_epoch.inclination), ci = std::cos(m_epoch.inclination), c2 = ci * ci, s2 = si * si;
    const bool isRound = e <= 0.65, isMiddling = e < 0.7;
    const double g201 = -0.306 - (e - 0.64) * 0.440;
    const double g211 = isRound ? cubic(e, 3.616, -13.2470, 16.2900, 0.0) : cubic(e, -72.099, 331.819, -508.738, 266.724);
    const double g310 = isRound ? cubic(e, -19.302, 117.3900, -228.4190, 156.5910) : cubic(e, -346.844, 1582.851, -2415.925, 1246.113);
    const double g322 = isRound ? cubic(e, -18.9068, 109.7927, -214.6334, 146.5816) : cubic(e, -342.585, 1554.908, -2366.899, 1215.972);
    const double g410 = isRound ? cubic(e, -41.122, 242.6940, -471.0940, 313.9530) : cubic(e, -1052.797, 4758.686, -7193.992, 3651.957);
    const double g422 = isRound ? cubic(e, -146.407, 841.8800, -1629.014, 1083.4350) : cubic(e, -3581.690, 16178.110, -24462.770, 12422.520);
    const double g520 = isRound ? cubic(e, -532.114, 3017.977, -5740.032, 3708.2760) : e > 0.715 ? cubic(e, -5149.66, 29936.92, -54087.36, 31324.56) : cubic(e, 1464.74, -4664.75, 3763.64, 0.0);
    const double g533 = isMiddling ? cubic(e, -919.22770, 4988.6100, -9064.7700, 5542.21) : cubic(e, -37995.780, 161616.52, -229838.20, 109377.94);
    const double g521 = isMiddling ? cubic(e, -822.71072, 4568.6173, -8491.4146, 5337.524) : cubic(e, -51752.104, 218913.95, -309468.16, 146349.42);
    const double g532 = isMiddling ? cubic(e, -853.66600, 4690.2500, -8624.7700, 5341.4) : cubic(e, -40023.880, 170470.89, -242699.48, 115605.82);

    const double f220 = 0.75 * (1.0 + 2.0 * ci + c2), f221 = 1.5 * s2;
    const double f321 = 1.875 * si * (1.0 - 2.0 * ci - 3.0 * c2), f322 = -1.875 * si * (1.0 + 2.0 * ci - 3.0 * c2);
    const double f441 = 35.0 * s2 * f220, f442 = 39.3750 * s2 * s2;
    const double f522 = 9.84375 * si * (s2 * (1.0 - 2.0 * ci - 5.0 * c2) + 0.33333333 * (-2.0 + 4.0 * ci + 6.0 * c2));
    const double f523 = si * (4.92187512 * s2 * (-2.0 - 4.0 * ci + 10.0 * c2) + 6.56250012 * (1.0 + 2.0 * ci - 3.0 * c2));
    const double f542 = 29.53125 * si * (2.0 - 8.0 * ci + c2 * (-12.0 + 8.0 * ci + 10.0 * c2));
    const double f543 = 29.53125 * si * (-2.0 - 8.0 * ci + c2 * (12.0 + 8.0 * ci - 10.0 * c2));

    const double size = std::pow(n / wgs72::kRootMu, 2.0 / 3.0);
    const double second = 3.0 * n * n * size * size, third = second * size, fourth = third * size, fifth = fourth * size;
    const double of22 = second * 1.7891679e-6, of32 = third * 3.7393792e-7, of44 = 2.0 * fourth * 7.3636953e-9, of52 = fifth * 1.1428639e-7, of54 = 2.0 * fifth * 2.1765803e-9;
    m_halfDay = {of22 * f220 * g201, of22 * f221 * g211, of32 * f321 * g310, of32 * f322 * g322, of44 * f441 * g410,
                 of44 * f442 * g422, of52 * f522 * g520, of52 * f523 * g532, of54 * f542 * g521, of54 * f543 * g533};
    m_longitude = std::fmod(m_epoch.anomaly + 2.0 * m_epoch.node - 2.0 * m_siderealTime, kTurn);
    m_longitudeRate = rates.anomaly + m_rates.anomaly + 2.0 * (rates.node + m_rates.node - kEarthTurns) - n;
}

DeepSpace::Acceleration DeepSpace::accelerate(double motion, double longitude, double t) const
{
    Acceleration made{0.0, motion + m_longitudeRate, 0.0};
    const auto add = [&](double strength, double angle, double harmonic) {
        made.motion += strength * std::sin(angle);
        made.motionChange += harmonic * strength * std::cos(angle);
    };
    if (m_resonance == Resonance::Day) {
        add(m_day[0], longitude - 0.13130908, 1.0);
        add(m_day[1], 2.0 * (longitude - 2.8843198), 2.0);
        add(m_day[2], 3.0 * (longitude - 0.37448087), 3.0);
    } else {
        constexpr double g22 = 5.7686396, g32 = 0.95240898, g44 = 1.8014998, g52 = 1.0508330, g54 = 4.4108898;
        const double w = m_epoch.perigee + m_perigeeRate * t;
        add(m_halfDay[0], 2.0 * w + longitude - g22, 1.0);
        add(m_halfDay[1], longitude - g22, 1.0);
        add(m_halfDay[2], w + longitude - g32, 1.0);
        add(m_halfDay[3], -w + longitude - g32, 1.0);
        add(m_halfDay[4], 2.0 * w + 2.0 * longitude - g44, 2.0);
        add(m_halfDay[5], 2.0 * longitude - g44, 2.0);
        add(m_halfDay[6], w + longitude - g52, 1.0);
        add(m_halfDay[7], -w + longitude - g52, 1.0);
        add(m_halfDay[8], w + 2.0 * longitude - g54, 2.0);
        add(m_halfDay[9], -w + 2.0 * longitude - g54, 2.0);
    }
    made.motionChange *= made.longitude;
    return made;
}

/// Steps of half a day from the epoch on, so that the same moment gives the same place whatever was asked before.
void DeepSpace::resonate(WorkingElements& elements, double t) const
{
    constexpr double kStep = 720.0;    // min
    const double step = t < 0.0 ? -kStep : kStep;
    double at = 0.0, motion = m_epoch.motion, longitude = m_longitude;
    Acceleration now = accelerate(motion, longitude, at);
    while (std::abs(t - at) >= kStep) {
        longitude += now.longitude * step + now.motion * 0.5 * step * step;
        motion += now.motion * step + now.motionChange * 0.5 * step * step;
        at += step;
        now = accelerate(motion, longitude, at);
    }
    const double left = t - at;
    elements.motion = motion + now.motion * left + now.motionChange * left * left * 0.5;
    const double reached = longitude + now.longitude * left + now.motion * left * left * 0.5;
    const double turned = std::fmod(m_siderealTime + t * kEarthTurns, kTurn);
    elements.anomaly = m_resonance == Resonance::Day ? reached - elements.node - elements.perigee + turned : reached - 2.0 * elements.node + 2.0 * turned;
}

void DeepSpace::drift(WorkingElements& elements, double t) const
{
    elements.eccentricity += m_rates.eccentricity * t;
    elements.inclination += m_rates.inclination * t;
    elements.perigee += m_rates.perigee * t;
    elements.node += m_rates.node * t;
    elements.anomaly += m_rates.anomaly * t;
    if (m_resonance != Resonance::None) resonate(elements, t);
}

DeepSpace::Swing DeepSpace::swingOf(const Body& b, double e2, double t)
{
    const double mean = b.anomaly + b.motion * t, truth = mean + 2.0 * b.eccentricity * std::sin(mean), sine = std::sin(truth);
    const double f2 = 0.5 * sine * sine - 0.25, f3 = -0.5 * sine * std::cos(truth);
    Swing made;
    made.eccentricity = 2.0 * b.s[1] * (b.s[6] * f2 + b.s[7] * f3);
    made.inclination = 2.0 * b.s[2] * (b.z12 * f2 + (b.z13 - b.z11) * f3);
    made.anomaly = -2.0 * b.s[3] * (b.z2 * f2 + (b.z3 - b.z1) * f3 + (-21.0 - 9.0 * e2) * b.eccentricity * sine);
    made.perigee = 2.0 * b.s[4] * (b.z32 * f2 + (b.z33 - b.z31) * f3 - 9.0 * b.eccentricity * sine);
    made.node = -2.0 * b.s[2] * (b.z22 * f2 + (b.z23 - b.z21) * f3);
    return made;
}

void DeepSpace::swing(WorkingElements& elements, double t) const
{
    constexpr double kSteep = 0.2;    // rad; below, node and perigee are no good coordinates (Lyddane)
    const double e2 = square(m_epoch.eccentricity);
    const Swing sun = swingOf(m_sun, e2, t), moon = swingOf(m_moon, e2, t);
    const double inclination = sun.inclination + moon.inclination, anomaly = sun.anomaly + moon.anomaly, perigee = sun.perigee + moon.perigee, node = sun.node + moon.node;
    elements.inclination += inclination;
    elements.eccentricity += sun.eccentricity + moon.eccentricity;
    const double si = std::sin(elements.inclination), ci = std::cos(elements.inclination);
    if (elements.inclination >= kSteep) {
        elements.perigee += perigee - ci * (node / si);
        elements.node += node / si;
        elements.anomaly += anomaly;
        return;
    }
    const double sn = std::sin(elements.node), cn = std::cos(elements.node);
    const double alpha = si * sn + node * cn + inclination * ci * sn, beta = si * cn - node * sn + inclination * ci * cn;
    elements.node = std::fmod(elements.node, kTurn);
    const double longitude = elements.anomaly + elements.perigee + ci * elements.node + anomaly + perigee - inclination * elements.node * si;
    const double before = elements.node;
    elements.node = std::atan2(alpha, beta);
    if (std::abs(before - elements.node) > std::numbers::pi) elements.node += elements.node < before ? kTurn : -kTurn;
    elements.anomaly += anomaly;
    elements.perigee = longitude - elements.anomaly - ci * elements.node;
}

} // namespace bellweave::engine
