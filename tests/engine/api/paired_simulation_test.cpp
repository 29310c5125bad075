// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/paired_simulation.h"
#include "engine/api/simulation.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <tbb/global_control.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Network chain(Duration coherence)
{
    return test::aChain(3).measured(0.2, 0.95).withMemory(coherence).eachHardware([](NodeHardware& hardware) { hardware.memory.slots = 4; });
}

SimulationRequest pairsOf(const Network& network, std::uint64_t seed = 3) { return {network, seed, {400'000, 0.0}, {}}; }
SimulationRequest eventsOf(const Network& network, std::uint64_t seed = 3) { return {network, seed, {}, EventLimits{5_s, 24}}; }

} // namespace

class PairedSimulationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A design against itself is no different at all, without error.
    void aDesignIsNotUnlikeItself()
    {
        for (const bool inEvents : {false, true}) {
            const auto request = inEvents ? eventsOf(chain(100_ms)) : pairsOf(chain(100_ms));
            const auto rows = compareDesigns(request, request);
            QCOMPARE(rows.size(), std::size_t(1));
            QVERIFY2(rows[0].reason.isEmpty(), qPrintable(rows[0].reason));
            QCOMPARE(rows[0].rate.difference.mean, 0.0);
            QCOMPARE(rows[0].rate.difference.standardError, 0.0);
            QCOMPARE(rows[0].fidelity.difference.mean, 0.0);
            QVERIFY(rows[0].rate.independentError > 0.0);
        }
    }

    /// Better memories change no attempt: the gain of fidelity is known a hundred times as well as by luck of its own, and is right.
    void smallDifferencesShow()
    {
        const Network worse = chain(100_ms), better = chain(101_ms);
        const auto pairs = compareDesigns(pairsOf(worse), pairsOf(better)), events = compareDesigns(eventsOf(worse), eventsOf(better));
        for (const auto* rows : {&pairs, &events}) {
            const PairedDemand& row = rows->front();
            QVERIFY(row.fidelity.difference.mean > 10.0 * row.fidelity.difference.standardError);
            QVERIFY2(row.fidelity.difference.standardError < 0.1 * row.fidelity.independentError, qPrintable(QStringLiteral("%1 %2").arg(row.fidelity.difference.standardError).arg(row.fidelity.independentError)));
        }
        // Against luck of its own, with many more pairs.
        const auto alone = [](const Network& network, std::uint64_t seed) { return simulate({network, seed, {20'000'000, 0.0}, {}}).demands.front().fidelity.estimate; };
        const Estimate a = alone(worse, 11), b = alone(better, 12);
        const double error = std::hypot(std::hypot(a.standardError, b.standardError), pairs[0].fidelity.difference.standardError);
        QVERIFY2(std::abs(b.mean - a.mean - pairs[0].fidelity.difference.mean) < 4.0 * error, qPrintable(QStringLiteral("%1 %2 ± %3").arg(b.mean - a.mean).arg(pairs[0].fidelity.difference.mean).arg(error)));
    }

    /// The error tells the truth: over many seeds, differences spread as much as it says.
    void theErrorOfADifferenceIsHowMuchItSpreads()
    {
        const Network slower = test::aChain(2).measured(0.20, 0.95), faster = test::aChain(2).measured(0.21, 0.95);
        Moments differences, errors;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const auto row = compareDesigns({slower, seed, {100'000, 0.0}, {}}, {faster, seed, {100'000, 0.0}, {}}).front();
            differences.add(Moments(1, row.rate.difference.mean, 0.0));
            errors.add(Moments(1, row.rate.difference.standardError, 0.0));
        }
        const double spread = std::sqrt(differences.variance());
        QVERIFY2(std::abs(spread / errors.mean() - 1.0) < 0.4, qPrintable(QStringLiteral("%1 %2").arg(spread).arg(errors.mean())));
    }

    void theSameBytesOnAnyNumberOfThreads()
    {
        const auto with = [](std::size_t threads, bool inEvents) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            const auto row = inEvents ? compareDesigns(eventsOf(chain(100_ms)), eventsOf(chain(50_ms))).front() : compareDesigns(pairsOf(chain(100_ms)), pairsOf(chain(50_ms))).front();
            return std::array{row.rate.difference.mean, row.rate.difference.standardError, row.fidelity.difference.mean, row.fidelity.difference.standardError};
        };
        for (const bool inEvents : {false, true}) QVERIFY(with(1, inEvents) == with(3, inEvents));
    }

    void demandsThatOnlyOneDesignHasAreLeftOut()
    {
        Network other = chain(100_ms);
        Demand renamed = *other.demands.find(DemandId(1));
        renamed.key = QStringLiteral("another");
        other.demands.put(renamed);
        QVERIFY(compareDesigns(pairsOf(chain(100_ms)), pairsOf(other)).empty());
        QVERIFY(compareDesigns(eventsOf(chain(100_ms)), eventsOf(other)).empty());
    }
};

BELLWEAVE_TEST(PairedSimulationTest)
#include "paired_simulation_test.moc"
