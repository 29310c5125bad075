// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/horizon_mask.h"
#include "tests/support/test_program.h"

#include "model/network/rules.h"

#include <QTest>
#include <cmath>

using namespace bellweave;

namespace {

HorizonMask mask(const char* text)
{
    const auto read = parseHorizonMask(QString::fromUtf8(text));
    if (!read) qFatal("%s", qPrintable(read.error().sentence));
    return *read;
}

bool isAt(const HorizonMask& mask, double azimuth, double elevation) { return std::abs(mask.at(azimuth) - elevation) < 1e-12; }

} // namespace

class HorizonMaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void elevationsAreLinearBetweenAzimuthsAndAroundThroughNorth()
    {
        const HorizonMask hills = mask("10: 10; 90: 25; 270: 7");
        QVERIFY(isAt(hills, 10.0, 10.0) && isAt(hills, 90.0, 25.0) && isAt(hills, 50.0, 17.5) && isAt(hills, 180.0, 16.0));
        // 100° from 270° over north to 10°.
        QVERIFY(isAt(hills, 320.0, 8.5) && isAt(hills, 0.0, 9.7) && isAt(hills, 360.0, 9.7) && isAt(hills, -40.0, 8.5) && isAt(hills, 680.0, 8.5));
    }

    void onePointIsTheSameAllAround()
    {
        for (const double azimuth : {0.0, 45.0, 200.0, 359.9}) QVERIFY(isAt(mask("45: 12"), azimuth, 12.0));
    }

    void twoPointsOfOneAzimuthAreAnUprightEdge()
    {
        const HorizonMask wall = mask("80: 5; 80: 40; 100: 40; 100: 5");
        QVERIFY(isAt(wall, 79.999, 5.0) && isAt(wall, 80.0, 40.0) && isAt(wall, 90.0, 40.0) && isAt(wall, 100.0, 40.0) && isAt(wall, 100.001, 5.0));
        const HorizonMask north = mask("0: 30; 180: 30; 180: 10; 360: 10");
        QVERIFY(isAt(north, 359.9, 10.0) && isAt(north, 0.1, 30.0));
    }

    void nothingIsBarredByAnEmptyText()
    {
        QVERIFY(mask("").isEmpty() && mask(" ; ").isEmpty());
        QVERIFY(isAt(mask(""), 123.0, 0.0));
    }

    void unitsMayStandInIt() { QVERIFY(mask("0°: 10°; 90 deg: 25") == mask("0:10;90:25;")); }

    void aTextThatIsNoHorizonSaysWhatIsAccepted()
    {
        for (const char* wrong : {"10", "east: 10", "0: high", "400: 10", "-5: 10", "0: 95", "0: -1", "90: 10; 0: 5", "0: 1; 0: 2; 0: 3", "0:10, 90:25", "nan: 3"}) QVERIFY2(!parseHorizonMask(QLatin1String(wrong)), wrong);
        const QString sentence = parseHorizonMask(QStringLiteral("0: 10; 90: 100")).error().sentence;
        QVERIFY2(sentence.contains(QStringLiteral("“90: 100”")) && sentence.contains(QStringLiteral("0° to 90°")), qPrintable(sentence));
        QStringList many;
        for (int i = 0; i <= 1000; ++i) many += QStringLiteral("%1: 5").arg(0.3 * i);
        QVERIFY(parseHorizonMask(many.join(u';')).error().sentence.contains(QStringLiteral("1000")));
    }

    void filesAndEditsRefuseATextThatIsNone()
    {
        Site site;
        site.groundStation = GroundStation();
        site.groundStation->horizon = QStringLiteral("0: 10");
        QVERIFY(!brokenRule(site));
        site.groundStation->horizon = QStringLiteral("hills");
        const auto broken = brokenRule(site);
        QVERIFY(broken && broken->where == u"ground_station/horizon" && broken->sentence.contains(QStringLiteral("hills")));
    }

    void satellitesAndSitesWithoutTelescopeHaveNone()
    {
        Site site;
        QVERIFY(horizonOf(site).isEmpty());
        site.groundStation = GroundStation();
        site.groundStation->horizon = QStringLiteral("0: 10");
        QVERIFY(isAt(horizonOf(site), 50.0, 10.0));
        site.orbit = Orbit();
        QVERIFY(horizonOf(site).isEmpty());
    }
};

BELLWEAVE_TEST(HorizonMaskTest)
#include "horizon_mask_test.moc"
