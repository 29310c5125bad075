// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/latest_answer.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace bellweave::ui;

class LatestAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAThreadTheAnswerIsThereAtOnce()
    {
        int asked = 0;
        LatestAnswer<int, int> square([&](int x, std::stop_token) { return ++asked, x * x; });
        QVERIFY(!square.answered());
        QCOMPARE(square.to(7), 49);
        QCOMPARE(square.to(7), 49);
        QCOMPARE(asked, 1);
        QCOMPARE(square.answered(), std::optional(7));
    }

    void behindTheOldAnswerStaysUntilTheNewOneIsReady()
    {
        int ready = 0;
        LatestAnswer<int, int> square([](int x, std::stop_token) { return x * x; });
        square.computeBehind([&] { ++ready; });
        QCOMPARE(square.to(3), 0);
        QTRY_COMPARE(ready, 1);
        QCOMPARE(square.to(3), 9);
        QVERIFY(square.isCurrent());
        QCOMPARE(square.to(4), 9);
        QVERIFY(!square.isCurrent());
        QTRY_COMPARE(square.to(4), 16);
        QVERIFY(square.isCurrent());
    }

    /// A drag asks all the time: the question in work is finished, of the others only the newest is answered.
    void manyQuestionsAreAnsweredByTheFirstAndTheNewest()
    {
        std::atomic<bool> mayEnd = false;
        std::vector<int> asked;
        int ready = 0;
        LatestAnswer<int, int> square([&](int x, std::stop_token) {
            asked.push_back(x);    // one thread at a time; read below when it is done
            while (!mayEnd) std::this_thread::yield();
            return x * x;
        });
        square.computeBehind([&] { ++ready; });
        for (int x = 1; x <= 50; ++x) square.to(x);
        mayEnd = true;
        QTRY_COMPARE(ready, 2);
        QCOMPARE(square.to(50), 2500);
        QCOMPARE(asked, (std::vector<int>{1, 50}));
    }

    void goingAwayStopsTheWork()
    {
        std::atomic<bool> begun = false, stopped = false;
        {
            LatestAnswer<int, int> endless([&](int, std::stop_token stop) {
                begun = true;
                while (!stop.stop_requested()) std::this_thread::yield();
                stopped = true;
                return 0;
            });
            endless.computeBehind([] {});
            endless.to(1);
            while (!begun) std::this_thread::yield();
        }
        QVERIFY(stopped);
    }
};

BELLWEAVE_TEST(LatestAnswerTest)
#include "latest_answer_test.moc"
