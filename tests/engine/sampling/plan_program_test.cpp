// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/plan_program.h"
#include "tests/support/test_program.h"

#include "engine/analytic/plan_draws.h"
#include "engine/analytic/plan_law.h"
#include "engine/sampling/lane_sampler.h"
#include "tests/support/unlike_chain.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

PairPlan planOf(const QString& text) { return parsePairPlan(text).value(); }

/// Mean time (s) and correlators, and their variances.
struct Means {
    std::array<double, 4> mean{}, variance{};
    double count = 0.0;

    void add(const std::array<double, 4>& values)
    {
        count += 1.0;
        for (std::size_t i = 0; i < 4; ++i) {
            const double step = values[i] - mean[i];
            mean[i] += step / count;
            variance[i] += step * (values[i] - mean[i]);
        }
    }
    double errorOf(std::size_t i) const { return std::sqrt(variance[i]) / count; }
};

Means sampled(const SamplingProgram& program, std::size_t batches)
{
    Means means;
    LaneSampler sampler(program, 1);
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const auto pairs = sampler.deliver(batch * kLanes, kLanes);
        for (std::size_t i = 0; i < kLanes; ++i)
            means.add({pairs->times[i] * 1e-12, pairs->correlators[0][i], pairs->correlators[1][i], pairs->correlators[2][i]});
    }
    return means;
}

Means drawn(const Chain& chain, const PairPlan& plan, int pairs)
{
    Means means;
    PlanDraws draws(chain, plan, 7);
    for (int i = 0; i < pairs; ++i) {
        const auto pair = draws.deliver(static_cast<std::uint64_t>(i), 1000000);
        means.add({pair->time, pair->state.values[1], pair->state.values[2], pair->state.values[3]});
    }
    return means;
}

} // namespace

class PlanProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Against events drawn one by one by other code, and against the whole law where time and state go together in it.
    void pairsAreThoseOfThePlan_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<double>("swapSuccess");
        QTest::addColumn<double>("efficiency");
        QTest::addColumn<bool>("endsHold");
        QTest::newRow("one link") << "1" << 1.0 << 1.0 << true;
        QTest::newRow("two hops") << "1 + 2" << 1.0 << 1.0 << true;
        QTest::newRow("swaps that fail") << "(1 + 2) + 3" << 0.6 << 1.0 << true;
        QTest::newRow("memories that lose halves") << "(1 + 2) + 3" << 0.9 << 0.8 << true;
        QTest::newRow("ends measured at once") << "1 + (2 + 3)" << 0.8 << 1.0 << false;
        QTest::newRow("waits cut off") << "((1 + 2) within 12 s + 3) within 30 s" << 1.0 << 1.0 << true;
        QTest::newRow("waits cut off, swaps that fail") << "((1 + 2) within 12 s + 3) within 30 s" << 0.7 << 1.0 << true;
        QTest::newRow("a bracket of links") << "1 + 2 + 3" << 0.7 << 1.0 << true;
        QTest::newRow("a bracket in a bracket") << "(1 + 2 + 3) + 4" << 0.7 << 1.0 << true;
        QTest::newRow("brackets of brackets") << "(1 + 2) + 3 + 4" << 1.0 << 1.0 << true;
        QTest::newRow("distilled from end to end") << "(1 + 2) nested 1" << 1.0 << 1.0 << true;
        QTest::newRow("two rounds") << "(1 + 2) nested 2" << 1.0 << 1.0 << true;
        QTest::newRow("pumped inside") << "(1 + 2) pumped 2 + 3" << 1.0 << 1.0 << true;
    }
    void pairsAreThoseOfThePlan()
    {
        QFETCH(QString, plan);
        QFETCH(double, swapSuccess);
        QFETCH(double, efficiency);
        QFETCH(bool, endsHold);
        const PairPlan order = planOf(plan);
        const UnlikeChain parts(order.hops(), swapSuccess, efficiency);
        const Chain chain = parts.chain(endsHold);
        const auto program = planProgram(chain, order);
        QVERIFY(program);
        const Means lanes = sampled(*program, 8), events = drawn(chain, order, 8000);
        for (std::size_t i = 0; i < 4; ++i) {
            const double error = std::hypot(lanes.errorOf(i), events.errorOf(i));
            QVERIFY2(std::abs(lanes.mean[i] - events.mean[i]) < 4.0 * error + 1e-9,
                     qPrintable(QStringLiteral("%1: %2 against %3 ± %4").arg(i).arg(lanes.mean[i]).arg(events.mean[i]).arg(error)));
        }
        const PlanLaw law = planLaw(chain, order, {});
        const double time = law.law.meanSteps * law.step.si();
        QVERIFY2(std::abs(lanes.mean[0] - time) < 4.0 * lanes.errorOf(0) + 1e-3 * time, qPrintable(QStringLiteral("%1 against %2").arg(lanes.mean[0]).arg(time)));
    }

    void memoriesOfGaussianCoherenceAreNotCompiled()
    {
        UnlikeChain parts(2, 1.0);
        parts.stations[1].memory.coherenceDecay = CoherenceDecay::Gaussian;
        QVERIFY(!planProgram(parts.chain(), planOf(QStringLiteral("1 + 2"))));
    }
};

BELLWEAVE_TEST(PlanProgramTest)
#include "plan_program_test.moc"
