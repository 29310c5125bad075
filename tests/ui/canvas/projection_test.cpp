// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/projection.h"
#include "tests/support/test_program.h"

#include "ui/canvas/camera.h"
#include "ui/canvas/map_line.h"

#include <QTest>
#include <numbers>

using namespace bellweave;
using namespace bellweave::ui;

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void forwardAndInverseCancel_data() { kinds(); }
    void forwardAndInverseCancel();
    void mercatorMakesTheWorldASquare();
    void mercatorAt45DegreesMatchesTheClosedForm();
    void polesAreDrawnAtTheEdgeOfMercator();
    void lineAcrossTheAntimeridianHasNoJump();
    void quarterOfTheEquatorIsStraight();
    void longitudesUnwrapToTheNearestTurn();
    void zoomKeepsThePlaceUnderThePointer();
    void fittedAreaIsWhollySeen();
    void somethingAtTheSeamIsSeenOnBothSides();

private:
    static void kinds();
};

void ProjectionTest::kinds()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("equirectangular") << static_cast<int>(ProjectionKind::Equirectangular);
    QTest::newRow("mercator") << static_cast<int>(ProjectionKind::Mercator);
}

void ProjectionTest::forwardAndInverseCancel()
{
    QFETCH(int, kind);
    const Projection projection(static_cast<ProjectionKind>(kind));
    for (double latitude = -84; latitude <= 84; latitude += 7)
        for (double longitude = -179; longitude <= 179; longitude += 13) {
            const GeoPosition back = projection.inverse(projection.forward({latitude, longitude}));
            QVERIFY(std::abs(back.latitude - latitude) < 1e-9);
            QVERIFY(std::abs(back.longitude - longitude) < 1e-9);
        }
}

void ProjectionTest::mercatorMakesTheWorldASquare()
{
    const QRectF world = Projection(ProjectionKind::Mercator).bounds();
    QVERIFY(std::abs(world.height() - 360.0) < 1e-6);
    QCOMPARE(Projection(ProjectionKind::Equirectangular).bounds(), QRectF(-180, -90, 360, 180));
}

void ProjectionTest::mercatorAt45DegreesMatchesTheClosedForm()
{
    // y = ln tan(pi/4 + phi/2)
    const double expected = std::log(std::tan(std::numbers::pi / 4 + std::numbers::pi / 8)) * 180 / std::numbers::pi;
    QVERIFY(std::abs(Projection(ProjectionKind::Mercator).forward({45, 0}).y() + expected) < 1e-12);
}

void ProjectionTest::polesAreDrawnAtTheEdgeOfMercator()
{
    const Projection projection(ProjectionKind::Mercator);
    QCOMPARE(projection.forward({90, 10}).y(), projection.bounds().top());
    QVERIFY(std::isfinite(projection.forward({-90, 10}).y()));
}

void ProjectionTest::lineAcrossTheAntimeridianHasNoJump()
{
    const QPolygonF line = geodesicStretches({-18.14, 178.44}, {-13.83, -171.77}, Projection()).front().points;
    QVERIFY(line.size() > 5);
    for (int i = 1; i < line.size(); ++i) QVERIFY(std::abs(line[i].x() - line[i - 1].x()) < 2.0);
    QVERIFY(std::abs(line.last().x() - 188.23) < 1e-6);
}

void ProjectionTest::quarterOfTheEquatorIsStraight()
{
    const QPolygonF line = geodesicStretches({0, -30}, {0, 60}, Projection(ProjectionKind::Equirectangular)).front().points;
    for (const QPointF& point : line) QVERIFY(std::abs(point.y()) < 1e-9);
    QVERIFY(std::abs(line[line.size() / 2].x() - (-30 + 90.0 * static_cast<double>(line.size() / 2) / static_cast<double>(line.size() - 1))) < 1e-6);
}

void ProjectionTest::longitudesUnwrapToTheNearestTurn()
{
    QCOMPARE(unwrapped(-179, 179), 181.0);
    QCOMPARE(unwrapped(179, -179), -181.0);
    QCOMPARE(unwrapped(10, 20), 10.0);
    QCOMPARE(unwrapped(730, 0), 10.0);
}

void ProjectionTest::zoomKeepsThePlaceUnderThePointer()
{
    const Camera camera{{10, -50}, 20.0, {900, 600}};
    const QPointF pointer(123, 456);
    const Camera zoomed = camera.zoomed(pointer, 3.7);
    QVERIFY(QLineF(zoomed.toScreen(camera.toMap(pointer)), pointer).length() < 1e-9);
}

void ProjectionTest::fittedAreaIsWhollySeen()
{
    const QRectF area(5, -60, 10, 12);
    const Camera camera = Camera{{}, 3, {900, 600}}.fitted(area, 40).limited(Projection());
    QVERIFY(camera.visible().contains(area));
    QVERIFY(area.height() * camera.scale > 500);
}

void ProjectionTest::somethingAtTheSeamIsSeenOnBothSides()
{
    const Camera atSeam{{-179, 0}, 20.0, {900, 600}};
    QCOMPARE(atSeam.turnsSeen(QRectF(178, -1, 10, 2)), std::vector<double>{-360.0});
    const Camera world{{0, 0}, 2.0, {800, 600}};
    QCOMPARE(world.turnsSeen(QRectF(178, -1, 10, 2)).size(), std::size_t(2));
}

BELLWEAVE_TEST(ProjectionTest)
#include "projection_test.moc"
