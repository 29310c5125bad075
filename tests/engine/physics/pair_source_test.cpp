// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/pair_source.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// Coincidences and wrong bits by summing over how many photons of either polarization arrive: two modes, each thermal, whose
/// photons are the same in number at both receivers; without dark counts or misalignment.
PairStatistics bySum(double mu, double a, double b)
{
    const double x = mu / (mu + 2.0);
    const int most = 200;
    double clicks = 0.0, wrong = 0.0;
    const auto none = [](double eta, int n) { return std::pow(1.0 - eta, n); };
    for (int h = 0; h < most; ++h)
        for (int v = 0; v + h < most; ++v) {
            const double chance = std::pow(x, h + v) * (1 - x) * (1 - x);
            // Chances that a receiver notes 0, 1 or nothing; of two clicks one at random.
            const auto bits = [&](double eta) {
                const double zero = 1 - none(eta, h), one = 1 - none(eta, v);
                return std::pair(zero * (1 - one) + 0.5 * zero * one, one * (1 - zero) + 0.5 * zero * one);
            };
            const auto [a0, a1] = bits(a);
            const auto [b0, b1] = bits(b);
            clicks += chance * (a0 + a1) * (b0 + b1);
            wrong += chance * (a0 * b1 + a1 * b0);
        }
    return {clicks, wrong / clicks, 1 - 1.5 * wrong / clicks};
}

} // namespace

class PairSourceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void downConversionAgreesWithPrintedFigures()
    {
        PairStatistics seen = pulsedPairs({.meanPairs = 0.1, .darkA = 1e-6, .darkB = 1e-6});
        VERIFY_PRINTED(seen.coincidence, 1.118390e-3, 9);
        VERIFY_PRINTED(seen.error, 0.0396090, 7);
        seen = pulsedPairs({.meanPairs = 0.1, .darkA = 0.01, .darkB = 0.01});
        VERIFY_PRINTED(seen.coincidence, 1.857471e-3, 9);
        VERIFY_PRINTED(seen.error, 0.228313, 6);
        seen = pulsedPairs({.meanPairs = 1.0, .transmissivityA = 0.5, .transmissivityB = 0.5});
        VERIFY_PRINTED(seen.coincidence, 0.248926, 6);
        VERIFY_PRINTED(seen.error, 0.149402, 6);
    }

    void theClosedFormEqualsTheSumOverPhotons()
    {
        for (const double mu : {0.01, 0.1, 1.0, 3.0})
            for (const double a : {0.05, 0.5, 0.95})
                for (const double b : {0.1, 0.7}) {
                    const PairStatistics seen = pulsedPairs({.meanPairs = mu, .transmissivityA = a, .transmissivityB = b});
                    const PairStatistics sum = bySum(mu, a, b);
                    QVERIFY(std::abs(seen.coincidence / sum.coincidence - 1.0) < 1e-9);
                    QVERIFY(std::abs(seen.error - sum.error) < 1e-9);
                }
    }

    void pairNumbersAgreeWithPrintedFigures()
    {
        const double printed[] = {0.907029, 0.086384, 0.006170, 0.000392};
        for (int n = 0; n < 4; ++n) VERIFY_PRINTED(pairNumberProbability(n, 0.1), printed[n], 6);
        VERIFY_PRINTED(pairNumberProbability(2, 0.1) / pairNumberProbability(1, 0.1), 0.0714, 4);
        double sum = 0.0, mean = 0.0;
        for (int n = 0; n < 400; ++n) {
            sum += pairNumberProbability(n, 1.3);
            mean += n * pairNumberProbability(n, 1.3);
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-12 && std::abs(mean - 1.3) < 1e-11);
    }

    void weakSourcesMakePerfectPairsAndDarkOnesNone()
    {
        QVERIFY(pulsedPairs({.meanPairs = 1e-6}).fidelity > 0.99999);
        QVERIFY(std::abs(pulsedPairs({.meanPairs = 0.0, .darkA = 1e-3, .darkB = 1e-3}).fidelity - 0.25) < 1e-12);
    }

    void continuousSourcesAgreeWithPrintedFigures()
    {
        const Coincidences seen = coincidences({}, Duration::fromSi(100e-12));
        VERIFY_PRINTED(seen.captured, 0.858915, 6);
        VERIFY_PRINTED(seen.trueRate.si(), 85.8915, 4);
        VERIFY_PRINTED(seen.accidentalRate.si(), 1.002001, 6);
        VERIFY_PRINTED(seen.error, 0.0156504, 7);
        VERIFY_PRINTED(continuousKeyRate({}, Duration::fromSi(100e-12), 1.1), 32.8388, 4);
    }

    void theBestWindowBeatsEveryOther()
    {
        for (const double pairs : {1e6, 1e8, 1e9}) {
            ContinuousPairSource source;
            source.pairs = Rate::fromSi(pairs);
            const double best = continuousKeyRate(source, bestWindow(source, 1.1), 1.1);
            QVERIFY(best > 0.0);
            for (double share = 0.02; share < 9.0; share *= 1.1)
                QVERIFY(continuousKeyRate(source, source.peakWidth * share, 1.1) <= best * (1 + 1e-9));
        }
    }
};

BELLWEAVE_TEST(PairSourceTest)
#include "pair_source_test.moc"
