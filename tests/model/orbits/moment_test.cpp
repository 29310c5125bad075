// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/moment.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

class MomentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Known Julian dates: J2000, Sputnik 1, the last day of 2024.
    void daysOfTheYearAreKnownDates()
    {
        QCOMPARE(dateOfYear(2000, 1.5).total(), 2451545.0);
        QCOMPARE(dateOfYear(1957, 277.0).day, 2436115.5);
        QCOMPARE(dateOfYear(2024, 366.0).day, 2460675.5);
    }

    void momentsAreReadWithAndWithoutTheirTime()
    {
        QCOMPARE(readMoment(QStringLiteral("2000-01-01T12:00:00Z"))->total(), 2451545.0);
        QCOMPARE(readMoment(QStringLiteral("2000-01-01T12:00"))->total(), 2451545.0);
        QCOMPARE(readMoment(QStringLiteral("2000-01-02"))->total(), 2451545.5);
        QVERIFY(readMoment(QStringLiteral("soon")).error().sentence.contains(QStringLiteral("soon")));
        QVERIFY(!readMoment(QStringLiteral("2023-02-29")));
        for (const char* text : {"2030-03-20T23:30:00.0+02:00", "2030-03-20T23:30:00.hello", "2030-03-20T23:30:00.", "2030-03-20T23:30:00+02:00", "2030-03-20T23:30:00.-5"})
            QVERIFY2(!readMoment(QLatin1String(text)), text);
    }

    void writtenMomentsAreReadBack()
    {
        for (const char* text : {"2035-02-14T04:54:00Z", "1999-12-31T23:59:59Z", "2024-02-29T00:00:01Z"}) QCOMPARE(momentText(*readMoment(QLatin1String(text))), QLatin1String(text));
        QCOMPARE(momentText(*readMoment(QStringLiteral("2024-02-29T00:00:01.250")), 3), QStringLiteral("2024-02-29T00:00:01.250Z"));
    }

    void aSecondThatIsRoundedUpBeginsTheNextDay()
    {
        QCOMPARE(momentText(readMoment(QStringLiteral("2024-12-31T23:59:59.7")).value()), QStringLiteral("2025-01-01T00:00:00Z"));
    }

    void secondsLaterMayBeDaysLaterOrBefore()
    {
        const JulianDate noon = *readMoment(QStringLiteral("2024-03-01T12:00:00"));
        QCOMPARE(momentText(noon.after(43201.0)), QStringLiteral("2024-03-02T00:00:01Z"));
        QCOMPARE(momentText(noon.after(-86400.0)), QStringLiteral("2024-02-29T12:00:00Z"));
        QVERIFY(noon.after(1e6).fraction < 1.0 && noon.after(-1e6).fraction >= 0.0);
        QVERIFY(std::abs(noon.after(90061.25).minutesSince(noon) * 60.0 - 90061.25) < 1e-6);
    }
};

BELLWEAVE_TEST(MomentTest)
#include "moment_test.moc"
