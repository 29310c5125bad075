// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "engine/events/trace_story.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// A grid whose every choice is drawn.
EventNetwork anyNetwork(unsigned seed)
{
    std::mt19937 engine(seed);
    const auto below = [&](unsigned limit) { return engine() % limit; };
    const auto chance = [&] { return 0.05 + 0.001 * below(951); };
    const std::uint32_t side = 2 + below(4);
    EventNetwork network = eventGrid(side, 1 + below(2 * side));
    network.policy = static_cast<EventNetwork::Policy>(below(4));
    for (auto& station : network.stations) {
        station.qubits = static_cast<int>(2 + below(5));
        if (below(4) == 0) station.mostLinksAtOnce = 1;
        station.swapSuccess = below(2) ? 1.0 : chance();
        station.swapTime = below(2) ? 0 : seconds(1e-6 * below(500));
    }
    for (auto& link : network.links) {
        link.mostA = static_cast<int>(1 + below(3));
        link.mostB = static_cast<int>(1 + below(3));
        link.delay = seconds(1e-6 * below(400));
    }
    for (auto& demand : network.demands) {
        demand.order = below(2) ? EventNetwork::Order::AsSoonAsPossible : EventNetwork::Order::ByRank;
        for (std::size_t place = 0; place < demand.stations.size(); ++place) demand.ranks.push_back(static_cast<int>(below(4)));
        if (below(3) == 0) demand.cutoff = seconds(1e-3 * (1 + below(30)));
        if (below(3) == 0) demand.waits.assign(demand.stations.size(), seconds(1e-3 * (1 + below(10))));
        demand.trips = static_cast<int>(below(3));
        demand.endsHold = below(3) > 0;
        demand.isInRounds = below(3) == 0;
        demand.areRoundsTold = below(2);
        demand.isLossKept = below(4) == 0;
        demand.endsKept = below(3) ? 1.0 : chance();
        demand.priority = static_cast<int>(below(3));
        for (auto& hop : demand.hops) {
            hop.success = below(5) ? chance() : 1.0;
            hop.cycle = seconds(1e-6 * (1 + below(900)));
            hop.isReserved = below(4) == 0;
            hop.handshake = seconds(1e-6 * below(300));
        }
    }
    return network;
}

/// The same with rounds of distillation: of hops, and where swaps go by rank, of all of the route.
EventNetwork anyDistillingNetwork(unsigned seed)
{
    using Kind = EventNetwork::Distillation::Kind;
    EventNetwork network = anyNetwork(seed);
    std::mt19937 engine(seed + 2000);
    const auto below = [&](unsigned limit) { return engine() % limit; };
    const auto anyRounds = [&](std::uint32_t first, std::uint32_t last) {
        EventNetwork::Distillation row{first, last, static_cast<int>(1 + below(2)), static_cast<Kind>(below(4))};
        if (row.kind == Kind::Check) row.rounds = 1;
        row.kept = 0.9;
        row.time = below(2) ? 0 : seconds(1e-6 * below(300));
        row.quality.gateQuality = 0.99;
        return row;
    };
    for (auto& demand : network.demands) {
        for (std::uint32_t hop = 0; hop < demand.hops.size(); ++hop) {
            demand.hops[hop].success = std::max(0.3, demand.hops[hop].success);
            if (below(3) == 0) demand.distillations.push_back(anyRounds(hop, hop + 1));
        }
        if (demand.order == EventNetwork::Order::ByRank && demand.hops.size() > 1 && below(2)) demand.distillations.push_back(anyRounds(0, static_cast<std::uint32_t>(demand.hops.size())));
        demand.isLossKept = false;
    }
    // Room for all rounds at every station.
    for (auto& station : network.stations) station.qubits += 24;
    for (auto& link : network.links) link.mostA = link.mostB = static_cast<int>(5 + below(3));
    return network;
}

/// The same with stations and links that fail and are mended.
EventNetwork anyFailingNetwork(unsigned seed)
{
    EventNetwork network = anyNetwork(seed);
    std::mt19937 engine(seed + 1000);
    const auto anyOutages = [&]() -> EventNetwork::Outages {
        if (engine() % 3 > 0) return {};
        EventNetwork::Outages outages{{{seconds(0.05), seconds(0.05 + 1e-4 * static_cast<double>(engine() % 1000))}}};
        outages.faults.push_back({1e9 * static_cast<double>(2 + engine() % 100), 1e9 * static_cast<double>(1 + engine() % 20)});
        if (engine() % 3 == 0) outages.maintenance.push_back({seconds(0.07), seconds(0.005)});
        return outages;
    };
    for (auto& station : network.stations) station.outages = anyOutages();
    for (auto& link : network.links) link.outages = anyOutages();
    return network;
}

/// And with ways around, which a controller that fails too tells after a while.
EventNetwork anyReroutedNetwork(unsigned seed)
{
    EventNetwork network = anyFailingNetwork(seed);
    const auto stations = static_cast<double>(network.stations.size());
    addDetours(network, static_cast<std::uint32_t>(std::lround(std::sqrt(stations))));
    network.controller.reaction = seed % 3 == 0 ? 0 : seconds(1e-3 * (seed % 7));
    if (seed % 2) network.controller.outages.faults.push_back({30e9, 5e9});
    return network;
}

enum class Troubles { None, Failing, Rerouted, Distilling };

EventNetwork anyNetworkWith(Troubles troubles, unsigned seed)
{
    switch (troubles) {
    case Troubles::None: return anyNetwork(seed);
    case Troubles::Failing: return anyFailingNetwork(seed);
    case Troubles::Rerouted: return anyReroutedNetwork(seed);
    case Troubles::Distilling: return anyDistillingNetwork(seed);
    }
    return {};
}

} // namespace

class EventPropertyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsServedNoMore_data()
    {
        QTest::addColumn<int>("troubles");
        QTest::newRow("all works") << static_cast<int>(Troubles::None);
        QTest::newRow("stations and links fail") << static_cast<int>(Troubles::Failing);
        QTest::newRow("demands go ways around") << static_cast<int>(Troubles::Rerouted);
        QTest::newRow("pairs are distilled") << static_cast<int>(Troubles::Distilling);
    }
    void nobodyIsServedNoMore()
    {
        QFETCH(const int, troubles);
        const unsigned seeds = static_cast<Troubles>(troubles) == Troubles::Distilling ? 8 : static_cast<Troubles>(troubles) == Troubles::Rerouted ? 45 : 80;
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            EventNetwork network = anyNetworkWith(static_cast<Troubles>(troubles), seed);
            if (network.policy == EventNetwork::Policy::Priority) network.policy = EventNetwork::Policy::FirstCome;    // which may starve
            for (auto& station : network.stations) station.swapSuccess = std::max(0.5, station.swapSuccess);
            for (auto& demand : network.demands) {
                demand.cutoff.reset();
                demand.waits.clear();
                demand.endsKept = std::max(0.5, demand.endsKept);
                for (auto& hop : demand.hops) hop.success = std::max(0.2, hop.success);
            }
            EventRun run(network, seed, 0);
            run.proceed(seconds(4.0));
            std::vector<std::uint64_t> before;
            for (const auto& demand : run.totals().demands) before.push_back(demand.delivered);
            run.proceed(seconds(12.0));
            for (std::size_t i = 0; i < before.size(); ++i)
                QVERIFY2(network.demands[i].wayOf || run.totals().demands[i].delivered > before[i], qPrintable(QStringLiteral("seed %1, demand %2 of %3: %4, then no more").arg(seed).arg(i).arg(before.size()).arg(before[i])));
        }
    }

    /// And changes nothing of it.
    void aTraceTellsWhatWasCounted()
    {
        using Kind = TraceRecord::Kind;
        using Cause = TraceRecord::Cause;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const EventNetwork network = anyNetworkWith(static_cast<Troubles>(1 + seed % 3), seed);
            EventRun run(network, seed, 0), unwatched(network, seed, 0);
            EventTrace trace(10'000'000);
            run.watch(&trace);
            run.proceed(seconds(0.3));
            unwatched.proceed(seconds(0.3));
            QCOMPARE(run.totals().fingerprint, unwatched.totals().fingerprint);
            QCOMPARE(trace.leftOut(), 0u);
            const auto count = [&](Kind kind, auto isOne) {
                return static_cast<std::uint64_t>(std::count_if(trace.records().begin(), trace.records().end(), [&](const TraceRecord& row) { return row.kind == kind && isOne(row); }));
            };
            const auto sum = [&](std::uint64_t EventTotals::Demand::*member) {
                return std::accumulate(run.totals().demands.begin(), run.totals().demands.end(), std::uint64_t{0}, [&](std::uint64_t all, const auto& demand) { return all + demand.*member; });
            };
            const auto any = [](const TraceRecord&) { return true; };
            const auto because = [](Cause cause) { return [cause](const TraceRecord& row) { return row.cause == cause; }; };
            QCOMPARE(count(Kind::Delivery, because(Cause::None)), sum(&EventTotals::Demand::delivered));
            QCOMPARE(count(Kind::Swap, any), sum(&EventTotals::Demand::swaps));
            QCOMPARE(count(Kind::Swap, [](const TraceRecord& row) { return row.cause != Cause::None; }), sum(&EventTotals::Demand::failedSwaps));
            QCOMPARE(count(Kind::Message, any), sum(&EventTotals::Demand::messages));
            QCOMPARE(count(Kind::Loss, because(Cause::TooOld)), sum(&EventTotals::Demand::givenUp));
            QCOMPARE(count(Kind::Loss, because(Cause::StationFailed)), sum(&EventTotals::Demand::lost));
            QCOMPARE(count(Kind::Loss, because(Cause::WayChanged)), sum(&EventTotals::Demand::dropped));
            QCOMPARE(count(Kind::Way, any), sum(&EventTotals::Demand::switches));
            QCOMPARE(count(Kind::Pair, any), std::accumulate(run.totals().heralds.begin(), run.totals().heralds.end(), std::uint64_t{0}));
            std::set<std::uint64_t> made;
            for (const TraceRecord& row : trace.records()) {
                if (row.kind == Kind::Swap || row.kind == Kind::Distillation) QVERIFY(made.count(row.left) == 1 && made.count(row.right) == 1 && row.left != row.right);
                if (row.kind == Kind::Loss || row.kind == Kind::Delivery) QVERIFY(made.count(row.pair) == 1);
                if (row.kind == Kind::Pair || row.kind == Kind::Swap || row.kind == Kind::Distillation) QVERIFY(made.insert(row.pair).second);
                if (row.kind == Kind::Attempts) QVERIFY(row.attempts > 0 && row.from < row.until);
            }
        }
    }

    /// The times of all halves at a station add up to the time its memories were occupied; every pair comes from its parts.
    void aStoryAddsUp()
    {
        using Fate = TraceStory::Fate;
        std::map<Fate, int> fates;
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const EventNetwork network = anyNetworkWith(static_cast<Troubles>(seed % 4), seed);
            EventRun run(network, seed, 0);
            EventTrace trace(10'000'000);
            run.watch(&trace);
            run.proceed(seconds(0.3));
            const TraceStory story(trace.records(), run.totals().time);
            std::vector<double> busy(network.stations.size());
            for (const TraceStory::Half& half : story.halves()) busy[half.station] += static_cast<double>(half.until - half.from);
            for (std::size_t i = 0; i < busy.size(); ++i)
                QVERIFY2(std::abs(busy[i] - run.totals().busyTime[i]) <= 1e-9 * busy[i], qPrintable(QStringLiteral("seed %1, station %2: %3, %4").arg(seed).arg(i).arg(busy[i]).arg(run.totals().busyTime[i])));
            for (const auto& [number, pair] : story.pairs()) {
                ++fates[pair.fate];
                QVERIFY(pair.end >= pair.born && (pair.left > 0 || pair.swapAt == TraceRecord::kNone));
                if (pair.child > 0) QVERIFY(story.pairs().at(pair.child).left == number || story.pairs().at(pair.child).right == number);
                const TraceStory::Pair* root = story.rootOf(number);
                QVERIFY(root && root->number <= number);
                if (pair.fate == Fate::Useless && pair.cause == TraceRecord::Cause::SwapFailed) QVERIFY(root->brokenBy != TraceRecord::Cause::None || root->cause != TraceRecord::Cause::None);
                if (pair.fate == Fate::Lost && pair.cause == TraceRecord::Cause::ToldOfLoss) QVERIFY(root->brokenBy != TraceRecord::Cause::None || root->lostAt != TraceRecord::kNone);
            }
        }
        for (const Fate fate : {Fate::Open, Fate::Joined, Fate::Lost, Fate::Delivered, Fate::Useless}) QVERIFY(fates[fate] > 100);
    }

    void anyNetworkKeepsItsBooks()
    {
        std::uint64_t delivered = 0, givenUp = 0, failed = 0, lost = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            const EventNetwork network = anyNetworkWith(static_cast<Troubles>(seed % 3), seed);
            EventRun run(network, seed, 0), again(network, seed, 0);
            run.proceed(seconds(0.3));
            run.proceed(seconds(0.6));
            again.proceed(seconds(0.6));    // in one go
            const EventTotals& totals = run.totals();
            QCOMPARE(again.totals().fingerprint, totals.fingerprint);
            for (std::size_t i = 0; i < network.stations.size(); ++i) {
                const double busy = totals.busyTime[i] / totals.time;
                QVERIFY2(busy >= 0.0 && busy <= network.stations[i].qubits, qPrintable(QStringLiteral("seed %1, station %2: %3").arg(seed).arg(i).arg(busy)));
            }
            for (const auto& demand : totals.demands) {
                QVERIFY(demand.delivered == 0 || (demand.fidelities.mean() >= 0.0 && demand.fidelities.mean() <= 1.0));
                QVERIFY(demand.failedSwaps <= demand.swaps);
                delivered += demand.delivered;
                givenUp += demand.givenUp;
                failed += demand.failedSwaps;
                lost += demand.lost;
            }
        }
        QVERIFY(delivered > 10'000 && givenUp > 1'000 && failed > 1'000 && lost > 1'000);
    }
};

BELLWEAVE_TEST(EventPropertyTest)
#include "event_property_test.moc"
