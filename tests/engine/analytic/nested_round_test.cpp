// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_round.h"
#include "tests/support/test_program.h"

#include "tests/engine/analytic/slow_nested_chain.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

class NestedRoundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepAgreesWithTheSlowTwin_data()
    {
        QTest::addColumn<NestedProtocol>("protocol");
        const NestedUnit noisy{NestedUnit::Kind::Swap, 0.7, 9.0, {{1.0, 0.97, 0.95, 0.93}}};
        const Correlators uneven{{1.0, 0.95, 0.9, 0.88}};
        const auto row = [](const char* name, NestedProtocol protocol) { QTest::newRow(name) << std::move(protocol); };
        row("2 segments", wernerChain(0.2, 0.95, 40, {swapUnit(0.6)}));
        row("2 segments with cut-off", wernerChain(0.2, 0.95, 40, {swapUnit(0.6, 4)}));
        row("4 segments with cut-offs", wernerChain(0.3, 0.95, 40, {swapUnit(0.6, 4), swapUnit(0.8, 7)}));
        row("distillation with cut-off, then swap", wernerChain(0.3, 0.9, 40, {bbpsswUnit(5.0), swapUnit(0.5, 12)}));
        row("swap, then distillation", wernerChain(0.3, 0.9, 40, {swapUnit(0.9), bbpsswUnit(10.0)}));
        row("4 segments, distilled twice", wernerChain(0.4, 0.92, 60, {bbpsswUnit(), swapUnit(1.0, 20), bbpsswUnit(9.0), swapUnit(0.8)}));
        row("uneven states that dephase only", {0.25, uneven, {0.0, 0.02}, {swapUnit(0.8, 6), swapUnit(0.7)}});
        row("DEJMPS twice, then swap", {0.3, uneven, {0.004, 0.02}, {dejmpsUnit(8.0), dejmpsUnit(), swapUnit(0.7, 25)}});
        row("DEJMPS of Werner pairs", wernerChain(0.3, 0.8, 50, {dejmpsUnit(), swapUnit(0.9)}));
        row("uneven states, noisy swaps, distillation", {0.25, uneven, {0.004, 0.02}, {noisy, bbpsswUnit(15.0), noisy}});
    }
    void everyStepAgreesWithTheSlowTwin()
    {
        QFETCH(NestedProtocol, protocol);
        constexpr std::size_t kSteps = 400;
        const SlowLaw slow = slowChain(protocol, kSteps);
        const NestedDelivery fast = *solveNestedChain(protocol);
        for (std::size_t step = 0; step < kSteps; ++step) {
            const auto time = static_cast<double>(step);
            QVERIFY(std::abs(fast.law.probabilityAt(time) - slow.probability[step]) < 1e-12);
            if (slow.probability[step] < 1e-6) continue;
            const Correlators expected = slow.stateAt(step);
            const Correlators found = toCorrelators(fast.law.stateAt(time));
            for (std::size_t i = 1; i < 4; ++i) QVERIFY(std::abs(found.values[i] - expected.values[i]) < 1e-7);
        }
    }

    void whatIsKeptAndWhatFailsAddUpToEveryRound()
    {
        DeliveryLaw law = elementaryLaw(0.05, wernerCorrelators(0.9), true, 1.0);
        law.extendToMass(1e-14);
        for (const NestedUnit& unit : {swapUnit(0.3, 12), swapUnit(1.0, 0), bbpsswUnit(), bbpsswUnit(100)}) {
            NestedRound round;
            playRound(law, unit, wernerDecay(200), round);
            QVERIFY(std::abs(round.success.front().moments().sum + round.failure.moments().sum - 1.0) < 1e-12);
        }
    }

    void hardlyEverSuccessfulRoundsTakeTheirMeanOverTheirChance()
    {
        DeliveryLaw law = elementaryLaw(0.5, wernerCorrelators(1.0), true, 1.0);
        law.extendToMass(1e-13);
        for (const double success : {1e-3, 1e-7, 1e-9, 1e-14}) {
            NestedRound round;
            playRound(law, swapUnit(success), wernerDecay(1e9), round);
            RepeatedRound made;
            repeatUntilSuccess(round, 1e-13, 1 << 18, made);
            QVERIFY(std::abs(made.law.meanSteps * success * 3.0 / 8.0 - 1.0) < 1e-9);    // E max of two is 8/3
            const WaitingSeries::Moments listed = made.law.probability().moments();
            QVERIFY(std::abs(listed.sum - 1.0) < 1e-7);
            QVERIFY(std::abs(listed.first / made.law.meanSteps - 1.0) < 1e-7);
        }
    }
};

BELLWEAVE_TEST(NestedRoundTest)
#include "nested_round_test.moc"
