// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/physics/waiting_time.h"
#include "tests/support/printed_figure.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>
#include <vector>

using namespace bellweave::engine;

namespace {

double equalMaximum(double p, int n) { return meanOfMaximum(std::vector<double>(static_cast<std::size_t>(n), p)); }

double equalFactor(double p, double decayTime, int n)
{
    const auto count = static_cast<std::size_t>(n);
    return meanWaitingFactor(std::vector<double>(count, p), std::vector<double>(count - 1, 1.0 / decayTime));
}

/// E[max] by inclusion and exclusion over subsets.
double maximumBySubsets(const std::vector<double>& p)
{
    long double sum = 0.0L;
    for (unsigned subset = 1; subset < (1u << p.size()); ++subset) {
        long double logFail = 0.0L;
        for (std::size_t i = 0; i < p.size(); ++i)
            if (subset >> i & 1) logFail += std::log1p(-static_cast<long double>(p[i]));
        const long double term = -1.0L / std::expm1(logFail);
        sum += __builtin_popcount(subset) % 2 ? term : -term;
    }
    return static_cast<double>(sum);
}

/// E[exp(-sum r|N_i - N_{i+1}|)] by carrying the whole distribution along, one lattice point per step.
double factorOnLattice(const std::vector<double>& p, const std::vector<double>& rates)
{
    const std::size_t steps = static_cast<std::size_t>(45.0 / *std::min_element(p.begin(), p.end()));
    std::vector<double> held(steps, 1.0);
    for (std::size_t segment = 0; segment < p.size(); ++segment) {
        double law = p[segment];
        for (double& value : held) {
            value *= law;
            law *= 1.0 - p[segment];
        }
        if (segment == rates.size()) break;
        const double x = std::exp(-rates[segment]);
        std::vector<double> right(steps + 1, 0.0);
        for (std::size_t k = steps; k-- > 0;) right[k] = held[k] + x * right[k + 1];
        double left = 0.0;
        for (std::size_t k = 0; k < steps; ++k) {
            const double here = held[k];
            held[k] = left + right[k];
            left = x * (left + here);
        }
    }
    double sum = 0.0;
    for (const double value : held) sum += value;
    return sum;
}

double twoSegments(double p, double r)
{
    const double logQx = std::log1p(-p) - r;
    return p / (2.0 - p) * (1.0 + 2.0 * std::exp(logQx) / -std::expm1(logQx));
}

} // namespace

class WaitingTimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void maximaAgreeWithPrintedFigures();
    void maximaEqualTheSumOverSubsets();
    void rareSuccessesFollowTheHarmonicNumbers();
    void certainSegmentsTakeOneStep();
    void factorsAgreeWithPrintedFigures();
    void twoSegmentsFollowTheClosedForm();
    void factorsEqualTheLattice();
    void coincidingRatesLoseNoPrecision();
    void longChainsOfRareSuccessesStayStable();
    void chainsReadTheSameFromBothEnds();
    void cutoffsAgreeWithPrintedFigures();
    void cutoffsEqualTheStepByStepChain();
    void endlessCutoffIsNone();
};

void WaitingTimeTest::maximaAgreeWithPrintedFigures()
{
    VERIFY_PRINTED(equalMaximum(0.1, 2), 14.736842, 6);
    VERIFY_PRINTED(equalMaximum(0.1, 3), 17.900563, 6);
    VERIFY_PRINTED(equalMaximum(0.1, 4), 20.273378, 6);
    VERIFY_PRINTED(equalMaximum(0.1, 8), 26.295784, 6);
    VERIFY_PRINTED(equalMaximum(0.1, 16), 32.587248, 6);
    VERIFY_PRINTED(equalMaximum(0.5, 2), 2.666667, 6);
    VERIFY_PRINTED(equalMaximum(0.5, 3), 3.142857, 6);
    VERIFY_PRINTED(equalMaximum(0.5, 4), 3.504762, 6);
    VERIFY_PRINTED(equalMaximum(0.01, 2), 149.748744, 6);
}

void WaitingTimeTest::maximaEqualTheSumOverSubsets()
{
    std::mt19937 draw(5);
    std::uniform_real_distribution<double> decade(-9.0, -0.05);
    double worst = 0.0;
    for (int i = 0; i < 300; ++i) {
        const double center = decade(draw);
        std::vector<double> p(static_cast<std::size_t>(1 + i % 10));
        for (double& value : p) value = i % 3 ? std::pow(10.0, decade(draw)) : std::pow(10.0, center);
        worst = std::max(worst, std::abs(meanOfMaximum(p) / maximumBySubsets(p) - 1.0));
    }
    qInfo("largest relative deviation from the sum over subsets %.2g", worst);
    QVERIFY(worst < 1e-9);
}

void WaitingTimeTest::rareSuccessesFollowTheHarmonicNumbers()
{
    for (const int n : {1, 2, 10, 100, 1000}) {
        double harmonic = 0.0;
        for (int k = n; k > 0; --k) harmonic += 1.0 / k;
        for (const double p : {1e-4, 1e-8, 1e-12}) {
            const double expected = harmonic / -std::log1p(-p) + 0.5;
            QVERIFY2(std::abs(equalMaximum(p, n) / expected - 1.0) < 1e-8, qPrintable(QString::number(n)));
        }
    }
}

void WaitingTimeTest::certainSegmentsTakeOneStep()
{
    QCOMPARE(equalMaximum(1.0, 5), 1.0);
    QCOMPARE(equalFactor(1.0, 0.1, 5), 1.0);
    QCOMPARE(meanOfMaximum(std::vector<double>{1.0, 0.25}), 4.0);
    QCOMPARE(meanOfMaximum({}), 0.0);
}

void WaitingTimeTest::factorsAgreeWithPrintedFigures()
{
    VERIFY_PRINTED(equalFactor(0.1, 20, 2), 0.67890351, 8);
    VERIFY_PRINTED(equalFactor(0.01, 100, 2), 0.50126781, 8);
    VERIFY_PRINTED(equalFactor(0.01, 1000, 2), 0.90950661, 8);
    VERIFY_PRINTED(equalFactor(0.1, 20, 3), 0.47527422, 8);
    VERIFY_PRINTED(equalFactor(0.1, 20, 4), 0.33375376, 8);
    VERIFY_PRINTED(equalFactor(0.1, 20, 8), 0.08132457, 8);
}

void WaitingTimeTest::twoSegmentsFollowTheClosedForm()
{
    for (const double p : {1e-9, 1e-4, 0.01, 0.5, 0.999})
        for (const double r : {0.0, 1e-9, 1e-3, 0.3, 40.0})
            QVERIFY2(std::abs(equalFactor(p, 1.0 / r, 2) / twoSegments(p, r) - 1.0) < 1e-8,
                     qPrintable(QStringLiteral("p %1 r %2").arg(p).arg(r)));
}

void WaitingTimeTest::factorsEqualTheLattice()
{
    std::mt19937 draw(6);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    double worst = 0.0;
    for (int i = 0; i < 200; ++i) {
        std::vector<double> p(static_cast<std::size_t>(2 + i % 15));
        for (double& value : p) value = std::pow(10.0, -2.5 * unit(draw));
        std::vector<double> rates(p.size() - 1);
        for (double& rate : rates) rate = std::pow(10.0, 1.0 - 5.0 * unit(draw));
        worst = std::max(worst, std::abs(meanWaitingFactor(p, rates) - factorOnLattice(p, rates)));
    }
    qInfo("largest deviation from the lattice %.2g", worst);
    QVERIFY(worst < 1e-10);
}

void WaitingTimeTest::coincidingRatesLoseNoPrecision()
{
    double worst = 0.0;
    for (const int n : {2, 3, 5, 8})
        for (const double multiple : {1.0, 2.0, 3.0})
            for (const double off : {0.0, 1e-13, 1e-10, 1e-8, 1e-6, 9e-6, -9e-6, 1e-4}) {
                const std::vector<double> p(static_cast<std::size_t>(n), 0.05);
                const std::vector<double> rates(p.size() - 1, multiple * -std::log1p(-0.05) * (1.0 + off));
                worst = std::max(worst, std::abs(meanWaitingFactor(p, rates) / factorOnLattice(p, rates) - 1.0));
            }
    qInfo("largest relative deviation where rates coincide %.2g", worst);
    QVERIFY(worst < 1e-8);
}

void WaitingTimeTest::longChainsOfRareSuccessesStayStable()
{
    // For rare successes only the ratio of the decay to the success rate matters.
    for (const int n : {4, 16, 64}) {
        const double reference = equalFactor(1e-5, 3e6, n);
        QVERIFY(std::abs(equalFactor(1e-9, 3e10, n) / reference - 1.0) < 1e-4);
        QVERIFY(reference > 0.0 && reference < 1.0);
        QCOMPARE(meanWaitingFactor(std::vector<double>(static_cast<std::size_t>(n), 1e-6),
                                   std::vector<double>(static_cast<std::size_t>(n - 1), 0.0)), 1.0);
    }
}

void WaitingTimeTest::chainsReadTheSameFromBothEnds()
{
    const double forward = meanWaitingFactor(std::vector<double>{0.1, 0.02, 0.3}, std::vector<double>{0.05, 0.2});
    const double backward = meanWaitingFactor(std::vector<double>{0.3, 0.02, 0.1}, std::vector<double>{0.2, 0.05});
    QVERIFY(std::abs(forward - backward) < 1e-14);
}

void WaitingTimeTest::cutoffsAgreeWithPrintedFigures()
{
    const auto outcome = twoSegmentsWithCutoff(0.1, 10, 1.0 / 20.0);
    VERIFY_PRINTED(outcome.meanSteps, 17.073365, 6);
    VERIFY_PRINTED(outcome.meanFactor, 0.816006, 6);
}

void WaitingTimeTest::cutoffsEqualTheStepByStepChain()
{
    for (const double p : {0.03, 0.4})
        for (const int cutoff : {0, 1, 7}) {
            // Expected steps of a round and its outcomes, followed step by step from "no pair" and "waited k steps".
            const double q = 1.0 - p;
            double reached = 2.0 * p * q / (1.0 - q * q);   // one pair first
            double success = p * p / (1.0 - q * q);
            double steps = 1.0 / (1.0 - q * q);
            double factor = success;
            for (int k = 1; k <= cutoff; ++k) {
                steps += reached;
                success += reached * p;
                factor += reached * p * std::exp(-0.1 * k);
                reached *= q;
            }
            const auto outcome = twoSegmentsWithCutoff(p, cutoff, 0.1);
            QVERIFY(std::abs(outcome.roundSuccess - success) < 1e-14);
            QVERIFY(std::abs(outcome.meanSteps / (steps / success) - 1.0) < 1e-13);
            QVERIFY(std::abs(outcome.meanFactor - factor / success) < 1e-14);
        }
}

void WaitingTimeTest::endlessCutoffIsNone()
{
    const auto outcome = twoSegmentsWithCutoff(0.01, 100000, 0.01);
    QVERIFY(std::abs(outcome.roundSuccess - 1.0) < 1e-12);
    QVERIFY(std::abs(outcome.meanSteps - equalMaximum(0.01, 2)) < 1e-7);
    VERIFY_PRINTED(outcome.meanFactor, 0.50126781, 8);
}

BELLWEAVE_TEST(WaitingTimeTest)
#include "waiting_time_test.moc"
