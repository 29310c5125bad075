// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_device_independent.h"
#include "tests/support/test_program.h"

#include "engine/physics/key_rate.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave::engine;

namespace {

/// Of a Werner state with such a CHSH value.
double errorOf(double chsh) { return 0.5 * (1.0 - 0.25 * chsh * std::numbers::sqrt2); }

double keyOf(double chsh, double rounds, double secrecy = 1e-10) { return finiteDeviceIndependent({rounds, chsh, errorOf(chsh), secrecy}, 1.0); }

} // namespace

class FiniteDeviceIndependentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void entropyIsThatOfTheEndlessKey()
    {
        QCOMPARE(entropyOfWinning(0.75), 0.0);
        QVERIFY(std::abs(entropyOfWinning(0.5 + 0.25 * std::numbers::sqrt2) - 1.0) < 1e-6);
        for (const double chsh : {2.1, 2.4, 2.7, 2.8})
            QVERIFY(std::abs(entropyOfWinning(0.5 + 0.125 * chsh) - deviceIndependentFraction(chsh, 0.0)) < 1e-9);
    }

    void theStraightLineNeverPassesTheEntropy()
    {
        // An endless block that is never tested leaves the line less what error correction costs.
        for (const double chsh : {2.05, 2.3, 2.6, 2.8})
            for (double tangent = 0.751; tangent < 0.8535; tangent += 0.0025) {
                const double line = accumulatedKey({1e30, chsh, 0.0, 1e-10}, {1e-9, tangent, 1e-13}, 1.0);
                QVERIFY(line <= entropyOfWinning(0.5 + 0.125 * chsh) + 1e-9);
            }
        const double touching = accumulatedKey({1e30, 2.6, 0.0, 1e-10}, {1e-6, 0.825, 1e-13}, 1.0);
        QVERIFY(std::abs(touching - entropyOfWinning(0.825)) < 1e-4);
    }

    void finiteBlocksGiveLessMoreWithLengthAndTendToTheEndless()
    {
        for (const double chsh : {2.5, 2.6, 2.7, 2.8}) {
            const double endless = deviceIndependentFraction(chsh, errorOf(chsh));
            double before = 0.0;
            for (const double rounds : {1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e13, 1e15}) {
                const double key = keyOf(chsh, rounds);
                QVERIFY(key >= before && key <= endless);
                before = key;
            }
            QVERIFY(before > 0.99 * endless);
        }
    }

    void lossOfCorrelationAndSecrecyCost()
    {
        for (const double rounds : {1e7, 1e9}) {
            double before = 1.0;
            for (const double chsh : {2.82, 2.75, 2.7, 2.6, 2.5, 2.4, 2.2, 2.0, 1.5}) {
                const double key = keyOf(chsh, rounds);
                QVERIFY(key <= before);
                QVERIFY(keyOf(chsh, rounds, 1e-5) >= key && keyOf(chsh, rounds, 1e-20) <= key);
                QVERIFY(finiteDeviceIndependent({rounds, chsh, errorOf(chsh), 1e-10}, 1.2) <= key);
                before = key;
            }
            QCOMPARE(before, 0.0);
        }
    }

    void noOtherChoiceGivesMore()
    {
        for (const double chsh : {2.6, 2.8})
            for (const double rounds : {1e7, 1e10}) {
                const BellBlock block{rounds, chsh, errorOf(chsh), 1e-10};
                const double best = finiteDeviceIndependent(block, 1.0);
                for (double tested = -12.0; tested <= -0.5; tested += 0.5)
                    for (double tangent = 0.752; tangent < 0.8535; tangent += 0.004)
                        for (double order = -24.0; order < -1.0; order += 0.5)
                            QVERIFY(accumulatedKey(block, {std::exp(tested), tangent, std::exp(order)}, 1.0) <= best + 1e-4);
            }
    }

    void trappedIonsGaveAlmostAsMuchAsPublished()
    {
        // Nadlinger et al., Nature 607, 682 (2022): 95 628 bits of 1.5 million pairs, S = 2.677, Q = 1.44 %; their error correction
        // and their proof differ a little.
        const double key = finiteDeviceIndependent({1.5e6, 2.677, 0.0144, 1e-10}, 1.0);
        QVERIFY(1.5e6 * key < 95628.0);
        QVERIFY(1.5e6 * key > 0.85 * 95628.0);
    }
};

BELLWEAVE_TEST(FiniteDeviceIndependentTest)
#include "finite_device_independent_test.moc"
