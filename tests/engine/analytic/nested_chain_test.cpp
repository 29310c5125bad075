// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/nested_chain.h"
#include "tests/support/test_program.h"

#include "engine/physics/waiting_time.h"
#include "tests/engine/analytic/slow_nested_chain.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

NestedDelivery solved(const NestedProtocol& protocol, const NestedLimits& limits = {})
{
    const Result<NestedDelivery> result = solveNestedChain(protocol, limits);
    return result ? *result : NestedDelivery();
}

/// Six digits.
bool agrees(double found, double expected) { return std::abs(found - expected) <= 1e-6 * std::abs(expected); }

/// The published code's key rate: its entropy takes natural logarithms.
double keyWithNaturalLogarithms(double w, double steps)
{
    const double e = 0.5 * (1.0 - w);
    return std::max(0.0, 1.0 + 2.0 * (e * std::log(e) + (1.0 - e) * std::log(1.0 - e))) / steps;
}

} // namespace

class NestedChainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void publishedSolverIsReproducedToSixDigits_data();
    void publishedSolverIsReproducedToSixDigits();
    void theLawUpToThePublishedHorizonHasThePublishedMeans();
    void knownMeansAreReproduced_data();
    void knownMeansAreReproduced();
    void twoSegmentsFollowTheClosedForm_data();
    void twoSegmentsFollowTheClosedForm();
    void certainSwapsWaitForTheLastOfAllSegments_data();
    void certainSwapsWaitForTheLastOfAllSegments();
    void meansAreThoseOfTheListedLawAndItsTail();
    void longCellsStayWithinTheirErrorEstimate_data();
    void longCellsStayWithinTheirErrorEstimate();
    void rareLinksAreTheScaledLimit();
    void certainLinksWithFailingSwapsAreGeometric();
    void aLongCutoffIsNone();
    void valuesOutOfRangeAreNamed_data();
    void valuesOutOfRangeAreNamed();
    void hopelessCutoffsAreNamed();
};

// Numbers of the public deterministic solver of Li, Coopmans & Elkouss, IEEE Trans. Quantum Eng. 2, 4103015 (2021). With cut-offs
// its short run stops at 3,000 steps (0.9986 of the probability), so the long one of 16,000 is the truth, also for the key.
void NestedChainTest::publishedSolverIsReproducedToSixDigits_data()
{
    QTest::addColumn<NestedProtocol>("protocol");
    QTest::addColumn<double>("steps");
    QTest::addColumn<double>("w");
    QTest::addColumn<double>("key");
    const NestedUnit half = swapUnit(0.5);
    const NestedUnit certain = swapUnit(1.0);
    QTest::newRow("2 segments") << wernerChain(0.1, 1.0, 400, {certain}) << 14.7368421 << 0.976865252 << 0.0592955;
    QTest::newRow("4 segments") << wernerChain(0.1, 0.98, 400, {half, half}) << 84.8175804 << 0.826901742 << 0.00484616;
    QTest::newRow("8 segments") << wernerChain(0.1, 0.98, 400, {half, half, half}) << 242.348372 << 0.579477964 << 0.0;
    QTest::newRow("8 segments with cut-offs") << wernerChain(0.1, 0.98, 400, {swapUnit(0.5, 16), swapUnit(0.5, 31), swapUnit(0.5, 55)})
                                              << 471.9713328 << 0.7070286002 << -1.0;
    QTest::newRow("distillation") << wernerChain(0.1, 0.9, 400, {bbpsswUnit()}) << 16.4541553 << 0.920063677 << 0.0403736;
    QTest::newRow("8 certain segments") << wernerChain(0.01, 1.0, 2000, {certain, certain, certain}) << 270.924509 << 0.696876957 << 0.000550647;
}
void NestedChainTest::publishedSolverIsReproducedToSixDigits()
{
    QFETCH(NestedProtocol, protocol);
    QFETCH(double, steps);
    QFETCH(double, w);
    QFETCH(double, key);
    const NestedDelivery found = solved(protocol);
    QVERIFY(agrees(found.law.meanSteps, steps));
    QVERIFY(agrees(found.law.meanCorrelators.values[1], w));
    QVERIFY(agrees(found.meanState.fidelity(), 0.25 * (1.0 + 3.0 * w)));
    QVERIFY(key < 0.0 || agrees(keyWithNaturalLogarithms(found.law.meanCorrelators.values[1], found.law.meanSteps), key));
    QVERIFY(found.leftOut < 1e-10);
    QCOMPARE(found.gridError, 0.0);
}

void NestedChainTest::theLawUpToThePublishedHorizonHasThePublishedMeans()
{
    const DeliveryLaw law = solved(wernerChain(0.1, 0.98, 400, {swapUnit(0.5, 16), swapUnit(0.5, 31), swapUnit(0.5, 55)})).law;
    double mass = 0.0;
    double time = 0.0;
    double state = 0.0;
    for (std::size_t step = 1; step < 3000; ++step) {
        mass += law.probability().at(step);
        time += static_cast<double>(step) * law.probability().at(step);
        state += law.channels[1].at(step);
    }
    QVERIFY(agrees(mass, 0.99861139));
    QVERIFY(agrees(time / mass, 467.826698));
    QVERIFY(agrees(state / mass, 0.707030538));
}

void NestedChainTest::knownMeansAreReproduced_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("success");
    QTest::addColumn<int>("levels");
    QTest::addColumn<double>("steps");
    QTest::newRow("p 0.1, 2 segments") << 0.1 << 0.5 << 1 << 29.473684;
    QTest::newRow("p 0.1, 4 segments") << 0.1 << 0.5 << 2 << 84.81758;
    QTest::newRow("p 0.5, 2 segments") << 0.5 << 0.5 << 1 << 5.333333;
    QTest::newRow("p 0.5, 4 segments") << 0.5 << 0.5 << 2 << 15.09391;
    QTest::newRow("certain swaps") << 0.1 << 1.0 << 2 << 20.273378;
}
void NestedChainTest::knownMeansAreReproduced()
{
    QFETCH(double, p);
    QFETCH(double, success);
    QFETCH(int, levels);
    QFETCH(double, steps);
    const std::vector<NestedUnit> units(static_cast<std::size_t>(levels), swapUnit(success));
    QVERIFY(agrees(solved(wernerChain(p, 1.0, 1e9, units)).law.meanSteps, steps));
}

void NestedChainTest::twoSegmentsFollowTheClosedForm_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("cutoff");
    QTest::addColumn<double>("coherence");
    QTest::newRow("17.073365 steps, 0.816006") << 0.1 << 10 << 20.0;
    QTest::newRow("no waiting at all") << 0.3 << 0 << 5.0;
    QTest::newRow("nearly certain links") << 0.99 << 1 << 50.0;
    QTest::newRow("cut-off shorter than memory") << 0.02 << 7 << 1000.0;
    QTest::newRow("hardly ever cut") << 0.05 << 300 << 100.0;
}
void NestedChainTest::twoSegmentsFollowTheClosedForm()
{
    QFETCH(double, p);
    QFETCH(int, cutoff);
    QFETCH(double, coherence);
    const NestedDelivery found = solved(wernerChain(p, 1.0, coherence, {swapUnit(1.0, cutoff)}));
    const CutoffOutcome exact = twoSegmentsWithCutoff(p, cutoff, 1.0 / coherence);
    QVERIFY(std::abs(found.law.meanSteps / exact.meanSteps - 1.0) < 1e-9);
    QVERIFY(std::abs(found.law.meanCorrelators.values[1] / exact.meanFactor - 1.0) < 1e-9);
}

void NestedChainTest::certainSwapsWaitForTheLastOfAllSegments_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<int>("levels");
    for (const double p : {0.01, 0.1, 0.7})
        for (const int levels : {1, 3, 10}) QTest::addRow("p %g, %d segments", p, 1 << levels) << p << levels;
}
void NestedChainTest::certainSwapsWaitForTheLastOfAllSegments()
{
    QFETCH(double, p);
    QFETCH(int, levels);
    const NestedProtocol protocol = wernerChain(p, 1.0, 1e9, std::vector<NestedUnit>(static_cast<std::size_t>(levels), swapUnit(1.0)));
    const std::vector<double> links(protocol.segments(), p);
    QVERIFY(std::abs(solved(protocol).law.meanSteps / meanOfMaximum(links) - 1.0) < 1e-9);
}

void NestedChainTest::meansAreThoseOfTheListedLawAndItsTail()
{
    const NestedDelivery found = solved(wernerChain(0.1, 0.98, 400, {swapUnit(0.5, 16), bbpsswUnit(31.0), swapUnit(0.5, 55)}));
    const WaitingSeries::Moments time = found.law.probability().moments();
    QVERIFY(std::abs(time.sum - 1.0) < 1e-11);
    QVERIFY(std::abs(time.first / found.law.meanSteps - 1.0) < 1e-10);
    QVERIFY(std::abs(found.law.channels[1].moments().sum - found.law.meanCorrelators.values[1]) < 1e-10);
}

void NestedChainTest::longCellsStayWithinTheirErrorEstimate_data()
{
    QTest::addColumn<NestedProtocol>("protocol");
    const NestedUnit half = swapUnit(0.5);
    QTest::newRow("no cut-off") << wernerChain(0.005, 0.98, 4000, {half, half, half});
    QTest::newRow("cut-offs") << wernerChain(0.005, 0.98, 800, {swapUnit(0.5, 320), swapUnit(0.5, 620), swapUnit(0.5, 1100)});
    QTest::newRow("short cut-offs") << wernerChain(0.005, 0.98, 800, {swapUnit(0.9, 25), swapUnit(0.9, 100)});
    QTest::newRow("distillation") << wernerChain(0.002, 0.95, 5000, {bbpsswUnit(), swapUnit(0.8), bbpsswUnit(2000.0)});
}
void NestedChainTest::longCellsStayWithinTheirErrorEstimate()
{
    QFETCH(NestedProtocol, protocol);
    const NestedDelivery exact = solved(protocol, {1e-13, 0.0, std::size_t{1} << 24});
    QCOMPARE(exact.law.cell, 1.0);
    for (const double error : {3e-3, 3e-4, 3e-5}) {
        const NestedDelivery coarse = solved(protocol, {1e-13, error, std::size_t{1} << 24});
        QVERIFY(coarse.law.cell > 1.0);
        QVERIFY(std::abs(coarse.law.meanSteps / exact.law.meanSteps - 1.0) < coarse.gridError);
        QVERIFY(std::abs(coarse.meanState.fidelity() - exact.meanState.fidelity()) < coarse.gridError);
        const double median = exact.law.quantile(0.5);
        QVERIFY(std::abs(coarse.law.deliveredBy(median) - exact.law.deliveredBy(median)) < 2.0 * coarse.law.cell / median);
    }
}

void NestedChainTest::rareLinksAreTheScaledLimit()
{
    // Exponential links of mean 1: the last of two takes 3/2, of four 25/12.
    const auto steps = [](std::vector<NestedUnit> units) { return 1e-9 * solved(wernerChain(1e-9, 1.0, 1e12, std::move(units))).law.meanSteps; };
    QVERIFY(agrees(steps({swapUnit(1.0)}), 1.5));
    QVERIFY(agrees(steps({swapUnit(1.0), swapUnit(1.0)}), 25.0 / 12.0));
    QVERIFY(agrees(steps({swapUnit(0.01)}), 150.0));
}

void NestedChainTest::certainLinksWithFailingSwapsAreGeometric()
{
    const NestedDelivery found = solved(wernerChain(1.0, 0.9, 10, {swapUnit(0.25)}));
    QVERIFY(agrees(found.law.meanSteps, 4.0));
    QVERIFY(agrees(found.law.meanCorrelators.values[1], 0.81));
    for (int t = 1; t < 200; ++t) QVERIFY(std::abs(found.law.probabilityAt(t) - 0.25 * std::pow(0.75, t - 1)) < 1e-14);
}

void NestedChainTest::aLongCutoffIsNone()
{
    const NestedDelivery without = solved(wernerChain(0.1, 0.98, 400, {swapUnit(0.5), swapUnit(0.5)}));
    const NestedDelivery with = solved(wernerChain(0.1, 0.98, 400, {swapUnit(0.5, 1e6), swapUnit(0.5, 1e300)}));
    QVERIFY(std::abs(with.law.meanSteps / without.law.meanSteps - 1.0) < 1e-12);
    QVERIFY(std::abs(with.meanState.fidelity() - without.meanState.fidelity()) < 1e-12);
}

void NestedChainTest::valuesOutOfRangeAreNamed_data()
{
    QTest::addColumn<NestedProtocol>("protocol");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, NestedProtocol protocol, const char* place) {
        QTest::newRow(name) << std::move(protocol) << QString::fromLatin1(place);
    };
    row("no link success", wernerChain(0.0, 1.0, 1.0, {}), "");
    row("link success is no number", wernerChain(std::nan(""), 1.0, 1.0, {}), "");
    row("no state", wernerChain(0.5, 1.2, 1.0, {}), "");
    row("growing state", wernerChain(0.5, 1.0, -1.0, {}), "");
    row("memories that relax but do not dephase", {0.5, wernerCorrelators(1.0), {0.1, 0.04}, {}}, "");
    row("swap that never succeeds", wernerChain(0.5, 1.0, 1.0, {swapUnit(1.0), swapUnit(0.0)}), "Unit 2");
    row("negative cut-off", wernerChain(0.5, 1.0, 1.0, {swapUnit(1.0, -1)}), "Unit 1");
    row("factor above 1", wernerChain(0.5, 1.0, 1.0, {{NestedUnit::Kind::Swap, 1.0, {}, {{1.0, 1.1, 1.0, 1.0}}}}), "Unit 1");
    row("too many units", wernerChain(0.5, 1.0, 1.0, std::vector<NestedUnit>(41)), "");
}
void NestedChainTest::valuesOutOfRangeAreNamed()
{
    QFETCH(NestedProtocol, protocol);
    QFETCH(QString, place);
    const Result<NestedDelivery> result = solveNestedChain(protocol);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::InvalidInput);
    QCOMPARE(result.error().where, place);
    QVERIFY(!result.error().sentence.isEmpty());
}

void NestedChainTest::hopelessCutoffsAreNamed()
{
    const Result<NestedDelivery> result = solveNestedChain(wernerChain(1e-12, 1.0, 5.0, {swapUnit(0.5, 100), swapUnit(0.1, 1e6), swapUnit(0.1)}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::LimitExceeded);
    QVERIFY(!result.error().where.isEmpty());
}

BELLWEAVE_TEST(NestedChainTest)
#include "nested_chain_test.moc"
