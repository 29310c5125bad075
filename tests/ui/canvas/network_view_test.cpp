// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/overlays.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QAccessible>
#include <QToolButton>
#include <QWheelEvent>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class NetworkViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySiteIsInViewAfterOpening();
    void wheelZoomKeepsThePlaceUnderThePointer();
    void shiftWheelPansSideways();
    void keysZoomFitAndPan();
    void linkAcrossTheAntimeridianIsHitOnBothSidesOfTheSeam();
    void fitAcrossTheAntimeridianTakesTheShortWay();
    void parallelLinksAreHitApart();
    void projectionKeepsTheMiddle();
    void sitesWithoutPositionAreCountedAndSelected();
    void undoMovesTheSiteBackOnTheMap();
    void assistiveTechnologySeesSitesAndLinks();

private:
    static void wheel(Canvas& canvas, QPoint place, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    test::TestSettings m_settings;
};

void NetworkViewTest::wheel(Canvas& canvas, QPoint place, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(place, canvas.view.viewport()->mapToGlobal(place), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas.view.viewport(), &event);
}

void NetworkViewTest::everySiteIsInViewAfterOpening()
{
    Canvas canvas;
    for (const auto& [id, site] : canvas.view.networkScene().sites()) QVERIFY(canvas.view.viewport()->rect().contains(canvas.at(id)));
}

void NetworkViewTest::wheelZoomKeepsThePlaceUnderThePointer()
{
    Canvas canvas;
    const QPoint pointer(730, 210);
    const QPointF place = canvas.view.camera().toMap(pointer);
    const double scale = canvas.view.camera().scale;
    wheel(canvas, pointer, {0, 240});
    QVERIFY(std::abs(canvas.view.camera().scale / scale - 1.44) < 1e-9);
    QVERIFY(QLineF(canvas.view.camera().toScreen(place), pointer).length() < 0.01);
    wheel(canvas, pointer, {0, -240});
    QVERIFY(std::abs(canvas.view.camera().scale / scale - 1.0) < 1e-9);
}

void NetworkViewTest::shiftWheelPansSideways()
{
    Canvas canvas;
    const QPoint before = canvas.at(canvas.cologne);
    wheel(canvas, {400, 300}, {0, 120}, Qt::ShiftModifier);
    QVERIFY(canvas.at(canvas.cologne).x() > before.x() + 20);
    QCOMPARE(canvas.at(canvas.cologne).y(), before.y());
}

void NetworkViewTest::keysZoomFitAndPan()
{
    Canvas canvas;
    const Camera start = canvas.view.camera();
    canvas.key(Qt::Key_Plus);
    QVERIFY(std::abs(canvas.view.camera().scale / start.scale - 1.2) < 1e-9);
    canvas.key(Qt::Key_Left);
    QVERIFY(canvas.view.camera().center.x() < start.center.x());
    canvas.key(Qt::Key_0);
    QCOMPARE(canvas.view.camera().scale, start.scale);
    canvas.session.select(canvas.west);
    canvas.key(Qt::Key_1);
    QVERIFY(canvas.view.camera().scale > start.scale * 1.5);
}

void NetworkViewTest::linkAcrossTheAntimeridianIsHitOnBothSidesOfTheSeam()
{
    Canvas canvas;
    Network network;
    const SiteId suva = test::addNamed(network, QStringLiteral("Suva"), SiteRole::Processor, -18.14, 178.44);
    const SiteId apia = test::addNamed(network, QStringLiteral("Apia"), SiteRole::Processor, -13.83, -171.77);
    const LinkId link = test::addLink(network, suva, apia);
    canvas.open(network);
    const NetworkScene& scene = canvas.view.networkScene();
    for (const double center : {-179.5, 179.5, -150.0, 150.0}) {
        Camera camera = canvas.view.camera();
        camera.center = {center, scene.find(link)->bounds.center().y()};
        camera.scale = 10;
        canvas.view.setCamera(camera);
        canvas.click(canvas.at(link));
        QCOMPARE(canvas.session.currentElement(), ElementRef(link));
        canvas.click(canvas.at(apia));
        QCOMPARE(canvas.session.currentElement(), ElementRef(apia));
        canvas.click(canvas.at(suva));
        QCOMPARE(canvas.session.currentElement(), ElementRef(suva));
    }
}

void NetworkViewTest::fitAcrossTheAntimeridianTakesTheShortWay()
{
    Canvas canvas;
    Network network;
    test::addNamed(network, QStringLiteral("Suva"), SiteRole::Processor, -18.14, 178.44);
    test::addNamed(network, QStringLiteral("Apia"), SiteRole::Processor, -13.83, -171.77);
    canvas.open(network);
    QVERIFY(std::abs(canvas.view.networkScene().bounds().width() - 9.79) < 1e-9);
    QVERIFY(canvas.view.camera().scale > 50);
}

void NetworkViewTest::parallelLinksAreHitApart()
{
    Canvas canvas;
    Network network = canvas.network();
    const LinkId second = test::addLink(network, canvas.vienna, canvas.cologne);
    canvas.open(network);
    std::set<LinkId> found;
    for (int shift = -12; shift <= 12; ++shift)
        for (const ElementRef& hit : canvas.view.networkScene().hits(canvas.view.camera(), canvas.at(canvas.east) + QPoint(0, shift))) {
            found.insert(std::get<LinkId>(hit));
            break;
        }
    QCOMPARE(found, (std::set<LinkId>{canvas.east, second}));
}

void NetworkViewTest::projectionKeepsTheMiddle()
{
    Canvas canvas;
    const GeoPosition before = canvas.view.networkScene().projection().inverse(canvas.view.camera().center);
    canvas.view.setProjection(ProjectionKind::Equirectangular);
    const GeoPosition after = canvas.view.networkScene().projection().inverse(canvas.view.camera().center);
    QVERIFY(std::abs(before.latitude - after.latitude) < 1e-9);
    QVERIFY(std::abs(before.longitude - after.longitude) < 1e-9);
    canvas.click(canvas.at(canvas.geneva));
    QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.geneva));
}

void NetworkViewTest::sitesWithoutPositionAreCountedAndSelected()
{
    Canvas canvas;
    Network network = canvas.network();
    Site lost;
    lost.id = network.sites.nextId();
    lost.key = QStringLiteral("lost");
    network.sites.put(lost);
    canvas.open(network);
    auto* chip = canvas.view.findChild<QToolButton*>(QStringLiteral("unplacedSites"));
    QVERIFY(chip && chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(canvas.session.selection().sites, std::set<SiteId>{lost.id});
    QVERIFY(!canvas.view.networkScene().find(lost.id));
}

void NetworkViewTest::undoMovesTheSiteBackOnTheMap()
{
    Canvas canvas;
    const QPoint before = canvas.at(canvas.delft);
    canvas.drag(before, before + QPoint(70, 20));
    canvas.session.undoStack().undo();
    QCOMPARE(canvas.at(canvas.delft), before);
}

void NetworkViewTest::assistiveTechnologySeesSitesAndLinks()
{
    Canvas canvas;
    QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&canvas.view);
    QVERIFY(map);
    QCOMPARE(map->role(), QAccessible::List);
    QCOMPARE(map->childCount(), 6);
    const QString name = map->child(1)->text(QAccessible::Name);
    QVERIFY2(name.startsWith(QStringLiteral("Repeater Cologne, ")), qPrintable(name));
    QVERIFY2(name.contains(QStringLiteral("2 link")), qPrintable(name));
    QVERIFY(map->child(4)->text(QAccessible::Name).startsWith(QStringLiteral("Fiber Delft – Cologne")));
    QCOMPARE(map->indexOfChild(map->child(4)), 4);
    canvas.session.select(canvas.cologne);
    QVERIFY(map->child(1)->state().selected);
    QVERIFY(!map->child(0)->state().selected);
    QCOMPARE(map->focusChild(), map->child(1));
    QVERIFY(map->child(1)->rect().contains(canvas.view.viewport()->mapToGlobal(canvas.at(canvas.cologne))));
}

BELLWEAVE_TEST(NetworkViewTest)
#include "network_view_test.moc"
