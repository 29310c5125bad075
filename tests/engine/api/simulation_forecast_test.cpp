// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/api/simulation_forecast.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

SimulationRequest eventsOf(const Network& network, Duration simulated, std::uint32_t runs) { return {network, 7, {}, EventLimits{simulated, runs}}; }

Evaluation withRates(std::initializer_list<double> rates)
{
    Evaluation evaluation;
    std::uint32_t number = 0;
    for (const double rate : rates) {
        DemandResult row;
        row.id = DemandId(++number);
        row.rate = Rate::fromSi(rate);
        evaluation.demands.put(row);
    }
    return evaluation;
}

} // namespace

class SimulationForecastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSlowestDemandGetsAHundredPairsInARoundTime_data()
    {
        QTest::addColumn<double>("slow");
        QTest::addColumn<double>("seconds");
        QTest::newRow("ten pairs a second") << 10.0 << 10.0;
        QTest::newRow("three pairs a second") << 3.0 << 50.0;
        QTest::newRow("eighty pairs a second") << 80.0 << 2.0;
        QTest::newRow("a million pairs a second: no less than a millisecond") << 1e6 << 1e-3;
        QTest::newRow("one pair an hour: no more than a thousand seconds") << 1.0 / 3600.0 << 1000.0;
        QTest::newRow("none") << 0.0 << 1.0;
    }
    void theSlowestDemandGetsAHundredPairsInARoundTime()
    {
        QFETCH(double, slow);
        QFETCH(double, seconds);
        QCOMPARE(sensibleDuration(slow > 0.0 ? withRates({1e9, slow}) : withRates({slow})).si(), seconds);
        QCOMPARE(sensibleDuration(Evaluation()).si(), 1.0);
    }

    void aMillionTimesTheWorkIsPredictedToTakeMuchLonger()
    {
        const Network network = test::aChain(3).measured(0.2, 0.95);
        const double brief = predictedSeconds(eventsOf(network, 1_s, 2));
        const double longer = predictedSeconds(eventsOf(network, 1000000_s, 2));
        QVERIFY2(longer > 100.0 * brief, qPrintable(QStringLiteral("%1 %2").arg(brief).arg(longer)));
    }

    void aDesignWithoutPairsAndForALongTimeIsForecastAtOnce()
    {
        const Network network = test::aChain(2).measured(1e-12, 0.95);
        QVERIFY(predictedSeconds(eventsOf(network, 1000000_s, 1000000)) < 3600.0);
    }

    void pairsAloneAreForecastByTheirNumber()
    {
        const Network network = test::aChain(3).measured(0.2, 0.95);
        SimulationRequest request{network, 7, {1'000'000'000'000, 0.0}, {}};
        const double all = predictedSeconds(request);
        request.limits.mostTrials = 1000;
        QVERIFY(all > 1e4 * predictedSeconds(request));
    }
};

BELLWEAVE_TEST(SimulationForecastTest)
#include "simulation_forecast_test.moc"
