// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/attempt_timing.h"
#include "engine/physics/fiber.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

class AttemptTimingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMidpointInTheMiddleCostsTheWholeFiberOnce();
    void theFarSideSetsThePace();
    void slotsTakeTurnsUpToTheSharedLimit();
    void wholeModesAloneAreStored();
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

/// 62: Lago-Rivera et al., Nature 594, 37 (2021).
void AttemptTimingTest::wholeModesAloneAreStored()
{
    QCOMPARE(temporalModes(25_us, 400_ns), 62);
    QCOMPARE(temporalModes(Duration::fromSi(3e-7), Duration::fromSi(1e-7)), 3);
    QCOMPARE(temporalModes(100_ns, 400_ns), 0);
}

BELLWEAVE_TEST(AttemptTimingTest)
#include "attempt_timing_test.moc"
