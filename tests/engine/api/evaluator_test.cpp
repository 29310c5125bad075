// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/test_program.h"

#include "engine/physics/key_rate.h"

#include "engine/physics/bell_diagonal.h"
#include "tests/support/build_network.h"

#include <QTest>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// A grid of stations with jittered positions, fibers between neighbors, and demands between near corners.
Network aGrid(int width, int height, int demands, unsigned seed)
{
    std::mt19937 draw(seed);
    const auto jitter = [&] { return 0.1 * static_cast<double>(draw() % 1000) / 1000.0; };
    Network network;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            applyPatch(network, addSite(network, SiteRole::Repeater, {45.0 + 0.4 * y + jitter(), 5.0 + 0.5 * x + jitter()}));
    const auto id = [&](int x, int y) { return SiteId(static_cast<std::uint32_t>(y * width + x + 1)); };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            if (x + 1 < width) applyPatch(network, connectSites(network, id(x, y), id(x + 1, y)));
            if (y + 1 < height) applyPatch(network, connectSites(network, id(x, y), id(x, y + 1)));
        }
    for (int i = 0; i < demands; ++i) {
        const int x = static_cast<int>(draw() % static_cast<unsigned>(width - 2));
        const int y = static_cast<int>(draw() % static_cast<unsigned>(height - 2));
        applyPatch(network, addDemand(network, id(x, y), id(x + 2, y + 1)));
        Demand demand = *network.demands.rows().back();
        demand.minFidelity = 0.55 + 0.1 * (i % 4);
        network.demands.put(std::move(demand));
    }
    NodeHardware hardware = nodeHardware(QStringLiteral("neutral-atom-rb-2035"));
    const Table<Site> sites = network.sites;
    for (const auto& row : sites.rows()) {
        Site site = *row;
        site.repeater->hardware = hardware;
        network.sites.put(std::move(site));
    }
    return network;
}

QByteArray dump(const Evaluation& evaluation)
{
    QByteArray text;
    const auto number = [&](double value) { text += QByteArray::number(value, 'g', 17) + ' '; };
    for (const LinkResult& link : evaluation.links) {
        number(link.rate.si());
        number(link.state.fidelity());
        number(link.load);
        number(link.length.si());
    }
    for (const DemandResult& demand : evaluation.demands) {
        number(demand.rate.si());
        number(demand.fidelity);
        for (const SiteId site : demand.route) number(site.number());
    }
    number(evaluation.cost.total.si());
    return text + evaluation.verdict.sentence.toUtf8();
}

} // namespace

class EvaluatorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aChainOfFibersGivesARouteRateAndFidelity()
    {
        const Network network = aChain(3).spaced(50_km).withHardware(QStringLiteral("neutral-atom-rb-2035"));
        const Evaluation result = evaluate(network);
        const DemandResult& demand = *result.find(DemandId(1));
        QVERIFY(demand.routed);
        QCOMPARE(demand.route.size(), std::size_t(4));
        QVERIFY(demand.rate > Rate());
        QVERIFY(demand.fidelity > 0.5 && demand.fidelity < 1.0);
        QVERIFY(demand.limit.has_value());
    }

    void draggingSitesKeepsTheEvaluatorEqualToAFreshOne()
    {
        Network network = aGrid(7, 6, 12, 1);
        Evaluator kept;
        kept.evaluate(network);
        std::mt19937 draw(5);
        for (int step = 0; step < 40; ++step) {
            const SiteId site(1 + draw() % 42);
            const GeoPosition old = *network.sites.find(site)->position;
            const double shift = 0.2 * (static_cast<double>(draw() % 1000) / 1000.0 - 0.5);
            applyPatch(network, moveSites(network, {{site, {old.latitude + shift, old.longitude - shift}}}));
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        }
    }

    void addingRemovingAndRetuningKeepsItEqualToo()
    {
        Network network = aGrid(5, 4, 6, 2);
        Evaluator kept;
        kept.evaluate(network);
        const auto check = [&](const Patch& patch) {
            applyPatch(network, patch);
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        };
        check(removeElements(network, {{}, {LinkId(3)}, {}}));
        check(addSite(network, SiteRole::Junction, {45.3, 5.3}));
        const SiteId junction = network.sites.rows().back()->id;
        check(connectSites(network, SiteId(1), junction));
        check(connectSites(network, junction, SiteId(7)));
        check(moveSites(network, {{junction, {45.2, 5.2}}}));
        Site station = *network.sites.find(SiteId(8));
        station.repeater->hardware.memory.coherenceTime = 1_ms;
        check(replaceSite(network, station));
        check(changeRole(network, SiteId(8), SiteRole::Midpoint));
        Demand demand = *network.demands.rows().front();
        demand.protocol.generation = Generation::DoubleClick;
        check(replaceDemand(network, demand));
        General general = network.general();
        general.settings.endsHold = false;
        check(replaceGeneral(network, general));
        check(removeElements(network, {{SiteId(2)}, {}, {}}));
    }

    void keyIsMadeByTheProtocolOfTheDemand()
    {
        Network network = aChain(1).measured(0.1, 0.99).wanting(0.8, 1_Hz);
        Evaluator kept;
        double last = std::numeric_limits<double>::infinity();
        for (const KeyProtocol protocol : {KeyProtocol::SixState, KeyProtocol::Bbm92, KeyProtocol::DeviceIndependent}) {
            Demand demand = *network.demands.find(DemandId(1));
            demand.protocol.key = protocol;
            network.demands.put(demand);
            const DemandResult result = *kept.evaluate(network).find(DemandId(1));
            QCOMPARE(result.keyRate.si(), result.rate.si() * keyFraction(result.state, protocol));
            QVERIFY(result.keyRate.si() > 0.0 && result.keyRate.si() < last);
            last = result.keyRate.si();
        }
    }

    void takingDownIsAsIfItWereNotThereAndKeepsItEqual()
    {
        Network network = aGrid(5, 4, 6, 2);
        Evaluator kept;
        kept.evaluate(network);
        const auto routesOf = [](const Evaluation& evaluation) {
            QByteArray text;
            for (const DemandResult& demand : evaluation.demands) {
                text += QByteArray::number(demand.rate.si(), 'g', 17) + ' ' + QByteArray::number(demand.fidelity, 'g', 17);
                for (const SiteId site : demand.route) text += ' ' + QByteArray::number(site.number());
            }
            return text;
        };
        for (const ElementSet& elements : {ElementSet{{SiteId(8)}}, ElementSet{{}, {LinkId(3)}}, ElementSet{{SiteId(12), SiteId(13)}, {LinkId(9)}}}) {
            Network down = network;
            applyPatch(down, setDown(network, elements, true));
            Network gone = network;
            const Patch removal = removeElements(network, elements);
            applyPatch(gone, removal);
            for (const auto& change : removal.demands) applyPatch(down, removeElements(down, setOf(change.id())));
            QCOMPARE(dump(kept.evaluate(down)), dump(evaluate(down)));
            QCOMPARE(routesOf(evaluate(down)), routesOf(evaluate(gone)));
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        }
    }

    void aDemandWhoseEndIsTakenDownSaysSo()
    {
        Network network = aChain(2);
        applyPatch(network, setDown(network, {{SiteId(3)}}, true));
        const Evaluation result = evaluate(network);
        QVERIFY(!result.find(DemandId(1))->routed);
        QVERIFY(result.find(DemandId(1))->reason.contains(QStringLiteral("taken down")));
        QVERIFY(!result.find(LinkId(2))->available);
        QVERIFY(result.find(LinkId(2))->reason.contains(QStringLiteral("taken down")));
    }

    void aMidpointStationTakenDownEndsTheLinksThroughIt()
    {
        Network network = aChain(2);
        applyPatch(network, changeRole(network, SiteId(2), SiteRole::Midpoint));
        QVERIFY(evaluate(network).find(DemandId(1))->routed);
        applyPatch(network, setDown(network, {{SiteId(2)}}, true));
        QVERIFY(!evaluate(network).find(DemandId(1))->routed);
        QVERIFY(evaluate(network).find(DemandId(1))->reason.contains(QStringLiteral("in operation")));
    }

    void bendingALinkKeepsItEqualToo()
    {
        Network network = aGrid(5, 4, 6, 2);
        Evaluator kept;
        kept.evaluate(network);
        for (const double shift : {0.05, 0.1, 0.5}) {
            applyPatch(network, bendLink(network, LinkId(3), {{45.0 + shift, 5.3}}));
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        }
    }

    void anEndThatStopsBeingOneKeepsItEqualToo()
    {
        Network network = aGrid(5, 4, 6, 3);
        Evaluator kept;
        kept.evaluate(network);
        const SiteId end = network.demands.rows().front()->from;
        applyPatch(network, changeRole(network, end, SiteRole::Midpoint));
        QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        for (const SiteId moved : {SiteId(8), end, SiteId(13)}) {
            applyPatch(network, moveSites(network, {{moved, {45.5, 6.1}}}));
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        }
    }

    void anEndOutOfReachThatComesCloserIsReached()
    {
        Network network = aGrid(4, 3, 0, 4);
        applyPatch(network, addSite(network, SiteRole::Repeater, {60.0, 100.0}));
        const SiteId far = network.sites.rows().back()->id;
        applyPatch(network, connectSites(network, SiteId(6), far));
        applyPatch(network, addDemand(network, SiteId(1), far));
        Evaluator kept;
        QVERIFY(!kept.evaluate(network).demands.begin()->feasible);
        for (const double longitude : {60.0, 20.0, 7.0, 6.0, 90.0}) {
            applyPatch(network, moveSites(network, {{far, {45.6, longitude}}}));
            QCOMPARE(dump(kept.evaluate(network)), dump(evaluate(network)));
        }
        applyPatch(network, moveSites(network, {{far, {45.6, 6.0}}}));
        QVERIFY(kept.evaluate(network).demands.begin()->routed);
    }

    void whatIsDeliveredNeverDistillsMoreThanTheCapacityBound()
    {
        for (const Preset* preset : presetsOfKind(QStringLiteral("node")))
            for (const double km : {0.1, 1.0, 10.0, 50.0, 200.0}) {
                const Network network = aChain(2).spaced(Length::fromSi(1e3 * km)).withHardware(preset->id).wanting(0.6, 1_Hz);
                const Evaluation result = evaluate(network);
                for (const LinkResult& link : result.links)
                    QVERIFY2(link.rate.si() * hashingYield(link.state) <= link.boundRate.si() * (1 + 1e-12),
                             qPrintable(preset->id + QString::number(km)));
                const DemandResult& demand = *result.find(DemandId(1));
                QVERIFY(!demand.routed || demand.rate.si() * hashingYield(demand.state) <= demand.boundRate.si());
            }
    }

    void moreLossNeverGivesMoreRateAtTheSameFidelity()
    {
        double before = std::numeric_limits<double>::infinity();
        for (int km = 10; km <= 150; km += 10) {
            const Network network = aChain(2).spaced(Length::fromSi(1e3 * km))
                                        .withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.7, 1e-3_Hz);
            const DemandResult demand = *evaluate(network).find(DemandId(1));
            if (!demand.meetsFidelity) break;
            QVERIFY2(demand.rate.si() <= before * 1.02, qPrintable(QString::number(km)));
            before = demand.rate.si();
        }
        QVERIFY(std::isfinite(before));
    }

    void betterHardwareNeverGivesLessRateAtTheSameFidelity_data()
    {
        QTest::addColumn<double>("loading");
        QTest::addColumn<double>("left");
        QTest::newRow("by clicks alone") << 0.0 << 0.01;
        QTest::newRow("with memories that absorb") << 0.5 << 0.02;    // kinds of schemes on four links are combined by trying
    }

    /// A better part may always be run as badly as a worse one: the plan with it is never slower, but for what is left to the search.
    void betterHardwareNeverGivesLessRateAtTheSameFidelity()
    {
        QFETCH(double, loading);
        QFETCH(double, left);
        const auto rateWith = [loading](double emission, double detector) {
            Network network = aChain(4).spaced(50_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.7, 1_Hz)
                                  .eachHardware([loading](NodeHardware& hardware) { hardware.memory.loadingEfficiency = loading; });
            Site station = *network.sites.find(SiteId(3));
            station.repeater->hardware.source.emissionEfficiency = emission;
            network.sites.put(station);
            Link link = *network.links.find(LinkId(2));
            std::get<FiberLink>(link.kind).station.detector.efficiency = detector;
            network.links.put(link);
            return evaluate(network).demands.begin()->rate.si();
        };
        double before = 0.0;
        for (double emission = 0.2; emission <= 1.0; emission += 0.05) {
            const double now = rateWith(emission, 0.9);
            QVERIFY2(now > (1.0 - left) * before, qPrintable(QStringLiteral("emission %1: %2 after %3").arg(emission).arg(now).arg(before)));
            before = now;
        }
        before = 0.0;
        for (double detector = 0.1; detector <= 1.0; detector += 0.06) {
            const double now = rateWith(0.5, detector);
            QVERIFY2(now > (1.0 - left) * before, qPrintable(QStringLiteral("detector %1").arg(detector)));
            before = now;
        }
    }

    void twoDemandsOnOneLinkShareIt()
    {
        Network network = aChain(1).measured(0.01, 0.95).wanting(0.8, 6_Hz);
        Demand second = *network.demands.find(DemandId(1));
        second.id = DemandId(2);
        second.key = QStringLiteral("d2");
        network.demands.put(second);
        const Evaluation result = evaluate(network);
        QVERIFY(std::abs(result.find(DemandId(1))->rateAlone.si() - 10.0) < 0.01);
        QVERIFY(std::abs(result.links.rows().front()->load - 1.2) < 0.01);
        QVERIFY(std::abs(result.find(DemandId(1))->rate.si() - 5.0) < 0.01);
        QVERIFY(!result.find(DemandId(2))->feasible);
    }

    /// Three demands that meet in one station with a single qubit cannot each have most of its time.
    void demandsShareTheStationsTheyMeetIn()
    {
        Network network = aChain(1).spaced(20_km).withHardware(QStringLiteral("trapped-ion-ca-2026"));
        const double alone = evaluate(network).demands.begin()->rateAlone.si();
        for (int spoke = 0; spoke < 2; ++spoke) {
            applyPatch(network, addSite(network, SiteRole::Processor, {50.0, 1.0 + spoke}));
            Site leaf = *network.sites.rows().back();
            leaf.processor->hardware = network.sites.rows().front()->processor->hardware;
            network.sites.put(leaf);
            applyPatch(network, connectSites(network, SiteId(1), leaf.id));
            Link link = *network.links.rows().back();
            link.kind = network.links.rows().front()->kind;
            network.links.put(link);
            applyPatch(network, addDemand(network, SiteId(1), leaf.id));
        }
        const Table<Demand> rows = network.demands;
        for (const auto& row : rows.rows()) {
            Demand demand = *row;
            demand.minFidelity = 0.6;
            demand.minRate = Rate::fromSi(0.8 * alone);
            network.demands.put(demand);
        }
        const Evaluation result = evaluate(network);
        double all = 0.0;
        for (const DemandResult& demand : result.demands) all += demand.rate.si() / demand.rateAlone.si();
        QVERIFY2(std::abs(all - 1.0) < 1e-9, qPrintable(QString::number(all)));
        QCOMPARE(result.verdict.met, 0);
        QVERIFY(std::any_of(result.findings.begin(), result.findings.end(),
                            [](const Finding& f) { return f.code == QStringLiteral("station-overloaded"); }));
    }

    /// What a station gives a route depends on its place in it, not on what it is called.
    void aProcessorInsideARouteIsNoBetterThanARepeater()
    {
        for (const int slots : {1, 2, 4, 5}) {
            Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("nv-diamond-2035"))
                                  .eachHardware([=](NodeHardware& hardware) { hardware.memory.slots = slots; });
            const double asRepeater = evaluate(network).demands.begin()->rate.si();
            applyPatch(network, changeRole(network, SiteId(2), SiteRole::Processor));
            QCOMPARE(evaluate(network).demands.begin()->rate.si(), asRepeater);
        }
    }

    void oneQubitServesTwoLinksInTurn()
    {
        const auto rate = [](int slots) {
            const Network network = aChain(2).spaced(20_km).withHardware(QStringLiteral("nv-diamond-2035")).wanting(0.6, 1_Hz)
                                        .eachHardware([=](NodeHardware& hardware) { hardware.memory.slots = slots; });
            return evaluate(network).demands.begin()->rate.si();
        };
        QVERIFY(rate(1) < rate(2));
    }

    void endsMeasuredAtOnceDoNotCareForTheirMemories()
    {
        const auto fidelity = [](Duration coherence) {
            Network network = aChain(2).spaced(50_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                                  .settings([](RunSettings& settings) { settings.endsHold = false; });
            for (const SiteId end : {SiteId(1), SiteId(3)}) {
                Site site = *network.sites.find(end);
                site.processor->hardware.memory.coherenceTime = coherence;
                network.sites.put(site);
            }
            Demand demand = *network.demands.rows().front();
            demand.protocol.distillation = DistillationChoice::None;    // it would hold pairs at the ends
            network.demands.put(demand);
            return evaluate(network).demands.begin()->fidelity;
        };
        QVERIFY(std::abs(fidelity(1_ms) - fidelity(10_s)) < 1e-9);
    }

    void passiveJunctionsJoinFibersIntoOneLink()
    {
        Network straight = aChain(1).spaced(40_km).withHardware(QStringLiteral("neutral-atom-rb-2035"));
        // The phase noise of the two arms adds up in squares.
        Network spliced = aChain(2).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                              .eachFiber([](FiberLink& fiber) { fiber.phaseNoise = std::sqrt(0.5) * fiber.phaseNoise; });
        applyPatch(spliced, changeRole(spliced, SiteId(2), SiteRole::Midpoint));
        Site station = *spliced.sites.find(SiteId(2));
        station.station = std::get<FiberLink>(straight.links.rows().front()->kind).station;
        applyPatch(spliced, replaceSite(spliced, station));
        const DemandResult one = *evaluate(straight).find(DemandId(1));
        const DemandResult two = *evaluate(spliced).find(DemandId(1));
        QVERIFY(two.routed);
        QCOMPARE(two.hops.size(), std::size_t(1));
        QCOMPARE(two.route.size(), std::size_t(3));
        QVERIFY(std::abs(one.fidelity - two.fidelity) < 1e-12);
        QVERIFY(std::abs(one.rate / two.rate - 1.0) < 1e-12);
    }

    void anUnconnectedDemandSaysSo()
    {
        Network network = aChain(1).spaced(10_km);
        applyPatch(network, removeElements(network, {{}, {LinkId(1)}, {}}));
        const Evaluation result = evaluate(network);
        QVERIFY(!result.find(DemandId(1))->routed);
        QVERIFY(!result.find(DemandId(1))->reason.isEmpty());
        QVERIFY(std::any_of(result.findings.begin(), result.findings.end(),
                            [](const Finding& f) { return f.code == QStringLiteral("demand-unconnected"); }));
    }

    void anEmptyDesignIsNotComputed()
    {
        const Evaluation result = evaluate(Network());
        QCOMPARE(result.verdict.level, VerdictLevel::NotComputed);
        QVERIFY(!result.verdict.sentence.isEmpty());
    }

    void theFixThatIsNamedSolvesWhenItIsApplied()
    {
        Network network = aChain(3).spaced(60_km).withHardware(QStringLiteral("neutral-atom-rb-2035"))
                              .withMemory(30_ms).wanting(0.8, 1_Hz);
        Evaluator evaluator;
        Evaluation result = evaluator.evaluate(network);
        QVERIFY(!result.find(DemandId(1))->feasible);
        searchFixes(network, result, evaluator, {});
        QCOMPARE(result.verdict.level, VerdictLevel::NotFeasibleYet);
        const Fix& fix = result.verdict.fixes.front();
        QVERIFY(fix.solves);
        QVERIFY(fix.price > Money());
        applyPatch(network, fix.patch);
        const Evaluation after = evaluate(network);
        QVERIFY(after.find(DemandId(1))->feasible);
        QCOMPARE(after.find(DemandId(1))->fidelity, fix.fidelityAfter);
    }
};

BELLWEAVE_TEST(EvaluatorTest)
#include "evaluator_test.moc"
