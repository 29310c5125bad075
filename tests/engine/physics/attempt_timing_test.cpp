// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"
#include "engine/physics/fiber.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

class AttemptTimingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMidpointInTheMiddleCostsTheWholeFiberOnce();
    void theFarSideSetsThePace();
    void slotsTakeTurnsUpToTheSharedLimit();
};

void AttemptTimingTest::aMidpointInTheMiddleCostsTheWholeFiberOnce()
{
    const Duration half = fiberDelay(25_km, 1.468);
    QCOMPARE(attemptPeriod({0_s, half, half}).si(), fiberDelay(50_km, 1.468).si());
}

void AttemptTimingTest::theFarSideSetsThePace()
{
    QCOMPARE(attemptPeriod({10_us, 30_us, 50_us}).si(), attemptPeriod({10_us, 50_us, 30_us}).si());
    QCOMPARE(attemptPeriod({10_us, 30_us, 50_us}).si(), 110e-6);
}

void AttemptTimingTest::slotsTakeTurnsUpToTheSharedLimit()
{
    QCOMPARE(cycleTime(100_us, 1, 0_us).si(), 100e-6);
    QCOMPARE(cycleTime(100_us, 8, 0_us).si(), 100e-6);
    QCOMPARE(cycleTime(100_us, 3, 25_us).si(), 100e-6);
    QCOMPARE(cycleTime(100_us, 8, 25_us).si(), 200e-6);
}

QTEST_APPLESS_MAIN(AttemptTimingTest)
#include "attempt_timing_test.moc"
