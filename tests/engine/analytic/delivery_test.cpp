// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/delivery_curve.h"
#include "engine/analytic/waiting_grid.h"
#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

double deliveredBy(const std::vector<DeliveryPoint>& curve, double time)
{
    return engine::deliveredBy(curve, Duration::fromSi(time));
}

void isDistribution(const std::vector<DeliveryPoint>& curve)
{
    QVERIFY(curve.size() >= 2);
    QCOMPARE(curve.front().delivered, 0.0);
    QVERIFY(curve.back().delivered > 0.99);
    for (std::size_t at = 1; at < curve.size(); ++at) {
        QVERIFY(curve[at].time >= curve[at - 1].time);
        QVERIFY(curve[at].delivered >= curve[at - 1].delivered);
    }
    QVERIFY2(curve.size() < 700, qPrintable(QString::number(curve.size())));
}

} // namespace

class DeliveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneLinkIsGeometric_data()
    {
        QTest::addColumn<double>("p");
        for (const double p : {1.0, 0.4, 0.02, 3e-3, 1e-5}) QTest::addRow("p %g", p) << p;
    }
    void oneLinkIsGeometric()
    {
        QFETCH(double, p);
        const auto curve = geometricDistribution(Duration::fromSi(2e-3), p);
        isDistribution(curve);
        for (const double share : {0.1, 0.5, 0.9, 0.95}) {
            const double attempts = p < 1.0 ? std::ceil(std::log1p(-share) / std::log1p(-p)) : 1.0;
            const double expected = 1.0 - std::pow(1.0 - p, attempts);
            QVERIFY(std::abs(deliveredBy(curve, attempts * 2e-3 * (1 + 1e-12)) - expected) < 0.002);
        }
    }

    void probabilityStaysBetweenAttemptsThatAreSeen()
    {
        const auto curve = geometricDistribution(1_s, 0.3);
        QVERIFY(deliveredBy(curve, 0.99) < 1e-9);
        QVERIFY(std::abs(deliveredBy(curve, 1.99) - 0.3) < 1e-9);
        QVERIFY(std::abs(deliveredBy(curve, 2.0) - 0.51) < 1e-9);
    }

    void timeAndProbabilityAreInverse()
    {
        const std::vector<DeliveryPoint> curve{{Duration(), 0.0}, {1_s, 0.0}, {1_s, 0.4}, {3_s, 0.8}};
        QCOMPARE(timeOfDelivery(curve, 0.2).si(), 1.0);
        QCOMPARE(timeOfDelivery(curve, 0.6).si(), 2.0);
        QCOMPARE(timeOfDelivery(curve, 0.9).si(), 3.0);
        QCOMPARE(engine::deliveredBy(curve, 2_s), 0.6);
        QCOMPARE(engine::deliveredBy(curve, 1_s), 0.4);
        QCOMPARE(engine::deliveredBy(curve, 0.5_s), 0.0);
        QCOMPARE(engine::deliveredBy(curve, 9_s), 0.8);
    }

    /// The later of two geometric times: P = (1 - (1-p)^k) (1 - (1-q)^k).
    void twoLinksAreTheLaterOfTwoGeometricTimes_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("q");
        QTest::newRow("few attempts") << 0.3 << 0.5;
        QTest::newRow("equal") << 0.1 << 0.1;
        QTest::newRow("many attempts, on growing cells") << 1e-3 << 4e-4;
    }
    void twoLinksAreTheLaterOfTwoGeometricTimes()
    {
        QFETCH(double, p);
        QFETCH(double, q);
        const auto curve = WaitingGrid({{p, 1_s}, {q, 1_s}}, 192).distributionOfLast();
        isDistribution(curve);
        for (const double share : {0.05, 0.3, 0.7, 0.95}) {
            const double attempts = std::ceil(std::log1p(-share) / std::log1p(-std::min(p, q)));
            const double expected = (1.0 - std::pow(1.0 - p, attempts)) * (1.0 - std::pow(1.0 - q, attempts));
            const double found = deliveredBy(curve, attempts * (1 + 1e-12));
            QVERIFY2(std::abs(found - expected) < 0.006, qPrintable(QStringLiteral("%1 against %2").arg(found).arg(expected)));
        }
    }

    /// One hop of certain rounds that fail as a whole: the sum is geometric again, with the product of both probabilities.
    void retriedRoundsOfOneHopAreGeometric()
    {
        const double p = 0.01, success = 0.5;
        const auto curve = WaitingGrid({{p, 1_s}}, 192).distributionOfRetried(success, Duration());
        isDistribution(curve);
        for (const double time : {20.0, 139.0, 400.0, 600.0}) {
            const double expected = 1.0 - std::pow(1.0 - p * success, time);
            const double found = deliveredBy(curve, time);
            QVERIFY2(std::abs(found - expected) < 0.02, qPrintable(QStringLiteral("%1 against %2").arg(found).arg(expected)));
        }
    }

    void everyDemandHasTheCurveOfItsLatency_data()
    {
        QTest::addColumn<int>("hops");
        for (const int hops : {1, 2, 4}) QTest::addRow("%d hops", hops) << hops;
    }
    void everyDemandHasTheCurveOfItsLatency()
    {
        QFETCH(int, hops);
        const Evaluation evaluation = evaluate(test::aChain(hops).spaced(20_km).wanting(0.6, 1_Hz));
        const DemandResult& demand = *evaluation.demands.begin();
        QVERIFY(demand.routed);
        isDistribution(demand.delivery);
        QVERIFY(std::abs(deliveredBy(demand.delivery, demand.latencyP95.si() * (1 + 1e-9)) - 0.95) < 0.02);
        double mean = 0.0;
        for (std::size_t at = 1; at < demand.delivery.size(); ++at)
            mean += 0.5 * (demand.delivery[at].time + demand.delivery[at - 1].time).si()
                * (demand.delivery[at].delivered - demand.delivery[at - 1].delivered);
        QVERIFY2(std::abs(mean / demand.latency.si() - 1.0) < 0.03, qPrintable(QStringLiteral("%1 of %2").arg(mean).arg(demand.latency.si())));
    }
};

BELLWEAVE_TEST(DeliveryTest)
#include "delivery_test.moc"
