// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/latest_runner.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <atomic>
#include <chrono>
#include <thread>

using namespace bellweave::engine;
using namespace std::chrono_literals;

class LatestRunnerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ofManySubmittedJobsTheNewestRunsToItsEnd()
    {
        std::atomic<int> lastFinished = 0;
        std::atomic<int> finished = 0;
        LatestRunner runner;
        for (int i = 1; i <= 120; ++i)
            runner.submit([i, &lastFinished, &finished](std::stop_token stop) {
                for (int k = 0; k < 50; ++k) {
                    if (stop.stop_requested()) return;
                    std::this_thread::sleep_for(1ms);
                }
                lastFinished = i;
                ++finished;
            });
        QTRY_COMPARE_WITH_TIMEOUT(lastFinished.load(), 120, 5000);
        QCOMPARE(finished.load(), 1);
    }

    void submittingDoesNotWaitForTheRunningJob()
    {
        std::atomic<bool> isRunning = false;
        std::atomic<bool> release = false;
        LatestRunner runner;
        runner.submit([&](std::stop_token) {
            isRunning = true;
            while (!release) std::this_thread::sleep_for(1ms);
        });
        QTRY_VERIFY(isRunning.load());
        std::atomic<bool> second = false;
        runner.submit([&](std::stop_token) { second = true; });
        QVERIFY(!second);
        release = true;
        QTRY_VERIFY(second.load());
    }

    void cancelForgetsTheWaitingJobAndStopsTheRunningOne()
    {
        std::atomic<bool> isRunning = false;
        std::atomic<bool> wasStopped = false;
        std::atomic<bool> second = false;
        LatestRunner runner;
        runner.submit([&](std::stop_token stop) {
            isRunning = true;
            while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
            wasStopped = true;
        });
        QTRY_VERIFY(isRunning.load());
        runner.submit([&](std::stop_token) { second = true; });
        runner.cancel();
        QTRY_VERIFY(wasStopped.load());
        QTest::qWait(20);
        QVERIFY(!second);
    }

    void destroyingStopsARunningJob()
    {
        std::atomic<bool> wasStopped = false;
        {
            std::atomic<bool> isRunning = false;
            LatestRunner runner;
            runner.submit([&](std::stop_token stop) {
                isRunning = true;
                while (!stop.stop_requested()) std::this_thread::sleep_for(1ms);
                wasStopped = true;
            });
            QTRY_VERIFY(isRunning.load());
        }
        QVERIFY(wasStopped);
    }
};

BELLWEAVE_TEST(LatestRunnerTest)
#include "latest_runner_test.moc"
