// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/detection.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

class DetectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rareDarkCountsAreRateTimesWindow();
    void manyDarkCountsSaturate();
    void aClickIsSignalOrNoise();
    void windowsCatchTheStartOfThePhoton();
};

void DetectionTest::rareDarkCountsAreRateTimesWindow()
{
    const double dark = darkProbability(Rate::fromSi(1.0), Duration::fromSi(1e-12));
    QVERIFY(std::abs(dark / 1e-12 - 1.0) < 1e-12);
    QCOMPARE(darkProbability(0_Hz, 1_s), 0.0);
}

void DetectionTest::manyDarkCountsSaturate()
{
    QCOMPARE(darkProbability(1_Hz, 1_s), 1.0 - std::exp(-1.0));
    QCOMPARE(darkProbability(Rate::fromSi(1e9), 1_s), 1.0);
}

void DetectionTest::aClickIsSignalOrNoise()
{
    for (const double eta : {0.0, 0.3, 1.0})
        for (const double dark : {0.0, 0.01, 1.0}) {
            const double counted = eta * dark + eta * (1 - dark) + (1 - eta) * dark;
            QVERIFY(std::abs(clickProbability(eta, dark) - counted) < 1e-15);
        }
}

void DetectionTest::windowsCatchTheStartOfThePhoton()
{
    QCOMPARE(capturedShare(10_ns, 10_ns), 1.0 - std::exp(-1.0));
    QCOMPARE(capturedShare(0_ns, 10_ns), 0.0);
    QCOMPARE(capturedShare(10_ns, 0_ns), 1.0);
}

QTEST_APPLESS_MAIN(DetectionTest)
#include "detection_test.moc"
