// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/verification.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace bellweave::engine;

class VerificationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void samplesAgreeWithPrintedFigures()
    {
        QCOMPARE(samplesForEstimate(0.02, 0.05, 3), std::int64_t(5985));
        QCOMPARE(samplesForEstimate(0.01, 0.01, 3), std::int64_t(31985));
        QCOMPARE(samplesForVerification(0.01, 0.05), std::int64_t(448));
    }

    void theFirstLoopholeFreeTestHasItsPValue()
    {
        VERIFY_PRINTED(chshPValue(245, 196), 0.039078, 6);
        QCOMPARE(chshPValue(10, 0), 1.0);
        QVERIFY(std::abs(chshPValue(3, 3) - 0.421875) < 1e-12);
    }

    void theStandardErrorIsThatOfSimulatedEstimates()
    {
        const std::array<double, 3> truth{0.8, -0.7, 0.9};
        std::mt19937 random(3);
        double sum = 0.0, squares = 0.0;
        constexpr int kRuns = 4000, kPairs = 200;
        for (int run = 0; run < kRuns; ++run) {
            double fidelity = 0.25;
            const double signs[] = {1.0, -1.0, 1.0};
            for (std::size_t i = 0; i < 3; ++i) {
                std::binomial_distribution<int> same(kPairs, 0.5 * (1.0 + truth[i]));
                fidelity += 0.25 * signs[i] * (2.0 * same(random) / kPairs - 1.0);
            }
            sum += fidelity;
            squares += fidelity * fidelity;
        }
        const double spread = std::sqrt(squares / kRuns - sum * sum / kRuns / kRuns);
        QVERIFY(std::abs(spread / fidelityStandardError(truth, {kPairs, kPairs, kPairs}) - 1.0) < 0.05);
    }

    void teleportationIsBetterThanClassicalAboveOneHalf()
    {
        VERIFY_PRINTED(teleportationFidelity(0.553), 0.702, 3);
        QCOMPARE(teleportationFidelity(0.5), 2.0 / 3.0);
    }

    void aRemoteGateAgreesWithPrintedFigures()
    {
        QCOMPARE(remoteGateFidelity(0.95), 0.96);
        QCOMPARE(remoteGateFidelity(0.999), 0.9992);
    }

    /// Of states with errors of all kinds none violates CHSH more; Horodecki's formula of two correlators.
    void errorsOfOneKindViolateMost()
    {
        QCOMPARE(largestChsh(1.0), 2.0 * std::sqrt(2.0));
        QCOMPARE(largestChsh(0.5), 2.0);
        for (const double fidelity : {0.6, 0.8, 0.95}) {
            double most = 0.0;
            for (int i = 0; i <= 20; ++i)
                for (int k = 0; i + k <= 20; ++k) {
                    const double z = (1 - fidelity) * i / 20, x = (1 - fidelity) * k / 20, y = 1 - fidelity - z - x;
                    std::array<double, 3> t{std::abs(1 - 2 * (x + y)), std::abs(1 - 2 * (z + y)), std::abs(1 - 2 * (z + x))};
                    std::sort(t.begin(), t.end());
                    most = std::max(most, 2.0 * std::hypot(t[1], t[2]));
                }
            QVERIFY(std::abs(most - largestChsh(fidelity)) < 1e-12);
        }
    }
};

BELLWEAVE_TEST(VerificationTest)
#include "verification_test.moc"
