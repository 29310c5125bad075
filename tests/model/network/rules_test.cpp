// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/rules.h"
#include "tests/support/sky_designs.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

namespace {

std::optional<Error> brokenBy(const Orbit& orbit)
{
    Network network;
    return brokenRule(test::satellite(network, QStringLiteral("above"), orbit));
}

Orbit elements(double turnsADay, double eccentricity)
{
    Orbit orbit;
    orbit.kind = OrbitKind::Elements;
    orbit.epoch = QStringLiteral("2030-03-20T00:00:00Z");
    orbit.meanMotion = turnsADay;
    orbit.eccentricity = eccentricity;
    return orbit;
}

} // namespace

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEllipseStaysAboveTheAir()
    {
        Orbit orbit;
        orbit.altitude = 600_km;
        orbit.eccentricity = 0.06;    // 6978.137 km * 0.94 - 6378.137 km = 181.3 km
        QVERIFY(!brokenBy(orbit));
        orbit.eccentricity = 0.07;    // 111.5 km
        const auto broken = brokenBy(orbit);
        QVERIFY(broken && broken->sentence.contains(QStringLiteral("111.5")));
    }

    /// a from Kepler's third law: 14.8 turns a day is 7 008 km, 17.5 is 6 267 km.
    void elementsOfNoSatelliteAreRefused()
    {
        QVERIFY(!brokenBy(elements(14.8, 0.0002)));
        QVERIFY(!brokenBy(elements(2.0057, 0.7)));    // Molniya: 7 970 km from the center
        QVERIFY(!brokenBy(elements(16.4, 0.0)));      // its last days: 165 km up
        const auto through = brokenBy(elements(14.8, 0.3));
        QVERIFY(through);
        QVERIFY2(through->sentence.contains(QStringLiteral("473 km")) && through->sentence.contains(QStringLiteral("no satellite")), qPrintable(through->sentence));
        QVERIFY(brokenBy(elements(17.5, 0.0)));
    }

    void designsBeginWhereSunAndMoonAreKnown()
    {
        for (const char* epoch : {"1900-01-01T00:00:00Z", "2030-03-20T00:00:00Z", "2100-01-01T00:00:00Z"}) QVERIFY2(!brokenRule(TimeFrame{QLatin1String(epoch), 1_s}), epoch);
        for (const char* epoch : {"1800-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "2100-01-01T00:00:01Z", "9999-01-01T00:00:00Z", "soon"}) QVERIFY2(brokenRule(TimeFrame{QLatin1String(epoch), 1_s}), epoch);
    }
};

BELLWEAVE_TEST(RulesTest)
#include "rules_test.moc"
