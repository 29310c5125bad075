// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_decoy.h"
#include "engine/physics/finite_key.h"
#include "tests/support/test_program.h"

#include "engine/physics/bell_diagonal.h"
#include "engine/physics/capacity.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

DecoyChannel channel(double loss)
{
    DecoyChannel result;
    result.transmissivity = std::pow(10.0, -0.1 * loss);
    return result;
}

} // namespace

class FiniteKeyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void exactTailIsTheLeastThatDrawingAllowsByExperiment()
    {
        // 60 wrong of 400; 100 tested. How often does the rest err by so much more than the tested?
        const double kept = 300.0;
        const double tested = 100.0;
        const double chance = 0.02;
        const double excess = *exactSamplingExcess(kept, tested, 0.1, chance);
        std::mt19937_64 engine(7);
        for (const int wrong : {10, 30, 45, 60, 90}) {
            int failures = 0;
            const int rounds = 40000;
            for (int round = 0; round < rounds; ++round) {
                int left = wrong;
                int seen = 0;
                for (int i = 0; i < 100; ++i)
                    if (engine() % static_cast<unsigned>(400 - i) < static_cast<unsigned>(left)) { --left; ++seen; }
                failures += seen <= 10 && left >= (0.1 + excess) * kept - 1e-9;
            }
            QVERIFY(failures < rounds * chance * 1.1);
        }
    }

    void boundsAreOrderedAndVanishInLongBlocks()
    {
        for (const double error : {0.01, 0.03, 0.08}) {
            double before = 1.0;
            for (const double size : {1e4, 1e6, 1e8}) {
                const double exact = *exactSamplingExcess(0.9 * size, 0.1 * size, error, 1e-10);
                const double united = *samplingExcess(0.9 * size, 0.1 * size, error, 1e-10);
                const double serfling = *serflingExcess(0.9 * size, 0.1 * size, error, 1e-10);
                QVERIFY(exact <= united && united <= serfling);
                QVERIFY(exact > 0.0 && exact < before);
                before = exact;
            }
        }
    }

    void serflingIsWhatTomamichelPrints()
    {
        // mu = sqrt((n+k)/(n k) (k+1)/k ln(2/eps)), and a chance of (eps/2)² for it.
        const double n = 9e5, k = 1e5, eps = 1e-10;
        const double printed = std::sqrt((n + k) / (n * k) * (k + 1.0) / k * std::log(2.0 / eps));
        QVERIFY(std::abs(*serflingExcess(n, k, 0.02, 0.25 * eps * eps) / printed - 1.0) < 1e-12);
    }

    void finiteBlocksGiveLessAndApproachTheAsymptoticRate()
    {
        for (const KeyBound bound : {KeyBound::UnionBound, KeyBound::ExactTail, KeyBound::Serfling}) {
            double before = 0.0;
            for (const double size : {1e5, 1e7, 1e9}) {
                const double key = finiteFraction({size, 0.02, 0.02, 1e-10}, bound, 1.1);
                QVERIFY(key >= before);
                before = key;
            }
            const double limit = 0.9 * finiteFraction({1e9, 0.02, 0.02, 1e-10}, KeyBound::Asymptotic, 1.1);
            QVERIFY(before < limit && before > 0.98 * limit);
            QCOMPARE(finiteFraction({1e3, 0.02, 0.02, 1e-10}, bound, 1.1), 0.0);
        }
    }

    void finiteDecoysGiveLessThanInfinitelyManyAndApproachThem()
    {
        const double basis = std::sqrt(0.5);
        for (const double loss : {10.0, 20.0, 30.0}) {
            DecoyChannel now = channel(loss);
            double before = 0.0;
            for (const double size : {1e6, 1e8, 1e11}) {
                const DecoyBlock block{size, basis, 1e-10};
                const double key = finiteDecoyBb84(now, bestDecoys(now, block, 1.16, false), block, 1.16);
                QVERIFY(key >= before);
                before = key;
            }
            double infinite = 0.0;
            for (double mean = 0.05; mean < 1.0; mean += 0.01) {
                now.meanPhotons = mean;
                infinite = std::max(infinite, decoyBb84WithEmpty(now, 1.16));
            }
            QVERIFY(before < infinite && before > 0.85 * infinite);
        }
    }

    void smallBlocksGiveNoKey()
    {
        const DecoyBlock block{1e3, 0.9, 1e-10};
        QCOMPARE(finiteDecoyBb84(channel(20.0), bestDecoys(channel(20.0), block, 1.16, false), block, 1.16), 0.0);
    }

    void chosenMeanIsKept()
    {
        DecoyChannel now = channel(15.0);
        now.meanPhotons = 0.37;
        QCOMPARE(bestDecoys(now, {1e8, 0.8, 1e-10}, 1.16, true).means[0], 0.37);
    }

    void finiteKeyStaysBelowTheRepeaterlessBound()
    {
        for (double loss = 2.0; loss < 50.0; loss += 4.0) {
            const DecoyBlock block{1e12, 0.99, 1e-10};
            const DecoyChannel now = channel(loss);
            QVERIFY(finiteDecoyBb84(now, bestDecoys(now, block, 1.0, false), block, 1.0) < plobBound(now.transmissivity));
        }
    }
};

BELLWEAVE_TEST(FiniteKeyTest)
#include "finite_key_test.moc"
