// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/span_parts.h"
#include "engine/api/evaluator.h"
#include "model/format/project_file.h"
#include "tests/support/sky_designs.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::engine;
using namespace bellweave::test;

namespace {

/// Stations a, b, c, d and satellites, by number; satellites carry key.
struct Sky {
    Network network;
    std::vector<LinkId> links;

    SiteId station(const char* key, double latitude, double longitude)
    {
        Site site = groundStation(network, QLatin1String(key), {latitude, longitude});
        site.terminal = keyTerminal(KeyTerminal().preset);
        return put(std::move(site));
    }
    SiteId trusted(const char* key, const Orbit& orbit = lowOrbit())
    {
        Site site = satellite(network, QLatin1String(key), orbit);
        site.terminal = keyTerminal(KeyTerminal().preset);
        return put(std::move(site));
    }
    SiteId source(const char* key)
    {
        Site site = satellite(network, QLatin1String(key), lowOrbit());
        site.pairSource = pairSource(PairSource().preset);
        return put(std::move(site));
    }
    LinkId join(SiteId a, SiteId b)
    {
        links.push_back(joinBySky(network, a, b));
        return links.back();
    }
    void fiber(SiteId a, SiteId b)
    {
        Link link;
        link.id = network.links.nextId();
        link.key = freeKey(network.links, QStringLiteral("fiber"));
        link.from = a;
        link.to = b;
        network.links.put(link);
    }
    DemandId wants(SiteId from, SiteId to)
    {
        Demand demand;
        demand.id = network.demands.nextId();
        demand.key = freeKey(network.demands, QStringLiteral("d"));
        demand.from = from;
        demand.to = to;
        demand.purpose = Purpose::SecretKey;
        network.demands.put(demand);
        return demand.id;
    }
    std::set<LinkId> linksFor(DemandId demand) const { return satelliteLinksFor(network, *network.demands.find(demand), links); }

private:
    SiteId put(Site site)
    {
        const SiteId id = site.id;
        network.sites.put(std::move(site));
        return id;
    }
};

double keyOf(const Network& network, DemandId demand) { return Evaluator().evaluate(network).find(demand)->keyRate.si(); }

} // namespace

class SpanPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSatelliteThatLeadsNowhereServesNobody()
    {
        Sky sky;
        const SiteId a = sky.station("a", 47.0, 8.0), b = sky.station("b", 48.0, 11.0), c = sky.station("c", 50.0, 14.0);
        const SiteId over = sky.trusted("over"), idle = sky.trusted("idle"), far = sky.trusted("far");
        const std::set<LinkId> way{sky.join(a, over), sky.join(over, b)};
        sky.join(a, idle);
        sky.join(b, far);
        sky.join(far, c);
        const DemandId demand = sky.wants(a, b);
        QCOMPARE(sky.linksFor(demand), way);
        // Another satellite over both is on a way, and so is what ends where a fiber goes on.
        sky.join(c, idle);
        QCOMPARE(sky.linksFor(demand).size(), std::size_t{6});
    }

    void lightMayMeetOrBeginBesideTheWay()
    {
        Sky sky;
        const SiteId a = sky.station("a", 47.0, 8.0), b = sky.station("b", 48.0, 11.0);
        Site junction;
        junction.id = sky.network.sites.nextId();
        junction.key = QStringLiteral("junction");
        junction.position = GeoPosition{47.5, 9.5};
        sky.network.sites.put(junction);
        sky.fiber(a, junction.id);
        sky.fiber(junction.id, b);
        const LinkId beside = sky.join(junction.id, sky.source("source")), idle = sky.join(junction.id, sky.trusted("idle"));
        const auto found = sky.linksFor(sky.wants(a, b));
        QVERIFY(found.contains(beside));
        QVERIFY(!found.contains(idle));
    }

    void demandsThatShareNothingAreFollowedApart()
    {
        Sky sky;
        const SiteId a = sky.station("a", 47.0, 8.0), b = sky.station("b", 48.0, 11.0), c = sky.station("c", -30.0, 20.0), d = sky.station("d", -31.0, 25.0);
        const SiteId north = sky.trusted("north"), south = sky.trusted("south");
        sky.join(a, north);
        sky.join(north, b);
        sky.join(c, south);
        sky.join(south, d);
        const DemandId first = sky.wants(a, b), second = sky.wants(c, d);
        const auto parts = spanParts(sky.network, sky.links);
        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(parts.front().demands, std::vector<DemandId>{first});
        QCOMPARE(parts.front().links, (std::set<LinkId>{sky.links[0], sky.links[1]}));
        QCOMPARE(parts.back().demands, std::vector<DemandId>{second});
        sky.fiber(b, c);
        QCOMPARE(spanParts(sky.network, sky.links).size(), std::size_t{1});
    }

    void demandsOnTheGroundThatShareAFiberGoAlong()
    {
        Sky sky;
        const SiteId a = sky.station("a", 47.0, 8.0), b = sky.station("b", 48.0, 11.0), c = sky.station("c", 48.5, 12.0), d = sky.station("d", 10.0, 12.0), e = sky.station("e", 11.0, 12.0);
        const SiteId over = sky.trusted("over");
        sky.join(a, over);
        sky.join(over, b);
        sky.fiber(b, c);
        sky.fiber(d, e);
        const DemandId high = sky.wants(a, c), low = sky.wants(b, c);
        sky.wants(d, e);
        const auto parts = spanParts(sky.network, sky.links);
        QCOMPARE(parts.size(), std::size_t{1});
        QCOMPARE(parts.front().demands, (std::vector<DemandId>{high, low}));
    }

    /// Unrelated satellites in numbers at which spans are sampled coarsely, and one that leads nowhere, to the last bit.
    void whatCannotServeADemandChangesNothingOfIt()
    {
        Sky sky;
        const SiteId a = sky.station("a", 47.0, 8.0), b = sky.station("b", 48.0, 11.0);
        const SiteId over = sky.trusted("over");
        sky.join(a, over);
        sky.join(over, b);
        setTime(sky.network, QStringLiteral("2030-03-20T00:00:00Z"), 86400.0);
        const DemandId demand = sky.wants(a, b);
        const double alone = keyOf(sky.network, demand);
        QVERIFY(alone > 0.0);
        Orbit lower = lowOrbit();
        lower.altitude = 599_km;
        sky.join(a, sky.trusted("idle", lower));
        QCOMPARE(keyOf(sky.network, demand), alone);
        const SiteId c = sky.station("c", -40.0, 170.0), d = sky.station("d", 50.0, -50.0);
        for (int i = 0; i < 60; ++i) {
            Orbit orbit = lowOrbit();
            orbit.node = 6.0 * i;
            const SiteId crowd = sky.trusted(qPrintable(QStringLiteral("crowd-%1").arg(i)), orbit);
            sky.join(c, crowd);
            sky.join(crowd, d);
        }
        QCOMPARE(keyOf(sky.network, demand), alone);
    }
};

BELLWEAVE_TEST(SpanPartsTest)
#include "span_parts_test.moc"
