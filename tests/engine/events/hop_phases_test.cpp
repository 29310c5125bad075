// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/hop_phases.h"
#include "engine/api/event_case.h"
#include "engine/events/event_run.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// Two processors with a fiber of each kind of scheme. `fields`: of the link's fiber, and beside it.
Network twoProcessors(const QByteArray& generation, const QByteArray& fiber, const QByteArray& beside)
{
    const QByteArray preset = generation == "\"pair-source\"" ? "rare-earth-ensemble-2035" : "trapped-ion-ca-2035";
    const QByteArray site = ",\"processor\":{\"preset\":\"" + preset + "\"}}";
    auto network = parseProject("{\"format\":\"bellweave\",\"version\":1,\"sites\":[{\"id\":\"a\",\"position\":{\"latitude_deg\":50,\"longitude_deg\":6}" + site
                                    + ",{\"id\":\"b\",\"position\":{\"latitude_deg\":50.1,\"longitude_deg\":6}" + site + "],\"links\":[{\"id\":\"ab\",\"from\":\"a\",\"to\":\"b\",\"fiber\":{" + fiber + "}" + beside
                                    + "}],\"demands\":[{\"id\":\"x\",\"from\":\"a\",\"to\":\"b\",\"min_fidelity\":0.55,\"min_rate_hz\":0.001,\"protocol\":{\"distillation\":\"none\",\"generation\":" + generation + "}}]}",
                                QStringLiteral("two"));
    if (!network) qFatal("%s", qPrintable(network.error().sentence));
    return network->network;
}

EventNetwork eventsOf(const Network& network)
{
    const EventCase made = eventCase(network);
    if (!made.demands.front().reason.isEmpty()) qFatal("%s", qPrintable(made.demands.front().reason));
    return made.design.network();
}

} // namespace

class HopPhasesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// A phase with a loss is the link with that loss typed.
    void aLossOfASchedulesPhaseIsThatOfTheLink_data()
    {
        QTest::addColumn<QByteArray>("generation");
        QTest::newRow("double click") << QByteArray("\"double-click\"");
        QTest::newRow("single click") << QByteArray("\"single-click\",\"bright_population\":0.1");
    }
    void aLossOfASchedulesPhaseIsThatOfTheLink()
    {
        QFETCH(const QByteArray, generation);
        const EventNetwork scheduled = eventsOf(twoProcessors(generation, {}, ",\"schedule\":\"0 s: 4 dB; 5 s: open; 7 s: closed; every 10 s\""));
        const auto& service = scheduled.demands.front().hops.front();
        const auto typed = eventsOf(twoProcessors(generation, "\"fixed_loss_db\":4", {})).demands.front().hops.front();
        QCOMPARE(service.changes.size(), std::size_t(3));
        QCOMPARE(service.changes[0].success, typed.success);
        for (std::size_t c = 0; c < 4; ++c) QCOMPARE(service.changes[0].state.values[c], typed.state.values[c]);
        QCOMPARE(service.changes[1].success, service.success);
        for (std::size_t c = 0; c < 4; ++c) QCOMPARE(service.changes[1].state.values[c], service.state.values[c]);
        QCOMPARE(service.changes[2].success, 0.0);
        const auto& link = scheduled.links.front();
        QCOMPARE(link.phasePeriod, 10'000'000'000'000);
        QCOMPARE(link.phases[1].from, 5'000'000'000'000);
        QCOMPARE(link.phases[1].success, 1.0);
        QCOMPARE(link.phases[2].success, 0.0);
    }

    /// Half as much light twice as lossy: attempts in each phase succeed as often as the link of that phase.
    void ratesFollowThePhases()
    {
        const QByteArray generation = "\"double-click\"";
        const EventNetwork network = eventsOf(twoProcessors(generation, {}, ",\"schedule\":\"0 s: 3 dB; 2 s: closed; 3 s: open; every 6 s\""));
        EventRun run(network, 1, 0);
        run.proceed(600'000'000'000'000);
        const auto& service = network.demands.front().hops.front();
        const double qubits = network.links.front().mostA, perSecond = qubits / (static_cast<double>(service.cycle) * 1e-12);
        const double expected = 100.0 * perSecond * (2.0 * service.changes[0].success + 3.0 * service.success);
        const auto pairs = static_cast<double>(run.totals().heralds.front());
        QVERIFY2(expected > 1000.0 && std::abs(pairs - expected) < 5.0 * std::sqrt(expected), qPrintable(QStringLiteral("%1, expected %2").arg(pairs).arg(expected)));
    }

    /// Interference falls from step to step of the time between two settings, and is on average that of the analytic engine.
    void clocksThatDriftAreFollowed()
    {
        auto network = twoProcessors("\"double-click\"", {}, {});
        const SiteId id = network.sites.rows().front()->id;
        Site site = *network.sites.find(id);
        site.processor->hardware.source.clockDrift = 5e-7;
        site.processor->hardware.source.clockSetting = 2_s;    // 1 µs at the end
        network.sites.put(site);
        const EventNetwork events = eventsOf(network);
        const auto& service = events.demands.front().hops.front();
        QCOMPARE(service.changes.size(), std::size_t(8));
        QCOMPARE(events.links.front().phasePeriod, 2'000'000'000'000);
        double mean = 0.0;
        for (std::size_t i = 0; i < 8; ++i) {
            const auto state = service.changes[i].state.values;
            mean += state[2] / 8.0;
            if (i > 0) QVERIFY(state[2] < service.changes[i - 1].state.values[2]);
            QVERIFY(std::abs(service.changes[i].success / service.success - 1.0) < 1e-5);    // dark clicks
        }
        QVERIFY2(std::abs(mean - service.state.values[2]) < 1e-5, qPrintable(QStringLiteral("%1 %2").arg(mean).arg(service.state.values[2])));
        // Photons of 5 µs: from the middle of the first eighth to that of the last, by 7/8 of 1 µs.
        QVERIFY(std::abs(service.changes[0].state.values[2] / service.changes[7].state.values[2] / std::exp(7.0 / 8.0 * 0.2) - 1.0) < 1e-4);
    }

    /// With a period, what stands at its end stands before its first time too.
    void aPeriodBeginsAsItEnds()
    {
        const EventNetwork network = eventsOf(twoProcessors("\"double-click\"", {}, ",\"schedule\":\"2 s: open; 3 s: closed; every 6 s\""));
        QCOMPARE(network.links.front().phases.size(), std::size_t(3));
        QCOMPARE(network.links.front().phases[0].from, 0);
        QCOMPARE(network.links.front().phases[0].success, 0.0);
    }
};

BELLWEAVE_TEST(HopPhasesTest)
#include "hop_phases_test.moc"
