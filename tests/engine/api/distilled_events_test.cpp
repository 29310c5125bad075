// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/simulation.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Network parsed(const QByteArray& text)
{
    auto network = parseProject(text, QStringLiteral("design"));
    if (!network) qFatal("%s", qPrintable(network.error().sentence));
    return network->network;
}

/// 80 km between two stations of so many qubits that keep them for two seconds.
Network twoStations(int slots, const QByteArray& distillation)
{
    const QByteArray processor = "\"processor\":{\"preset\":\"neutral-atom-rb-2035\",\"qubits\":20,\"memory\":{\"slots\":" + QByteArray::number(slots) + ",\"t2_s\":2,\"t1_s\":10}}";
    return parsed("{\"format\":\"bellweave\",\"version\":1,\"sites\":[{\"id\":\"a\",\"position\":{\"latitude_deg\":50,\"longitude_deg\":6}," + processor
                  + "},{\"id\":\"b\",\"position\":{\"latitude_deg\":50.3,\"longitude_deg\":6}," + processor
                  + "}],\"links\":[{\"id\":\"ab\",\"from\":\"a\",\"to\":\"b\",\"fiber\":{\"length_m\":80000}}],\"demands\":[{\"id\":\"x\",\"from\":\"a\",\"to\":\"b\",\"min_fidelity\":0.97,\"min_rate_hz\":0.5,"
                    "\"protocol\":{\"distillation\":\""
                  + distillation + "\",\"generation\":\"single-click\",\"bright_population\":0.1}}]}");
}

/// Four short fibers, joined by halves, the pairs of each half distilled.
Network nestedChain()
{
    QByteArray sites, links;
    for (int i = 0; i <= 4; ++i) {
        sites += QByteArray(i > 0 ? "," : "") + "{\"id\":\"s" + QByteArray::number(i) + "\",\"" + (i % 4 == 0 ? "processor\":{\"qubits\":16," : "repeater\":{") + "\"preset\":\"neutral-atom-rb-2035\",\"memory\":{\"slots\":12}}}";
        if (i > 0) links += QByteArray(i > 1 ? "," : "") + "{\"id\":\"l" + QByteArray::number(i) + "\",\"from\":\"s" + QByteArray::number(i - 1) + "\",\"to\":\"s" + QByteArray::number(i)
            + "\",\"fiber\":{\"length_m\":20000}}";
    }
    return parsed("{\"format\":\"bellweave\",\"version\":1,\"sites\":[" + sites + "],\"links\":[" + links
                  + "],\"demands\":[{\"id\":\"x\",\"from\":\"s0\",\"to\":\"s4\",\"min_fidelity\":0.6,\"min_rate_hz\":0.5,\"protocol\":{\"plan\":\"(1 + 2) nested 1 + (3 + 4) nested 1\"}}],\"settings\":{\"links_restart\":true}}");
}

SimulatedDemand simulated(const Network& network, Duration time) { return simulate({network, 1, {}, EventLimits{time, 8}}).demands.front(); }

} // namespace

class DistilledEventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// With no qubit to spare, pairs are made one after another: the order of events that the analytic engine has exact means of.
    void aLinkWithoutSpareQubitsIsAsTheAnalyticEngineSays_data()
    {
        QTest::addColumn<int>("slotsOfEach");
        QTest::addColumn<QByteArray>("distillation");
        QTest::addColumn<double>("room");    // of the fidelity: rounds choose their order by each pair's age here, by mean ages there
        QTest::newRow("pumped") << 2 << QByteArray("pumped") << 0.0;
        QTest::newRow("Werner") << 2 << QByteArray("werner") << 0.0;
        QTest::newRow("nested") << 2 << QByteArray("nested") << 1e-3;
    }
    void aLinkWithoutSpareQubitsIsAsTheAnalyticEngineSays()
    {
        QFETCH(const int, slotsOfEach);
        QFETCH(const QByteArray, distillation);
        QFETCH(const double, room);
        const SimulatedDemand demand = simulated(twoStations(slotsOfEach, distillation), 200_s);
        QVERIFY2(demand.reason.isEmpty() && demand.rate.count > 3000, qPrintable(demand.reason));
        QVERIFY2(std::abs(demand.rate.mean - demand.analyticRate) < 4.0 * demand.rate.standardError, qPrintable(QStringLiteral("%1 %2").arg(demand.rate.mean).arg(demand.analyticRate)));
        QVERIFY2(std::abs(demand.fidelity.estimate.mean - demand.analyticFidelity) < 4.0 * demand.fidelity.estimate.standardError + room,
                 qPrintable(QStringLiteral("%1 %2").arg(demand.fidelity.estimate.mean).arg(demand.analyticFidelity)));
    }

    /// More qubits than one lane takes: pairs meet sooner, so it is faster and not worse.
    void spareQubitsMakeItFaster()
    {
        const SimulatedDemand demand = simulated(twoStations(8, "nested"), 50_s);
        QVERIFY(demand.rate.mean > demand.analyticRate * 0.99 && demand.rate.mean < demand.analyticRate * 1.15);
        QVERIFY(demand.fidelity.estimate.mean > demand.analyticFidelity - 1e-3);
    }

    /// Measured links hold one pair: what the analytic engine calls impossible, neither simulation draws.
    void aPlanThatLinksHaveNoQubitsForIsRefused()
    {
        Network network = nestedChain();
        const Table<Link> fibers = network.links;
        for (const auto& row : fibers.rows()) {
            Link link = *row;
            link.kind = MeasuredLink{};
            network.links.put(std::move(link));
        }
        QVERIFY(simulated(network, 1_s).reason.contains(QStringLiteral("too few qubits")));
        const SimulatedDemand drawn = simulate({network, 1, {.mostTrials = 1000}}).demands.front();
        QVERIFY2(drawn.reason.contains(QStringLiteral("too few qubits")), qPrintable(drawn.reason));
    }

    /// Rounds over two hops each, then a swap; what the analytic engine makes one after another is made side by side.
    void roundsOverSeveralHopsAreRun()
    {
        const SimulatedDemand demand = simulated(nestedChain(), 20_s);
        QVERIFY2(demand.reason.isEmpty(), qPrintable(demand.reason));
        QVERIFY2(demand.rate.mean > 0.95 * demand.analyticRate && demand.rate.mean < 2.0 * demand.analyticRate, qPrintable(QStringLiteral("%1 %2").arg(demand.rate.mean).arg(demand.analyticRate)));
        QVERIFY2(std::abs(demand.fidelity.estimate.mean - demand.analyticFidelity) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(demand.fidelity.estimate.mean).arg(demand.analyticFidelity)));
    }
};

BELLWEAVE_TEST(DistilledEventsTest)
#include "distilled_events_test.moc"
