// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/memory_decay.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <limits>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

const Duration kForever = Duration::fromSi(std::numeric_limits<double>::infinity());

/// The twirled T1/T2 channel as Pauli weights, straight from their definition.
BellDiagonal pauliWeights(double t, double t1, double t2)
{
    const double relaxed = 1.0 - std::exp(-t / t1);
    const double pz = (1.0 - std::exp(-t / t2)) / 2.0 - relaxed / 4.0;
    return {{1.0 - relaxed / 2.0 - pz, pz, relaxed / 4.0, relaxed / 4.0}};
}

double largestDifference(const BellDiagonal& a, const BellDiagonal& b)
{
    double worst = 0.0;
    for (std::size_t i = 0; i < 4; ++i) worst = std::max(worst, std::abs(a.weights[i] - b.weights[i]));
    return worst;
}

} // namespace

class MemoryDecayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithPrintedFigures();
    void correlatorFactorsEqualPauliWeights();
    void pureDephasingFlipsOnlyThePhase();
    void waitingTwiceIsWaitingTwiceAsLong();
    void longWaitsLeaveTheMixedState();
    void unphysicalCoherenceTimesAreCut();
    void aGaussianWaitInTwoPartsIsTheWholeOne();
    void aMatchedRateLeavesAsMuchOnAverage();
    void aMatchedRateLeavesOtherDecayAsItIs();
};

void MemoryDecayTest::agreesWithPrintedFigures()
{
    const DecayRates rates = decayRates(100_ms, 50_ms);
    const auto weights = fromCorrelators(decayFactors(rates, 10_ms)).weights;
    VERIFY_PRINTED(weights[1], 0.06684398, 8);
    VERIFY_PRINTED(weights[2], 0.02379065, 8);
    VERIFY_PRINTED(weights[3], 0.02379065, 8);

    const double bothHalves[] = {0.789843, 0.119523, 0.045317, 0.045317};
    const double oneHalf[] = {0.885575, 0.066844, 0.023791, 0.023791};   // equals exact amplitude damping and dephasing
    for (std::size_t i = 0; i < 4; ++i) {
        VERIFY_PRINTED(decayed(BellDiagonal(), rates, 10_ms, 2).weights[i], bothHalves[i], 6);
        VERIFY_PRINTED(decayed(BellDiagonal(), rates, 10_ms, 1).weights[i], oneHalf[i], 6);
    }
}

void MemoryDecayTest::correlatorFactorsEqualPauliWeights()
{
    QVERIFY(rc::check("factors on ZZ, XX, YY are the convolution with p_I, p_z, p_x, p_y", [] {
        const double t = *rc::gen::inRange(0, 1000000) / 1e5;
        const double t1 = *rc::gen::inRange(1, 1000000) / 1e5;
        const double t2 = 2.0 * t1 * *rc::gen::inRange(1, 1001) / 1000.0;
        const BellDiagonal state{{0.75, 0.05, 0.12, 0.08}};
        const auto rates = decayRates(Duration::fromSi(t1), Duration::fromSi(t2));
        RC_ASSERT(largestDifference(decayed(state, rates, Duration::fromSi(t), 1), convolve(state, pauliWeights(t, t1, t2))) < 1e-14);
        RC_ASSERT(largestDifference(decayed(state, rates, Duration::fromSi(t), 2),
                                    convolve(convolve(state, pauliWeights(t, t1, t2)), pauliWeights(t, t1, t2))) < 1e-14);
    }));
}

void MemoryDecayTest::pureDephasingFlipsOnlyThePhase()
{
    const auto state = decayed(BellDiagonal(), decayRates(kForever, 1_s), 1_s, 1);
    QCOMPARE(state.weights[1], (1.0 - std::exp(-1.0)) / 2.0);
    QCOMPARE(state.weights[2], 0.0);
}

void MemoryDecayTest::waitingTwiceIsWaitingTwiceAsLong()
{
    const DecayRates rates = decayRates(1_s, 500_ms);
    const BellDiagonal state{{0.7, 0.1, 0.15, 0.05}};
    const auto twice = decayed(decayed(state, rates, 100_ms, 1), rates, 200_ms, 1);
    QVERIFY(largestDifference(twice, decayed(state, rates, 300_ms, 1)) < 1e-15);
    QVERIFY(largestDifference(decayed(state, rates + rates, 100_ms, 1), decayed(state, rates, 100_ms, 2)) < 1e-15);
}

void MemoryDecayTest::longWaitsLeaveTheMixedState()
{
    QVERIFY(largestDifference(decayed(BellDiagonal(), decayRates(1_s, 1_s), 1000_s, 2), werner(0.25)) < 1e-15);
    QVERIFY(largestDifference(decayed(BellDiagonal(), decayRates(kForever, kForever), 1000_s, 2), BellDiagonal()) == 0.0);
}

void MemoryDecayTest::unphysicalCoherenceTimesAreCut()
{
    QCOMPARE(decayRates(1_s, 10_s).xx, 0.5);
    QCOMPARE(decayRates(1_s, 2_s).xx, 0.5);
}

void MemoryDecayTest::aGaussianWaitInTwoPartsIsTheWholeOne()
{
    const DecayRates rates = gaussianDecayRates(1_s, 100_ms);
    QCOMPARE(decayFactors(rates, 100_ms).values[2], std::exp(-1.0 - 0.05));    // T2 dephases, relaxation has its part
    QCOMPARE(decayFactors(rates, 100_ms).values[1], std::exp(-0.1));
    const BellDiagonal state{{0.7, 0.1, 0.15, 0.05}};
    const BellDiagonal twice = decayed(decayed(state, rates, 30_ms, 1), aged(rates, 30_ms), 50_ms, 1);
    QVERIFY(largestDifference(twice, decayed(state, rates, 80_ms, 1)) < 1e-15);
    QVERIFY(largestDifference(decayed(state, rates + rates, 30_ms, 1), decayed(state, rates, 30_ms, 2)) < 1e-15);
    for (int ms = 0; ms < 1000; ms += 7)    // no weight is negative however short the time: the channel is one
        for (const double weight : decayed(BellDiagonal(), gaussianDecayRates(50_ms, 100_ms), Duration::fromSi(ms * 1e-3), 2).weights) QVERIFY(weight >= 0.0);
}

void MemoryDecayTest::aMatchedRateLeavesAsMuchOnAverage()
{
    QVERIFY(rc::check("the mean over an exponential time, cut off or not, is the one by numerical integration", [] {
        const DecayRates rates = aged(gaussianDecayRates(1_s, 100_ms), Duration::fromSi(*rc::gen::inRange(0, 100) * 1e-3));
        const double mean = std::pow(10.0, *rc::gen::inRange(-50, 10) / 10.0);
        const std::optional<Duration> limit = *rc::gen::arbitrary<bool>() ? std::optional(Duration::fromSi(mean * *rc::gen::inRange(1, 50) / 10.0)) : std::nullopt;
        const DecayRates like = matched(rates, Duration::fromSi(mean), limit);
        RC_ASSERT(like.gaussian == 0.0 && like.zz == rates.zz);
        const double end = limit ? limit->si() : 40.0 * mean;
        double wanted = 0.0, got = 0.0;
        constexpr int kSteps = 200000;
        for (int i = 0; i < kSteps; ++i) {
            const double x = (i + 0.5) * end / kSteps, weight = std::exp(-x / mean) / mean * end / kSteps;
            wanted += weight * std::exp(-rates.xx * x - rates.gaussian * x * x);
            got += weight * std::exp(-like.xx * x);
        }
        RC_ASSERT(std::abs(got - wanted) < 1e-6 * (1.0 + wanted));
    }));
}

void MemoryDecayTest::aMatchedRateLeavesOtherDecayAsItIs()
{
    const DecayRates rates = decayRates(1_s, 100_ms);
    QCOMPARE(matched(rates, 50_ms).xx, rates.xx);
    QCOMPARE(matched(gaussianDecayRates(1_s, 100_ms), Duration()).xx, 0.5);
    QVERIFY(std::abs(matched(gaussianDecayRates(kForever, 100_ms), 1_us).xx * 1e-6 - 2e-10) < 1e-14);    // <t²>/T² = 2 m²/T²
}

BELLWEAVE_TEST(MemoryDecayTest)
#include "memory_decay_test.moc"
