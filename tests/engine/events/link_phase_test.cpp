// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/event_run.h"
#include "tests/support/event_grid.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

constexpr double kCycle = 1e-3;      // s
constexpr double kSuccess = 0.4;

EventNetwork aLink()
{
    EventNetwork network = EventChain{.links = 1, .success = kSuccess, .cycle = kCycle, .werner = 0.9}.network();
    network.demands.front().endsHold = false;
    return network;
}

EventTotals ranFor(const EventNetwork& network, double time, EventTrace* trace = nullptr)
{
    EventRun run(network, 5, 0);
    run.watch(trace);
    run.proceed(seconds(time));
    return run.totals();
}

} // namespace

class LinkPhaseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Passes: half a second of light in every two, at a quarter of the success. Attempts that a pass cuts off are lost.
    void aLinkThatComesAndGoesDeliversWhileItIsThere()
    {
        EventNetwork network = aLink();
        network.links.front().phases = {{0, 0.0}, {seconds(1.0), 0.25}, {seconds(1.5), 0.0}};
        network.links.front().phasePeriod = seconds(2.0);
        EventTrace trace(1'000'000);
        const EventTotals totals = ranFor(network, 2000.0, &trace);
        const double chance = 0.25 * kSuccess, expected = 1000.0 * 500.0 * chance, error = std::sqrt(expected * (1.0 - chance));
        QVERIFY2(std::abs(static_cast<double>(totals.demands[0].delivered) - expected) < 4.0 * error, qPrintable(QStringLiteral("%1, expected %2 ± %3").arg(totals.demands[0].delivered).arg(expected).arg(error)));
        for (const TraceRecord& row : trace.records()) {
            if (row.kind != TraceRecord::Kind::Pair) continue;
            const auto within = row.until % seconds(2.0);
            QVERIFY(within > seconds(1.0) && within <= seconds(1.5));
        }
    }

    /// Equal phases change nothing but the draws: a memoryless attempt begins anew.
    void phasesThatChangeNothingLeaveTheRate()
    {
        EventNetwork network = aLink();
        network.links.front().phases = {{seconds(0.0), 1.0}};
        network.links.front().phasePeriod = seconds(50.0 * kCycle);
        const EventTotals totals = ranFor(network, 1000.0);
        const double expected = 1000.0 / kCycle * kSuccess, error = std::sqrt(expected * (1.0 - kSuccess));
        QVERIFY(std::abs(static_cast<double>(totals.demands[0].delivered) - expected) < 4.0 * error);
    }

    void theSuccessOfAnAttemptIsNeverAboveCertainty()
    {
        EventNetwork network = aLink();
        network.links.front().phases = {{0, 10.0}};
        QCOMPARE(ranFor(network, 1.0).demands[0].delivered, std::uint64_t(1000));
    }

    /// A clock that drifts until it is set: pairs of the later half of each second are worse.
    void aPhaseChangesTheStateOfWhatIsMadeInIt()
    {
        EventNetwork network = aLink();
        network.links.front().phases = {{0, 1.0, {{1.0, 0.8, 0.8, 0.8}}}, {seconds(0.5), 1.0}};
        network.links.front().phasePeriod = seconds(1.0);
        EventTrace trace(1'000'000);
        ranFor(network, 20.0, &trace);
        for (const TraceRecord& row : trace.records()) {
            if (row.kind != TraceRecord::Kind::Pair) continue;
            const double werner = row.until % seconds(1.0) > seconds(0.5) || row.until % seconds(1.0) == 0 ? 0.9 : 0.72;
            QVERIFY2(std::abs(row.fidelity - 0.25 * (1.0 + 3.0 * werner)) < 1e-12, qPrintable(QStringLiteral("%1 at %2").arg(row.fidelity).arg(row.until)));
        }
    }

    void whatWaitsForALinkThatIsAwayWaitsUntilItIsBack()
    {
        EventNetwork network = EventChain{.links = 2, .success = 1.0, .cycle = kCycle}.network();
        network.demands.front().endsHold = false;
        network.links[1].phases = {{0, 0.0}, {seconds(0.1), 1.0}};
        const EventTotals totals = ranFor(network, 0.1005);
        QCOMPARE(totals.demands[0].delivered, std::uint64_t(0));
        QVERIFY(totals.heralds[0] > 0);
        QVERIFY(ranFor(network, 0.2).demands[0].delivered > 50);
    }
};

BELLWEAVE_TEST(LinkPhaseTest)
#include "link_phase_test.moc"
