// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/schedules.h"
#include "tests/support/test_program.h"

#include <QtTest>

using namespace bellweave;
using namespace bellweave::literals;

class SchedulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void outagesAreReadWithTheirUnits()
    {
        const auto times = parseOutageTimes(QStringLiteral(" 10 s to 15 s;2 h to 150 min ; "));
        QVERIFY2(times, qPrintable(times ? QString() : times.error().sentence));
        QCOMPARE(times.value().size(), 2u);
        QCOMPARE(times.value()[0][1].si(), 15.0);
        QCOMPARE(times.value()[1][0].si(), 7200.0);
        QCOMPARE(times.value()[1][1].si(), 9000.0);
        QVERIFY(parseOutageTimes(QString()).value().empty());
    }

    void aScheduleIsReadWithItsPeriod()
    {
        const auto schedule = parseLinkSchedule(QStringLiteral("0 s: +3 dB; 10 min: Closed; 20 min: open; every 30 min"));
        QVERIFY2(schedule, qPrintable(schedule ? QString() : schedule.error().sentence));
        QCOMPARE(schedule.value().phases.size(), 3u);
        QCOMPARE(schedule.value().phases[0].extraLoss->si(), 3.0);
        QVERIFY(!schedule.value().phases[1].extraLoss);
        QCOMPARE(schedule.value().phases[2].extraLoss->si(), 0.0);
        QCOMPARE(schedule.value().period->si(), 1800.0);
        QCOMPARE(schedule.value().openShare(), 2.0 / 3.0);
        // What is closed at the end of a period stays so until the first time of the next one.
        QCOMPARE(parseLinkSchedule(QStringLiteral("60 s: open; 120 s: closed; every 5 min")).value().openShare(), 0.2);
        QCOMPARE(parseLinkSchedule(QStringLiteral("60 s: open; 120 s: closed")).value().openShare(), 1.0);
    }

    void saysWhichPartIsWrong_data()
    {
        QTest::addColumn<bool>("isSchedule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("what");
        QTest::newRow("no end") << false << "10 s" << "in “10 s” a time";
        QTest::newRow("backward") << false << "1 s to 2 s; 15 s to 10 s" << "in “15 s to 10 s” the end is not after the beginning";
        QTest::newRow("negative") << false << "-1 s to 10 s" << "a time from 0";
        QTest::newRow("no time") << true << "closed" << "a time from 0";
        QTest::newRow("no state") << true << "1 s: shut" << "in “1 s: shut” “open”, “closed” or a loss";
        QTest::newRow("gain") << true << "1 s: -3 dB" << "a loss from 0";
        QTest::newRow("order") << true << "5 s: open; 5 s: closed" << "not after the one before";
        QTest::newRow("short period") << true << "5 s: open; every 5 s" << "a period after the last time";
        QTest::newRow("period alone") << true << "every 5 s" << "a period after the last time";
        QTest::newRow("after the period") << true << "0 s: open; every 5 s; 7 s: open" << "something comes after the period";
    }
    void saysWhichPartIsWrong()
    {
        QFETCH(const bool, isSchedule);
        QFETCH(const QString, text);
        QFETCH(const QString, what);
        const auto outages = parseOutageTimes(text);
        const auto schedule = parseLinkSchedule(text);
        const QString sentence = isSchedule ? (schedule ? QString() : schedule.error().sentence) : (outages ? QString() : outages.error().sentence);
        QVERIFY2(sentence.contains(what), qPrintable(sentence));
    }
};

BELLWEAVE_TEST(SchedulesTest)
#include "schedules_test.moc"
