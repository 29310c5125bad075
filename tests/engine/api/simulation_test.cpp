// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation.h"
#include "tests/support/test_program.h"

#include "engine/analytic/planned_chain.h"
#include "model/format/project_file.h"

#include <QDir>
#include <QTest>
#include <cmath>
#include <tbb/global_control.h>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Network example(const QString& name)
{
    const auto project = readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(name));
    if (!project) qFatal("%s", qPrintable(project.error().sentence));
    return project.value().network;
}

QStringList examples()
{
    return QDir(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples")).entryList({QStringLiteral("*.bellweave")}).replaceInStrings(QStringLiteral(".bellweave"), QString());
}

SimulationResult drawn(const Network& network, std::uint64_t trials, std::uint64_t seed = 1)
{
    return simulate({network, seed, {trials, 0.0}});
}

} // namespace

class SimulationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawnPairsAgreeWithTheAnalyticEngineInEveryExample_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : examples()) QTest::newRow(qPrintable(name)) << name;
    }
    void drawnPairsAgreeWithTheAnalyticEngineInEveryExample()
    {
        QFETCH(QString, name);
        const Network network = example(name);
        for (const SimulatedDemand& demand : drawn(network, 200'000).demands) {
            if (!demand.reason.isEmpty()) continue;
            const QString what = network.demands.find(demand.id)->key + QStringLiteral(": ") + demand.analyticModel;
            // On a grid of 192 cells the analytic engine keeps waits to some tenths of a per cent; exact where it says so.
            const bool isExact = demand.analyticModel.contains(QStringLiteral("exact"));
            const double slack = isExact ? 1e-9 : 3e-3;
            const auto agrees = [&](const Estimate& estimate, double analytic) {
                return std::abs(estimate.mean - analytic) < 4.0 * estimate.standardError + slack * analytic;
            };
            QVERIFY2(agrees(demand.rate, demand.analyticRate), qPrintable(QStringLiteral("%1 %2 ± %3, %4").arg(what).arg(demand.rate.mean).arg(demand.rate.standardError).arg(demand.analyticRate)));
            QVERIFY2(agrees(demand.fidelity.estimate, demand.analyticFidelity), qPrintable(QStringLiteral("%1 %2, %3").arg(what).arg(demand.fidelity.estimate.mean).arg(demand.analyticFidelity)));
        }
    }

    void theSameBytesOnAnyNumberOfThreads()
    {
        const Network network = example(QStringLiteral("national-germany"));
        std::vector<std::vector<Estimate>> runs;
        for (const std::size_t threads : {1, 2, 8}) {
            const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
            std::vector<Estimate> all;
            for (const SimulatedDemand& demand : drawn(network, 50'000).demands) {
                all.push_back(demand.rate);
                all.push_back(demand.fidelity.estimate);
                all.push_back({demand.latency.quantiles[3].second, 0.0, 0});
            }
            runs.push_back(all);
        }
        QVERIFY(runs[1] == runs[0] && runs[2] == runs[0]);
    }

    void anotherSeedIsAnotherDraw()
    {
        const Network network = example(QStringLiteral("measured-link"));
        const Estimate one = drawn(network, 20'000, 1).demands.front().rate, other = drawn(network, 20'000, 2).demands.front().rate;
        QVERIFY(one.mean != other.mean);
        QVERIFY(std::abs(one.mean - other.mean) < 5.0 * std::hypot(one.standardError, other.standardError));
    }

    void drawingEndsWhenTheErrorIsSmallEnough()
    {
        const Network network = example(QStringLiteral("measured-link"));
        const auto demand = simulate({network, 1, {100'000'000, 0.01}}).demands.front();
        QVERIFY(demand.rate.count < 1'000'000);
        QVERIFY(demand.waiting.estimate.standardError <= 0.01 * demand.waiting.estimate.mean);
    }

    void spreadsBelongToTheirMeans()
    {
        const auto demand = drawn(example(QStringLiteral("measured-link")), 100'000).demands.front();
        double inBins = 0.0, mean = 0.0;
        for (const auto& bin : demand.latency.histogram) {
            inBins += static_cast<double>(bin.count);
            mean += static_cast<double>(bin.count) * 0.5 * (bin.from + bin.to);
        }
        QCOMPARE(inBins, 1e5);
        QVERIFY(std::abs(mean / inBins / demand.latency.estimate.mean - 1.0) < 0.02);
        for (std::size_t i = 1; i < demand.latency.quantiles.size(); ++i) QVERIFY(demand.latency.quantiles[i].second >= demand.latency.quantiles[i - 1].second);
    }

    void demandsWithoutPairsSayWhy()
    {
        for (const SimulatedDemand& demand : drawn(example(QStringLiteral("key-ring-rhine-main")), 1000).demands) QVERIFY(!demand.reason.isEmpty());
    }

    void aStopKeepsWhatThereIs()
    {
        std::stop_source stop;
        const SimulationRequest request{example(QStringLiteral("measured-link")), 1, {std::uint64_t{1} << 40, 0.0}};
        const SimulationResult result = simulate(request, stop.get_token(), [&](DemandId, double, const auto&) { stop.request_stop(); });
        QVERIFY(!result.isComplete);
        QVERIFY(result.demands.front().rate.count > 0);
    }

    /// Of 40 runs those that were done are told meanwhile, and kept.
    void eventsTellWhatTheyHaveSoFar()
    {
        std::stop_source stop;
        std::vector<std::uint64_t> counts;
        const SimulationRequest request{example(QStringLiteral("measured-link")), 1, {}, EventLimits{Duration::fromSi(20.0), 40}};
        const SimulationResult result = simulate(request, stop.get_token(), [&](DemandId, double share, const auto& sofar) {
            const SimulationResult partial = sofar();
            QVERIFY(!partial.isComplete || share == 1.0);
            if (partial.demands.front().reason.isEmpty()) counts.push_back(partial.demands.front().rate.count);
            if (share >= 0.5) stop.request_stop();
        });
        QVERIFY(!result.isComplete && counts.size() > 10 && std::is_sorted(counts.begin(), counts.end()));
        QVERIFY(result.demands.front().rate.count >= counts.back() && result.network->time >= 400.0 && result.network->time < 800.0);
    }

    void aSeriesAddsUpToTheRate()
    {
        const SimulationResult result = simulate({example(QStringLiteral("national-germany")), 1, {}, EventLimits{Duration::fromSi(3.0), 24}});
        for (const SimulatedDemand& demand : result.demands) {
            QCOMPARE(demand.series.size(), 60u);
            double pairs = 0.0;
            for (const SimulatedInterval& row : demand.series) {
                pairs += row.mean * (row.until - row.from) * 24.0;
                QVERIFY(std::is_sorted(row.quantiles.begin(), row.quantiles.end()));
            }
            QVERIFY(std::abs(pairs - static_cast<double>(demand.rate.count)) < 1e-6 * pairs);
            QVERIFY(std::abs(demand.rate.mean - pairs / 72.0) < 1e-9 * demand.rate.mean);
        }
        QVERIFY(!result.network->stations.empty());
        for (const SimulatedStation& station : result.network->stations) QVERIFY(station.occupied >= 0.0 && station.occupied <= station.qubits);
    }
};

BELLWEAVE_TEST(SimulationTest)
#include "simulation_test.moc"
