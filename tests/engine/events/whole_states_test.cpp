// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation.h"
#include "engine/events/event_run.h"
#include "model/format/project_file.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

EventTotals ranFor(const EventNetwork& network, double time)
{
    EventRun run(network, 3, 0);
    run.proceed(seconds(time));
    return run.totals();
}

/// Fidelity of Phi+ whose halves have both relaxed to |0> for a time. Source: amplitude damping, Nielsen & Chuang, section 8.3.5.
double relaxedFidelity(double time, double t1)
{
    const double lost = 1.0 - std::exp(-time / t1);
    return 0.25 * (1.0 + lost * lost + (1.0 - lost) * (1.0 - lost)) + 0.5 * (1.0 - lost);
}

} // namespace

class WholeStatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Where all is Bell-diagonal, whole states tell the same, pair by pair and round by round.
    void pauliNoiseAloneIsAsItsWeightsSay()
    {
        EventNetwork network = eventGrid(3, 6);
        for (auto& station : network.stations) {
            station.qubits = 8;
            station.swapSuccess = 0.9;
            station.gaussian = 1e-19;
            station.swapQuality = {0.98, 0.01, 0.02};
            station.swapFactors = swapFactors(station.swapQuality);
        }
        for (auto& link : network.links) link.mostA = link.mostB = 3;
        for (auto& demand : network.demands) {
            demand.distillations = {{0, 1, 1, EventNetwork::Distillation::Kind::Nested, {0.99, 0.99, 0.01}, 0.95, seconds(50e-6), {1e-12, 2e-12, 2e-12}}};
            demand.beside.assign(3, {EventNetwork::Rates{0.0, 3e-12, 3e-12}, EventNetwork::Rates{0.0, 2e-12, 2e-12}});
        }
        const EventTotals weights = ranFor(network, 2.0);
        network.areStatesWhole = true;
        const EventTotals whole = ranFor(network, 2.0);
        QCOMPARE(whole.fingerprint, weights.fingerprint);
        for (std::size_t i = 0; i < network.demands.size(); ++i) {
            QVERIFY(weights.demands[i].delivered > 100);
            QVERIFY(std::abs(whole.demands[i].fidelities.mean() - weights.demands[i].fidelities.mean()) < 1e-12);
        }
    }

    /// Two links that are there at 1 and 2 ms: the halves of the first relax for 1 ms before the swap.
    void relaxationToTheGroundStateIsExact()
    {
        const double t1 = 5e-3;
        EventNetwork network = EventChain{.links = 1, .success = 1.0, .cycle = 1e-3, .delay = 1e-3}.network();
        network.areStatesWhole = true;
        network.demands.front().trips = 0;
        for (auto& station : network.stations) station.relaxation = {1.0 / (t1 * 1e12), 0.5 / (t1 * 1e12)};
        network.demands.front().distillations = {{0, 1, 1, EventNetwork::Distillation::Kind::Check, {}, 1.0, seconds(1e-3)}};    // it is held for 1 ms
        const EventTotals totals = ranFor(network, 0.1);
        QVERIFY(totals.demands.front().delivered > 40);
        QVERIFY(std::abs(totals.demands.front().fidelities.mean() - relaxedFidelity(1e-3, t1)) < 1e-12);
        // What the Bell-diagonal part of the noise says is less.
        QVERIFY(relaxedFidelity(1e-3, t1) > 0.25 * (1.0 + std::exp(-2e-3 / t1) + 2.0 * std::exp(-1e-3 / t1)));
    }

    /// What single clicks leave in |11> is |10> in the frame of Phi+: two of them swapped leave |10>, half of the time turned to |11>.
    void singleClickPairsKeepTheirPopulations()
    {
        EventNetwork network = EventChain{.links = 2, .success = 1.0, .cycle = 1e-3}.network();
        const double bright = 0.1, odd = 1.0 - bright;
        const XState pair{1.0, {0.0, 0.5 * odd, 0.5 * odd, bright}, 0.5 * odd};
        for (auto& hop : network.demands.front().hops) {
            hop.state = toCorrelators(BellDiagonal{{odd, 0.0, 0.5 * bright, 0.5 * bright}});
            hop.whole = pair;
        }
        const double twirledSwap = odd * odd + 2.0 * 0.25 * bright * bright;
        QVERIFY(std::abs(ranFor(network, 0.1).demands.front().fidelities.mean() - twirledSwap) < 1e-12);
        network.areStatesWhole = true;
        QVERIFY(std::abs(ranFor(network, 0.1).demands.front().fidelities.mean() - (odd * odd + 0.5 * bright * bright)) < 1e-12);
    }

    /// A whole design: near the Bell-diagonal numbers, and not the same.
    void aDesignIsSimulatedWithWholeStates()
    {
        const auto with = [](const char* states) {
            const QByteArray node = "{\"preset\":\"neutral-atom-rb-2035\",\"memory\":{\"t1_s\":0.02,\"t2_s\":0.03}}";
            auto network = parseProject(QByteArray(R"({"format":"bellweave","version":1,"sites":[{"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":)") + node + R"(},{"id":"r","position":{"latitude_deg":50.2,"longitude_deg":6},"repeater":)"
                                            + node + R"(},{"id":"b","position":{"latitude_deg":50.4,"longitude_deg":6},"processor":)" + node
                                            + R"(}],"links":[{"id":"ar","from":"a","to":"r","fiber":{}},{"id":"rb","from":"r","to":"b","fiber":{}}],"demands":[{"id":"x","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":1,"protocol":{"generation":"single-click","bright_population":0.2,"distillation":"none"}}],"settings":{"states":")"
                                            + states + R"("}})",
                                        QStringLiteral("two"));
            if (!network) qFatal("%s", qPrintable(network.error().sentence));
            return simulate({network->network, 1, {}, EventLimits{2_s, 4}});
        };
        const SimulationResult weights = with("bell-diagonal"), whole = with("whole");
        QVERIFY2(weights.demands.front().reason.isEmpty(), qPrintable(weights.demands.front().reason));
        QCOMPARE(whole.network->fingerprint, weights.network->fingerprint);
        const double off = whole.demands.front().fidelity.estimate.mean - weights.demands.front().fidelity.estimate.mean;
        QVERIFY2(std::abs(off) > 1e-4 && std::abs(off) < 0.03, qPrintable(QString::number(off)));
    }
};

BELLWEAVE_TEST(WholeStatesTest)
#include "whole_states_test.moc"
