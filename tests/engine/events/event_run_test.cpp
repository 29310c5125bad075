// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "engine/validation/validation.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

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
    /// 2^63 picoseconds are 107 days.
    void runsTogetherMayLastForYears()
    {
        EventTotals day;
        day.time = 86400.0 * kSecondInPicoseconds;
        EventTotals all;
        for (int i = 0; i < 1000; ++i) all.add(day);
        QCOMPARE(all.time, 1000.0 * day.time);
    }

    /// Closed forms, an exact solver, and what SeQUeNCe, ReQuSim and MQNS measured; errors of both sides.
    void everyPublishedRunComesOut()
    {
        for (const ValidationRow& row : peerResults())
            QVERIFY2(row.agreement == Agreement::Agrees, qPrintable(QStringLiteral("%1: %2, published %3 ± %4").arg(row.id).arg(row.predicted).arg(row.reference).arg(row.referenceError)));
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
            const double busy = totals.busyTime[i] / totals.time;
            QVERIFY2(busy > 0.0 && busy <= (i == 0 || i == 4 ? 1.0 : 2.0), qPrintable(QString::number(busy)));
        }
    }
};

BELLWEAVE_TEST(EventRunTest)
#include "event_run_test.moc"
