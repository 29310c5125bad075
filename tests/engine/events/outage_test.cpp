// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr double kUptime = 50e9;    // ps
constexpr double kRepair = 20e9;

/// Attempts never fail, and the ends measure at once: one pair a cycle while all works.
EventNetwork steadyChain(int links, double swapTime = 0.0)
{
    EventNetwork network = EventChain{.links = links, .success = 1.0, .cycle = 1e-3}.network();
    network.demands.front().endsHold = false;
    for (auto& station : network.stations) station.swapTime = seconds(swapTime);
    return network;
}

EventTotals ranFor(const EventNetwork& network, double time)
{
    EventRun run(network, 3, 0);
    run.proceed(seconds(time));
    return run.totals();
}

/// Pairs a second where a time of that many ps has to pass for each without a fault: renewals of exponential uptime and repair.
double renewed(double cycle) { return 1.0 / std::expm1(cycle / kUptime) / (kUptime + kRepair) * 1e12; }

/// `spread`: of the pairs in an uptime, over their mean, as of an exponential time; repairs add theirs.
void compareRates(const char* what, const EventTotals& totals, double rate)
{
    const double time = static_cast<double>(totals.time) * 1e-12, renewals = time / ((kUptime + kRepair) * 1e-12);
    const double error = rate / std::sqrt(renewals) * std::sqrt(2.0) * kRepair / (kUptime + kRepair) * 1.05;
    const double got = static_cast<double>(totals.demands.front().delivered) / time;
    QVERIFY2(std::abs(got - rate) < 4.0 * error, qPrintable(QStringLiteral("%1: %2, expected %3 ± %4").arg(what).arg(got).arg(rate).arg(error)));
}

} // namespace

class OutageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// 100 cycles; closed from the middle of the 11th, open from the middle of the 21st, when attempts begin anew.
    void aPlannedOutageCostsItsCycles()
    {
        EventNetwork network = steadyChain(1);
        network.links.front().outages.planned = {{seconds(10.5e-3), seconds(20.5e-3)}};
        const EventTotals totals = ranFor(network, 100e-3);
        QCOMPARE(totals.demands.front().delivered, 10u + 79u);
        QCOMPARE(totals.outages[2].count, 1u);
        QCOMPARE(totals.outages[2].time, 10e9);
        network.links.front().outages.planned.push_back({seconds(15e-3), seconds(30.5e-3)});    // one reason more
        QCOMPARE(ranFor(network, 100e-3).demands.front().delivered, 10u + 69u);
        QCOMPARE(ranFor(network, 100e-3).outages[2].count, 1u);
        QCOMPARE(ranFor(network, 25e-3).outages[2].time, 14.5e9);
    }

    void faultsComeAndGoAsExponentialTimesDo()
    {
        EventNetwork network = steadyChain(1);
        network.links.front().outages = {{}, {{kUptime, kRepair}}};
        const EventTotals totals = ranFor(network, 2000.0);
        const double renewals = 2000.0 / 0.07, down = totals.outages[2].time / static_cast<double>(totals.time);
        QVERIFY(std::abs(down - 2.0 / 7.0) < 4.0 * std::sqrt(2.0 / renewals) * 10.0 / 49.0);
        QVERIFY(std::abs(static_cast<double>(totals.outages[2].count) - renewals) < 4.0 * std::sqrt(renewals));
        compareRates("link", totals, renewed(1e9));
    }

    /// Halves at a station and swaps under way are lost with it.
    void aStationThatFailsLosesWhatItHas()
    {
        EventNetwork network = steadyChain(2);
        network.stations[1].outages = {{}, {{kUptime, kRepair}}};
        compareRates("station", ranFor(network, 2000.0), renewed(1e9));
        network = steadyChain(2, 0.5e-3);
        network.stations[1].outages = {{}, {{kUptime, kRepair}}};
        compareRates("with swaps that take time", ranFor(network, 2000.0), renewed(1.5e9));
    }

    /// The far ends hear of it after the way of the news, not before.
    void thoseWhoHoldTheOtherHalfHearOfIt()
    {
        EventNetwork network = EventChain{.links = 2, .success = 1.0, .cycle = 1e-3, .delay = 0.1e-3}.network();
        network.demands.front().hops[1].cycle = seconds(10e-3);    // the first half waits
        network.stations[1].outages.planned = {{seconds(5e-3), seconds(6e-3)}};
        const EventTotals totals = ranFor(network, 20e-3);
        QCOMPARE(totals.demands.front().lost, 1u);
        // The far end waits from 1 ms until 5.1 ms; the first link begins anew at 6 ms, as the second one does.
        QCOMPARE(totals.demands.front().delivered, 1u);
        QCOMPARE(totals.busyTime[0], 1e9 * (4.1 + 9.1 + 2.9));
    }
};

BELLWEAVE_TEST(OutageTest)
#include "outage_test.moc"
