// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <random>
#include <rapidcheck.h>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr double kCycle = 1e-3;      // s
constexpr double kSuccess = 0.2;
constexpr double kService = kCycle / kSuccess;    // s, mean of a geometric number of attempts
/// Mean square of it: of N attempts E[N²] = (2 - p) / p².
constexpr double kSquare = kCycle * kCycle * (2.0 - kSuccess) / (kSuccess * kSuccess);

/// A link without delays: each pair takes a geometric number of attempts, one after the other, and attempts begin when it is asked for.
EventNetwork aLink(double meanBetween)
{
    EventNetwork network = EventChain{.links = 1, .success = kSuccess, .cycle = kCycle}.network();
    network.demands[0].requests.meanBetween = meanBetween * kSecondInPicoseconds;
    return network;
}

EventTotals::Demand ran(const EventNetwork& network, double length, std::uint32_t runs = 24)
{
    EventTotals all;
    for (std::uint32_t number = 0; number < runs; ++number) {
        EventRun run(network, 11, number);
        run.proceed(seconds(length));
        all.add(run.totals());
    }
    return all.demands.front();
}

/// The mean latency of each run is a draw of its own, since requests in line depend on each other.
Estimate latencyOf(const EventNetwork& network, double length, std::uint32_t runs = 24)
{
    Moments means;
    for (std::uint32_t number = 0; number < runs; ++number) {
        EventRun run(network, 11, number);
        run.proceed(seconds(length));
        means.add(Moments(1, run.totals().demands.front().latencies.mean() / kSecondInPicoseconds, 0.0));
    }
    return means.estimate();
}

void compare(const Estimate& got, double exact)
{
    QVERIFY2(std::abs(got.mean - exact) <= 4.0 * got.standardError, qPrintable(QStringLiteral("%1 ± %2, expected %3").arg(got.mean, 0, 'g', 8).arg(got.standardError).arg(exact, 0, 'g', 8)));
}

} // namespace

class RequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Pollaczek and Khinchine: W = λ E[S²] / (2 (1 - ρ)) in line, and the service. Bursts of b wait (b - 1) E[S] / (2 (1 - ρ)) more.
    void aLineIsAsLongAsQueueingTheorySays_data()
    {
        QTest::addColumn<double>("load");
        QTest::addColumn<int>("burst");
        for (const double load : {0.1, 0.5, 0.8})
            for (const int burst : {1, 4}) QTest::addRow("load %g, bursts of %d", load, burst) << load << burst;
    }
    void aLineIsAsLongAsQueueingTheorySays()
    {
        QFETCH(double, load);
        QFETCH(int, burst);
        EventNetwork network = aLink(kService * burst / load);
        network.demands[0].requests.burst = burst;
        const double inLine = (load / kService * kSquare + (burst - 1) * kService) / (2.0 * (1.0 - load));
        compare(latencyOf(network, 150.0), inLine + kService);
    }

    /// Little: requests in line = rate times latency.
    void whatIsInLineIsRateTimesLatency()
    {
        const EventTotals::Demand totals = ran(aLink(kService / 0.7), 150.0);
        const double inLine = totals.inLine / (150.0 * 24 * kSecondInPicoseconds);
        const double expected = 0.7 / kService * totals.latencies.mean() / kSecondInPicoseconds;
        QVERIFY2(std::abs(inLine / expected - 1.0) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(inLine).arg(expected)));
    }

    /// A line for one and no more: those who come while it is served are refused, a/(1 + a) of them for any law of service (Erlang).
    void aFullLineRefusesAsErlangSays()
    {
        EventNetwork network = aLink(kService / 0.5);
        network.demands[0].requests.mostWaiting = 1;
        const EventTotals::Demand totals = ran(network, 150.0);
        const double share = static_cast<double>(totals.refused) / static_cast<double>(totals.asked), expected = 0.5 / 1.5;
        const double error = std::sqrt(expected * (1.0 - expected) / static_cast<double>(totals.asked));
        QVERIFY2(std::abs(share - expected) < 6.0 * error, qPrintable(QStringLiteral("%1 ± %2, expected %3").arg(share).arg(error).arg(expected)));
    }

    /// Hardly anybody waits in line: a deadline of n attempts is missed by (1 - p)^n.
    void aDeadlineIsMissedWhenLuckTakesLonger()
    {
        EventNetwork network = aLink(20.0);
        network.demands[0].requests.deadline = seconds(7.5 * kCycle);
        const EventTotals::Demand totals = ran(network, 15'000.0);
        const double share = static_cast<double>(totals.missed) / static_cast<double>(totals.asked), expected = std::pow(1.0 - kSuccess, 7);
        const double error = std::sqrt(expected * (1.0 - expected) / static_cast<double>(totals.asked));
        QVERIFY2(std::abs(share - expected) < 4.0 * error, qPrintable(QStringLiteral("%1 ± %2, expected %3").arg(share).arg(error).arg(expected)));
        QVERIFY(totals.latencyHistogram.quantile(1.0) <= 7.6e-3 * kSecondInPicoseconds);
    }

    void aRequestForSeveralPairsTakesThemAll()
    {
        EventNetwork network = aLink(200.0 * kService);
        network.demands[0].requests.pairs = 10;
        const EventTotals::Demand totals = ran(network, 1500.0);
        QVERIFY(totals.delivered >= 10 * totals.served && totals.delivered <= 10 * (totals.served + 24));
        const double load = 10.0 / 200.0, square = 10.0 * (kSquare - kService * kService) + 100.0 * kService * kService;
        compare(latencyOf(network, 1500.0), load / (10.0 * kService) * square / (2.0 * (1.0 - load)) + 10.0 * kService);
    }

    /// Requests come only in the first fifth of every second, as fast as they would all the time.
    void windowsLetRequestsComeOnlyThen()
    {
        EventNetwork network = aLink(0.02);
        network.demands[0].requests.windowPeriod = seconds(1.0);
        network.demands[0].requests.windowLength = seconds(0.2);
        EventTrace trace(10'000'000);
        EventRun run(network, 3, 0);
        run.watch(&trace);
        run.proceed(seconds(2000.0));
        std::uint64_t asked = 0;
        for (const TraceRecord& row : trace.records()) {
            if (row.kind != TraceRecord::Kind::Request) continue;
            ++asked;
            QVERIFY(row.from % seconds(1.0) <= seconds(0.2));
        }
        const double expected = 2000.0 * 0.2 / 0.02;
        QVERIFY(std::abs(static_cast<double>(run.totals().demands[0].asked) - expected) < 4.0 * std::sqrt(expected));
        QVERIFY(asked + 10 > run.totals().demands[0].asked);
    }

    void whileNobodyAsksLinksRest()
    {
        EventNetwork network = EventChain{.links = 3, .success = 0.5, .cycle = kCycle}.network();
        network.demands[0].requests.meanBetween = 1e6 * kSecondInPicoseconds;
        EventRun run(network, 1, 0);
        run.proceed(seconds(1000.0));
        QVERIFY(run.totals().events < 50);
        QCOMPARE(run.totals().demands[0].delivered, std::uint64_t(0));
    }

    /// Two demands over one link, one in a hurry: whose deadline is nearest goes first, so fewer are missed than first come, first served.
    void theNearestDeadlineFirstMissesFewer()
    {
        EventNetwork network = aLink(2.5 * kService);
        network.demands.push_back(network.demands.front());
        network.demands[0].requests.deadline = seconds(60.0 * kCycle);
        network.demands[1].requests.deadline = seconds(12.0 * kCycle);
        const auto missed = [&](EventNetwork::Policy policy) {
            network.policy = policy;
            std::uint64_t all = 0, hurried = 0;
            for (std::uint32_t number = 0; number < 8; ++number) {
                EventRun run(network, 5, number);
                run.proceed(seconds(500.0));
                all += run.totals().demands[0].missed + run.totals().demands[1].missed;
                hurried += run.totals().demands[1].missed;
            }
            return std::pair(all, hurried);
        };
        const auto first = missed(EventNetwork::Policy::FirstCome), nearest = missed(EventNetwork::Policy::Deadline);
        QVERIFY2(nearest.second < first.second, qPrintable(QStringLiteral("%1 %2").arg(nearest.second).arg(first.second)));
        QVERIFY2(nearest.first < first.first, qPrintable(QStringLiteral("%1 %2").arg(nearest.first).arg(first.first)));
    }

    void booksOfRequestsAreKeptInAnyNetwork()
    {
        QVERIFY(rc::check([](unsigned seed) {
            std::mt19937 engine(seed);
            const auto upTo = [&engine](int most) { return static_cast<int>(engine() % static_cast<unsigned>(most + 1)); };
            EventNetwork network = eventGrid(3 + static_cast<std::uint32_t>(upTo(2)), 1 + static_cast<std::uint32_t>(upTo(5)));
            network.policy = static_cast<EventNetwork::Policy>(upTo(4));
            for (auto& station : network.stations) station.qubits = 2 + upTo(4), station.swapSuccess = upTo(1) ? 1.0 : 0.6;
            for (auto& demand : network.demands) {
                if (upTo(4) == 0) continue;
                demand.requests = {.meanBetween = (0.002 + 0.02 * upTo(5)) * kSecondInPicoseconds, .pairs = 1 + upTo(2), .burst = 1 + upTo(2), .mostWaiting = 1 + upTo(3),
                                   .deadline = upTo(1) ? seconds(0.05) : 0};
                demand.endsHold = upTo(2) > 0;
                if (upTo(2) == 0) demand.cutoff = seconds(0.02);
                demand.isInRounds = upTo(3) == 0;
            }
            EventRun run(network, seed, 0), twice(network, seed, 0), watched(network, seed, 0);
            EventTrace trace(5'000'000);
            watched.watch(&trace);
            run.proceed(seconds(1.5));
            twice.proceed(seconds(0.4));
            twice.proceed(seconds(1.5));
            watched.proceed(seconds(1.5));
            RC_ASSERT(run.totals().fingerprint == twice.totals().fingerprint);
            RC_ASSERT(run.totals().fingerprint == watched.totals().fingerprint);
            for (std::uint32_t d = 0; d < network.demands.size(); ++d) {
                const EventTotals::Demand& totals = run.totals().demands[d];
                const auto& requests = network.demands[d].requests;
                if (!requests.isAny()) {
                    RC_ASSERT(totals.asked == 0 && totals.spare == 0 && totals.delivered > 0);
                    continue;
                }
                const std::uint64_t ended = totals.served + totals.refused + totals.missed;
                RC_ASSERT(ended <= totals.asked);
                RC_ASSERT(totals.asked - ended <= static_cast<std::uint64_t>(requests.mostWaiting));
                RC_ASSERT(totals.latencies.count() == totals.served);
                RC_ASSERT(totals.delivered >= totals.served * static_cast<std::uint64_t>(requests.pairs));
                RC_ASSERT(totals.served + totals.missed + totals.refused > 0);
                std::uint64_t told = 0;
                for (const TraceRecord& row : trace.records()) told += row.kind == TraceRecord::Kind::Request && row.demand == d ? 1 : 0;
                RC_ASSERT(told == ended);
            }
        }));
    }
};

BELLWEAVE_TEST(RequestTest)
#include "request_test.moc"
