// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/events/sky_phases.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "engine/api/event_case.h"
#include "engine/events/event_run.h"
#include "engine/orbits/sky_scene.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

/// A processor on the ground and a memory on a satellite that passes it, photons into fibers, double clicks.
struct MemoryInTheSky {
    Network network;
    LinkId link;
    DemandId demand;

    explicit MemoryInTheSky(const QString& clearSky = {})
    {
        test::setTime(network, QStringLiteral("2030-03-20T00:00:00Z"), 7200.0);
        Orbit orbit;
        orbit.altitude = 500_km;
        orbit.inclination = 53.0;
        orbit.anomaly = 320.0;
        orbit.node = 178.0;
        Site ground = test::groundStation(network, QStringLiteral("ground"), {0.0, 0.0});
        ground.processor = Processor{nodeHardware(QStringLiteral("neutral-atom-rb-2035")), 10};
        ground.telescope->coupling = Coupling::SingleMode;
        ground.telescope->wavefrontError = Angle::fromSi(0.5);
        ground.groundStation->dayRadiance = ground.groundStation->nightRadiance = {};
        ground.groundStation->clearSky = clearSky;
        network.sites.put(ground);
        Site above = test::satellite(network, QStringLiteral("above"), orbit);
        above.repeater = Repeater{nodeHardware(QStringLiteral("neutral-atom-rb-2035"))};
        above.telescope = telescope(QStringLiteral("satellite-60cm-2035"));
        network.sites.put(above);
        link = test::joinBySky(network, above.id, ground.id);
        applyPatch(network, addDemand(network, ground.id, above.id));
        Demand pairs = *network.demands.rows().back();
        pairs.minFidelity = 0.55;
        pairs.minRate = Rate::fromSi(1e-6);
        pairs.protocol.generation = Generation::DoubleClick;
        pairs.protocol.distillation = DistillationChoice::None;
        demand = pairs.id;
        network.demands.put(pairs);
    }
};

} // namespace

class SkyPhasesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void piecesAreTheWaysOfTheirTimes()
    {
        const MemoryInTheSky design;
        const SkyPhases sky(design.network);
        const SkyScene scene(design.network);
        const auto& pieces = *sky.of(design.link);
        QVERIFY2(pieces.size() > 10, qPrintable(QString::number(pieces.size())));
        Length nearest = 1e9 * 1_m;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const double until = i + 1 < pieces.size() ? pieces[i + 1].from : sky.span();
            QVERIFY(until > pieces[i].from);
            const SkyWay way = scene.wayOf(design.link, scene.epoch().after(0.5 * (pieces[i].from + until)));
            QCOMPARE(pieces[i].way.has_value(), way.blocked.isEmpty());
            if (!pieces[i].way) continue;
            QVERIFY(std::abs(pieces[i].way->range / way.range - 1.0) < 1e-3);
            nearest = std::min(nearest, pieces[i].way->range);
        }
        QCOMPARE(std::get<SatelliteLink>(sky.best().links.find(design.link)->kind).way->range, nearest);
    }

    /// A tower in the way closes the link within a pass, and opens it again: no piece with light lies behind it.
    void aHorizonOfTheStationClosesPieces()
    {
        MemoryInTheSky design;
        const auto stretches = [&] {
            const SkyPhases sky(design.network);
            const SkyScene scene(design.network);
            const auto& pieces = *sky.of(design.link);
            int count = 0;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                const double until = i + 1 < pieces.size() ? pieces[i + 1].from : sky.span();
                if (pieces[i].way.has_value() != scene.wayOf(design.link, scene.epoch().after(0.5 * (pieces[i].from + until))).blocked.isEmpty()) return -1;
                if (pieces[i].way && (i == 0 || !pieces[i - 1].way)) ++count;
            }
            return count;
        };
        const int before = stretches();
        // Through the azimuth at which the first pass is a fifth over.
        const SkyScene scene(design.network);
        const Site ground = *design.network.sites.rows().front();
        const SkyPhases sky(design.network);
        const auto& pieces = *sky.of(design.link);
        const auto first = std::find_if(pieces.begin(), pieces.end(), [](const SkyPhases::Piece& piece) { return piece.way.has_value(); });
        const auto end = std::find_if(first, pieces.end(), [](const SkyPhases::Piece& piece) { return !piece.way; });
        const JulianDate moment = scene.epoch().after(first->from + 0.2 * (end->from - first->from));
        const double azimuth = scene.observerOf(ground.id)->look(*scene.satelliteAt(design.network.sites.rows().back()->id, moment), greenwichSiderealTime(moment)).azimuth * 180.0 / std::numbers::pi;
        Site barred = ground;
        barred.groundStation->horizon = QStringLiteral("%1: 0; %1: 85; %2: 85; %2: 0").arg(azimuth - 1.0).arg(azimuth + 1.0);
        design.network.sites.put(barred);
        QVERIFY(before > 0);
        QCOMPARE(stretches(), before + 1);
    }

    void aDesignWithoutSatellitesHasNone()
    {
        const SkyPhases none{Network()};
        QVERIFY(none.isEmpty() && !none.of(LinkId(1)));
    }

    /// Events over many spans against the analytic mean over one.
    void eventsBringWhatTheMeanOfTheSpanSays()
    {
        const MemoryInTheSky design;
        const EventCase made = eventCase(design.network);
        QVERIFY2(made.demands.front().reason.isEmpty(), qPrintable(made.demands.front().reason));
        QVERIFY(made.isUnderSky.front());
        const Evaluation evaluation = evaluate(design.network);
        const DemandResult& analytic = *evaluation.find(design.demand);
        QVERIFY(analytic.course && analytic.rate.si() > 0.0);
        constexpr double kSpans = 400.0;
        EventRun run(made.design.network(), 1, 0);
        run.proceed(static_cast<EventNetwork::Time>(kSpans * 7200.0 * 1e12));
        const EventTotals::Demand& totals = run.totals().demands.front();
        const double expected = kSpans * 7200.0 * analytic.rate.si(), got = static_cast<double>(totals.delivered);
        QVERIFY2(expected > 200.0 && std::abs(got - expected) < 4.0 * std::sqrt(expected) + 0.02 * expected, qPrintable(QStringLiteral("%1, expected %2").arg(got).arg(expected)));
        const Estimate fidelity = totals.fidelities.estimate();
        QVERIFY2(std::abs(fidelity.mean - analytic.fidelity) < 4.0 * fidelity.standardError + 0.003, qPrintable(QStringLiteral("%1 ± %2, analytic %3").arg(fidelity.mean).arg(fidelity.standardError).arg(analytic.fidelity)));
    }

    /// Clear and cloudy spells of a day together; half of the time light comes through.
    void cloudsCloseLinksForSpells()
    {
        const MemoryInTheSky design(QStringLiteral("0.5"));
        const EventCase made = eventCase(design.network);
        const auto& faults = made.design.network().links.front().outages.faults;
        QCOMPARE(faults.size(), std::size_t{1});
        QCOMPARE(faults.front().meanUptime, 0.5 * 86400e12);
        QCOMPARE(faults.front().meanRepair, 0.5 * 86400e12);
    }

    /// A run of a second is short against their course: half of all begin under clouds.
    void runsBeginAnywhereInTheCourseOfClouds()
    {
        const EventCase made = eventCase(MemoryInTheSky(QStringLiteral("0.5")).network);
        const std::size_t link = made.design.network().stations.size();
        constexpr int kRuns = 400;
        int cloudy = 0;
        for (std::uint32_t number = 0; number < kRuns; ++number) {
            EventRun run(made.design.network(), 1, number);
            run.proceed(static_cast<EventNetwork::Time>(1e12));
            cloudy += run.totals().outages[link].count > 0;
        }
        QVERIFY2(std::abs(cloudy - kRuns / 2) < 4 * std::sqrt(kRuns) / 2, qPrintable(QString::number(cloudy)));
    }

    /// Of two stations under one satellite, as the analytic value has it: neighbors share their clouds.
    void aHopIsClearWhereAllItsStationsAre()
    {
        MemoryInTheSky design(QStringLiteral("0.5"));
        Network& network = design.network;
        const Site one = *network.sites.rows().front();
        Site middle = *network.sites.rows().back();
        middle.repeater.reset();
        middle.station = heraldStation(HeraldStation().preset);
        network.sites.put(middle);
        Site two = one;
        two.id = network.sites.nextId();
        two.key = QStringLiteral("two");
        two.position = GeoPosition{1.0, 0.0};
        network.sites.put(two);
        test::joinBySky(network, two.id, middle.id);
        Demand demand = *network.demands.find(design.demand);
        demand.to = two.id;
        network.demands.put(demand);
        const EventCase made = eventCase(network);
        QVERIFY2(made.demands.front().reason.isEmpty(), qPrintable(made.demands.front().reason));
        const auto& faults = made.design.network().links.front().outages.faults;
        QCOMPARE(faults.size(), std::size_t{1});
        const double clear = faults.front().meanUptime / (faults.front().meanUptime + faults.front().meanRepair);
        const double shared = std::exp(-110.574 / 300.0);    // km of a degree at the equator
        QVERIFY2(std::abs(clear - (0.25 + 0.25 * shared)) < 1e-4, qPrintable(QString::number(clear)));
    }

    /// A schedule that repeats within the span closes the satellite's link in its time.
    void schedulesCloseLinksThatFollowSatellites()
    {
        const auto openAt = [](const QString& schedule) {
            MemoryInTheSky design;
            Link link = *design.network.links.find(design.link);
            link.schedule = schedule;
            design.network.links.put(link);
            const EventCase made = eventCase(design.network);
            double open = 0.0;
            const auto& phases = made.design.network().links.front().phases;
            for (std::size_t i = 0; i < phases.size(); ++i)
                if (phases[i].success > 0.0) open += static_cast<double>((i + 1 < phases.size() ? phases[i + 1].from : static_cast<EventNetwork::Time>(7200e12)) - phases[i].from) * 1e-12;
            return open;
        };
        const double all = openAt({});
        QVERIFY(all > 100.0);
        const double first = openAt(QStringLiteral("0 s: open; 30 min: closed; every 1 h")), second = openAt(QStringLiteral("0 s: closed; 30 min: open; every 1 h"));
        QVERIFY2(std::abs(first + second - all) < 1e-6, qPrintable(QStringLiteral("%1 + %2 of %3").arg(first).arg(second).arg(all)));
        QCOMPARE(openAt(QStringLiteral("0 s: closed; 1 h: open; every 2 h")) + openAt(QStringLiteral("0 s: open; 1 h: closed; every 2 h")), all);
    }
};

BELLWEAVE_TEST(SkyPhasesTest)
#include "sky_phases_test.moc"
