// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analytic/rate_fidelity.h"
#include "engine/api/evaluator.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

class RateFidelityTest : public QObject {
    Q_OBJECT

    Network m_network = test::aChain(2).spaced(30_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.8, 1_Hz);

    static std::vector<RateFidelityPoint> curveOf(const Network& network, int count = 10)
    {
        return rateAgainstFidelity(network, DemandId(1), count, {});
    }

private Q_SLOTS:
    void fidelityIsPaidForWithRate()
    {
        const auto curve = curveOf(m_network);
        QVERIFY2(curve.size() >= 5, qPrintable(QString::number(curve.size())));
        for (std::size_t at = 1; at < curve.size(); ++at) {
            QVERIFY(curve[at].fidelity > curve[at - 1].fidelity);
            QVERIFY(curve[at].rate < curve[at - 1].rate);
        }
    }

    /// The planner of the design itself, asked for a tenth less than the curve says, delivers it.
    void designAskedForAPointOfTheCurveDeliversIt()
    {
        Network asked = m_network;
        General general = asked.general();
        general.settings.marginalBand = 0.0;
        asked.setGeneral(general);
        for (const RateFidelityPoint& point : curveOf(m_network)) {
            Demand demand = *asked.demands.rows().front();
            demand.minFidelity = std::max(0.5, 1.0 - 1.1 * (1.0 - point.fidelity));
            demand.minRate = 0.9 * point.rate;
            asked.demands.put(demand);
            const Evaluation evaluation = evaluate(asked);
            const DemandResult& result = *evaluation.demands.begin();
            QVERIFY2(result.meetsFidelity && result.meetsRate,
                     qPrintable(QStringLiteral("F %1 at %2 Hz, delivered %3 at %4").arg(point.fidelity).arg(point.rate.si()).arg(result.fidelity).arg(result.rateAlone.si())));
        }
    }

    void presentPlanLiesOnOrBelowTheCurve()
    {
        const DemandResult now = *evaluate(m_network).demands.begin();
        const auto curve = curveOf(m_network, 30);
        const auto above = std::find_if(curve.begin(), curve.end(), [&](const auto& point) { return point.fidelity >= now.fidelity; });
        QVERIFY(above != curve.end() && above != curve.begin());
        QVERIFY(now.rateAlone <= 1.05 * std::prev(above)->rate);
    }

    void limitsOfTheDemandDoNotShapeTheCurve()
    {
        Network other = m_network;
        Demand demand = *other.demands.rows().front();
        demand.minFidelity = 0.95;
        demand.minRate = Rate::fromSi(1e6);
        other.demands.put(demand);
        QCOMPARE(curveOf(other), curveOf(m_network));
    }

    /// A measured link is one way to serve, so there is nothing to buy.
    void measuredLinkIsASinglePoint()
    {
        const auto curve = curveOf(test::aChain(1).measured(0.01, 0.9));
        QCOMPARE(curve.size(), std::size_t(1));
        QVERIFY(std::abs(curve.front().rate.si() - 10.0) < 1e-6);    // 0.01 an attempt of 1 ms
    }

    void withoutRouteOrTimeThereIsNoCurve()
    {
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(rateAgainstFidelity(m_network, DemandId(1), 10, stopped.get_token()).empty());
        QVERIFY(rateAgainstFidelity(m_network, DemandId(9), 10, {}).empty());
        Network cut = m_network;
        cut.links = {};
        QVERIFY(curveOf(cut).empty());
    }
};

BELLWEAVE_TEST(RateFidelityTest)
#include "rate_fidelity_test.moc"
