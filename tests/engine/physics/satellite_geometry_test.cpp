// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/satellite_geometry.h"
#include "tests/support/test_program.h"

#include <QtTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Angle degrees(double angle) { return Angle::fromSi(angle * std::numbers::pi / 180.0); }
bool isNear(double value, double expected, double tolerance) { return std::abs(value - expected) <= tolerance; }

} // namespace

class SatelliteGeometryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCircularOrbitOf500KilometersHasItsKnownTimesAndRanges()
    {
        QVERIFY(isNear(orbitPeriod(500_km).si() / 60.0, 94.47, 0.005));
        QVERIFY(isNear(overheadPass(500_km, degrees(10)).si(), 442.6, 0.05));
        QVERIFY(isNear(overheadPass(500_km, degrees(20)).si(), 295.6, 0.05));
        QVERIFY(isNear(slantRange(500_km, degrees(10)).si(), 1694.6e3, 50.0));
        QVERIFY(isNear(slantRange(500_km, degrees(30)).si(), 909.4e3, 50.0));
    }

    void aCircularOrbitOf1200KilometersHasItsKnownTimesAndRanges()
    {
        QVERIFY(isNear(orbitPeriod(1200_km).si() / 60.0, 109.27, 0.005));
        QVERIFY(isNear(overheadPass(1200_km, degrees(10)).si(), 875.3, 0.05));
        QVERIFY(isNear(overheadPass(1200_km, degrees(20)).si(), 646.3, 0.05));
        QVERIFY(isNear(slantRange(1200_km, degrees(10)).si(), 3130.9e3, 50.0));
        QVERIFY(isNear(slantRange(1200_km, degrees(30)).si(), 1998.9e3, 50.0));
    }

    /// Printed slant ranges of circular orbits: 909.4 km at 30° and 1694.6 km at 10° from 500 km, 1998.9 km at 30° from 1200 km.
    void elevationsBelongToPrintedRanges()
    {
        QVERIFY(std::abs(elevationDegrees(500_km, Length::fromSi(909.4e3)) - 30.0) < 0.01);
        QVERIFY(std::abs(elevationDegrees(500_km, Length::fromSi(1694.6e3)) - 10.0) < 0.01);
        QVERIFY(std::abs(elevationDegrees(1200_km, Length::fromSi(1998.9e3)) - 30.0) < 0.01);
        QCOMPARE(elevationDegrees(500_km, 500_km), 90.0);
        QCOMPARE(elevationDegrees(500_km, 9000_km), 0.0);
    }

    void rangeAndElevationOverTheGroundAreThoseOfTheFootprint()
    {
        for (const double altitude : {300e3, 1200e3, 35786e3})
            for (const double elevation : {0.0, 5.0, 20.0, 60.0, 89.0}) {
                const Length h = Length::fromSi(altitude), ground = footprint(h, degrees(elevation)).si() * kMeanEarthRadius;
                QVERIFY(isNear(elevationOver(h, ground).si(), degrees(elevation).si(), 1e-12));
                QVERIFY(isNear(rangeOver(h, ground) / slantRange(h, degrees(elevation)), 1.0, 1e-12));
            }
    }

    void aSatelliteUnderTheHorizonHasANegativeElevation() { QVERIFY(elevationOver(500_km, 3000_km).si() < 0.0); }

    void lightLeadsALowSatelliteBy50MicroradiansAndShiftsBy25PartsInAMillion()
    {
        QVERIFY(isNear(pointAhead(7500.0).si(), 50e-6, 0.1e-6));
        QVERIFY(isNear(dopplerShift(-7500.0), 2.5e-5, 0.01e-5));
    }
};

BELLWEAVE_TEST(SatelliteGeometryTest)
#include "satellite_geometry_test.moc"
