// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "tests/support/test_program.h"

#include "engine/orbits/sky_scene.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Orbit low()
{
    Orbit orbit;
    orbit.altitude = 1200_km;
    orbit.inclination = 53.0;
    return orbit;
}

/// A key node in orbit.
void trusted(Site& site)
{
    site.pairSource.reset();
    site.terminal = keyTerminal(KeyTerminal().preset);
    site.terminal->wavelength = 810_nm;
}

/// Another one, in sight of both stations.
SiteId addTrusted(test::DualDownlink& design, const Orbit& orbit, const std::optional<double>& trust = {})
{
    Site site = test::satellite(design.network, freeKey(design.network.sites, QStringLiteral("other")), orbit);
    trusted(site);
    if (trust) site.terminal->trust = *trust;
    design.network.sites.put(site);
    for (const SiteId station : {design.first, design.second}) test::joinBySky(design.network, site.id, station);
    return site.id;
}

/// On the same circle, so many degrees ahead.
Orbit ahead(double degrees)
{
    Orbit orbit = low();
    orbit.anomaly = degrees;
    return orbit;
}

DemandResult at(Evaluator& evaluator, const test::DualDownlink& design, double time)
{
    evaluator.setMoment(time);
    return *evaluator.evaluate(design.network).find(design.demand);
}

} // namespace

class SpanEvaluationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The design looked at every 10 s, each moment alone.
    void meansAreThoseOfManyMoments()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, low());
        test::setTime(design.network, QStringLiteral("2030-03-20T18:00:00Z"), 12.0 * 3600.0);
        const Evaluation whole = evaluate(design.network);
        const DemandResult& result = *whole.find(design.demand);
        QVERIFY(result.relay && result.course);
        Evaluator evaluator;
        double bits = 0.0, best = 0.0;
        constexpr double kStep = 10.0;
        for (double time = 0.5 * kStep; time < 12.0 * 3600.0; time += kStep) {
            const DemandResult then = at(evaluator, design, time);
            if (!then.relay) continue;
            bits += then.keyRate.si() * kStep;
            best = std::max(best, then.keyRate.si());
        }
        QVERIFY(bits > 0.0);
        QVERIFY2(std::abs(result.keyRate.si() * 12.0 * 3600.0 / bits - 1.0) < 0.01, qPrintable(QStringLiteral("%1 of %2 bits").arg(result.keyRate.si() * 12.0 * 3600.0).arg(bits)));
        QVERIFY(std::abs(result.course->keyBits / bits - 1.0) < 0.01);
        // The shown hops are those of the best moment.
        QVERIFY(std::abs(at(evaluator, design, result.course->best.si()).keyRate.si() / best - 1.0) < 0.02);
        QVERIFY(result.course->served.si() < 0.2 * result.course->span.si());
        QVERIFY(result.course->longestGap.si() > 1800.0);
    }

    /// A link between two satellites that nobody uses is open all day; and the same over a week.
    void whatIsOpenAllTheTimeElsewhereChangesNoMean()
    {
        for (const double days : {1.0, 7.0}) {
            test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, low());
            test::setTime(design.network, QStringLiteral("2030-03-20T18:00:00Z"), days * 86400.0);
            const Rate alone = evaluate(design.network).find(design.demand)->keyRate;
            SiteId ends[2];
            for (SiteId& end : ends) {
                Orbit high = low();
                high.altitude = 20'000_km;
                const Site far = test::satellite(design.network, QStringLiteral("far"), high);
                end = far.id;
                design.network.sites.put(far);
            }
            test::joinBySky(design.network, ends[0], ends[1]);
            const Rate beside = evaluate(design.network).find(design.demand)->keyRate;
            QVERIFY(alone > Rate());
            QVERIFY2(std::abs(beside / alone - 1.0) < 0.01, qPrintable(QStringLiteral("%1 days: %2 for %3 bit/s").arg(days).arg(beside.si()).arg(alone.si())));
        }
    }

    void aGeostationarySourceServesAllTheTime()
    {
        Orbit orbit;
        orbit.kind = OrbitKind::Geostationary;
        orbit.longitude = 10.0;
        test::DualDownlink design({28.3, -16.5}, {-1.3, 36.8}, orbit);
        design.change(design.source, [](Site& site) { site.telescope = telescope(QStringLiteral("satellite-60cm-2035")); });
        for (const SiteId end : {design.first, design.second}) design.change(end, [](Site& site) { site.groundStation->nightRadiance = site.groundStation->dayRadiance = {}; });
        const Evaluation whole = evaluate(design.network);
        const DemandResult& result = *whole.find(design.demand);
        Evaluator evaluator;
        const double once = at(evaluator, design, 3000.0).keyRate.si();
        QVERIFY(once > 0.0);
        QVERIFY(std::abs(result.keyRate.si() / once - 1.0) < 1e-3);
        QCOMPARE(result.course->served, result.course->span);
        QCOMPARE(result.course->longestGap.si(), 0.0);
    }

    /// A trusted satellite makes key with one station, carries it around the Earth, and makes key with the other: no moment serves both.
    void aTrustedSatelliteCarriesKeyBetweenStationsThatItNeverSeesAtOnce()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        const Evaluation whole = evaluate(design.network);
        const DemandResult& result = *whole.find(design.demand);
        QVERIFY2(result.relay && result.keyRate.si() > 0.0, qPrintable(result.reason));
        QCOMPARE(result.relay->trusted, std::vector<SiteId>{design.source});
        Evaluator evaluator;
        std::array<double, 2> bits{};
        constexpr double kStep = 20.0;
        for (double time = 0.5 * kStep; time < 86400.0; time += kStep) {
            const SkyScene scene(design.network);
            const MomentDemands moment = evaluator.demandsOf(scene.at(scene.epoch().after(time)));
            QVERIFY(!moment.demands.find(design.demand)->relay);
            for (const auto& [choice, hops] : moment.hops)
                for (const KeyHop& hop : hops) bits[hop.from == design.first || hop.to == design.first ? 0 : 1] += hop.rate.si() * kStep;
        }
        QVERIFY2(std::abs(result.keyRate.si() * 86400.0 / std::min(bits[0], bits[1]) - 1.0) < 0.01, qPrintable(QStringLiteral("%1, %2 and %3").arg(result.keyRate.si() * 86400.0).arg(bits[0]).arg(bits[1])));
    }

    /// A second satellite on the other side of the orbit carries key of its own: together as much as each alone.
    void satellitesAlongsideAddUp()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        const double first = evaluate(design.network).find(design.demand)->keyRate.si();
        const SiteId other = addTrusted(design, ahead(180.0), 0.6);
        const Evaluation both = evaluate(design.network);
        design.change(design.source, [](Site& site) { site.down = true; });
        const double second = evaluate(design.network).find(design.demand)->keyRate.si();
        const DemandResult& result = *both.find(design.demand);
        QVERIFY(first > 0.0 && second > 0.0);
        QCOMPARE(result.relay->alongside.size(), std::size_t{1});
        QCOMPARE(result.relay->weakest, other);
        QVERIFY(std::abs(result.relay->trust - 0.6 * design.network.sites.find(design.source)->terminal->trust) < 1e-12);
        QVERIFY2(std::abs(result.keyRate.si() / (first + second) - 1.0) < 0.02, qPrintable(QStringLiteral("%1 of %2 and %3").arg(result.keyRate.si()).arg(first).arg(second)));
        QVERIFY(std::abs(result.course->keyBits / (result.keyRate.si() * 86400.0) - 1.0) < 1e-6);
    }

    /// Four satellites carry 1 each, over a bad side and a good one; two that hand over to each other carry 2 over good sides alone.
    void aFasterSingleWayDoesNotTakeThePlaceOfSatellitesTogether()
    {
        test::DualDownlink design({28.8, -17.9}, {37.1, -3.4}, low());
        design.change(design.source, trusted);
        std::vector<SiteId> satellites{design.source};
        for (int i = 1; i < 4; ++i) satellites.push_back(addTrusted(design, ahead(36.0 * i)));
        for (Link link : Network(design.network).links) {
            const bool isOdd = link.from == satellites[1] || link.from == satellites[3];
            if (isOdd == (link.to == design.first)) std::get<SatelliteLink>(link.kind).fixedLoss = Decibel::fromSi(3.0);
            design.network.links.put(link);
        }
        const Rate apart = evaluate(design.network).find(design.demand)->keyRate;
        Demand wanted = *design.network.demands.find(design.demand);
        wanted.minKeyRate = 0.9 * apart;
        design.network.demands.put(wanted);
        const LinkId between = test::joinBySky(design.network, satellites[0], satellites[1]);
        const Rate joined = evaluate(design.network).find(design.demand)->keyRate;
        QVERIFY2(joined > 0.98 * apart, qPrintable(QStringLiteral("%1 of %2").arg(joined.si()).arg(apart.si())));
        // Where the chain keeps what is wanted by itself, and no satellite does, it is the way.
        wanted.minKeyRate = 0.35 * apart;
        design.network.demands.put(wanted);
        for (const SiteId more : {satellites[2], satellites[3]}) design.change(more, [](Site& site) { site.down = true; });
        QCOMPARE(evaluate(design.network).find(design.demand)->relay->hops.size(), std::size_t{3});
        Link down = *design.network.links.find(between);
        down.down = true;
        design.network.links.put(down);
        QCOMPARE(evaluate(design.network).find(design.demand)->relay->hops.size(), std::size_t{2});
    }

    /// Two satellites in one place: a station has one telescope.
    void aStationFollowsOneSatelliteAtATime()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        const double alone = evaluate(design.network).find(design.demand)->keyRate.si();
        addTrusted(design, low());
        const double both = evaluate(design.network).find(design.demand)->keyRate.si();
        QVERIFY(alone > 0.0);
        QVERIFY2(std::abs(both / alone - 1.0) < 1e-9, qPrintable(QStringLiteral("%1 for %2").arg(both).arg(alone)));
    }

    /// A city behind a short fiber is served by all satellites of its station, until the fiber carries no more.
    void satellitesAlongsideServeWhoIsBehindAStation()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        const double first = evaluate(design.network).find(design.demand)->keyRate.si();
        addTrusted(design, ahead(180.0));
        const double both = evaluate(design.network).find(design.demand)->keyRate.si();
        Site city;
        city.id = design.network.sites.nextId();
        city.key = QStringLiteral("city");
        city.position = GeoPosition{52.05, 4.0};
        city.terminal = keyTerminal(KeyTerminal().preset);
        city.terminal->wavelength = 810_nm;
        design.network.sites.put(city);
        Link fiber;
        fiber.id = design.network.links.nextId();
        fiber.key = QStringLiteral("fiber");
        fiber.from = city.id;
        fiber.to = design.first;
        FiberLink glass = fiberLink(QStringLiteral("nir-780"));
        glass.length = 6_km;
        fiber.kind = glass;
        design.network.links.put(fiber);
        Demand demand = *design.network.demands.find(design.demand);
        demand.from = city.id;
        design.network.demands.put(demand);
        const Evaluation evaluation = evaluate(design.network);
        const DemandResult& result = *evaluation.find(design.demand);
        QVERIFY2(result.relay && result.relay->hops.size() == 3, qPrintable(result.reason));
        QCOMPARE(result.relay->alongside.size(), std::size_t{1});
        QVERIFY(both > 1.5 * first);
        QVERIFY2(std::abs(result.keyRate.si() / both - 1.0) < 1e-6, qPrintable(QStringLiteral("%1 of %2").arg(result.keyRate.si()).arg(both)));
        QVERIFY(std::abs(result.course->keyBits / (result.keyRate.si() * 86400.0) - 1.0) < 1e-6);
    }

    /// Who shares one of two satellites keeps the other.
    void aDemandGetsAtLeastWhatNobodyElseCanUse()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        addTrusted(design, ahead(180.0));
        Site third = test::groundStation(design.network, QStringLiteral("third"), {-30.0, 20.0});
        third.terminal = keyTerminal(KeyTerminal().preset);
        design.network.sites.put(third);
        test::joinBySky(design.network, design.source, third.id);
        const Network alone = design.network;
        Demand second = *design.network.demands.find(design.demand);
        second.id = design.network.demands.nextId();
        second.key = QStringLiteral("second");
        second.to = third.id;
        second.minKeyRate = Rate::fromSi(1e6);
        design.network.demands.put(second);
        const Rate shared = evaluate(design.network).find(design.demand)->keyRate, whole = evaluate(alone).find(design.demand)->keyRate;
        design.change(design.source, [](Site& site) { site.down = true; });
        const Rate kept = evaluate(design.network).find(design.demand)->keyRate;
        QVERIFY(kept > Rate() && whole > kept);
        QVERIFY2(shared > 0.98 * kept && shared < whole, qPrintable(QStringLiteral("%1 of %2 and %3").arg(shared.si()).arg(kept.si()).arg(whole.si())));
    }

    /// Two demands over the same satellite: each gets what the other's required rate leaves.
    void relaysThatMeetShareTheirHops()
    {
        test::DualDownlink design({52.0, 4.0}, {-35.0, 149.0}, low());
        design.change(design.source, trusted);
        const double alone = evaluate(design.network).find(design.demand)->keyRate.si();
        Demand second = *design.network.demands.find(design.demand);
        second.id = design.network.demands.nextId();
        second.key = QStringLiteral("second");
        second.minKeyRate = Rate::fromSi(0.25 * alone);
        design.network.demands.put(second);
        Demand first = *design.network.demands.find(design.demand);
        first.minKeyRate = Rate::fromSi(0.1 * alone);
        design.network.demands.put(first);
        const Evaluation both = evaluate(design.network);
        QVERIFY(std::abs(both.find(design.demand)->keyRate.si() / (0.75 * alone) - 1.0) < 1e-9);
        QVERIFY(std::abs(both.find(second.id)->keyRate.si() / (0.9 * alone) - 1.0) < 1e-9);
    }

    void cloudsTakeTheirShareOfTheMean()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, low());
        const double clear = evaluate(design.network).find(design.demand)->keyRate.si();
        design.change(design.first, [](Site& site) { site.groundStation->clearSky = QStringLiteral("0.5"); });
        QVERIFY(std::abs(evaluate(design.network).find(design.demand)->keyRate.si() / clear - 0.5) < 1e-9);
    }

    void whatNoSatelliteReachesStaysAsItIs()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, low());
        applyPatch(design.network, addSite(design.network, SiteRole::Processor, {40.0, 0.0}));
        const SiteId a = design.network.sites.rows().back()->id;
        applyPatch(design.network, addSite(design.network, SiteRole::Processor, {40.1, 0.0}));
        const SiteId b = design.network.sites.rows().back()->id;
        applyPatch(design.network, connectSites(design.network, a, b));
        applyPatch(design.network, addDemand(design.network, a, b));
        const DemandId ground = design.network.demands.rows().back()->id;
        const Evaluation whole = evaluate(design.network);
        QVERIFY(whole.find(ground)->routed && !whole.find(ground)->course);
        QVERIFY(whole.find(design.demand)->course);
    }
};

BELLWEAVE_TEST(SpanEvaluationTest)
#include "span_evaluation_test.moc"
