// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/session/preview.h"
#include "ui/canvas/flight.h"
#include "ui/canvas/legend.h"
#include "ui/canvas/overlays.h"
#include "ui/render/render.h"
#include "ui/style/motion.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

/// What the user wishes about motion, for the time of a test.
class MotionSetting {
public:
    explicit MotionSetting(bool reduced) { QSettings().setValue(kReducedMotionKey, reduced); }
    ~MotionSetting() { QSettings().remove(kReducedMotionKey); }
};

} // namespace

class NetworkViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void everySiteIsInViewAfterOpening();
    void wheelZoomKeepsThePlaceUnderThePointer();
    void shiftWheelPansSideways();
    void keysZoomFitAndPan();
    void linkAcrossTheAntimeridianIsHitOnBothSidesOfTheSeam();
    void fitAcrossTheAntimeridianTakesTheShortWay();
    void parallelLinksAreHitApart();
    void projectionKeepsTheMiddle();
    void labelsCoverNeitherEachOtherNorSymbols();
    void labelsKeepClearOfWhatAPreviewRings();
    void sitesWithoutPositionAreCountedAndSelected();
    void linksTakeColorAndWidthFromResults();
    void mapIsPaintedWithLandAndWater();
    void undoMovesTheSiteBackOnTheMap();
    void assistiveTechnologySeesSitesAndLinks();
    void pictureFilesAreWritten_data();
    void pictureFilesAreWritten();
    void unknownPictureFormatIsRefused();
    void lateNumbersDimLinksAndSitesInBothThemes();
    void aZoomStepLeadsThereAndAnotherContinuesFromItsGoal();
    void aPressOrAPanEndsTheWayWhereItIs();
    void stepsJumpWhereMotionIsReduced();
    void onTheWayOfAZoomThePlaceStaysUnderThePointer();

private:
    static void wheel(Canvas& canvas, QPoint place, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

private:
    QTemporaryDir m_settings;
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

void NetworkViewTest::labelsCoverNeitherEachOtherNorSymbols()
{
    Canvas canvas;
    Network network;
    for (int i = 0; i < 60; ++i)
        test::addNamed(network, QStringLiteral("Site %1").arg(i), i % 3 ? SiteRole::Repeater : SiteRole::Processor,
                       45 + (i * 37 % 100) * 0.05, 5 + (i * 61 % 100) * 0.09);
    canvas.open(network);
    QTest::qWait(250);
    canvas.view.grab();
    std::vector<QRectF> boxes = canvas.view.labelBoxes();
    QVERIFY2(boxes.size() > 30, qPrintable(QString::number(boxes.size())));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) QVERIFY(!boxes[i].intersects(boxes[k]));
        for (const auto& [id, site] : canvas.view.networkScene().sites())
            QVERIFY(!boxes[i].contains(canvas.view.camera().nearestToScreen(site.point)));
        QVERIFY(!boxes[i].intersects(canvas.view.findChild<Legend*>()->geometry()));
    }
}

void NetworkViewTest::labelsKeepClearOfWhatAPreviewRings()
{
    Canvas canvas;
    Patch patch;
    for (Site site : canvas.network().sites) {
        (site.processor ? site.processor->hardware : site.repeater->hardware).memory.slots = 7;
        patch.append(replaceSite(canvas.network(), site));
    }
    canvas.session.preview().show(patch, QStringLiteral("More qubits"));
    QTest::qWait(250);
    canvas.view.grab();
    const std::vector<QRectF> labels = canvas.view.labelBoxes();
    QVERIFY(labels.size() >= 4);
    constexpr double kRing = 17.0;
    for (const QRectF& label : labels)
        for (const SiteId site : {canvas.delft, canvas.cologne, canvas.vienna, canvas.geneva})
            QVERIFY(!label.intersects(QRectF(canvas.at(site), QSizeF()).adjusted(-kRing + 1, -kRing + 1, kRing - 1, kRing - 1)));
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

void NetworkViewTest::linksTakeColorAndWidthFromResults()
{
    engine::LinkResult result;
    const ColorScale scale = colorScale(LinkMeasure::Fidelity);
    QCOMPARE(linkStyle(nullptr, std::nullopt, scale).colorClass, LinkStyle::kGray);
    QCOMPARE(linkStyle(&result, std::nullopt, scale).colorClass, LinkStyle::kGray);
    result.available = true;
    result.rate = 30_Hz;
    result.state.weights = {0.96, 0.02, 0.01, 0.01};
    QCOMPARE(linkStyle(&result, 0.96, scale), (LinkStyle{4, 3.4}));
    QCOMPARE(linkColor(linkStyle(&result, 0.96, scale)), fidelityColor(0.96, kFidelityLimits));
}

void NetworkViewTest::mapIsPaintedWithLandAndWater()
{
    Canvas canvas;
    QTest::qWait(200);
    const QImage picture = canvas.view.viewport()->grab().toImage();
    const auto colorAt = [&](double latitude, double longitude) {
        const Camera& camera = canvas.view.camera();
        return picture.pixelColor(camera.toScreen(canvas.view.networkScene().projection().forward({latitude, longitude})).toPoint());
    };
    QCOMPARE(colorAt(49.3, 13.4), theme().land);
    QCOMPARE(colorAt(52.2, 3.6), theme().water);
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

void NetworkViewTest::pictureFilesAreWritten_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
}

void NetworkViewTest::pictureFilesAreWritten()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, beginning);
    Canvas canvas;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.") + suffix);
    QVERIFY(renderMap(canvas.network(), nullptr, path, {600, 400}, {}).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
}

void NetworkViewTest::unknownPictureFormatIsRefused()
{
    const auto drawn = renderMap(Network(), nullptr, QStringLiteral("map.bmp"), {600, 400}, {});
    QVERIFY(!drawn.has_value());
    QVERIFY(drawn.error().sentence.contains(QStringLiteral(".svg")));
    QVERIFY(!renderMap(Network(), nullptr, QStringLiteral("/nowhere/at/all/map.png"), {60, 40}, {}).has_value());
}

namespace {

/// How much darker or lighter two colors are than each other, summed over the channels.
int difference(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
}

/// The picture around a place of the map.
QImage around(const Canvas& canvas, QPoint place)
{
    return canvas.view.viewport()->grab(QRect(place - QPoint(16, 16), QSize(33, 33))).toImage().convertToFormat(QImage::Format_RGB32);
}

/// The share of what an image adds to its ground that is left in another one, over all points where it adds much.
double shareLeft(const QImage& whole, const QImage& dimmed, const QImage& ground)
{
    double before = 0, after = 0;
    for (int y = 0; y < whole.height(); ++y)
        for (int x = 0; x < whole.width(); ++x) {
            if (difference(whole.pixel(x, y), ground.pixel(x, y)) < 90) continue;
            before += difference(whole.pixel(x, y), ground.pixel(x, y));
            after += difference(dimmed.pixel(x, y), ground.pixel(x, y));
        }
    return before > 0 ? after / before : -1.0;
}

/// How many points have the color of text.
int darkPoints(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += difference(image.pixel(x, y), theme().text.rgb()) < 60;
    return count;
}

} // namespace

void NetworkViewTest::lateNumbersDimLinksAndSitesInBothThemes()
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(choice);
        Canvas canvas;
        QTRY_VERIFY(canvas.session.evaluation() && !canvas.session.isStale());
        QTRY_VERIFY(!canvas.view.isMoving());
        const QPoint site = canvas.at(canvas.geneva);
        const QPoint middle = canvas.at(canvas.east);
        const QImage siteBefore = around(canvas, site);
        const QImage linkBefore = around(canvas, middle);
        MapLayers layers = canvas.view.layers();
        layers[Layer::Sites].visible = layers[Layer::Links].visible = layers[Layer::Labels].visible = false;
        canvas.view.setLayers(layers);
        const QImage siteGround = around(canvas, site);
        layers[Layer::Sites].visible = layers[Layer::Links].visible = layers[Layer::Labels].visible = true;
        canvas.view.setLayers(layers);
        QVERIFY(darkPoints(linkBefore) == 0);
        // An edit whose answer does not come: the window's thread never lets it in.
        canvas.session.push(renameElement(canvas.network(), canvas.delft, QStringLiteral("Delft")), QString());
        canvas.session.push(renameElement(canvas.network(), canvas.delft, QStringLiteral("D")), QStringLiteral("Rename"));
        QVERIFY(canvas.session.isStale());
        QMetaObject::invokeMethod(&canvas.view, "showLateness");
        QVERIFY(std::abs(shareLeft(siteBefore, around(canvas, site), siteGround) - 0.42) < 0.06);
        QVERIFY(darkPoints(around(canvas, middle)) >= 3);
        QTRY_VERIFY(!canvas.session.isStale());
        QCOMPARE(darkPoints(around(canvas, middle)), 0);
    }
    applyTheme(ThemeChoice::Light);
}

void NetworkViewTest::aZoomStepLeadsThereAndAnotherContinuesFromItsGoal()
{
    const MotionSetting moving(false);
    Canvas canvas;
    const Camera start = canvas.view.camera();
    canvas.key(Qt::Key_Plus);
    QVERIFY(canvas.view.camera().scale < start.scale * 1.2);    // under way
    QVERIFY(canvas.view.isMoving());
    canvas.key(Qt::Key_Plus);
    canvas.key(Qt::Key_Plus);
    QTRY_VERIFY(std::abs(canvas.view.camera().scale / start.scale - 1.728) < 1e-9);
    QTRY_VERIFY(!canvas.view.isMoving());
    canvas.key(Qt::Key_0);
    QTRY_COMPARE(canvas.view.camera(), start);
}

void NetworkViewTest::aPressOrAPanEndsTheWayWhereItIs()
{
    const MotionSetting moving(false);
    Canvas canvas;
    const double scale = canvas.view.camera().scale;
    canvas.key(Qt::Key_Plus);
    canvas.press({20, 20});
    const Camera held = canvas.view.camera();
    QVERIFY(held.scale < scale * 1.2);
    QTest::qWait(200);
    QCOMPARE(canvas.view.camera(), held);
    canvas.release({20, 20});
    canvas.key(Qt::Key_Plus);
    canvas.view.panBy({10, 0});
    const Camera panned = canvas.view.camera();
    QTest::qWait(200);
    QCOMPARE(canvas.view.camera(), panned);
}

void NetworkViewTest::stepsJumpWhereMotionIsReduced()
{
    QVERIFY(reducedMotion());    // nobody sees this screen
    const MotionSetting still(true);
    Canvas canvas;
    const double scale = canvas.view.camera().scale;
    canvas.key(Qt::Key_Plus);
    QVERIFY(std::abs(canvas.view.camera().scale / scale - 1.2) < 1e-9);
}

void NetworkViewTest::onTheWayOfAZoomThePlaceStaysUnderThePointer()
{
    MapView from{Projection(ProjectionKind::Mercator), Camera{{10, -50}, 20.0}};
    const QPointF pointer(612, 95);
    const MapView goal = from.zoomed(pointer, 2.0);
    for (const double share : {0.0, 0.3, 0.5, 0.9, 1.0}) {
        const Camera camera = between(from, goal, share).camera;
        QVERIFY(QLineF(camera.toScreen(from.camera.toMap(pointer)), pointer).length() < 1e-6);
        QVERIFY(camera.scale >= 20.0 && camera.scale <= 40.0 + 1e-9);
    }
    // Across the antimeridian the short way is taken.
    from.camera.center = {179, 0};
    MapView beyond = from;
    beyond.camera.center = {-179, 0};
    QVERIFY(std::abs(between(from, beyond, 0.5).camera.center.x() - 180.0) < 1e-9);
}

QTEST_MAIN(NetworkViewTest)
#include "network_view_test.moc"
