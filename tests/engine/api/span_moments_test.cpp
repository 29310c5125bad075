// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_moments.h"
#include "tests/support/test_program.h"

#include "model/format/project_file.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <functional>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

Network example(const char* name)
{
    const auto loaded = readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(QLatin1String(name)));
    return loaded ? loaded->network : Network();
}

/// Hops that bring something, by their ends.
using Told = std::tuple<SiteId, SiteId, double>;
std::vector<Told> told(const std::vector<KeyHop>& hops)
{
    std::vector<Told> all;
    for (const KeyHop& hop : hops)
        if (hop.rate > Rate()) all.emplace_back(hop.from, hop.to, hop.rate.si());
    return all;
}

/// A satellite like one that is there, with links like its own.
void addTwin(Network& network, SiteId known, const QString& key, const std::function<void(Site&)>& change)
{
    Site twin = *network.sites.find(known);
    twin.id = network.sites.nextId();
    twin.key = key;
    change(twin);
    network.sites.put(twin);
    for (Link link : Network(network).links) {
        if (link.from != known && link.to != known) continue;
        (link.from == known ? link.from : link.to) = twin.id;
        link.id = network.links.nextId();
        link.key = freeKey(network.links, link.key);
        network.links.put(link);
    }
}

} // namespace

class SpanMomentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void barredLinksAreLeftOutAndNothingElseChanges_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"constellation-three-continents", "hybrid-alps-iberia", "satellite-dual-downlink"}) QTest::addRow("%s", name) << QByteArray(name);
    }
    /// Parts over the whole span, to the last bit, against the whole design as it is then.
    void barredLinksAreLeftOutAndNothingElseChanges()
    {
        QFETCH(const QByteArray, name);
        const Network design = example(name);
        const SkyScene scene(design);
        const Network first = scene.at(scene.epoch());
        SpanMoments moments(scene, first);
        moments.evaluateAll();
        int served = 0;
        for (std::size_t cell = 0; cell < moments.size(); cell += 1 + moments.size() / 25) {
            const MomentDemands whole = Evaluator().demandsOf(scene.at(scene.epoch().after(moments.sampleOf(cell))));
            for (const DemandResult& demand : whole.demands) {
                const DemandResult& part = moments.demandAt(cell, demand.id);
                QCOMPARE(part.routed, demand.routed);
                QCOMPARE(part.rate.si(), demand.rate.si());
                QCOMPARE(part.fidelity, demand.fidelity);
                QCOMPARE(part.keyRate.si(), demand.keyRate.si());
                served += demand.routed ? 1 : 0;
            }
            for (const auto& [choice, hops] : whole.hops) {
                QVERIFY(moments.hopsAt(cell, choice));
                QVERIFY(told(*moments.hopsAt(cell, choice)) == told(hops));
                served += static_cast<int>(told(hops).size());
            }
        }
        QVERIFY(served > 0);
    }

    /// Its stations wait for the Sun to stand straight below them, while another satellite is in sight of another station all the time.
    void aDemandThatIsNeverServedIsToldWithWhatBarsItsLinks()
    {
        Network design = example("hybrid-alps-iberia");
        for (Site site : Network(design).sites) {
            if (!site.groundStation) continue;
            site.groundStation->worksByDay = false;
            site.groundStation->darkBelow = -90.0;
            design.sites.put(site);
        }
        Orbit still;
        still.kind = OrbitKind::Geostationary;
        const Site satellite = test::satellite(design, QStringLiteral("still"), still);
        design.sites.put(satellite);
        const Site station = test::groundStation(design, QStringLiteral("equator"), {0.0, 0.0});
        design.sites.put(station);
        test::joinBySky(design, satellite.id, station.id);
        const SkyScene scene(design);
        const Network first = scene.at(scene.epoch());
        SpanMoments moments(scene, first);
        moments.evaluateAll();
        const MomentDemands whole = Evaluator().demandsOf(scene.at(scene.epoch().after(moments.sampleOf(0))));
        QVERIFY(whole.demands.size() > 0);
        for (const DemandResult& demand : whole.demands) {
            QVERIFY(!demand.routed && !demand.reason.isEmpty());
            QVERIFY(moments.demandAt(0, demand.id).reason != demand.reason);    // there it has no links that could be told of
            QCOMPARE(moments.toldAt(0, demand.id).reason, demand.reason);
        }
    }

    /// Beside the satellite that serves: one without a telescope, on whose ways nothing is known to be lost, and one with a great telescope that
    /// never rises there. Where ways are compared by their loss, both would win.
    void satellitesThatAreNeverSeenTakeNothingAway()
    {
        const Network alone = example("hybrid-alps-iberia");
        const SiteId known = siteByKey(alone, QStringLiteral("midpoint"))->id;
        Network more = alone;
        addTwin(more, known, QStringLiteral("blind"), [](Site& site) { site.telescope.reset(); });
        addTwin(more, known, QStringLiteral("low"), [](Site& site) {
            site.orbit->altitude = 300_km;
            site.orbit->inclination = 0.0;
            site.telescope->diameter = 4_m;
        });
        const Evaluation a = evaluate(alone), b = evaluate(more);
        for (const DemandResult& demand : a.demands) {
            QVERIFY(demand.rate > Rate() && demand.course);
            QCOMPARE(b.find(demand.id)->rate.si(), demand.rate.si());
            Evaluator evaluator;    // of the whole design
            evaluator.setMoment(demand.course->best.si());
            QCOMPARE(evaluator.evaluate(more).find(demand.id)->rate.si(), evaluator.evaluate(alone).find(demand.id)->rate.si());
        }
    }
};

BELLWEAVE_TEST(SpanMomentsTest)
#include "span_moments_test.moc"
