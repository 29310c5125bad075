// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/timing.h"
#include "tests/support/test_program.h"

#include "engine/physics/emission.h"
#include "tests/support/printed_figure.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// Mean of a function over a normal variable of this rms, summed.
template<typename Function>
double normalMean(double rms, Function function)
{
    double sum = 0.0;
    constexpr int kSteps = 20000;
    for (int i = 0; i < kSteps; ++i) {
        const double x = 16.0 * rms * ((i + 0.5) / kSteps - 0.5);
        sum += std::exp(-0.5 * x * x / (rms * rms)) * function(x) * 16.0 * rms / kSteps;
    }
    return sum / (rms * std::sqrt(2.0 * std::numbers::pi));
}

/// Light that leaves the cavity, by small steps of the amplitudes: emitter excited at the start.
double emittedByIntegration(const CavityEmitter& e)
{
    double atom = 1.0, light = 0.0, out = 0.0;
    const double dt = 2e-6;
    for (int i = 0; i < 20000000 && atom * atom + light * light > 1e-9; ++i) {
        const double middleAtom = atom + 0.5 * dt * (-e.coupling * light - 0.5 * e.emitterDecay * atom);
        const double middleLight = light + 0.5 * dt * (e.coupling * atom - 0.5 * e.cavityDecay * light);
        atom += dt * (-e.coupling * middleLight - 0.5 * e.emitterDecay * middleAtom);
        light += dt * (e.coupling * middleAtom - 0.5 * e.cavityDecay * middleLight);
        out += dt * e.outputDecay * middleLight * middleLight;
    }
    return out;
}

} // namespace

class TimingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// By sums over the time.
    void driftingClocksAreAveraged()
    {
        for (const double drift : {0.0, 1e-9, 3e-8})
            for (const double from : {0.0, 0.7}) {
                constexpr int kSteps = 100'000;
                double sum = 0.0;
                for (int i = 0; i < kSteps; ++i) sum += arrivalVisibility(Duration::fromSi(drift * (from + (i + 0.5) * 1.3 / kSteps)), 10_ns) / kSteps;
                QVERIFY(std::abs(driftVisibility(drift, 10_ns, Duration::fromSi(from), Duration::fromSi(from + 1.3)) - sum) < 1e-9);
            }
    }

    void windowsAgreeWithPrintedFigures()
    {
        VERIFY_PRINTED(insideWindow(1_s, Duration::fromSi(0.2)), 0.987581, 6);
        VERIFY_PRINTED(insideWindow(1_s, Duration::fromSi(0.2), Duration::fromSi(0.3)), 0.841313, 6);
        QCOMPARE(insideWindow(1_s, {}, Duration::fromSi(0.4)), 1.0);
        QCOMPARE(insideWindow(1_s, {}, Duration::fromSi(0.6)), 0.0);
    }

    void jitterAgreesWithPrintedFiguresAndWithTheMean()
    {
        VERIFY_PRINTED(jitterVisibility(Duration::fromSi(0.1), 1_s), 0.924958, 6);
        VERIFY_PRINTED(gaussianJitterVisibility(Duration::fromSi(0.1), 1_s), 0.997509, 6);
        for (const double rms : {0.05, 0.5, 3.0}) {
            const double sharp = normalMean(rms, [](double x) { return arrivalVisibility(Duration::fromSi(x), 1_s); });
            QVERIFY(std::abs(jitterVisibility(Duration::fromSi(rms), 1_s) - sharp) < 1e-6);
            const double smooth = normalMean(rms, [](double x) { return std::exp(-0.25 * x * x); });
            QVERIFY(std::abs(gaussianJitterVisibility(Duration::fromSi(rms), 1_s) - smooth) < 1e-9);
        }
        QVERIFY(std::abs(jitterVisibility(Duration::fromSi(24.999), 1_s) / jitterVisibility(Duration::fromSi(25.001), 1_s) - 1.0) < 1e-4);
    }

    void emittersThatKeepPhaseInterfereFully()
    {
        QCOMPARE(dephasingVisibility(1_s, 2_s), 1.0);
        // gamma* = 0.4 gamma: T2 = 1/(0.5 + 0.4) T1, V = 1/1.8.
        QVERIFY(std::abs(dephasingVisibility(1_s, Duration::fromSi(1.0 / 0.9)) - 1.0 / 1.8) < 1e-15);
        QCOMPARE(detuningVisibility(1.0, 1_s), 0.5);
        QCOMPARE(jitterVisibility({}, 1_s), 1.0);
    }

    void aLaserGathersPhase() { VERIFY_PRINTED(laserPhaseVariance(1000_Hz, 50_us), 0.314, 3); }

    void lensesAndCavitiesAgreeWithPrintedFigures()
    {
        VERIFY_PRINTED(lensShare(0.6), 0.100, 3);
        VERIFY_PRINTED(lensShare(0.8), 0.200, 3);
        QCOMPARE(lensShare(1.0), 0.5);
        const CavityEmitter emitter{1.0, 3.0, 3.0, 0.4};
        VERIFY_PRINTED(cavityEmission(emitter), 0.678733, 6);
        QVERIFY(std::abs(cavityEmission(emitter) - emittedByIntegration(emitter)) < 1e-6);
        QCOMPARE(cavityEmission({5.0, 2.0, 1.0, 0.0}), 0.5);
    }
};

BELLWEAVE_TEST(TimingTest)
#include "timing_test.moc"
