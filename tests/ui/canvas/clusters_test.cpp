// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/clusters.h"
#include "tests/support/test_program.h"

#include <QMenu>
#include <random>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::addLink;
using bellweave::test::addNamed;
using bellweave::test::Canvas;

namespace {

std::map<SiteId, SiteItem> randomSites(unsigned seed, int count, double spread)
{
    std::mt19937 draw(seed);
    std::uniform_real_distribution<double> place(-spread, spread);
    std::map<SiteId, SiteItem> sites;
    for (int i = 1; i <= count; ++i) {
        const SiteId id(static_cast<std::uint32_t>(i));
        sites[id] = {id, static_cast<SiteRole>(draw() % 4), {place(draw), place(draw)}, {}};
    }
    return sites;
}

double radius(SiteRole role) { return role == SiteRole::Junction ? 4.0 : 9.0; }

/// Sites drawn as symbols or as circles, the ones that nothing hides.
std::vector<const SiteItem*> drawn(const std::map<SiteId, SiteItem>& sites, const Clusters& clusters)
{
    std::vector<const SiteItem*> result;
    for (const auto& [id, site] : sites)
        if (!clusters.hides(id)) result.push_back(&site);
    return result;
}

/// A map with five sites around Delft, close to each other, and Vienna far away.
struct Crowd {
    Canvas canvas;
    std::vector<SiteId> near;
    SiteId vienna;

    Crowd()
    {
        Network network;
        const char* names[] = {"Delft", "Rotterdam", "The Hague", "Leiden", "Gouda"};
        for (int i = 0; i < 5; ++i)
            near.push_back(addNamed(network, QString::fromLatin1(names[i]), i == 0 ? SiteRole::Processor : SiteRole::Repeater,
                                    52.0 + 0.02 * i, 4.35 + 0.02 * (i % 2)));
        vienna = addNamed(network, QStringLiteral("Vienna"), SiteRole::Processor, 48.21, 16.37);
        addLink(network, near.front(), vienna);
        canvas.open(std::move(network));
        canvas.view.fitAll();
        QTest::qWait(150);
    }
};

} // namespace

class ClustersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawnSymbolsNeverOverlapAndNoSiteIsLost();
    void placesBesideTheAntimeridianAreNeighbors();
    void farApartNothingIsJoined();
    void aClickOnAClusterShowsItsMembersApart();
    void aClusterIsLabeledByItsMostImportantMember();
    void membersOfAClusterCannotBePickedByAccident();
    void showingAMemberTakesItOutOfTheCluster();
    void sitesInOnePlaceAreListed();
    void aSelectedMemberRingsTheCluster();
    void linksEndAtTheCircleOfTheirCluster();
};

void ClustersTest::drawnSymbolsNeverOverlapAndNoSiteIsLost()
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const double scale = 2.0 + seed;
        const auto sites = randomSites(seed, 300, 10.0);
        const Clusters clusters(sites, scale, 360.0);
        std::multiset<SiteId> seen;
        for (const Cluster& cluster : clusters.all()) {
            QVERIFY(cluster.members.size() >= 2);
            QCOMPARE(cluster.members.front(), cluster.lead);
            for (const SiteId member : cluster.members) {
                QCOMPARE(clusters.of(member), &cluster);
                QVERIFY(sites.at(cluster.lead).role <= sites.at(member).role);
                seen.insert(member);
            }
        }
        for (const auto& [id, site] : sites) QCOMPARE(seen.count(id), std::size_t(clusters.of(id) ? 1 : 0));
        const auto shown = drawn(sites, clusters);
        for (std::size_t i = 0; i < shown.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const QPointF way = (shown[i]->point - shown[j]->point) * scale;
                const auto reach = [&](const SiteItem* site) { return clusters.of(site->id) ? kClusterRadius : radius(site->role); };
                QVERIFY(std::hypot(way.x(), way.y()) >= reach(shown[i]) + reach(shown[j]));
            }
    }
}

void ClustersTest::placesBesideTheAntimeridianAreNeighbors()
{
    std::map<SiteId, SiteItem> sites;
    sites[SiteId(1)] = {SiteId(1), SiteRole::Processor, {179.9, 0}, {}};
    sites[SiteId(2)] = {SiteId(2), SiteRole::Processor, {-179.9, 0}, {}};
    QCOMPARE(Clusters(sites, 10.0, 360.0).all().size(), std::size_t(1));
    QCOMPARE(Clusters(sites, 10.0, 0.0).all().size(), std::size_t(0));    // a map that shows the world once tears them apart
}

void ClustersTest::farApartNothingIsJoined()
{
    QVERIFY(Clusters(randomSites(3, 200, 10.0), 1e6, 360.0).all().empty());
    QVERIFY(Clusters().all().empty());
}

void ClustersTest::aClickOnAClusterShowsItsMembersApart()
{
    Crowd crowd;
    NetworkScene& scene = crowd.canvas.view.networkScene();
    QCOMPARE(scene.clusters().all().size(), std::size_t(1));
    const double before = crowd.canvas.view.camera().scale;
    crowd.canvas.click(crowd.canvas.at(crowd.near.front()));
    QVERIFY(crowd.canvas.view.camera().scale > 10 * before);
    QVERIFY(scene.clusters().all().empty());
    QVERIFY(crowd.canvas.session.selection().isEmpty());
    const QRect page = crowd.canvas.view.viewport()->rect();
    for (const SiteId id : crowd.near) QVERIFY(page.contains(crowd.canvas.at(id)));
}

void ClustersTest::aClusterIsLabeledByItsMostImportantMember()
{
    Crowd crowd;
    const CanvasContent content{crowd.canvas.view.networkScene(), crowd.canvas.view.camera(), crowd.canvas.session.selection()};
    QStringList texts;
    for (const LabelRequest& label : labelRequests(content)) texts << label.text;
    texts.sort();
    QCOMPARE(texts, (QStringList{QStringLiteral("Delft + 4"), QStringLiteral("Vienna")}));
}

void ClustersTest::membersOfAClusterCannotBePickedByAccident()
{
    Crowd crowd;
    const QPoint place = crowd.canvas.at(crowd.near.front());
    for (const ElementRef& hit : crowd.canvas.view.networkScene().hits(crowd.canvas.view.camera(), place))
        QVERIFY(!std::holds_alternative<SiteId>(hit));
    const Network before = crowd.canvas.network();
    crowd.canvas.drag(place, place + QPoint(60, 60));
    QVERIFY(crowd.canvas.network() == before);
}

void ClustersTest::showingAMemberTakesItOutOfTheCluster()
{
    Crowd crowd;
    crowd.canvas.session.reveal(crowd.near[3]);
    QVERIFY(!crowd.canvas.view.networkScene().clusters().of(crowd.near[3]));
    QVERIFY(crowd.canvas.view.viewport()->rect().contains(crowd.canvas.at(crowd.near[3])));
}

void ClustersTest::sitesInOnePlaceAreListed()
{
    Canvas canvas;
    Network network;
    const SiteId first = addNamed(network, QStringLiteral("North rack"), SiteRole::Processor, 52, 4);
    addNamed(network, QStringLiteral("South rack"), SiteRole::Processor, 52, 4);
    addNamed(network, QStringLiteral("Far"), SiteRole::Processor, 48, 12);
    canvas.open(std::move(network));
    canvas.click(canvas.at(first));
    auto* menu = canvas.view.findChild<QMenu*>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().last()->trigger();
    QCOMPARE(canvas.session.selection().size(), std::size_t(1));
    menu->close();
}

void ClustersTest::aSelectedMemberRingsTheCluster()
{
    Crowd crowd;
    QWidget* page = crowd.canvas.view.viewport();
    const QPoint place = crowd.canvas.at(crowd.near.front());
    const QRect around(place - QPoint(18, 18), QSize(37, 37));
    const QImage plain = page->grab(around).toImage();
    crowd.canvas.session.select(crowd.near[2]);
    QTest::qWait(50);
    QVERIFY(page->grab(around).toImage() != plain);
}

void ClustersTest::linksEndAtTheCircleOfTheirCluster()
{
    Crowd crowd;
    Network network = crowd.canvas.network();
    const LinkId away = addLink(network, crowd.near[2], crowd.vienna);
    const LinkId inside = addLink(network, crowd.near[2], crowd.near[3]);
    crowd.canvas.open(std::move(network));
    const NetworkScene& scene = crowd.canvas.view.networkScene();
    const auto& clusters = scene.clusters();
    QVERIFY(clusters.hides(crowd.near[2]) && clusters.of(crowd.near[2]) == clusters.of(crowd.near[3]));
    const Camera& camera = crowd.canvas.view.camera();
    const QPointF circle = camera.toScreen(scene.find(clusters.of(crowd.near[2])->lead)->point);
    const QPointF vienna = camera.toScreen(scene.find(crowd.vienna)->point);
    const auto lines = screenLines(*scene.find(away), camera, 0.0);
    QCOMPARE(lines.size(), std::size_t(1));
    const QPointF ends[] = {lines.front().first(), lines.front().last()};
    const bool isForwards = QLineF(ends[0], circle).length() < QLineF(ends[1], circle).length();
    QVERIFY(std::abs(QLineF(ends[isForwards ? 0 : 1], circle).length() - kClusterRadius) < 0.01);
    QVERIFY(QLineF(ends[isForwards ? 1 : 0], vienna).length() < 0.01);
    for (const QPointF& point : lines.front()) QVERIFY(QLineF(point, circle).length() > kClusterRadius - 0.01);
    // Within one circle there is nothing to draw or to pick.
    QVERIFY(screenLines(*scene.find(inside), camera, 0.0).empty());
    // Seen apart, the link ends at its site again.
    crowd.canvas.click(circle.toPoint());
    QVERIFY(!clusters.hides(crowd.near[2]));
    QVERIFY(!scene.find(away)->fromCircle && !scene.find(away)->toCircle);
    QCOMPARE(crowd.canvas.session.undoStack().count(), 0);
}

BELLWEAVE_TEST(ClustersTest)
#include "clusters_test.moc"
