// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/api/evaluator.h"
#include "engine/geo/geodesic.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;

namespace {

constexpr GeoPosition kDelft{52.0116, 4.3571};
constexpr GeoPosition kHague{52.0705, 4.3007};

Site siteAt(std::uint32_t id, std::optional<GeoPosition> position)
{
    Site site;
    site.id = SiteId(id);
    site.key = QStringLiteral("site-%1").arg(id);
    site.position = position;
    return site;
}

Network twoSites(std::optional<GeoPosition> first, std::optional<GeoPosition> second)
{
    Network network;
    network.sites.put(siteAt(1, first));
    network.sites.put(siteAt(2, second));
    return network;
}

Link linkOf(LinkKind kind)
{
    Link link;
    link.id = LinkId(1);
    link.from = SiteId(1);
    link.to = SiteId(2);
    link.kind = std::move(kind);
    return link;
}

} // namespace

class LinkLengthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTypedLengthWins()
    {
        FiberLink fiber;
        fiber.length = 25_km;
        QCOMPARE(engine::linkLength(twoSites(kDelft, kHague), linkOf(fiber))->si(), 25000.0);
        QCOMPARE(engine::linkLength(twoSites({}, {}), linkOf(fiber))->si(), 25000.0);
    }

    void otherwiseItIsTheGeodesicTimesTheRouteFactor()
    {
        Network network = twoSites(kDelft, kHague);
        General general = network.general();
        general.settings.routeFactor = 1.5;
        network.setGeneral(general);
        const double expected = 1.5 * engine::geodesicDistance(kDelft, kHague).si();
        QCOMPARE(engine::linkLength(network, linkOf(FiberLink()))->si(), expected);
        QCOMPARE(engine::linkLength(network, linkOf(MeasuredLink()))->si(), expected);
    }

    void bendsLengthenTheCourseAndATypedLengthIgnoresThem()
    {
        Network network = twoSites(kDelft, kHague);
        constexpr GeoPosition kRotterdam{51.9225, 4.4792};
        Link bent = linkOf(FiberLink());
        bent.bends = {kRotterdam};
        const double over = engine::geodesicDistance(kDelft, kRotterdam).si() + engine::geodesicDistance(kRotterdam, kHague).si();
        QCOMPARE(engine::linkCourse(network, bent)->si(), over);
        QCOMPARE(engine::linkLength(network, bent)->si(), over * network.general().settings.routeFactor);
        QCOMPARE(engine::linkGeodesic(network, bent)->si(), engine::geodesicDistance(kDelft, kHague).si());
        std::get<FiberLink>(bent.kind).length = 25_km;
        QCOMPARE(engine::linkLength(network, bent)->si(), 25000.0);
    }

    void anUnplacedEndLeavesItOpen()
    {
        QVERIFY(!engine::linkLength(twoSites(kDelft, {}), linkOf(FiberLink())));
        QVERIFY(!engine::linkLength(twoSites({}, kHague), linkOf(MeasuredLink())));
    }

    void onePlaceGivesNoLength()
    {
        QCOMPARE(engine::linkLength(twoSites(kDelft, kDelft), linkOf(FiberLink()))->si(), 0.0);
    }

    void aMissingEndLeavesItOpen()
    {
        QVERIFY(!engine::linkLength(Network(), linkOf(FiberLink())));
    }
};

BELLWEAVE_TEST(LinkLengthTest)
#include "link_length_test.moc"
