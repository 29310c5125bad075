// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// Two stations with a link of 1 ms a pair, and another one between them of 2 ms a pair as the way around. Attempts never fail, and the
/// ends measure at once.
EventNetwork twoLinks()
{
    EventNetwork network = EventChain{.links = 1, .success = 1.0, .cycle = 1e-3}.network();
    network.demands.front().endsHold = false;
    network.links.push_back(network.links.front());
    EventNetwork::Demand way = network.demands.front();
    way.hops.front().link = 1;
    way.hops.front().cycle = seconds(2e-3);
    way.wayOf = 0;
    network.demands.push_back(way);
    return network;
}

EventTotals ranFor(const EventNetwork& network, double time)
{
    EventRun run(network, 3, 0);
    run.proceed(seconds(time));
    return run.totals();
}

} // namespace

class WayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The link is closed from 10.5 to 30.9 ms. Ten pairs before; from 13.5 ms on the way around makes one each 2 ms, the tenth at 33.5 ms,
    /// until the controller knows of the repair at 33.9 ms; then one each ms from 34.9 to 99.9 ms.
    void aDemandGoesAroundAfterTheControllersReaction()
    {
        EventNetwork network = twoLinks();
        network.links[0].outages.planned = {{seconds(10.5e-3), seconds(30.9e-3)}};
        network.controller.reaction = seconds(3e-3);
        const EventTotals totals = ranFor(network, 100e-3);
        const EventTotals::Demand& demand = totals.demands[0];
        QCOMPARE(totals.heralds, (std::vector<std::uint64_t>{10 + 66, 10}));
        QCOMPARE(demand.delivered, 86u);
        QCOMPARE(totals.demands[1].delivered, 0u);
        QCOMPARE(demand.switches, 2u);
        QCOMPARE(demand.around, 20.4e9);
        QCOMPARE(demand.broken, 3e9);
        QCOMPARE(demand.cut, 0.0);
    }

    /// It hears of the fault at 13.5 ms and decides when it works again.
    void nothingIsDecidedWhileTheControllerIsDown()
    {
        EventNetwork network = twoLinks();
        network.links[0].outages.planned = {{seconds(10.5e-3), seconds(30.5e-3)}};
        network.controller.reaction = seconds(3e-3);
        network.controller.outages.planned = {{seconds(12e-3), seconds(20.5e-3)}};
        const EventTotals totals = ranFor(network, 30e-3);
        QCOMPARE(totals.demands[0].delivered, 10u + 4u);    // at 22.5, 24.5, 26.5 and 28.5 ms
        QCOMPARE(totals.demands[0].around, 9.5e9);
        QCOMPARE(totals.demands[0].broken, 10e9);
        QCOMPARE(totals.outages.back().count, 1u);
        QCOMPARE(totals.outages.back().time, 8.5e9);
    }

    /// Both links fail on their own: shares of the time as of independent alternating renewals.
    void withoutAnyWayADemandIsCutOff()
    {
        EventNetwork network = twoLinks();
        network.links[0].outages.faults = {{50e9, 20e9}};
        network.links[1].outages.faults = {{30e9, 10e9}};
        const EventTotals totals = ranFor(network, 2000.0);
        const double time = totals.time;
        const double down0 = 2.0 / 7.0, down1 = 0.25, ends = 2000.0 * (1.0 / 20e-3 + 1.0 / 10e-3) * down0 * down1;    // of times without a way
        QVERIFY(std::abs(totals.demands[0].cut / time - down0 * down1) < 4.0 * std::sqrt(2.0 / ends) * down0 * down1);
        QCOMPARE(totals.demands[0].broken, totals.demands[0].cut);    // decided at once
        // Where both fail it stays on the one that it had until one works: around from then on only if that is the second.
        const double around = totals.demands[0].around / time;
        QVERIFY(around > down0 * (1.0 - down1) - 0.01 && around < down0 + 0.01);
    }

    /// While the middle row of a grid is broken, its demand goes by the first row, whose own demand then takes turns with it.
    void whoSharesLinksWithAWayAroundTakesTurnsMeanwhile()
    {
        EventNetwork network = eventGrid(3, 2);
        for (auto& demand : network.demands)
            for (auto& hop : demand.hops) hop.success = 1.0;
        const EventTotals undisturbed = ranFor(network, 3.0);
        const auto shareOf = [&](const EventNetwork& each, int demand) {
            return static_cast<double>(ranFor(each, 3.0).demands[static_cast<std::size_t>(demand)].delivered) / static_cast<double>(undisturbed.demands[static_cast<std::size_t>(demand)].delivered);
        };
        EventNetwork::Demand way = network.demands[0];
        way.stations = {3, 0, 1, 2, 5};
        way.hops.insert(way.hops.begin(), way.hops.front());
        way.hops.push_back(way.hops.front());
        for (std::size_t hop = 0; hop < 4; ++hop) way.hops[hop].link = std::array<std::uint32_t, 4>{6, 0, 1, 10}[hop];
        way.wayOf = 1;
        network.demands.push_back(way);
        QCOMPARE(ranFor(network, 3.0).fingerprint, undisturbed.fingerprint);
        network.stations[4].outages.planned = {{seconds(1.0), seconds(2.0)}};
        QVERIFY(shareOf(network, 0) > 0.70 && shareOf(network, 0) < 0.90);
        QVERIFY(shareOf(network, 1) > 0.70 && shareOf(network, 1) < 0.90);
        QCOMPARE(ranFor(network, 3.0).demands[1].switches, 2u);
    }
};

BELLWEAVE_TEST(WayTest)
#include "way_test.moc"
