// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/detection.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

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
    void deadTimeSaturates();
    void jitterMovesPhotonsOutOfTheWindow();
    void darkCountsDiluteAClick();
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

void DetectionTest::deadTimeSaturates()
{
    QCOMPARE(afterDeadTime(Rate::fromSi(1e6), 0_s).si(), 1e6);
    QCOMPARE(afterDeadTime(Rate::fromSi(1e6), 1_us).si(), 0.5e6);
    QVERIFY(afterDeadTime(Rate::fromSi(1e15), 50_ns).si() <= 1.0 / 50e-9);
}

/// Against the plain integral over the exponential photon of the normal distribution's share in the window.
void DetectionTest::jitterMovesPhotonsOutOfTheWindow()
{
    const auto normal = [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); };
    for (const double rms : {0.02, 0.5, 3.0, 40.0})
        for (const double window : {0.5, 3.0, 100.0}) {
            double best = 0.0;
            for (double open = -3.5 * rms - 0.5; open < 1.0; open += 0.02 * (1.0 + rms)) {
                double integral = 0.0;
                const int steps = 4000;
                for (int i = 0; i < steps; ++i) {
                    const double t = 40.0 * (i + 0.5) / steps;
                    integral += std::exp(-t) * 40.0 / steps * (normal((open + window - t) / rms) - normal((open - t) / rms));
                }
                best = std::max(best, integral);
            }
            const double share = capturedShare(Duration::fromSi(window), 1_s, Duration::fromSi(rms));
            QVERIFY2(std::abs(share - best) < 1e-3, qPrintable(QStringLiteral("%1 %2: %3, %4").arg(rms).arg(window).arg(share).arg(best)));
        }
    QCOMPARE(capturedShare(10_ns, 10_ns, 0_s), capturedShare(10_ns, 10_ns));
    QVERIFY(std::abs(capturedShare(4_ns, 0_s, 1_ns) - 0.9545) < 1e-4);
    QVERIFY(std::abs(rmsOfWidth(Duration::fromSi(2.354820045)).si() - 1.0) < 1e-9);
}

void DetectionTest::darkCountsDiluteAClick()
{
    VERIFY_PRINTED(signalWeight(0.1, 1e-3), 0.981345, 6);
    // One photon, two detectors, a dark count in each with chance p: all eight cases, double clicks given at random.
    const double eta = 0.3, p = 0.05;
    double right = 0.0, wrong = 0.0;
    for (const bool photon : {false, true})
        for (const bool darkRight : {false, true})
            for (const bool darkWrong : {false, true}) {
                const double chance = (photon ? eta : 1 - eta) * (darkRight ? p : 1 - p) * (darkWrong ? p : 1 - p);
                const bool clickRight = photon || darkRight;
                if (!clickRight && !darkWrong) continue;
                const double shareRight = clickRight && darkWrong ? 0.5 : clickRight ? 1.0 : 0.0;
                right += chance * shareRight;
                wrong += chance * (1 - shareRight);
            }
    QVERIFY(std::abs((right - wrong) / (right + wrong) - signalWeight(eta, p)) < 1e-14);
    QCOMPARE(signalWeight(0.0, 0.0), 0.0);
}

BELLWEAVE_TEST(DetectionTest)
#include "detection_test.moc"
