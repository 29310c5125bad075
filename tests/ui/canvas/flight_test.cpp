// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/flight.h"
#include "ui/style/motion.h"
#include "tests/support/test_program.h"

#include <QSettings>

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

class FlightTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aZoomStepLeadsThereAndAnotherContinuesFromItsGoal()
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

    void aPressOrAPanEndsTheWayWhereItIs()
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

    void stepsJumpWhereMotionIsReduced()
    {
        QVERIFY(reducedMotion());    // nobody sees this screen
        const MotionSetting still(true);
        Canvas canvas;
        const double scale = canvas.view.camera().scale;
        canvas.key(Qt::Key_Plus);
        QVERIFY(std::abs(canvas.view.camera().scale / scale - 1.2) < 1e-9);
    }

    void onTheWayOfAZoomThePlaceStaysUnderThePointer()
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

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(FlightTest)
#include "flight_test.moc"
