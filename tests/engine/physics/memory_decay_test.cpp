// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/memory_decay.h"
#include "tests/support/printed_figure.h"

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

QTEST_APPLESS_MAIN(MemoryDecayTest)
#include "memory_decay_test.moc"
