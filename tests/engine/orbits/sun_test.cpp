// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sun.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

JulianDate moment(const char* text) { return *readMoment(QLatin1String(text)); }
double length(const std::array<double, 3>& v) { return std::hypot(v[0], v[1], v[2]); }

} // namespace

class SunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Almanac: equinox 2024 March 20 03:06 UTC, solstices 2024 June 20 20:51 and December 21 09:20 (minutes). It turns at the true obliquity:
    /// 23.4392911° - 0.0130042° T + 9.20" cos of the Moon's node, which is 12° and 3° then.
    void theSunCrossesTheEquatorAndTurnsWhenTheAlmanacSays()
    {
        const auto declination = [](const JulianDate& at) {
            const auto sun = sunPosition(at);
            return std::asin(sun[2] / length(sun)) / kDegree;
        };
        QVERIFY(declination(moment("2024-03-20T03:04:00")) < 0.0 && declination(moment("2024-03-20T03:09:00")) > 0.0);
        QVERIFY(std::abs(declination(moment("2024-06-20T20:51:00")) - 23.4386) < 0.0005);
        QVERIFY(std::abs(declination(moment("2024-12-21T09:20:00")) + 23.4386) < 0.0005);
    }

    /// Example 25.a of Meeus, Astronomical Algorithms: 1992 October 13 0h TD, apparent right ascension 198.378°, declination -7.784°, distance
    /// 0.99760775 AU (25.b: 0.99760775).
    void theSunStandsWhereAPrintedExampleHasIt()
    {
        const JulianDate utc = moment("1992-10-12T23:59:00.816");    // TT - UTC was 59.184 s
        const auto sun = sunPosition(utc);
        QVERIFY(std::abs(std::asin(sun[2] / length(sun)) / kDegree + 7.7838) < 0.0006);
        QVERIFY(std::abs(std::remainder(std::atan2(sun[1], sun[0]) / kDegree - 198.378, 360.0)) < 0.006);    // mean equinox here: 15" apart
        QVERIFY(std::abs(length(sun) / 149597870.7 - 0.99760775) < 3e-6);
    }

    /// Example 47.a of Meeus: 1992 April 12 0h TD, distance 368409.7 km, declination 13.768°; example 48.a: 0.6786 of the disc is lit.
    void theMoonStandsAndShinesAsInPrintedExamples()
    {
        const JulianDate utc = moment("1992-04-11T23:59:00.816");
        const auto moon = moonPosition(utc);
        QVERIFY2(std::abs(length(moon) - 368409.7) < 3.0, qPrintable(QString::number(length(moon), 'f', 1)));
        QVERIFY(std::abs(std::asin(moon[2] / length(moon)) / kDegree - 13.768) < 0.003);
        QVERIFY(std::abs(moonLit(utc) - 0.6786) < 0.0005);
    }

    void theEarthHidesTheSunBehindItOnly()
    {
        const std::array<double, 3> sun{1.496e8, 0.0, 0.0};
        QVERIFY(isSunlit({7000.0, 0.0, 0.0}, sun));
        QVERIFY(!isSunlit({-7000.0, 0.0, 0.0}, sun));
        QVERIFY(!isSunlit({-7000.0, 6300.0, 0.0}, sun));
        QVERIFY(isSunlit({-7000.0, 6400.0, 0.0}, sun));
        QVERIFY(isSunlit({0.0, 7000.0, 0.0}, sun));
    }

    void noonIsBrightAndMidnightDark()
    {
        const Observer greenwich(51.48 * kDegree, 0.0, {});
        const JulianDate noon = moment("2024-03-20T12:07:00"), midnight = moment("2024-03-20T00:07:00");
        QVERIFY(std::abs(elevationOf(sunPosition(noon), greenwich, noon) / kDegree - 38.6) < 0.2);
        QVERIFY(elevationOf(sunPosition(midnight), greenwich, midnight) / kDegree < -38.0);
        QVERIFY(std::abs(pointUnder(sunPosition(noon), noon).longitude / kDegree) < 0.2);
    }
};

BELLWEAVE_TEST(SunTest)
#include "sun_test.moc"
