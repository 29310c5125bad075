// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

using Kind = EventNetwork::Distillation::Kind;

constexpr double kCycle = 200e-6;
constexpr double kTime = 150e-6;

/// Two stations with so many qubits, and rounds of what their link makes.
EventNetwork oneLink(int qubits, int rounds, Kind kind, double success, double fidelity)
{
    EventNetwork network = EventChain{.links = 1, .success = success, .cycle = kCycle, .werner = (4.0 * fidelity - 1.0) / 3.0}.network();
    for (auto& station : network.stations) station.qubits = qubits;
    network.links.front().mostA = network.links.front().mostB = qubits;
    network.demands.front().distillations = {{0, 1, rounds, kind, {}, 1.0, seconds(kTime)}};
    return network;
}

EventTotals ranFor(const EventNetwork& network, double time, std::uint64_t seed = 5)
{
    EventRun run(network, seed, 0);
    run.proceed(seconds(time));
    return run.totals();
}

/// Success and fidelity of a round of two Werner pairs. Source: Bennett et al., PRL 76, 722 (1996).
double passing(double f) { return f * f + 2.0 * f * (1.0 - f) / 3.0 + 5.0 * (1.0 - f) * (1.0 - f) / 9.0; }
double distilledFidelity(double f) { return (f * f + (1.0 - f) * (1.0 - f) / 9.0) / passing(f); }

/// Of successes among trials with that chance.
void compareShare(const char* what, std::uint64_t successes, std::uint64_t trials, double chance)
{
    const double got = static_cast<double>(successes) / static_cast<double>(trials), error = std::sqrt(chance * (1.0 - chance) / static_cast<double>(trials));
    QVERIFY2(trials > 500 && std::abs(got - chance) <= 4.0 * error + 1e-12, qPrintable(QStringLiteral("%1: %2 of %3, expected %4 ± %5").arg(what).arg(got).arg(trials).arg(chance).arg(error)));
}

} // namespace

class EventDistillationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Both qubits attempt side by side until both have a pair: E[max of two geometrics] cycles, then a round.
    void aRoundOfTwoPairsTakesWhatItTakes()
    {
        const double p = 0.3, f = 0.8;
        const EventTotals totals = ranFor(oneLink(2, 1, Kind::Werner, p, f), 60.0);
        const EventTotals::Demand& demand = totals.demands.front();
        compareShare("passed", demand.rounds - demand.failedRounds, demand.rounds, passing(f));
        QVERIFY(std::abs(demand.fidelities.mean() - distilledFidelity(f)) < 1e-12);
        const double mean = (2.0 / p - 1.0 / (1.0 - (1.0 - p) * (1.0 - p))) * kCycle + kTime;
        const double expected = 60.0 / mean, spread = std::sqrt(expected) * 1.2;    // intervals vary less than exponential ones
        QVERIFY2(std::abs(static_cast<double>(demand.rounds) - expected) < 4.0 * spread, qPrintable(QStringLiteral("%1 rounds, expected %2").arg(demand.rounds).arg(expected)));
        QCOMPARE(demand.messages, 2 * demand.rounds);
    }

    /// Each level takes two pairs of the one before, or a fresh one beside the kept: as many raw pairs per delivered one as the chances say.
    void pairsAreUsedUpAsTheRoundsSay_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<int>("qubits");
        QTest::newRow("nested twice") << static_cast<int>(Kind::Nested) << 2 << 3;
        QTest::newRow("nested twice, many qubits") << static_cast<int>(Kind::Nested) << 2 << 9;
        QTest::newRow("nested three times") << static_cast<int>(Kind::Nested) << 3 << 4;
        QTest::newRow("pumped twice") << static_cast<int>(Kind::Pumped) << 2 << 2;
        QTest::newRow("pumped three times, many qubits") << static_cast<int>(Kind::Pumped) << 3 << 8;
        QTest::newRow("Werner twice") << static_cast<int>(Kind::Werner) << 2 << 5;
    }
    void pairsAreUsedUpAsTheRoundsSay()
    {
        QFETCH(const int, kind);
        QFETCH(const int, rounds);
        QFETCH(const int, qubits);
        const EventNetwork network = oneLink(qubits, rounds, static_cast<Kind>(kind), 0.4, 0.85);
        const EventTotals totals = ranFor(network, 100.0);
        // Raw pairs that one of each level takes, by chances of rounds without decay.
        BellDiagonal state = fromCorrelators(network.demands.front().hops.front().state);
        const BellDiagonal fresh = state;
        double taken = 1.0;
        for (int round = 0; round < rounds; ++round) {
            const BellDiagonal& other = static_cast<Kind>(kind) == Kind::Pumped ? fresh : state;
            const ErrorOrder order = bestLikeOrder(state, other);
            const Distilled made = static_cast<Kind>(kind) == Kind::Werner ? bbpssw(state, other) : distill(state, other, order, order);
            taken = (taken + (static_cast<Kind>(kind) == Kind::Pumped ? 1.0 : taken)) / made.success;
            state = made.state;
        }
        const auto delivered = static_cast<double>(totals.demands.front().delivered);
        QVERIFY2(std::abs(totals.demands.front().fidelities.mean() - state.fidelity()) < 1e-12, qPrintable(QString::number(totals.demands.front().fidelities.mean() - state.fidelity())));
        const double got = static_cast<double>(totals.heralds.front()) / delivered;
        QVERIFY2(std::abs(got - taken) < 4.0 * taken / std::sqrt(delivered), qPrintable(QStringLiteral("%1, expected %2, %3 pairs").arg(got).arg(taken).arg(delivered)));
    }

    /// Two links swapped to pairs that are distilled, each link's own distilled before: raw pairs of each as the chances multiply.
    void pairsOverSeveralHopsAreDistilled()
    {
        for (const bool isInRounds : {false, true}) {
            EventNetwork network = EventChain{.links = 2, .success = 0.4, .cycle = kCycle, .delay = 20e-6, .werner = 0.9}.network();
            for (auto& station : network.stations) station.qubits = 12;
            for (auto& link : network.links) link.mostA = link.mostB = 6;
            EventNetwork::Demand& demand = network.demands.front();
            demand.order = EventNetwork::Order::ByRank;
            demand.isInRounds = isInRounds;
            demand.distillations = {{0, 1, 1, Kind::Nested}, {0, 2, 1, Kind::Nested}};
            const EventTotals totals = ranFor(network, 100.0);
            const BellDiagonal raw = fromCorrelators(demand.hops.front().state);
            const auto best = [](const BellDiagonal& a) {
                const ErrorOrder order = bestLikeOrder(a, a);
                return distill(a, a, order, order);
            };
            const Distilled first = best(raw), second = best(fromCorrelators(toCorrelators(first.state) * toCorrelators(raw)));
            const EventTotals::Demand& counts = totals.demands.front();
            const auto delivered = static_cast<double>(counts.delivered);
            QVERIFY2(delivered > 1000.0, qPrintable(QString::number(delivered)));
            QVERIFY(std::abs(counts.fidelities.mean() - second.state.fidelity()) < 1e-12);
            const double expected[] = {4.0 / (first.success * second.success), 2.0 / second.success};
            for (const std::size_t hop : {0, 1}) {
                const double got = static_cast<double>(totals.heralds[hop]) / delivered;
                QVERIFY2(std::abs(got - expected[hop]) < 4.0 * expected[hop] / std::sqrt(delivered), qPrintable(QStringLiteral("hop %1: %2, expected %3").arg(hop).arg(got).arg(expected[hop])));
            }
        }
    }

    /// A second stage that succeeds in half of the cases.
    void aSecondStageLetsPairsPass()
    {
        const double p = 0.6, q = 0.5;
        EventNetwork network = oneLink(1, 1, Kind::Check, p, 0.9);
        network.demands.front().distillations.front().kept = q;
        const EventTotals totals = ranFor(network, 60.0);
        compareShare("passed", totals.demands.front().delivered, totals.heralds.front(), q);
        const double expected = 60.0 / (kCycle / p + kTime);
        QVERIFY2(std::abs(static_cast<double>(totals.heralds.front()) - expected) < 4.0 * std::sqrt(expected), qPrintable(QString::number(totals.heralds.front())));
        QCOMPARE(totals.demands.front().fidelities.mean(), 0.9);
    }

    /// A pair that waits for another one decays, and both decay until the outcome has crossed the link.
    void whoWaitsDecays()
    {
        EventNetwork network = oneLink(2, 1, Kind::Werner, 1.0, 0.9);
        for (auto& station : network.stations) station.decay = {1e-12 * 100.0, 1e-12 * 100.0, 1e-12 * 100.0};
        network.links.front().delay = seconds(50e-6);
        // Both come at once; the outcome takes kTime and 50 us, in which both halves decay.
        const double expected = 0.25 * (1.0 + (4.0 * distilledFidelity(0.9) - 1.0) * std::exp(-2.0 * 100.0 * (kTime + 50e-6)));
        QVERIFY(std::abs(ranFor(network, 1.0).demands.front().fidelities.mean() - expected) < 1e-12);
    }

    /// A station that fails during a round loses its pair.
    void aRoundUnderWayIsLostWithAStation()
    {
        EventNetwork network = oneLink(2, 1, Kind::Werner, 1.0, 0.99);
        network.stations[0].outages.planned = {{seconds(0.3e-3), seconds(0.35e-3)}};    // while the first round is under way
        const EventTotals totals = ranFor(network, 0.36e-3);
        QCOMPARE(totals.demands.front().rounds, 1u);
        QCOMPARE(totals.demands.front().delivered, 0u);
    }

    void demandsThatTakeTurnsDistilToo()
    {
        EventNetwork network = oneLink(2, 1, Kind::Nested, 0.5, 0.9);
        network.demands.push_back(network.demands.front());
        const EventTotals totals = ranFor(network, 20.0);
        for (const auto& demand : totals.demands) {
            QVERIFY(demand.delivered > 1000);
            QVERIFY(std::abs(static_cast<double>(demand.delivered) / static_cast<double>(totals.demands[0].delivered) - 1.0) < 0.01);
        }
    }
};

BELLWEAVE_TEST(EventDistillationTest)
#include "event_distillation_test.moc"
