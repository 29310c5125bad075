// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/clear_sky.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

class ClearSkyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneNumberHoldsForAllMonths()
    {
        const auto months = parseClearSky(QStringLiteral(" 60 % "));
        QVERIFY(months && *months);
        for (const double month : **months) QCOMPARE(month, 0.6);
    }

    void twelveNumbersAreTheMonthsFromJanuary()
    {
        const auto months = parseClearSky(QStringLiteral("0.1, 0.2 0.3; 0.4 0.5 0.6 0.7 0.8 0.9 1 0 5%"));
        QVERIFY(months && *months);
        QCOMPARE((**months)[0], 0.1);
        QCOMPARE((**months)[9], 1.0);
        QCOMPARE((**months)[11], 0.05);
    }

    void anEmptyTextIsNoWeather() { QVERIFY(parseClearSky(QString()) && !*parseClearSky(QString())); }

    void whatIsNoChanceIsRefused()
    {
        for (const char* wrong : {"cloudy", "1.2", "-0.1", "0.1 0.2"}) QVERIFY2(!parseClearSky(QLatin1String(wrong)), wrong);
        QVERIFY(parseClearSky(QStringLiteral("0.5 0.5 0.5")).error().sentence.contains(u'3'));
        QVERIFY(parseClearSky(QStringLiteral("120 %")).error().sentence.contains(QStringLiteral("120%")));
    }
};

BELLWEAVE_TEST(ClearSkyTest)
#include "clear_sky_test.moc"
