// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivery_law.h"
#include "tests/support/test_program.h"

#include "tests/engine/analytic/slow_nested_chain.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

class DeliveryLawTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLinkAloneIsGeometric()
    {
        const DeliveryLaw law = elementaryLaw(0.2, wernerCorrelators(0.9), true, 1.0);
        QCOMPARE(law.meanSteps, 5.0);
        QVERIFY(std::abs(law.deliveredBy(7) - (1.0 - std::pow(0.8, 7))) < 1e-15);
        QCOMPARE(law.quantile(0.5), 4.0);
    }

    void quantilesAreTheFirstStepThatReachesThem()
    {
        const DeliveryLaw law = solveNestedChain(wernerChain(0.1, 1.0, 400, {swapUnit(0.5)}))->law;
        for (const double probability : {0.0, 0.1, 0.5, 0.95, 1.0 - 1e-6, 1.0 - 1e-10}) {
            const double step = law.quantile(probability);
            QVERIFY(law.deliveredBy(step) >= probability - 1e-14);
            QVERIFY(step == 0.0 || law.deliveredBy(step - 1.0) < probability);
        }
    }

    void longCellsOfALinkAreItsStepsSharedBetweenThem()
    {
        DeliveryLaw law = elementaryLaw(0.07, {{1.0, 0.9, 0.8, 0.7}}, false, 1.0);
        for (double cell = 2.0; cell <= 64.0; cell *= 2.0) {
            law = law.coarser();
            const DeliveryLaw direct = elementaryLaw(0.07, {{1.0, 0.9, 0.8, 0.7}}, false, cell);
            for (std::size_t channel = 0; channel < 4; ++channel)
                for (std::size_t i = 0; i < 40; ++i)
                    QVERIFY(std::abs(law.channels[channel].at(i) - direct.channels[channel].at(i)) < 1e-15);
        }
    }

    void extendingKeepsTheLaw()
    {
        const DeliveryLaw plain = elementaryLaw(0.1, wernerCorrelators(0.9), true, 1.0);
        DeliveryLaw listed = plain;
        listed.extendToMass(1e-6);
        QCOMPARE(listed.probability().values.size(), std::size_t{133});    // 0.9^132 < 1e-6, and time 0
        QVERIFY(listed.probability().tailSum() <= 1e-6);
        for (const double step : {1.0, 50.0, 132.0, 133.0, 500.0}) {
            QVERIFY(std::abs(listed.probabilityAt(step) / plain.probabilityAt(step) - 1.0) < 1e-12);
            QVERIFY(std::abs(listed.deliveredBy(step) - plain.deliveredBy(step)) < 1e-14);
        }
    }

    void statesAreThoseOfTheLinkAtAnyTime()
    {
        const DeliveryLaw law = elementaryLaw(0.1, {{1.0, 0.9, 0.8, 0.75}}, false, 1.0);
        const BellDiagonal expected = fromCorrelators({{1.0, 0.9, 0.8, 0.75}});
        for (const double step : {1.0, 2.0, 100.0})
            for (std::size_t i = 0; i < 4; ++i) QVERIFY(std::abs(law.stateAt(step).weights[i] - expected.weights[i]) < 1e-14);
        QCOMPARE(law.stateAt(0.0), werner(0.25));
    }
};

BELLWEAVE_TEST(DeliveryLawTest)
#include "delivery_law_test.moc"
