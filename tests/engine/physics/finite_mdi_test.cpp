// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/count_bounds.h"
#include "engine/physics/finite_mdi.h"
#include "engine/physics/relay_means.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numbers>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr KeyBound kFinite[] = {KeyBound::UnionBound, KeyBound::ExactTail, KeyBound::Serfling};

RelayArms armsOf(double loss)
{
    RelayArms arms;
    arms.transmissivityA = std::pow(10.0, -0.1 * loss);
    arms.transmissivityB = 0.7 * arms.transmissivityA;
    arms.meanA = arms.meanB = 0.0;
    arms.misalignment = 0.015;
    return arms;
}

double endless(const RelayArms& arms) { return measurementDeviceIndependent(bestMeans(arms, kMeasurementDeviceIndependent, 1.16), 1.16).key; }

double keyOf(const RelayArms& arms, double sifted, KeyBound bound)
{
    const DecoyBlock block{sifted, std::sqrt(0.5), 1e-10};
    return finiteMdi(arms, bestIntensities(arms, block, bound, 1.16), block, bound, 1.16);
}

/// Bits of a pulse of what is chosen under a load.
double keyUnder(const RelayArms& arms, double sifted, const DetectorLoad& load)
{
    const DecoyBlock block{sifted, std::sqrt(0.5), 1e-10};
    const SentIntensities sent = bestIntensities(arms, block, KeyBound::UnionBound, 1.16, load);
    const RelayArms lit = underLoad(arms, sent, block.keyBasis, load);
    return seenUnderLoad(arms, sent, block.keyBasis, load) * finiteMdi(lit, sent, block, KeyBound::UnionBound, 1.16);
}

/// An endless block's, where tests burden nothing.
double endlessUnder(const RelayArms& arms, DetectorLoad load)
{
    load.blind *= std::sqrt(0.5);
    load.followed *= std::sqrt(0.5);
    const RelayArms best = bestMeans(arms, kMeasurementDeviceIndependent, 1.16, load);
    return underLoad(best, kMeasurementDeviceIndependent, 1.16, load).key;
}

double clicks(double photons, double dark) { return 1.0 - (1.0 - dark) * std::exp(-photons); }

/// Accepted yield of photon numbers in the test basis, and half the difference of right and wrong bits: from the powers of the
/// means in e^(a+b) times the gain.
double term(const RelayArms& s, double order, double overlap, int m, int n)
{
    double sum = 0.0;
    const double a = 1.0 - 0.25 * order * s.transmissivityA, b = 1.0 - 0.25 * order * s.transmissivityB;
    for (int k = 0; k <= std::min(m, n); ++k) {
        const double ways = std::tgamma(m + 1.0) * std::tgamma(n + 1.0) / (std::tgamma(m - k + 1.0) * std::tgamma(n - k + 1.0) * std::pow(std::tgamma(k + 1.0), 2));
        sum += ways * std::pow(a, m - k) * std::pow(b, n - k) * std::pow(0.25 * overlap * overlap * s.transmissivityA * s.transmissivityB, k);
    }
    return std::pow(1.0 - s.dark, order) * sum;
}
double yieldOf(const RelayArms& s, int m, int n)
{
    return 2.0 * (term(s, 2, 0, m, n) + 2.0 * term(s, 4, 0, m, n) - 4.0 * term(s, 3, 0.5, m, n) + term(s, 2, 1, m, n));
}
double wrongOf(const RelayArms& s, int m, int n)
{
    return 0.5 * yieldOf(s, m, n) - (1.0 - 2.0 * s.misalignment) * (term(s, 2, 1, m, n) - term(s, 2, 0, m, n));
}

} // namespace

class FiniteMdiTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theTestBasisRespondsAsItDoesPhaseByPhase()
    {
        RelayArms s = armsOf(5.0);
        s.dark = 1e-3;
        s.meanA = 0.8;
        s.meanB = 0.5;
        const double a = s.transmissivityA * s.meanA, b = s.transmissivityB * s.meanB;
        double right = 0.0, wrong = 0.0;
        for (int i = 0; i < 400; ++i) {
            const double mixed = 0.5 * std::sqrt(a * b) * std::cos(2.0 * std::numbers::pi * i / 400);
            const double p = clicks(0.25 * (a + b) + mixed, s.dark), q = clicks(0.25 * (a + b) - mixed, s.dark);
            right += (std::pow(p * (1.0 - q), 2) + std::pow(q * (1.0 - p), 2)) / 400;
            wrong += 2.0 * p * (1.0 - q) * q * (1.0 - p) / 400;
        }
        const RelayResponse closed = respondInTestBasis(s);
        QVERIFY(std::abs(closed.gain / (right + wrong) - 1.0) < 1e-9);
        QVERIFY(std::abs(closed.error - (0.015 * right + 0.985 * wrong) / (right + wrong)) < 1e-9);
    }

    void finiteBlocksGiveLessMoreWithLengthAndTendToTheEndless()
    {
        for (const double loss : {5.0, 20.0})
            for (const KeyBound bound : kFinite) {
                double before = 0.0;
                for (const double sifted : {1e4, 1e6, 1e7, 1e8, 1e9, 1e11, 1e13}) {
                    const double key = keyOf(armsOf(loss), sifted, bound);
                    QVERIFY(key >= before);
                    before = key;
                }
                QVERIFY(before < endless(armsOf(loss)));
                QVERIFY(before > (bound == KeyBound::Serfling ? 0.75 : 0.9) * endless(armsOf(loss)));
            }
    }

    void noTypedMeansGiveMoreThanChosenOnes()
    {
        constexpr double losses[][2] = {{4.0, 4.0}, {5.0, 15.0}, {24.36, 7.77}};
        for (const DetectorLoad& load : {DetectorLoad{}, DetectorLoad{10.0, 0.002}})
            for (const auto& [lossA, lossB] : losses)
                for (const double sifted : {1e7, 1e11}) {
                    RelayArms arms = armsOf(lossA);
                    arms.transmissivityB = std::pow(10.0, -0.1 * lossB);
                    const double chosen = keyUnder(arms, sifted, load);
                    QVERIFY(chosen <= endlessUnder(arms, load));
                    double typed = 0.0;
                    for (arms.meanA = 0.03; arms.meanA <= 1.0; arms.meanA *= 1.8)
                        for (arms.meanB = 0.03; arms.meanB <= 1.0; arms.meanB *= 1.8) typed = std::max(typed, keyUnder(arms, sifted, load));
                    QVERIFY2(chosen >= 0.995 * typed, qPrintable(QStringLiteral("%1 against %2 at %3 and %4 dB").arg(chosen).arg(typed).arg(lossA).arg(lossB)));
                }
    }

    void boundsHoldForDrawnCounts()
    {
        RelayArms s = armsOf(3.0);
        const SentIntensities sent{0.4, 0.5, 0.3, {0.3, 0.5, 0.2}};
        const double basis = 0.5, each = 2e8, chance = 0.01;
        std::mt19937_64 engine(5);
        const auto draw = [&](double mean) { return static_cast<double>(std::poisson_distribution<long long>(mean)(engine)); };
        const double weak[] = {1.0, sent.weak, 0.0};
        for (const KeyBound bound : kFinite) {
            int failures = 0;
            for (int round = 0; round < 60; ++round) {
                RelayCounts counts;
                double tested = 0.0, wrong = 0.0;
                for (int i = 0; i < 3; ++i)
                    for (int j = 0; j < 3; ++j)
                        for (int m = 0; m < 8; ++m)
                            for (int n = 0; n < 8; ++n) {
                                const double a = sent.meanA * weak[i], b = sent.meanB * weak[j];
                                const double sentSo = each * sent.shares[i] * sent.shares[j] * std::exp(-a - b) * std::pow(a, m) * std::pow(b, n) / (std::tgamma(m + 1.0) * std::tgamma(n + 1.0));
                                if (sentSo <= 0.0) continue;
                                const double bad = draw(sentSo * wrongOf(s, m, n));
                                const double all = bad + draw(sentSo * (yieldOf(s, m, n) - wrongOf(s, m, n)));
                                counts.all[i][j] += all;
                                counts.wrong[i][j] += bad;
                                if (m == 1 && n == 1) { tested += all; wrong += bad; }
                            }
                const double kept = draw(each * sent.meanA * sent.meanB * std::exp(-sent.meanA - sent.meanB) * yieldOf(s, 1, 1));
                const SinglePairs pairs = boundSinglePairs(sent, basis, counts, bound, -std::log(chance));
                QVERIFY(pairs.tested > 0.5 * tested);
                failures += pairs.tested > tested || pairs.wrong < wrong || pairs.kept > kept;
            }
            QVERIFY(failures <= 8);    // 12 bounds of 1 % each
        }
    }
};

BELLWEAVE_TEST(FiniteMdiTest)
#include "finite_mdi_test.moc"
