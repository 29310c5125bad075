// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/distillation.h"
#include "engine/sampling/lane_sampler.h"
#include "tests/support/sampled_chains.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// Means over many trials with their standard errors.
struct Means {
    double time = 0.0, timeError = 0.0;
    double werner = 0.0, wernerError = 0.0;
};

Means meansOf(const SamplingProgram& program, std::uint64_t seed, std::size_t batches)
{
    LaneSampler sampler(program, seed);
    double sums[4] = {};
    for (std::size_t batch = 0; batch < batches; ++batch) {
        const auto pairs = sampler.deliver(batch * kLanes, kLanes);
        for (std::size_t i = 0; i < kLanes; ++i) {
            const double w = (4.0 * pairs->fidelities[i] - 1.0) / 3.0;
            sums[0] += pairs->times[i];
            sums[1] += pairs->times[i] * pairs->times[i];
            sums[2] += w;
            sums[3] += w * w;
        }
    }
    const double n = static_cast<double>(batches * kLanes);
    const auto error = [n](double sum, double squares) { return std::sqrt(std::max(0.0, squares / n - sum * sum / (n * n)) / n); };
    return {sums[0] / n, error(sums[0], sums[1]), sums[2] / n, error(sums[2], sums[3])};
}

void compare(const char* name, double got, double error, double exact)
{
    QVERIFY2(std::abs(got - exact) <= 4.0 * error + 1e-9, qPrintable(QStringLiteral("%1: %2 ± %3, exact %4").arg(name).arg(got, 0, 'g', 9).arg(error).arg(exact, 0, 'g', 9)));
}

} // namespace

class LaneSamplerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nestedChainsComeOutAsSolvedExactly_data()
    {
        QTest::addColumn<NestedChain>("chain");
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("werner");
        // Exact waiting times and Werner parameters of the published solver of nested chains (github.com/BoxiLi/repeater-cut-off-optimization)
        // and the closed form of two segments.
        QTest::newRow("one repeater") << NestedChain{1, 0.1, 1.0, 1.0, 400.0, {}} << 14.736842105 << 0.976865252;
        QTest::newRow("four segments, half of the swaps") << NestedChain{2, 0.1, 0.5, 0.98, 400.0, {}} << 84.8175804 << 0.826901742;
        QTest::newRow("eight segments, half of the swaps") << NestedChain{3, 0.1, 0.5, 0.98, 400.0, {}} << 242.348372 << 0.579477964;
        QTest::newRow("eight segments with cut-offs") << NestedChain{3, 0.1, 0.5, 0.98, 400.0, {16, 31, 55}} << 471.9713328 << 0.7070286002;
        QTest::newRow("eight segments, certain swaps") << NestedChain{3, 0.01, 1.0, 1.0, 2000.0, {}} << 270.924509 << 0.696876957;
    }
    void nestedChainsComeOutAsSolvedExactly()
    {
        QFETCH(NestedChain, chain);
        QFETCH(double, time);
        QFETCH(double, werner);
        for (const std::uint64_t seed : {1, 2}) {
            const Means means = meansOf(programOf(chain), seed, 40);
            compare("time", means.time, means.timeError, time);
            compare("Werner", means.werner, means.wernerError, werner);
        }
    }

    void twoPairsAreDistilledAsSolvedExactly()
    {
        SamplingProgram program;
        SamplingProgram::Join join;
        join.left = program.add(wernerLink(0.1, 0.9));
        join.right = program.add(wernerLink(0.1, 0.9));
        join.whileLeftWaits = join.whileRightWaits = {1.0 / 400.0, 1.0 / 400.0, 1.0 / 400.0};
        join.round = wernerRound();
        program.add(join);
        const Means means = meansOf(program, 1, 40);
        compare("time", means.time, means.timeError, 16.4541553);
        compare("Werner", means.werner, means.wernerError, 0.920063677);
    }

    void rowsSwapAsSoonAsPossible_data()
    {
        QTest::addColumn<std::size_t>("links");
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("fidelity");
        // E[max of n] in closed form; fidelity by 4 to 20 million draws of (1 + E[exp(-D/1000)])/2, p = 0.05, ends held.
        QTest::newRow("2") << std::size_t{2} << 29.74358974 << 0.98124444;
        QTest::newRow("4") << std::size_t{4} << 41.1160953 << 0.95330472;
        QTest::newRow("8") << std::size_t{8} << 53.48659747 << 0.9100773;
        QTest::newRow("32") << std::size_t{32} << 79.62330927 << 0.7462059;
    }
    void rowsSwapAsSoonAsPossible()
    {
        QFETCH(std::size_t, links);
        QFETCH(double, time);
        QFETCH(double, fidelity);
        const Means means = meansOf(dephasingRow(links, 0.05, 1000.0), 1, 20);
        compare("time", means.time, means.timeError, time);
        QVERIFY(std::abs((1.0 + 3.0 * means.werner) / 4.0 - fidelity) < 4.0 * 0.75 * means.wernerError + 5e-5);
    }

    void waitingTimesOfPhysicsComeOut()
    {
        // E[max of n] for p = 0.1 and 0.5; two segments with a cut-off of 10 attempts, T = 20.
        for (const auto& [links, p, time] : {std::tuple{3, 0.1, 17.900563}, {16, 0.1, 32.587248}, {3, 0.5, 3.142857}, {4, 0.5, 3.504762}}) {
            const Means means = meansOf(dephasingRow(static_cast<std::size_t>(links), p, 1e12), 3, 20);
            compare("row", means.time, means.timeError, time);
        }
        const Means cut = meansOf(programOf({1, 0.1, 1.0, 1.0, 20.0, {10}}), 3, 20);
        compare("cut", cut.time, cut.timeError, 17.073365);
        compare("cut", cut.werner, cut.wernerError, 0.816006);
        const Means nested = meansOf(programOf({2, 0.5, 0.5, 1.0, 1e12, {}}), 3, 20);
        compare("nested", nested.time, nested.timeError, 15.09391);
    }

    void aRowWhoseSwapsFailBeginsAgain()
    {
        SamplingProgram program = dephasingRow(3, 0.1, 1e12);
        auto& row = std::get<SamplingProgram::Row>(program.steps.back());
        row.success = 0.25;
        row.ending = 2.0;
        const Means means = meansOf(program, 5, 20);
        compare("time", means.time, means.timeError, (17.900563 + 2.0) / 0.25);
    }

    void pairsMadeInTurnAddTheirTimes()
    {
        SamplingProgram program = programOf({1, 0.1, 1.0, 1.0, 400.0, {}});
        std::get<SamplingProgram::Join>(program.steps.back()).isInTurn = true;
        const Means means = meansOf(program, 1, 20);
        const double x = std::exp(-1.0 / 400.0);
        compare("time", means.time, means.timeError, 20.0);
        compare("Werner", means.werner, means.wernerError, 0.1 * x / (1.0 - 0.9 * x));
    }

    void aTrialDeliversTheSamePairInAnyCompany()
    {
        for (const NestedChain& chain : {NestedChain{3, 0.1, 0.5, 0.98, 400.0, {16, 31, 55}}, NestedChain{3, 0.1, 0.5, 0.98, 400.0, {}}}) {
            const SamplingProgram program = programOf(chain);
            LaneSampler all(program, 9), few(program, 9, laneLoops(0));
            const auto many = all.deliver(5'000'000'000, 1000);
            for (std::size_t i = 0; i < 1000; i += 37) {
                const std::size_t count = std::min<std::size_t>(i % 5 + 1, 1000 - i);
                const auto some = few.deliver(5'000'000'000 + i, count);
                for (std::size_t j = 0; j < count; ++j) {
                    QCOMPARE(some->times[j], many->times[i + j]);
                    QCOMPARE(some->fidelities[j], many->fidelities[i + j]);
                }
            }
        }
    }

    void aStopEndsEvenWhatNeverSucceeds()
    {
        SamplingProgram program = programOf({1, 0.1, 1e-15, 1.0, 400.0, {}});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!LaneSampler(program, 1).deliver(0, 10, stop.get_token()));
    }
};

BELLWEAVE_TEST(LaneSamplerTest)
#include "lane_sampler_test.moc"
