// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pole_stop.h"
#include "tests/support/test_program.h"

#include "tests/ui/canvas/canvas_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class PoleStopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void turningUpwardsEndsAtThePole();
    void aDragBeyondAPoleWaitsThereAndSaysWhy_data();
    void aDragBeyondAPoleWaitsThereAndSaysWhy();
    void anArrowKeyAtThePoleSaysWhyNothingTurns();
};

void PoleStopTest::turningUpwardsEndsAtThePole()
{
    MapView view = MapView{Projection(ProjectionKind::Globe, {80, 10}), Camera()}.settled();
    for (int i = 0; i < 50; ++i) view = MapView{view.projection, view.camera.panned({0, 20})}.settled();
    QCOMPARE(view.projection.middle(), (GeoPosition{90, 10}));
    QCOMPARE(view.camera.center, QPointF(0, 0));
}

void PoleStopTest::aDragBeyondAPoleWaitsThereAndSaysWhy_data()
{
    QTest::addColumn<double>("pole");
    QTest::newRow("north") << 90.0;
    QTest::newRow("south") << -90.0;
}

void PoleStopTest::aDragBeyondAPoleWaitsThereAndSaysWhy()
{
    QFETCH(double, pole);
    Canvas canvas;
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.centerOn({pole * 8 / 9, 10});
    canvas.view.setTool(ToolKind::Pan);
    QSignalSpy noticed(&canvas.session, &Session::noticed);
    const auto middle = [&] { return canvas.view.networkScene().projection().middle(); };
    const int way = pole > 0 ? 1 : -1;
    const int toPole = qRound(10 * canvas.view.camera().scale);
    const QPoint start(500, 350);
    canvas.press(start);
    canvas.moveTo(start + QPoint(0, way * (toPole + 10)));
    QCOMPARE(middle().latitude, pole);
    QCOMPARE(noticed.count(), 0);    // a slip of the hand needs no words
    canvas.moveTo(start + QPoint(0, way * (toPole + 200)));
    canvas.moveTo(start + QPoint(0, way * (toPole + 300)));
    QCOMPARE(middle(), (GeoPosition{pole, middle().longitude}));
    QCOMPARE(noticed.count(), 1);
    canvas.moveTo(start + QPoint(0, way * (toPole + 20)));
    QCOMPARE(middle().latitude, pole);    // not before the pointer is where the globe stopped
    canvas.moveTo(start);
    QVERIFY(std::abs(middle().latitude - pole * 8 / 9) < 1e-6);    // held where it was taken
    canvas.release(start);
    QCOMPARE(canvas.session.undoStack().count(), 0);
}

void PoleStopTest::anArrowKeyAtThePoleSaysWhyNothingTurns()
{
    Canvas canvas;
    canvas.view.setProjection(ProjectionKind::Globe);
    canvas.view.centerOn({89.9, 0});
    QSignalSpy noticed(&canvas.session, &Session::noticed);
    canvas.key(Qt::Key_Up);
    QCOMPARE(canvas.view.networkScene().projection().middle().latitude, 90.0);
    QCOMPARE(noticed.count(), 0);
    canvas.key(Qt::Key_Up);
    QCOMPARE(noticed.count(), 1);
    canvas.key(Qt::Key_Down);
    QVERIFY(canvas.view.networkScene().projection().middle().latitude < 90.0);
}

BELLWEAVE_TEST(PoleStopTest)
#include "pole_stop_test.moc"
