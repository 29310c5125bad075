// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/finite_twin_field.h"
#include "tests/support/test_program.h"

#include "engine/physics/capacity.h"
#include "engine/physics/count_bounds.h"
#include "engine/physics/relay_means.h"

#include <QTest>
#include <cmath>
#include <numbers>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr KeyBound kFinite[] = {KeyBound::UnionBound, KeyBound::ExactTail, KeyBound::Serfling};
constexpr double kInefficiency = 1.16;

/// Loss of both arms together; B's a little larger.
RelayArms armsOf(double loss, double dark = 1e-8)
{
    RelayArms arms;
    arms.transmissivityA = 1.2 * std::pow(10.0, -0.05 * loss);
    arms.transmissivityB = arms.transmissivityA / 1.44;
    arms.meanA = arms.meanB = 0.0;
    arms.dark = dark;
    arms.misalignment = 0.02;
    return arms;
}

double endless(const RelayArms& arms) { return twinField(bestMeans(arms, kTwinField, kInefficiency), kInefficiency).key; }

double keyOf(const RelayArms& arms, double sifted, KeyBound bound, double secrecy = 1e-10)
{
    const DecoyBlock block{sifted, std::sqrt(0.5), secrecy};
    return finiteTwinField(arms, bestFields(arms, block, bound, kInefficiency), block, bound, kInefficiency);
}

/// Bits of a pulse of what is chosen under a load.
double keyUnder(const RelayArms& arms, const DecoyBlock& block, const DetectorLoad& load)
{
    const SentFields sent = bestFields(arms, block, KeyBound::UnionBound, kInefficiency, load);
    const RelayArms lit = underLoad(arms, sent, block.keyBasis, load);
    return seenUnderLoad(arms, sent, block.keyBasis, load) * finiteTwinField(lit, sent, block, KeyBound::UnionBound, kInefficiency);
}

double poissonian(double mean, int n) { return mean > 0.0 ? std::exp(-mean + n * std::log(mean) - std::lgamma(n + 1.0)) : (n == 0 ? 1.0 : 0.0); }

/// Both detectors' clicks for photon numbers, by what an honest station does; or by what another one likes.
using Yield = double (*)(const RelayArms&, int, int);
double honest(const RelayArms& arms, int m, int n) { return 2.0 * photonYield(arms, m, n); }
double onlyFew(const RelayArms& arms, int m, int n) { return m + n <= 2 ? honest(arms, m, n) : 0.0; }
double onlyMany(const RelayArms&, int m, int n) { return m + n >= 3 ? 0.01 : 0.0; }
double onlyPairs(const RelayArms&, int m, int n) { return m == 1 && n == 1 ? 0.2 : 0.0; }
double manyOfOne(const RelayArms&, int m, int n) { return m == 0 && n >= 4 ? 0.5 : 1e-4; }

/// Tests of every intensity for given yields, by sums over photon numbers.
FieldCounts countsOf(const RelayArms& arms, const SentFields& sent, double pulses, Yield yield)
{
    FieldCounts counts{};
    const double over[] = {sent.strong, sent.strong * sent.weak, 0.0};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            for (int m = 0; m < 14; ++m)
                for (int n = 0; n < 14; ++n) {
                    const double sentSo = pulses * sent.shares[i] * sent.shares[j] * poissonian(over[i] * sent.meanA, m) * poissonian(over[j] * sent.meanB, n);
                    counts[i][j] += sentSo * yield(arms, m, n);
                }
    return counts;
}

/// (sum c_m c_n sqrt(Y_mn))² of both parities: the most that phase errors can be under such yields.
double worstPhaseErrors(const RelayArms& arms, const SentFields& sent, Yield yield)
{
    double all = 0.0;
    for (int parity = 0; parity < 2; ++parity) {
        double sum = 0.0;
        for (int m = parity; m < 14; m += 2)
            for (int n = parity; n < 14; n += 2) sum += std::sqrt(poissonian(sent.meanA, m) * poissonian(sent.meanB, n) * yield(arms, m, n));
        all += sum * sum;
    }
    return all;
}

} // namespace

class FiniteTwinFieldTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pulsesOfRandomPhaseClickAsTheyDoPhaseByPhase()
    {
        RelayArms s = armsOf(6.0, 1e-3);
        s.meanA = 0.7;
        s.meanB = 0.3;
        double sum = 0.0, all = 0.0;
        const double a = s.transmissivityA * s.meanA, b = s.transmissivityB * s.meanB;
        for (int i = 0; i < 400; ++i) {
            const double mixed = std::sqrt(a * b) * 0.96 * std::cos(2.0 * std::numbers::pi * i / 400);
            const double silent = (1.0 - 1e-3) * std::exp(-0.5 * (a + b) - mixed), other = (1.0 - 1e-3) * std::exp(-0.5 * (a + b) + mixed);
            sum += ((1.0 - silent) * other + (1.0 - other) * silent) / 400;
        }
        for (int m = 0; m < 25; ++m)
            for (int n = 0; n < 25; ++n) all += poissonian(0.7, m) * poissonian(0.3, n) * honest(s, m, n);
        QVERIFY(std::abs(respondToRandomPhases(s) / sum - 1.0) < 1e-9);
        QVERIFY(std::abs(all / sum - 1.0) < 1e-9);
    }

    void phaseErrorsAreNeverFewerThanAnyStationCanMake()
    {
        const RelayArms arms = armsOf(20.0, 1e-6);
        const double basis = 0.6, odds = basis * basis / ((1.0 - basis) * (1.0 - basis));
        for (const SentFields& sent : {SentFields{0.02, 0.03, 12.0, 0.3, {0.2, 0.5, 0.3}}, SentFields{0.1, 0.1, 1.05, 0.9, {0.3, 0.3, 0.4}},
                                       SentFields{0.01, 0.02, 60.0, 0.02, {0.1, 0.6, 0.3}}})
            for (const Yield yield : {honest, onlyFew, onlyMany, onlyPairs, manyOfOne})
                for (const KeyBound bound : {KeyBound::Asymptotic, KeyBound::UnionBound, KeyBound::Serfling}) {
                    const FieldCounts counts = countsOf(arms, sent, 1e12, yield);
                    const double most = phaseErrorsAtMost(sent, basis, counts, 1e9, bound, 50.0);
                    QVERIFY(most >= 1e12 * odds * worstPhaseErrors(arms, sent, yield) * (1.0 - 1e-9));
                }
    }

    void boundsHoldForDrawnCounts()
    {
        const RelayArms arms = armsOf(12.0, 1e-6);
        const SentFields sent{0.03, 0.04, 9.0, 0.25, {0.3, 0.5, 0.2}};
        const double basis = 0.5, pulses = 1e7, chance = 0.01;
        const double expected = pulses * worstPhaseErrors(arms, sent, honest);
        const FieldCounts means = countsOf(arms, sent, pulses, honest);
        RelayArms lit = arms;
        lit.meanA = sent.meanA;
        lit.meanB = sent.meanB;
        const double keys = pulses * respondToFields(lit).gain;
        std::mt19937_64 engine(7);
        const auto draw = [&](double mean) { return static_cast<double>(std::poisson_distribution<long long>(mean)(engine)); };
        for (const KeyBound bound : kFinite) {
            int failures = 0;
            for (int round = 0; round < 200; ++round) {
                FieldCounts counts{};
                for (std::size_t i = 0; i < 3; ++i)
                    for (std::size_t j = 0; j < 3; ++j) counts[i][j] = draw(means[i][j]);
                failures += phaseErrorsAtMost(sent, basis, counts, keys, bound, -std::log(chance)) < draw(expected);
            }
            QVERIFY(failures <= 36);    // 18 bounds of 1 % each
        }
    }

    void expectedHitsAreSeldomPassed()
    {
        std::mt19937_64 engine(3);
        for (const double mean : {0.5, 20.0, 3000.0})
            for (const KeyBound bound : kFinite) {
                int failures = 0;
                for (int round = 0; round < 4000; ++round)
                    failures += static_cast<double>(std::binomial_distribution<int>(10000, 1e-4 * mean)(engine)) > hitsAtMost(bound, mean, 1e4, std::log(100.0));
                QVERIFY(failures <= 60);
            }
    }

    void finiteBlocksGiveLessMoreWithLengthAndTendToTheEndless()
    {
        for (const double loss : {10.0, 30.0, 60.0})
            for (const KeyBound bound : kFinite) {
                double before = 0.0;
                for (const double sifted : {1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e11, 1e13, 1e15}) {
                    const double key = keyOf(armsOf(loss), sifted, bound);
                    QVERIFY(key >= before);
                    before = key;
                }
                QVERIFY(before > 0.0 && before < endless(armsOf(loss)));
                QVERIFY(before > 0.84 * endless(armsOf(loss)));
            }
    }

    void lossAndSecrecyCostAndTighterBoundsDoNot()
    {
        for (const double sifted : {1e6, 1e8, 1e10}) {
            double before = 1.0;
            for (const double loss : {0.0, 5.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0}) {
                const double unions = keyOf(armsOf(loss + 1.6), sifted, KeyBound::UnionBound);
                QVERIFY(unions <= before && unions <= endless(armsOf(loss + 1.6)));
                QVERIFY(keyOf(armsOf(loss + 1.6), sifted, KeyBound::Serfling) <= unions);
                QCOMPARE(keyOf(armsOf(loss + 1.6), sifted, KeyBound::ExactTail), unions);
                QVERIFY(keyOf(armsOf(loss + 1.6), sifted, KeyBound::UnionBound, 1e-20) <= unions);
                before = unions;
            }
        }
    }

    void noTypedMeansGiveMoreThanChosenOnes()
    {
        constexpr double losses[][2] = {{4.0, 4.0}, {1.89, 5.1}, {14.33, 4.0}, {22.0, 24.0}};
        for (const DetectorLoad& load : {DetectorLoad{}, DetectorLoad{10.0, 0.01}})
            for (const auto& [lossA, lossB] : losses)
                for (const double sifted : {1e6, 1e10}) {
                    RelayArms arms = armsOf(0.0);
                    arms.transmissivityA = std::pow(10.0, -0.1 * lossA);
                    arms.transmissivityB = std::pow(10.0, -0.1 * lossB);
                    const DecoyBlock block{sifted, std::sqrt(0.5), 1e-10};
                    const double chosen = keyUnder(arms, block, load);
                    double typed = 0.0;
                    for (arms.meanA = 5e-4; arms.meanA <= 0.3; arms.meanA *= 2.2)
                        for (arms.meanB = 5e-4; arms.meanB <= 0.3; arms.meanB *= 2.2) typed = std::max(typed, keyUnder(arms, block, load));
                    QVERIFY2(chosen >= 0.995 * typed, qPrintable(QStringLiteral("%1 against %2 at %3 and %4 dB").arg(chosen).arg(typed).arg(lossA).arg(lossB)));
                }
    }

    void theSearchLeavesPlainsWithoutKey()
    {
        // Many after-pulses, long gates, few tests and much secrecy.
        RelayArms arms = armsOf(0.0, 1e-12);
        arms.misalignment = 0.0;
        arms.transmissivityA = 0.7 * std::pow(10.0, -0.7);
        arms.transmissivityB = 0.7 * std::pow(10.0, -0.8);
        const DetectorLoad load{0.0, 0.5 * 0.29 * 7.9e-10 * 6.48e8};
        const DecoyBlock block{2.88e9, std::sqrt(0.0247), 1e-20};
        const double chosen = keyUnder(arms, block, load);
        for (double mean = 1e-4; mean < 0.2; mean *= 1.3) {
            arms.meanA = arms.meanB = mean;
            QVERIFY(chosen >= keyUnder(arms, block, load));
        }
    }

    void tenThousandMillionPulsesPassTheRepeaterlessBound()
    {
        // As Curras-Lorenzo et al. (2021) say of about so many, dark counts of 1e-8 and 2 % misaligned.
        const RelayArms arms = armsOf(60.0);
        const DecoyBlock block{1e5, std::sqrt(0.5), 1e-10};
        SentFields sent = bestFields(arms, block, KeyBound::UnionBound, kInefficiency);
        const double both = block.keyBasis * block.keyBasis;
        RelayArms lit = arms;
        lit.meanA = sent.meanA;
        lit.meanB = sent.meanB;
        QVERIFY(block.sifted / respondToFields(lit).gain / both < 1.5e10);
        QVERIFY(both * finiteTwinField(arms, sent, block, KeyBound::UnionBound, kInefficiency) > plobBound(arms.transmissivityA * arms.transmissivityB));
    }

    void chosenFieldsAreNoWorseThanOthersNearby()
    {
        const RelayArms arms = armsOf(40.0);
        for (const double sifted : {1e6, 1e9}) {
            const DecoyBlock block{sifted, std::sqrt(0.5), 1e-10};
            const SentFields best = bestFields(arms, block, KeyBound::UnionBound, kInefficiency);
            const double key = finiteTwinField(arms, best, block, KeyBound::UnionBound, kInefficiency);
            for (const double factor : {0.5, 0.8, 1.25, 2.0}) {
                SentFields dimmed = best, stronger = best, weaker = best;
                dimmed.meanA *= factor;
                dimmed.meanB *= factor;
                dimmed.strong /= factor;
                stronger.strong *= factor;
                weaker.weak *= factor;
                for (const SentFields& other : {dimmed, stronger, weaker})
                    QVERIFY(finiteTwinField(arms, other, block, KeyBound::UnionBound, kInefficiency) <= 1.005 * key);
            }
        }
    }

    void noKeyFromDarkOrUnusableFields()
    {
        const DecoyBlock block{1e9, std::sqrt(0.5), 1e-10};
        QCOMPARE(keyOf(armsOf(170.0, 1e-6), 1e9, KeyBound::UnionBound), 0.0);
        QCOMPARE(finiteTwinField(armsOf(20.0), SentFields{0.02, 0.02, 0.9, 0.3, {0.2, 0.5, 0.3}}, block, KeyBound::UnionBound, 1.16), 0.0);
        QCOMPARE(finiteTwinField(armsOf(20.0), SentFields{0.02, 0.02, 9.0, 1.0, {0.2, 0.5, 0.3}}, block, KeyBound::UnionBound, 1.16), 0.0);
    }
};

BELLWEAVE_TEST(FiniteTwinFieldTest)
#include "finite_twin_field_test.moc"
