// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/ground_area.h"
#include "tests/support/test_program.h"

#include "engine/geo/geodesic.h"
#include "engine/orbits/sun.h"

#include <QTest>
#include <cmath>
#include <numbers>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

std::array<double, 3> above(double latitude, double longitude, double radius)
{
    return {radius * std::cos(latitude * kDegree) * std::cos(longitude * kDegree), radius * std::cos(latitude * kDegree) * std::sin(longitude * kDegree), radius * std::sin(latitude * kDegree)};
}

} // namespace

class GroundAreaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// From every point of the border the satellite stands as high as asked, from inside higher, from outside lower.
    void bordersOfFootprintsSeeTheSatelliteAtTheMask()
    {
        QVERIFY(rc::check([] {
            const double latitude = *rc::gen::inRange(-900, 900) / 10.0, longitude = *rc::gen::inRange(-1800, 1800) / 10.0;
            const double height = *rc::gen::inRange(200, 36000), mask = *rc::gen::inRange(0, 60);
            const std::array<double, 3> position = above(latitude, longitude, 6378.0 + height);
            const GroundArea area = footprint(position, 0.0, mask, 24);
            const auto elevationAt = [&](GeoPosition place) { return std::asin(Observer(place.latitude * kDegree, place.longitude * kDegree, Length()).sineOfElevation(position, 0.0)) / kDegree; };
            RC_ASSERT(area.border.size() == 24U);
            for (std::size_t i = 0; i < area.border.size(); ++i) {
                const GeoPosition border = area.border[i];
                RC_ASSERT(std::abs(elevationAt(border) - mask) < 1e-5);
                const double away = angleBetween(area.center, border), azimuth = 15.0 * static_cast<double>(i);
                RC_ASSERT(elevationAt(placeAround(area.center, azimuth, 0.9 * away)) > mask);
                RC_ASSERT(elevationAt(placeAround(area.center, azimuth, 1.05 * away)) < mask);
            }
        }));
    }

    /// cos(radius + e) = R cos e/(R + h) on a ball: 15 degrees from 500 km is 11.33 degrees, from a geostationary orbit 66.4.
    void footprintsAreAsLargeAsOnABall()
    {
        for (const auto& [height, mask] : {std::pair(500.0, 15.0), std::pair(2500.0, 15.0), std::pair(35786.0, 10.0)}) {
            const double ball = std::acos(6371.0 / (6371.0 + height) * std::cos(mask * kDegree)) / kDegree - mask;
            QVERIFY(std::abs(footprint(above(40.0, 10.0, 6371.0 + height), 0.0, mask).radius - ball) < 0.35);
        }
        QVERIFY(footprint(above(0.0, 0.0, 6000.0), 0.0, 15.0).border.empty());
    }

    void theSunStandsAtItsElevationOnTheBorderOfTwilight()
    {
        for (const char* time : {"2030-03-20T05:00:00", "2030-06-21T11:00:00", "2030-12-21T23:59:00"})
            for (const double elevation : {0.0, -6.0, -12.0, -18.0}) {
                const JulianDate moment = *readMoment(QString::fromLatin1(time));
                const auto sun = sunPosition(moment);
                const auto elevationAt = [&](GeoPosition place) { return elevationOf(sun, Observer(place.latitude * kDegree, place.longitude * kDegree, Length()), moment) / kDegree; };
                const GroundArea area = sunBelow(moment, elevation);
                for (const GeoPosition place : area.border) QVERIFY2(std::abs(elevationAt(place) - elevation) < 0.01, qPrintable(QString::number(elevationAt(place) - elevation)));    // the Sun's parallax is 0.0024 degrees
                QVERIFY(elevationAt(area.center) < -89.9);
            }
    }

    /// On the border of the day the Sun is as far from the place where it stands in the zenith as a quarter of the Earth.
    void theCenterOfTheNightIsOppositeTheSun()
    {
        const JulianDate moment = *readMoment(QStringLiteral("2030-06-21T12:00:00"));
        const SubPoint under = pointUnder(sunPosition(moment), moment);
        const GeoPosition zenith{under.latitude / kDegree, under.longitude / kDegree};
        QVERIFY(std::abs(angleBetween(sunBelow(moment, 0.0).center, zenith) - 180.0) < 0.2);
        QVERIFY(std::abs(zenith.latitude - 23.4) < 0.1);
    }

    /// Against the geodesics of the ellipsoid, which is flat by 1/298.
    void placesAroundAreWhereGeodesicsLead()
    {
        for (const double azimuth : {0.0, 45.0, 200.0}) {
            const GeoPosition start{48.2, 16.4}, end = placeAround(start, azimuth, 20.0);
            QVERIFY(std::abs(angleBetween(start, end) - 20.0) < 1e-9);
            QVERIFY(std::abs(geodesicDistance(start, end).si() / (20.0 * 111195.0) - 1.0) < 0.006);
        }
        QCOMPARE(std::round(placeAround({0.0, 170.0}, 90.0, 20.0).longitude), -170.0);
    }
};

BELLWEAVE_TEST(GroundAreaTest)
#include "ground_area_test.moc"
