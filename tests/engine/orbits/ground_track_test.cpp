// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/ground_track.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

class GroundTrackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Where one clicks, the satellite stands when the design begins.
    void anOrbitOverAPlacePassesIt()
    {
        const TimeFrame time{QStringLiteral("2035-02-14T04:54:00Z"), Duration::fromSi(86400.0)};
        for (const double latitude : {-90.0, -60.0, -53.0, -20.0, 0.0, 48.2, 70.0, 89.9})
            for (const double longitude : {-179.9, -100.0, 0.0, 16.4, 179.9}) {
                Site site;
                site.orbit = orbitOver({latitude, longitude}, 1200_km, time);
                QVERIFY(site.orbit->inclination >= 0.0 && site.orbit->inclination <= 180.0);
                const auto place = mapPlace(site, time);
                QVERIFY(place);
                QVERIFY2(std::abs(place->latitude - latitude) < 0.02, qPrintable(QStringLiteral("%1 at %2").arg(place->latitude).arg(latitude)));
                if (std::abs(latitude) < 85.0) QVERIFY2(std::abs(std::remainder(place->longitude - longitude, 360.0)) < 0.02, qPrintable(QStringLiteral("%1 at %2").arg(place->longitude).arg(longitude)));
            }
    }

    void aSiteOnTheGroundIsWhereItIs()
    {
        Site site;
        QVERIFY(!mapPlace(site, {}));
        site.position = GeoPosition{1.0, 2.0};
        QCOMPARE(mapPlace(site, {}, 1e5), site.position);
    }

    /// Between two crossings of the equator the Earth turns 360° * T/sidereal day under the orbit, less the node's own drift.
    void tracksMoveWestWithTheTurningEarth()
    {
        Orbit orbit;
        orbit.altitude = 800_km;
        orbit.inclination = 60.0;
        const auto motion = motionOf(orbit, {});
        const double period = motion->period() * 60.0;
        const auto track = groundTrack(*motion, {}, 2.0 * period, 1.0);
        std::vector<double> crossings;
        for (std::size_t i = 1; i < track.size(); ++i)
            if (track[i - 1].latitude < 0.0 && track[i].latitude >= 0.0) crossings.push_back(track[i].longitude);
        QVERIFY(crossings.size() >= 1);
        double highest = 0.0;
        for (const GeoPosition& place : track) highest = std::max(highest, place.latitude);
        QVERIFY2(std::abs(highest - 60.17) < 0.03, qPrintable(QString::number(highest)));    // geodetic latitude of a direction at 60°
        const double west = std::remainder(crossings.front() - track.front().longitude, 360.0);
        QVERIFY2(std::abs(west + 360.0 * period / 86164.1 + 0.24) < 0.1, qPrintable(QString::number(west)));
    }
};

BELLWEAVE_TEST(GroundTrackTest)
#include "ground_track_test.moc"
