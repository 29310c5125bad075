// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/plan_draws.h"
#include "tests/support/test_program.h"

#include "engine/analytic/fidelity_spread.h"
#include "engine/analytic/plan_law.h"
#include "tests/support/unlike_chain.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

PairPlan planOf(const QString& text) { return parsePairPlan(text).value(); }

} // namespace

class PlanDrawsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The whole law of the plan, which is another calculation, says the mean time and the mean correlators.
    void meansAreThoseOfTheWholeLaw_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<double>("swapSuccess");
        QTest::addColumn<bool>("endsHold");
        QTest::newRow("two hops") << "1 + 2" << 1.0 << true;
        QTest::newRow("swaps that fail") << "(1 + 2) + 3" << 0.6 << true;
        QTest::newRow("ends measured at once") << "1 + (2 + 3)" << 0.8 << false;
        QTest::newRow("waits cut off") << "((1 + 2) within 12 s + 3) within 30 s" << 1.0 << true;
        QTest::newRow("a bracket of links") << "1 + 2 + 3" << 0.7 << true;    // inside others the law takes time and state apart
        QTest::newRow("distilled from end to end") << "(1 + 2) nested 1" << 1.0 << true;
        QTest::newRow("two rounds") << "(1 + 2) nested 2" << 1.0 << true;
        QTest::newRow("pumped inside") << "(1 + 2) pumped 2 + 3" << 1.0 << true;
    }
    void meansAreThoseOfTheWholeLaw()
    {
        QFETCH(QString, plan);
        QFETCH(double, swapSuccess);
        QFETCH(bool, endsHold);
        const PairPlan order = planOf(plan);
        const UnlikeChain parts(order.hops(), swapSuccess);
        const Chain chain = parts.chain(endsHold);
        const PlanLaw law = planLaw(chain, order, {});
        QVERIFY(law.isUsable);
        PlanDraws draws(chain, order, 1);
        constexpr int kPairs = 8000;
        std::array<double, 4> sum{}, squares{};
        for (int pair = 0; pair < kPairs; ++pair) {
            const auto made = draws.deliver(static_cast<std::uint64_t>(pair), 1000000);
            QVERIFY(made);
            const std::array<double, 4> values{made->time, made->state.values[1], made->state.values[2], made->state.values[3]};
            for (std::size_t i = 0; i < 4; ++i) {
                sum[i] += values[i] / kPairs;
                squares[i] += values[i] * values[i] / kPairs;
            }
        }
        const std::array<double, 4> expected{law.law.meanSteps * law.step.si(), law.law.meanCorrelators.values[1], law.law.meanCorrelators.values[2],
                                             law.law.meanCorrelators.values[3]};
        for (std::size_t i = 0; i < 4; ++i) {
            const double error = std::sqrt(std::max(0.0, squares[i] - sum[i] * sum[i]) / kPairs);
            QVERIFY2(std::abs(sum[i] - expected[i]) < 5.0 * error + 2e-3 * std::abs(expected[i]),
                     qPrintable(QStringLiteral("%1: %2 against %3 +- %4").arg(i).arg(sum[i]).arg(expected[i]).arg(error)));
        }
    }

    void memoriesThatLoseTheirHalfAreBegunAnew()
    {
        const PairPlan order = planOf(QStringLiteral("(1 + 2) + 3"));
        const UnlikeChain parts(3, 0.9, 0.8);
        const Chain chain = parts.chain(true);
        const PlanLaw law = planLaw(chain, order, {});
        PlanDraws draws(chain, order, 1);
        double time = 0.0, squares = 0.0;
        constexpr int kPairs = 10000;
        for (int pair = 0; pair < kPairs; ++pair) {
            const double made = draws.deliver(static_cast<std::uint64_t>(pair), 1000000)->time;
            time += made / kPairs;
            squares += made * made / kPairs;
        }
        const double error = std::sqrt((squares - time * time) / kPairs), expected = law.law.meanSteps * law.step.si();
        QVERIFY2(std::abs(time - expected) < 5.0 * error + 2e-3 * expected, qPrintable(QStringLiteral("%1 against %2").arg(time).arg(expected)));
    }

    void aPairDependsOnItsAddressAlone()
    {
        const PairPlan order = planOf(QStringLiteral("(1 + 2) nested 2"));
        const UnlikeChain parts(2, 1.0);
        const Chain chain = parts.chain(true);
        PlanDraws one(chain, order, 3), other(chain, order, 3);
        for (std::uint64_t pair = 0; pair < 20; ++pair) one.deliver(pair, 1000000);
        const auto late = one.deliver(77, 1000000), alone = other.deliver(77, 1000000);
        QCOMPARE(late->time, alone->time);
        QCOMPARE(late->state.values, alone->state.values);
    }

    void pairsThatTakeTooManyEventsAreGivenUp()
    {
        const PairPlan order = planOf(QStringLiteral("(1 + 2) within 0.001 s"));
        const UnlikeChain parts(2, 1e-6);
        const Chain chain = parts.chain(true);
        QVERIFY(!PlanDraws(chain, order, 1).deliver(0, 1000));
        QVERIFY(planSpread(chain, order, {}).points.empty());
    }

    void spreadOfAPlanHasTheLawsMean()
    {
        const PairPlan order = planOf(QStringLiteral("((1 + 2) within 12 s + 3) within 30 s"));
        const UnlikeChain parts(3, 1.0);
        const Chain chain = parts.chain(true);
        const FidelitySpread spread = planSpread(chain, order, {});
        const auto& mean = planLaw(chain, order, {}).law.meanCorrelators.values;
        QVERIFY(std::abs(spread.mean - 0.25 * (1.0 + mean[1] + mean[2] + mean[3])) < 5.0 * spread.standardError + 1e-3);
        QVERIFY(spread.drawn > 10000 && spread.points.size() > 50);
    }
};

BELLWEAVE_TEST(PlanDrawsTest)
#include "plan_draws_test.moc"
