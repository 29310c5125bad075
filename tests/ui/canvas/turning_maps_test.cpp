// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/support/test_program.h"

#include "engine/geo/geodesic.h"
#include "ui/canvas/equal_earth.h"
#include "ui/canvas/map_line.h"
#include "ui/canvas/map_view.h"
#include "ui/canvas/world_map.h"

#include <numbers>
#include <rapidcheck.h>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr std::array kKinds{ProjectionKind::Equirectangular, ProjectionKind::Mercator, ProjectionKind::EqualEarth,
                            ProjectionKind::Globe};

double between(double least, double most) { return least + (most - least) * *rc::gen::inRange(0, 1000001) / 1e6; }
/// Anywhere, as often near a pole as near the equator.
GeoPosition anyPlace(double mostLatitude = 90.0) { return {between(-mostLatitude, mostLatitude), between(-180.0, 180.0)}; }
Projection anyProjection() { return Projection(*rc::gen::elementOf(kKinds), anyPlace()); }

double metersBetween(GeoPosition a, GeoPosition b) { return engine::geodesicDistance(a, b).si(); }

bool isIn(const ProjectedMap& map, QPointF point)
{
    return std::any_of(map.land.begin(), map.land.end(), [&](const ProjectedMap::Area& area) {
        const auto inside = std::count_if(area.rings.begin(), area.rings.end(), [&](const QPolygonF& ring) {
            return ring.containsPoint(point, Qt::OddEvenFill);
        });
        return inside % 2 == 1;
    });
}

/// Land or sea everywhere around, so that the bend of coasts between two of their points does not matter.
std::optional<bool> groundAround(GeoPosition place)
{
    const WorldMap& map = worldMap(MapLevel::Coarse);
    const bool land = map.isLand(place);
    for (const double north : {-3.0, 0.0, 3.0})
        for (const double east : {-6.0, 0.0, 6.0}) {
            const GeoPosition beside{std::clamp(place.latitude + north, -90.0, 90.0), std::remainder(place.longitude + east, 360.0)};
            if (map.isLand(beside) != land) return std::nullopt;
        }
    return land;
}

Network pacific()
{
    Network network;
    const SiteId suva = test::addNamed(network, QStringLiteral("Suva"), SiteRole::Processor, -18.14, 178.44);
    const SiteId apia = test::addNamed(network, QStringLiteral("Apia"), SiteRole::Processor, -13.83, -171.77);
    const SiteId delft = test::addNamed(network, QStringLiteral("Delft"), SiteRole::Processor, 52.01, 4.36);
    test::addLink(network, suva, apia);
    test::addLink(network, apia, delft);
    return network;
}

} // namespace

class TurningMapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalEarthHasItsPublishedValues();
    void equalEarthKeepsAreas();
    void placesComeBackOnEveryMap();
    void whatIsBehindTheGlobeIsNotShown();
    void aMapTurnsToWhereItIsAsked();
    void zoomKeepsThePlaceUnderThePointer();
    void geodesicsAreContinuousButForTheEdge();
    void lineAcrossTheEdgeOfEqualEarthGoesOnAtTheOtherSide();
    void lineOverThePoleIsStraightOnTheGlobe();
    void landIsDrawnWhereItIs();
    void sitesAreHitWhereTheyArePainted();
    void hiddenSitesAreNeitherFoundNorCaught();
    void panToolTurnsTheGlobe();
    void draggedSiteFollowsThePointer_data() { turning(); }
    void draggedSiteFollowsThePointer();
    void hiddenSiteIsTurnedIntoView();
    void nothingIsPlacedBesideTheGlobe();
    void fitShowsEverySiteOfAWorldwideDesign_data() { turning(); }
    void fitShowsEverySiteOfAWorldwideDesign();
    void fitOfARegionComesNear_data() { turning(); }
    void fitOfARegionComesNear();
    void fitOfOneSiteOnTheGlobeComesNear();
    void colorsStayWhenTheGlobeIsTurned();

private:
    static void turning()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("Equal Earth") << static_cast<int>(ProjectionKind::EqualEarth);
        QTest::newRow("globe") << static_cast<int>(ProjectionKind::Globe);
    }
    static ProjectionKind chosen()
    {
        QFETCH(int, kind);
        return static_cast<ProjectionKind>(kind);
    }
};

void TurningMapsTest::equalEarthHasItsPublishedValues()
{
    // EPSG method 1078 and PROJ's own checks: on the authalic sphere of WGS84, radius 6 371 007.181 m.
    constexpr double kRadius = 6371007.1809184747;
    const QPointF edge = equalEarth(0, std::numbers::pi) * kRadius;
    QVERIFY(std::abs(edge.x() - 17243959.06) < 0.01);
    QVERIFY(std::abs(edge.y()) < 1e-9);
    const QPointF pole = equalEarth(std::numbers::pi / 2, std::numbers::pi) * kRadius;
    QVERIFY(std::abs(pole.y() - 8392927.60) < 0.01);
    QVERIFY(std::abs(pole.x() - 10216474.79) < 0.01);
    // Of the article: the pole line is 0.59 of the equator, the map is 2.05 times as wide as high.
    QVERIFY(std::abs(pole.x() / edge.x() - 0.592) < 0.001);
    QVERIFY(std::abs(edge.x() / pole.y() - 2.055) < 0.001);
}

void TurningMapsTest::equalEarthKeepsAreas()
{
    // dx/dlambda * dy/dphi is the cosine of the latitude, whose integral is the area.
    for (double latitude = -85; latitude <= 85; latitude += 5) {
        constexpr double kStep = 1e-5;
        const double phi = latitude * kDegree;
        const double height = (equalEarth(phi + kStep, 0).y() - equalEarth(phi - kStep, 0).y()) / (2 * kStep);
        QVERIFY(std::abs(height * equalEarthStretch(phi) - std::cos(phi)) < 1e-6);
    }
}

void TurningMapsTest::placesComeBackOnEveryMap()
{
    QVERIFY(rc::check("there and back", [] {
        const Projection projection = anyProjection();
        const GeoPosition place = anyPlace(84.9);
        if (!projection.shows(place)) return;
        const QPointF point = projection.forward(place);
        RC_ASSERT(projection.covers(point * (1 - 1e-9)));
        // At its very edge the globe is seen edge-on.
        const bool isEdge = projection.kind() == ProjectionKind::Globe && std::hypot(point.x(), point.y()) > 57.29;
        RC_ASSERT(metersBetween(projection.inverse(point), place) < (isEdge ? 50e3 : 0.01));
    }));
}

void TurningMapsTest::whatIsBehindTheGlobeIsNotShown()
{
    QVERIFY(rc::check("a quarter of a turn is the horizon", [] {
        const GeoPosition middle = anyPlace();
        const GeoPosition place = anyPlace();
        const Projection globe(ProjectionKind::Globe, middle);
        const double cosine = std::sin(middle.latitude * kDegree) * std::sin(place.latitude * kDegree)
            + std::cos(middle.latitude * kDegree) * std::cos(place.latitude * kDegree) * std::cos((place.longitude - middle.longitude) * kDegree);
        if (std::abs(cosine) > 1e-9) RC_ASSERT(globe.shows(place) == (cosine > 0));
    }));
}

void TurningMapsTest::aMapTurnsToWhereItIsAsked()
{
    QVERIFY(rc::check("the place is under the point", [] {
        const Projection from(*rc::gen::element(ProjectionKind::EqualEarth, ProjectionKind::Globe), anyPlace(60.0));
        const QPointF held(between(-20, 20), between(-20, 20));
        const GeoPosition place = from.inverse(held);
        const QPointF wanted = held + QPointF(between(-5, 5), from.kind() == ProjectionKind::Globe ? between(-5, 5) : 0.0);
        const Projection turned = from.turnedFor(place, wanted);
        RC_ASSERT(turned.shows(place));
        const QPointF gap = turned.forward(place) - wanted;
        // Near the axis, or with the pole beyond the middle, north cannot stay up: then the map comes as near as it goes.
        const bool isFree = std::cos(place.latitude * kDegree) * 57.3 > std::abs(wanted.x()) + 1 && std::abs(turned.middle().latitude) < 89.9;
        if (isFree) RC_ASSERT(std::hypot(gap.x(), gap.y()) < 1e-6);
    }));
}

void TurningMapsTest::zoomKeepsThePlaceUnderThePointer()
{
    QVERIFY(rc::check("the same place before and after", [] {
        const Projection projection(*rc::gen::elementOf(kKinds), anyPlace(50.0));
        Camera camera;
        camera.size = {1000, 700};
        camera.scale = between(8.0, 40.0);
        const MapView view = MapView{projection, camera}.lookingAt(anyPlace(40.0));
        const QPointF pointer(between(420, 580), between(280, 420));
        const GeoPosition place = view.projection.inverse(view.camera.toMap(pointer));
        const MapView zoomed = view.zoomed(pointer, between(1.0, 3.0));
        const GeoPosition after = zoomed.projection.inverse(zoomed.camera.toMap(pointer));
        RC_ASSERT(metersBetween(place, after) < 1.0);
    }));
}

void TurningMapsTest::geodesicsAreContinuousButForTheEdge()
{
    QVERIFY(rc::check("stretches join", [] {
        const Projection projection = anyProjection();
        const GeoPosition from = anyPlace(75.0);
        const GeoPosition to = anyPlace(75.0);
        const auto stretches = geodesicStretches(from, to, projection);
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            const MapStretch& stretch = stretches[i];
            RC_ASSERT(stretch.points.size() == static_cast<qsizetype>(stretch.shares.size()));
            RC_ASSERT(std::is_sorted(stretch.shares.begin(), stretch.shares.end()));
            for (qsizetype k = 1; k < stretch.points.size(); ++k) {
                const GeoPosition a = projection.inverse(stretch.points[k - 1]);
                const GeoPosition b = projection.inverse(stretch.points[k]);
                const bool isBeyondMercator = std::abs(a.latitude) > 84.0 || std::abs(b.latitude) > 84.0;
                const bool isEdge = projection.kind() == ProjectionKind::Globe
                    && std::max(std::hypot(stretch.points[k].x(), stretch.points[k].y()),
                                std::hypot(stretch.points[k - 1].x(), stretch.points[k - 1].y())) > 57.2;
                if (!isBeyondMercator && !isEdge) RC_ASSERT(metersBetween(a, b) < 200e3);
            }
            if (i > 0 && projection.kind() == ProjectionKind::EqualEarth) RC_ASSERT(stretch.shares.front() == stretches[i - 1].shares.back());
        }
        if (!projection.turns()) RC_ASSERT(stretches.size() == 1u);
        const bool isWhole = projection.shows(from) && projection.shows(to);
        if (isWhole) RC_ASSERT(stretches.front().shares.front() == 0.0 && stretches.back().shares.back() == 1.0);
        if (projection.kind() == ProjectionKind::Globe && !projection.shows(from) && !stretches.empty()) {
            const QPointF edge = stretches.front().points.front();
            RC_ASSERT(std::abs(std::hypot(edge.x(), edge.y()) - 180 / std::numbers::pi) < 1e-6);
        }
    }));
}

void TurningMapsTest::lineAcrossTheEdgeOfEqualEarthGoesOnAtTheOtherSide()
{
    const Projection world(ProjectionKind::EqualEarth, {0, 0});
    const auto parts = geodesicStretches({-18.14, 178.44}, {-13.83, -171.77}, world);
    QCOMPARE(parts.size(), std::size_t(2));
    const QPointF leaves = parts[0].points.last();
    const QPointF returns = parts[1].points.first();
    QVERIFY(std::abs(leaves.x() + returns.x()) < 1e-9 && leaves.x() > 140);
    QCOMPARE(leaves.y(), returns.y());
    QCOMPARE(geodesicStretches({-18.14, 178.44}, {-13.83, -171.77}, world.turnedTo({0, 180})).size(), std::size_t(1));
}

void TurningMapsTest::lineOverThePoleIsStraightOnTheGlobe()
{
    const auto parts = geodesicStretches({70, -30}, {70, 150}, Projection(ProjectionKind::Globe, {90, 0}));
    QCOMPARE(parts.size(), std::size_t(1));
    const QPointF from = parts[0].points.first();
    const QPointF way = parts[0].points.last() - from;
    for (const QPointF& point : parts[0].points)
        QVERIFY(std::abs(way.x() * (point - from).y() - way.y() * (point - from).x()) < 1e-6);
    QVERIFY(std::hypot(parts[0].at(0.5).x(), parts[0].at(0.5).y()) < 1e-6);
}

void TurningMapsTest::landIsDrawnWhereItIs()
{
    QVERIFY(rc::check("inside the drawn land or outside", [] {
        const Projection projection = anyProjection();
        const GeoPosition place = anyPlace(84.0);
        const auto ground = groundAround(place);
        if (!ground || !projection.shows(place)) return;
        const QPointF point = projection.forward(place);
        if (projection.kind() == ProjectionKind::Globe && std::hypot(point.x(), point.y()) > 57.0) return;   // the limb is a polygon
        const ProjectedMap& map = projectedMap(MapLevel::Coarse, projection);
        bool isDrawn = isIn(map, point);
        if (projection.period() > 0)
            for (const double turn : {-360.0, 360.0}) isDrawn = isDrawn || isIn(map, point + QPointF(turn, 0));
        RC_ASSERT(isDrawn == *ground);
    }));
}

void TurningMapsTest::sitesAreHitWhereTheyArePainted()
{
    QVERIFY(rc::check("hit", [] {
        Network network;
        const GeoPosition place = anyPlace(84.0);
        const SiteId site = test::addNamed(network, QStringLiteral("Site"), SiteRole::Repeater, place.latitude, place.longitude);
        Camera camera;
        camera.size = {900, 600};
        camera.scale = between(2.0, 400.0);
        const MapView view = MapView{anyProjection(), camera}.lookingAt(anyPlace(80.0));
        const NetworkScene scene(network, view.projection);
        const SiteItem* item = scene.find(site);
        RC_ASSERT((item != nullptr) == view.projection.shows(place));
        if (!item) return;
        const QPointF painted = view.camera.nearestToScreen(item->point);
        const QPointF beside = painted + QPointF(between(-8, 8), between(-8, 8));
        RC_ASSERT(scene.siteAt(view.camera, beside) == site);
        RC_ASSERT(!scene.siteAt(view.camera, painted + QPointF(0, 13)).isValid());
        const bool isOnPage = QRectF(QPointF(), camera.size).contains(painted);
        const QRectF band(painted - QPointF(5, 5), QSizeF(10, 10));
        if (isOnPage) RC_ASSERT(scene.inside(view.camera, band, false).sites.contains(site));
    }));
}

void TurningMapsTest::hiddenSitesAreNeitherFoundNorCaught()
{
    const Network network = pacific();
    const NetworkScene scene(network, Projection(ProjectionKind::Globe, {-15, 180}));
    Camera camera;
    camera = camera.limited(scene.projection());
    QCOMPARE(scene.sites().size(), std::size_t(2));
    QCOMPARE(scene.links().size(), std::size_t(2));    // the far one is cut at the horizon
    const auto& cut = scene.links().rbegin()->second.stretches;
    QCOMPARE(cut.size(), std::size_t(1));
    QVERIFY(cut.front().shares.back() < 1.0);
    const ElementSet caught = scene.inside(camera, QRectF(QPointF(), camera.size), false);
    QCOMPARE(caught.sites.size(), std::size_t(2));
    QCOMPARE(caught.links.size(), std::size_t(1));
    QVERIFY(NetworkScene(network, Projection(ProjectionKind::Globe, {30, 10})).sites().size() == 1);
}

void TurningMapsTest::panToolTurnsTheGlobe()
{
    Canvas canvas;
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.setTool(ToolKind::Pan);
    const GeoPosition before = canvas.view.networkScene().projection().middle();
    canvas.drag({500, 350}, {560, 390});
    const GeoPosition after = canvas.view.networkScene().projection().middle();
    QVERIFY(after.longitude < before.longitude && after.latitude > before.latitude);
    QCOMPARE(canvas.session.undoStack().count(), 0);
    QVERIFY((QPointF(500, 350) - canvas.view.camera().toScreen({0, 0})).manhattanLength() < 1);
}

void TurningMapsTest::draggedSiteFollowsThePointer()
{
    Canvas canvas;
    canvas.view.setProjection(chosen());
    QTest::qWait(200);
    const QPoint from = canvas.at(canvas.delft);
    const QPoint way(90, 60);
    canvas.press(from);
    for (int i = 1; i <= 10; ++i) {
        canvas.moveTo(from + way * i / 10, Qt::ControlModifier);    // no city attracts it
        QVERIFY((canvas.at(canvas.delft) - from - way * i / 10).manhattanLength() <= 2);
    }
    canvas.release(from + way);
    QCOMPARE(canvas.session.undoStack().count(), 1);
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.position(canvas.delft), (GeoPosition{52.01, 4.36}));
}

void TurningMapsTest::hiddenSiteIsTurnedIntoView()
{
    Canvas canvas;
    canvas.open(pacific());
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.showElement(SiteId(1));
    QVERIFY(canvas.view.screenPosition(SiteId(1)).has_value());
    QVERIFY(!canvas.view.screenPosition(SiteId(3)).has_value());
    QVERIFY(canvas.view.elementAt(canvas.at(SiteId(1))) == ElementRef(SiteId(1)));
    canvas.view.showElement(SiteId(3));
    QVERIFY(canvas.view.screenPosition(SiteId(3)).has_value());
}

void TurningMapsTest::nothingIsPlacedBesideTheGlobe()
{
    Canvas canvas;
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.zoomBy(1e-3);
    canvas.view.setTool(ToolKind::PlaceSite);
    canvas.click({20, 20});
    QCOMPARE(canvas.session.undoStack().count(), 0);
    canvas.click({470, 300});
    QCOMPARE(canvas.session.undoStack().count(), 1);
}

void TurningMapsTest::fitShowsEverySiteOfAWorldwideDesign()
{
    Canvas canvas;
    Network network = pacific();
    test::addNamed(network, QStringLiteral("Cape Town"), SiteRole::Processor, -33.92, 18.42);
    canvas.open(std::move(network));
    canvas.view.setProjection(chosen());
    canvas.view.fitAll();
    const QRectF page(canvas.view.viewport()->rect());
    for (const auto& [id, site] : canvas.view.networkScene().sites()) QVERIFY(page.contains(canvas.at(id)));
    if (chosen() == ProjectionKind::EqualEarth) QCOMPARE(canvas.view.networkScene().sites().size(), std::size_t(4));
}

void TurningMapsTest::fitOfARegionComesNear()
{
    Canvas canvas;
    canvas.view.setProjection(chosen());
    canvas.view.fitAll();
    QVERIFY(canvas.view.camera().scale > 20);
    const QRectF page(canvas.view.viewport()->rect());
    for (const auto& [id, site] : canvas.view.networkScene().sites()) QVERIFY(page.contains(canvas.at(id)));
}

void TurningMapsTest::fitOfOneSiteOnTheGlobeComesNear()
{
    Canvas canvas;
    canvas.open(pacific());
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.session.select(SiteId(3));
    canvas.view.fitSelection();
    QVERIFY(canvas.view.camera().scale > 500);
    QVERIFY((canvas.at(SiteId(3)) - canvas.view.viewport()->rect().center()).manhattanLength() <= 2);
}

void TurningMapsTest::colorsStayWhenTheGlobeIsTurned()
{
    Canvas canvas;
    QTRY_VERIFY(canvas.view.networkScene().find(canvas.west)->style != LinkStyle());
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.panBy({40, 10});
    QVERIFY(canvas.view.networkScene().find(canvas.west)->style != LinkStyle());
}

BELLWEAVE_TEST(TurningMapsTest)
#include "turning_maps_test.moc"
