// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"

#include <QTest>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr EventNetwork::Time kForever = std::int64_t{1} << 60;

EventTotals ranFor(const EventNetwork& network, std::uint64_t pairs, std::uint64_t seed = 1)
{
    EventRun run(network, seed, 0);
    run.proceed(kForever, pairs);
    return run.totals();
}

EventNetwork inRounds(EventNetwork network, bool endsHold)
{
    network.demands.front().isInRounds = true;
    network.demands.front().endsHold = endsHold;
    return network;
}

void compare(const char* what, const Estimate& got, double exact, double exactError = 0.0)
{
    QVERIFY2(std::abs(got.mean - exact) <= 4.0 * std::hypot(got.standardError, exactError) + 1e-12,
             qPrintable(QStringLiteral("%1: %2 ± %3, expected %4").arg(what).arg(got.mean, 0, 'g', 8).arg(got.standardError).arg(exact, 0, 'g', 8)));
}

void compareTimes(const EventTotals& totals, double secondsEach, double error = 0.0)
{
    compare("interval", totals.demands.front().intervals.estimate(), secondsEach * kSecondInPicoseconds, error * kSecondInPicoseconds);
}

} // namespace

class EventRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// One repeater whose ends measure at once, memory dephasing, noisy swap; closed forms with its error in standard errors.
    void oneRepeaterHasItsClosedForm_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("chance");
        QTest::addColumn<double>("coherence");
        QTest::addColumn<double>("swap");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("fidelity");
        QTest::newRow("20 km") << 20e3 << 0.8 << 0.1 << 0.99 << 3818.38423 << 0.990870124;
        QTest::newRow("200 km") << 200e3 << 0.8 << 0.1 << 0.99 << 5.66957694 << 0.720838013;
        QTest::newRow("100 km, short memory") << 100e3 << 0.1 << 0.01 << 1.0 << 13.7611933 << 0.577653011;
    }
    void oneRepeaterHasItsClosedForm()
    {
        QFETCH(double, length);
        QFETCH(double, chance);
        QFETCH(double, coherence);
        QFETCH(double, swap);
        QFETCH(double, rate);
        QFETCH(double, fidelity);
        EventChain chain;
        chain.cycle = length / 2e8;
        chain.success = chance * std::exp(-0.5 * length / 22e3);
        chain.dephasing = 1.0 / coherence;
        chain.swapWerner = swap;
        EventNetwork network = inRounds(chain.network(), false);
        const double sent = std::exp(-chain.cycle / coherence);    // the middle qubit waited for its herald
        for (auto& hop : network.demands.front().hops) hop.state = {{1.0, 1.0, sent, sent}};
        const EventTotals totals = ranFor(network, 60'000);
        compareTimes(totals, 1.0 / rate);
        compare("fidelity", totals.demands.front().fidelities.estimate(), fidelity);
    }

    /// Swapped as soon as possible, every half dephases: E[max] in closed form, fidelity by millions of direct draws.
    void rowsSwapAsSoonAsPossible_data()
    {
        QTest::addColumn<int>("links");
        QTest::addColumn<double>("steps");
        QTest::addColumn<double>("fidelity");
        QTest::newRow("2") << 2 << 29.74358974 << 0.98124444;
        QTest::newRow("4") << 4 << 41.1160953 << 0.95330472;
        QTest::newRow("8") << 8 << 53.48659747 << 0.9100773;
        QTest::newRow("32") << 32 << 79.62330927 << 0.7462059;
    }
    void rowsSwapAsSoonAsPossible()
    {
        QFETCH(int, links);
        QFETCH(double, steps);
        QFETCH(double, fidelity);
        const EventTotals totals = ranFor(inRounds(EventChain{.links = links, .success = 0.05, .dephasing = 1.0}.network(), true), 20'000);
        compareTimes(totals, steps * 1e-3);
        compare("fidelity", totals.demands.front().fidelities.estimate(), fidelity, 2e-5);
    }

    /// Halves of halves, begun anew from scratch where a swap fails; exact by the published solver of nested chains.
    void nestedSwapsThatFailBeginAnew_data()
    {
        QTest::addColumn<int>("links");
        QTest::addColumn<double>("steps");
        QTest::addColumn<double>("werner");
        QTest::newRow("4") << 4 << 84.8175804 << 0.826901742;
        QTest::newRow("8") << 8 << 242.348372 << 0.579477964;
    }
    void nestedSwapsThatFailBeginAnew()
    {
        QFETCH(int, links);
        QFETCH(double, steps);
        QFETCH(double, werner);
        // What a pair loses while it waits is put on both of its halves.
        EventChain chain{.links = links, .success = 0.1, .werner = 0.98, .depolarizing = 0.5e3 / 400.0, .swap = 0.5};
        EventNetwork network = inRounds(chain.network(), true);
        network.demands.front().order = EventNetwork::Order::ByRank;
        const EventTotals totals = ranFor(network, 20'000);
        compareTimes(totals, steps * 1e-3);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.25 + 0.75 * werner);
    }

    /// Two routers and a midpoint: 4 L/c an attempt.
    void aLinkAloneDeliversAtItsRate()
    {
        EventChain chain{.links = 1, .success = 0.3154786722400966, .cycle = 200.0125e-6, .delay = 50e-6, .werner = (4 * 0.9 - 1) / 3};
        const EventTotals totals = ranFor(chain.network(), 50'000);
        compareTimes(totals, 200.0125e-6 / 0.3154786722400966);
        QVERIFY(std::abs(totals.demands.front().fidelities.mean() - 0.9) < 1e-12);
        // 50 km: 250 us an attempt and 500 us of reservation before each series.
        const EventTotals reserved = ranFor(EventChain{.links = 1, .success = 0.040725312, .cycle = 250e-6, .handshake = 500e-6}.network(), 50'000);
        compareTimes(reserved, 1.0 / 150.632);
    }

    /// What SeQUeNCe 1.0 measured (its own error in standard errors): one repeater, two links of 20 km, free running, swaps asked for and
    /// answered before and told after, memories that age from the photon on.
    void aRepeaterRunsFreelyWithMessagesAsSequenceDoes()
    {
        const double rate = 4.0 / (3.0 * 0.1), sent = std::exp(-2.0 * rate * 100e-6);
        EventChain chain{.links = 2, .success = 0.1990535852767486, .cycle = 400.0125e-6, .delay = 100e-6, .werner = (4 * 0.95 - 1) / 3 * sent, .depolarizing = rate};
        EventNetwork network = chain.network();
        network.demands.front().trips = 2;
        const EventTotals totals = ranFor(network, 50'000);
        compareTimes(totals, 0.00319096, 2.56e-5);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.8614361, 0.00036);
    }

    /// What MQNS measured: two links of 20 km, attempts of 100 us that the first station asks for before each series; Werner pairs that
    /// age from the beginning of the attempt, each half by exp(-t/0.1 s).
    void aRepeaterRunsFreelyWithReservationsAsMqnsDoes()
    {
        EventChain chain{.links = 2, .success = 0.5 * std::pow(10.0, -0.4), .cycle = 100e-6, .delay = 100e-6, .isReserved = true};
        chain.werner = (4 * 0.99 - 1) / 3 * std::exp(-2.0 * 100e-6 / 0.1);
        chain.depolarizing = 1.0 / 0.1;
        const EventTotals totals = ranFor(chain.network(), 50'000);
        compareTimes(totals, 1.0 / 1015.55, 2.25 / 1015.55 / 1015.55);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.9691466, 3.31e-5);
    }

    /// The same of four links, which swap as soon as possible.
    void threeRepeatersRunFreelyAsMqnsDoes()
    {
        EventChain chain{.links = 4, .success = 0.5 * std::pow(0.95 * 0.95 * std::pow(10.0, -0.2), 2), .cycle = 100e-6, .delay = 100e-6, .isReserved = true};
        chain.werner = (4 * 0.99 - 1) / 3 * std::exp(-2.0 * 100e-6 / 0.1);
        chain.depolarizing = 1.0 / 0.1;
        const EventTotals totals = ranFor(chain.network(), 50'000);
        compareTimes(totals, 1.0 / 671.383, 1.49 / 671.383 / 671.383);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.929765, 8.97e-5);
    }

    /// Nested swaps of four and six links as SeQUeNCe makes them.
    void nestedRepeatersRunFreelyAsSequenceDoes()
    {
        const double rate = 4.0 / (3.0 * 0.1), sent = std::exp(-2.0 * rate * 100e-6);
        EventChain chain{.links = 4, .success = 0.1990535852767486, .cycle = 400.0125e-6, .delay = 100e-6, .werner = (4 * 0.95 - 1) / 3 * sent, .depolarizing = rate};
        EventNetwork network = chain.network();
        network.demands.front().trips = 2;
        network.demands.front().order = EventNetwork::Order::ByRank;
        const EventTotals totals = ranFor(network, 50'000);
        compareTimes(totals, 0.0046946, 3.78e-5);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.7119762, 0.0008);
    }

    /// Unlike links, attempts of two trips, halves that are given up after 10 ms.
    void oldHalvesAreGivenUpAsInMqns()
    {
        EventChain chain{.links = 2, .depolarizing = 1.0 / 0.01, .swap = 0.5};
        EventNetwork network = chain.network();
        for (const std::size_t i : {0, 1}) {
            const double length = i == 0 ? 32.0 : 18.0, trip = length * 5e-6;
            auto& link = network.demands.front().hops[i];
            link.success = 0.5 * std::pow(0.95 * 0.95 * std::pow(10.0, -0.01 * length), 2);
            link.cycle = seconds(2 * trip);
            network.links[i].delay = seconds(trip);
            link.age = link.cycle;
            link.isReserved = true;
            const double werner = (4 * 0.99 - 1) / 3 * std::exp(-2.0 * 2 * trip / 0.01);
            link.state = {{1.0, werner, werner, werner}};
        }
        network.demands.front().cutoff = seconds(0.01);
        const EventTotals totals = ranFor(network, 20'000);
        compareTimes(totals, 1.0 / 122.527, 0.767 / 122.527 / 122.527);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.6742815, 0.00116);
    }

    void nestedRepeatersOfSixLinksRunFreelyAsSequenceDoes()
    {
        const double rate = 4.0 / (3.0 * 0.1), sent = std::exp(-2.0 * rate * 100e-6);
        EventChain chain{.links = 6, .success = 0.1990535852767486, .cycle = 400.0125e-6, .delay = 100e-6, .werner = (4 * 0.95 - 1) / 3 * sent, .depolarizing = rate};
        EventNetwork network = chain.network();
        network.demands.front().trips = 2;
        network.demands.front().order = EventNetwork::Order::ByRank;
        const EventTotals totals = ranFor(network, 30'000);
        compareTimes(totals, 0.00583533, 5.37e-5);
        compare("fidelity", totals.demands.front().fidelities.estimate(), 0.5757265, 0.00122);
    }

    /// Stations of three qubits where two demands cross: halves that wait never fill a station for good.
    void crossingDemandsNeverBlockEachOtherForEver()
    {
        for (const int qubits : {2, 3, 4})
            for (const auto policy : {EventNetwork::Policy::RoundRobin, EventNetwork::Policy::MaxMinFair, EventNetwork::Policy::FirstCome}) {
                EventNetwork network = eventGrid(5, 10);
                network.policy = policy;
                for (auto& station : network.stations) station.qubits = qubits;
                EventRun run(network, 2, 0);
                run.proceed(seconds(5.0));
                std::vector<std::uint64_t> before;
                for (const auto& demand : run.totals().demands) before.push_back(demand.delivered);
                run.proceed(seconds(10.0));
                for (std::size_t i = 0; i < before.size(); ++i)
                    QVERIFY2(run.totals().demands[i].delivered > before[i] + 10, qPrintable(QStringLiteral("%1 qubits, demand %2: %3").arg(qubits).arg(i).arg(run.totals().demands[i].delivered)));
            }
    }

    void aPolicySharesALinkAsItSays()
    {
        // Two demands over the same two links.
        EventNetwork network = EventChain{.links = 2, .success = 0.3}.network();
        network.demands.push_back(network.demands.front());
        const auto shares = [&](EventNetwork::Policy policy, int priority) {
            network.policy = policy;
            network.demands[1].priority = priority;
            EventRun run(network, 1, 0);
            run.proceed(seconds(200.0));
            const double first = static_cast<double>(run.totals().demands[0].delivered), second = static_cast<double>(run.totals().demands[1].delivered);
            return second / (first + second);
        };
        QVERIFY(std::abs(shares(EventNetwork::Policy::RoundRobin, 0) - 0.5) < 0.05);
        QVERIFY(std::abs(shares(EventNetwork::Policy::MaxMinFair, 0) - 0.5) < 0.01);
        QVERIFY(shares(EventNetwork::Policy::Priority, 1) > 0.9);
        QVERIFY(shares(EventNetwork::Policy::Priority, -1) < 0.1);
    }

    void theSameSeedIsTheSameRun()
    {
        const EventNetwork network = EventChain{.links = 5, .delay = 1e-4, .swap = 0.7}.network();
        const EventTotals one = ranFor(network, 500, 3), other = ranFor(network, 500, 3), third = ranFor(network, 500, 4);
        QCOMPARE(one.fingerprint, other.fingerprint);
        QCOMPARE(one.events, other.events);
        QVERIFY(one.fingerprint != third.fingerprint);
    }

    void qubitsAreNeverUsedTwice()
    {
        EventNetwork network = EventChain{.links = 4, .success = 0.3, .delay = 1e-3, .swap = 0.8}.network();
        network.demands.front().cutoff = seconds(0.02);
        EventRun run(network, 1, 0);
        run.proceed(seconds(200.0));
        const EventTotals& totals = run.totals();
        QVERIFY(totals.demands.front().delivered > 0 && totals.demands.front().givenUp > 0 && totals.demands.front().failedSwaps > 0);
        for (std::size_t i = 0; i < network.stations.size(); ++i) {
            const double busy = totals.busyTime[i] / static_cast<double>(totals.time);
            QVERIFY2(busy > 0.0 && busy <= (i == 0 || i == 4 ? 1.0 : 2.0), qPrintable(QString::number(busy)));
        }
    }
};

QTEST_APPLESS_MAIN(EventRunTest)
#include "event_run_test.moc"
