// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/ways_around.h"
#include "engine/api/event_case.h"
#include "engine/api/simulation.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// From a to c by b, by d (worse), or by both e and f (worse still). `more`: fields of elements, by key.
Network ring(const QHash<QString, QByteArray>& more)
{
    const auto site = [&](const char* key, const char* kind) {
        return QByteArray("{\"id\":\"") + key + "\",\"" + kind + "\":{\"preset\":\"neutral-atom-rb-2035\",\"memory\":{\"slots\":8}}" + (more.contains(key) ? ',' + more[key] : QByteArray()) + '}';
    };
    const auto link = [&](const char* from, const char* to, const char* success) {
        const QByteArray key = QByteArray(from) + to;
        return "{\"id\":\"" + key + "\",\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"measured\":{\"length_m\":1000,\"attempt_time_s\":1e-4,\"success_probability\":" + success + ",\"fidelity\":0.97}"
            + (more.contains(QString::fromLatin1(key)) ? ',' + more[QString::fromLatin1(key)] : QByteArray()) + '}';
    };
    const QByteArrayList sites{site("a", "processor"), site("b", "repeater"), site("c", "processor"), site("d", "repeater"), site("e", "repeater"), site("f", "repeater")};
    const QByteArrayList links{link("a", "b", "0.02"), link("b", "c", "0.02"), link("a", "d", "0.01"), link("d", "c", "0.01"), link("a", "e", "0.005"), link("e", "f", "0.005"), link("f", "c", "0.005")};
    auto network = parseProject("{\"format\":\"bellweave\",\"version\":1,\"sites\":[" + sites.join(',') + "],\"links\":[" + links.join(',')
                                    + "],\"demands\":[{\"id\":\"x\",\"from\":\"a\",\"to\":\"c\",\"min_fidelity\":0.6,\"min_rate_hz\":1}]" + more[QString()] + "}", QStringLiteral("ring"));
    if (!network) qFatal("%s", qPrintable(network.error().sentence));
    return network->network;
}

QStringList waysOf(const Network& network)
{
    const DemandId demand = network.demands.rows().front()->id;
    const PlannedChain first(network, demand);
    QStringList all;
    for (const auto& way : waysAround(network, demand, first)) {
        QStringList keys;
        for (const SiteId site : way->result().route) keys.append(network.sites.find(site)->key);
        all.append(keys.join(u'-'));
    }
    return all;
}

SimulationResult simulated(const Network& network, Duration time, std::uint32_t runs)
{
    return simulate({network, 1, {}, EventLimits{time, runs}});
}

} // namespace

class WaysAroundTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatMayStopIsGoneAround_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QStringList>("ways");
        const QByteArray fails = "\"mean_uptime_s\":100";
        QTest::newRow("nothing") << "b" << QByteArray("\"notes\":\"\"") << QStringList();
        QTest::newRow("site") << "b" << fails << QStringList{"a-d-c"};
        QTest::newRow("link") << "bc" << fails << QStringList{"a-d-c"};
        QTest::newRow("maintenance") << "b" << QByteArray("\"maintenance_period_s\":100") << QStringList{"a-d-c"};
        QTest::newRow("drill") << "ab" << QByteArray("\"outages\":\"1 s to 2 s\"") << QStringList{"a-d-c"};
        QTest::newRow("schedule") << "ab" << QByteArray("\"schedule\":\"1 s: closed\"") << QStringList{"a-d-c"};
        QTest::newRow("not on the way") << "e" << fails << QStringList();
        QTest::newRow("an end") << "a" << fails << QStringList();
    }
    void onlyWhatMayStopIsGoneAround()
    {
        QFETCH(const QString, key);
        QFETCH(const QByteArray, field);
        QFETCH(const QStringList, ways);
        QCOMPARE(waysOf(ring({{key, field}})), ways);
    }

    void whatMayStopOnAWayAroundIsGoneAroundToo()
    {
        const QByteArray fails = "\"mean_uptime_s\":100";
        QCOMPARE(waysOf(ring({{"b", fails}, {"dc", fails}})), (QStringList{"a-d-c", "a-e-f-c"}));
    }

    /// Of independent alternating renewals: all of its route works. And with ways around it works at least that long.
    void availabilityIsThatOfTheAnalyticEngine()
    {
        const QHash<QString, QByteArray> faults{{"b", "\"mean_uptime_s\":2,\"mean_repair_s\":0.5"}, {"bc", "\"mean_uptime_s\":3,\"mean_repair_s\":0.3"}, {"ab", "\"maintenance_period_s\":5,\"maintenance_s\":1"},
                                                {QString(), ",\"settings\":{\"reroutes\":false}"}};
        const SimulatedDemand demand = simulated(ring(faults), 200_s, 8).demands.front();
        QVERIFY2(demand.reason.isEmpty(), qPrintable(demand.reason));
        const double expected = 0.8 * (3.0 / 3.3) * 0.8, cycles = 1600.0 / 1.5;
        QVERIFY(std::abs(demand.analyticAvailability - expected) < 1e-12);
        QVERIFY2(std::abs(demand.ways->availability - expected) < 4.0 * 0.5 / std::sqrt(cycles), qPrintable(QString::number(demand.ways->availability)));
        QCOMPARE(demand.ways->count, std::size_t(1));
        QHash<QString, QByteArray> rerouted = faults;
        rerouted[QString()] = ",\"settings\":{\"reaction_s\":0.01}";
        const SimulatedDemand around = simulated(ring(rerouted), 200_s, 8).demands.front();
        QCOMPARE(around.ways->count, std::size_t(2));
        QCOMPARE(around.ways->cut, 0.0);
        QVERIFY2(around.ways->availability > 0.95, qPrintable(QString::number(around.ways->availability)));
        QVERIFY(around.rate.mean > demand.rate.mean);
    }

    /// A network that falls apart: nothing comes in the meantime, and everything after it.
    void aPartitionIsToldAsCutOff()
    {
        const QByteArray apart = "\"outages\":\"2 s to 6 s\"";
        const SimulationResult result = simulated(ring({{"bc", apart}, {"dc", apart}, {"fc", apart}, {QString(), ",\"settings\":{\"reaction_s\":0}"}}), 10_s, 4);
        const SimulatedDemand& demand = result.demands.front();
        QCOMPARE(demand.ways->count, std::size_t(3));
        QCOMPARE(demand.ways->cut, 0.4);
        QCOMPARE(demand.ways->availability, 0.6);
        for (const auto& interval : demand.series)
            if (interval.from > 2.2 && interval.until < 6.0) QCOMPARE(interval.mean, 0.0);
        QCOMPARE(result.network->outages.size(), std::size_t(3));
    }
};

BELLWEAVE_TEST(WaysAroundTest)
#include "ways_around_test.moc"
