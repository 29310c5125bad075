// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/graticule.h"
#include "ui/canvas/map_units.h"
#include "ui/canvas/overlays.h"
#include "ui/canvas/snap_choice.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class SnappingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.clear(); }

    void whatIsTurnedOffIsNotSnappedTo()
    {
        Canvas canvas;
        QVERIFY(snapsTo(SnapKind::Links) && !snapsTo(SnapKind::Graticule));
        chooseSnap(SnapKind::Links, false);
        chooseSnap(SnapKind::Cities, false);
        canvas.drag(canvas.at(canvas.geneva), canvas.at(canvas.east) + QPoint(0, 3));
        QCOMPARE(canvas.network().links.size(), std::size_t(2));
        chooseSnap(SnapKind::Links, true);
        canvas.session.undoStack().undo();
        canvas.drag(canvas.at(canvas.geneva), canvas.at(canvas.east) + QPoint(0, 3));
        QCOMPARE(canvas.network().links.size(), std::size_t(3));
        QCOMPARE(snapWords(), QStringLiteral("sites, links"));
    }

    void theGraticuleTakesADraggedSiteToItsCrossing()
    {
        Canvas canvas;
        chooseSnap(SnapKind::Cities, false);
        chooseSnap(SnapKind::Graticule, true);
        for (const ProjectionKind kind : {ProjectionKind::Mercator, ProjectionKind::Equirectangular, ProjectionKind::EqualEarth, ProjectionKind::Globe}) {
            canvas.view.setProjection(kind);
            const Projection& projection = canvas.view.networkScene().projection();
            const double step = graticuleStep(canvas.view.camera(), projection);
            const GeoPosition crossing{std::round(46.0 / step) * step, std::round(11.0 / step) * step};
            const QPoint near = canvas.view.camera().toScreen(projection.forward(crossing)).toPoint() + QPoint(4, -5);
            canvas.drag(canvas.at(canvas.geneva), near);
            QCOMPARE(positionText(canvas.position(canvas.geneva)), positionText(crossing));
            canvas.session.undoStack().undo();
        }
    }

    void distancesAndPositionsReadAsChosen()
    {
        QCOMPARE(distanceText(42_km), QStringLiteral("42 km"));
        QCOMPARE(positionText({48.2082, -16.3738}), QStringLiteral("48.208° N 16.374° W"));
        chooseDistanceUnit(DistanceUnit::Miles);
        chooseAngleFormat(AngleFormat::Sexagesimal);
        QCOMPARE(distanceText(1.609344_km * 26.2), QStringLiteral("26.2 mi"));
        QCOMPARE(distanceText(100_m), QStringLiteral("100 m"));
        QCOMPARE(positionText({48.2082, -16.3738}), QStringLiteral("48° 12′ 30″ N 16° 22′ 26″ W"));
        QCOMPARE(positionText({9.99999, 0.0}), QStringLiteral("10° 00′ 00″ N 0° 00′ 00″ E"));
        chooseDistanceUnit(DistanceUnit::NauticalMiles);
        QCOMPARE(distanceText(1852_m), QStringLiteral("1 nmi"));
    }

    void milesAndFeetAreUnderstoodInEveryField()
    {
        QCOMPARE(*parseQuantity(QStringLiteral("12 mi"), Dimension::Length), 12 * 1609.344);
        QCOMPARE(*parseQuantity(QStringLiteral("300 ft"), Dimension::Length), 300 * 0.3048);
        QCOMPARE(*parseQuantity(QStringLiteral("2 nmi"), Dimension::Length), 3704.0);
        QCOMPARE(formatQuantity(1609.344, Dimension::Length, 4), QStringLiteral("1.609 km"));
    }

private:
    TestSettings m_settings;
};

BELLWEAVE_TEST(SnappingTest)
#include "snapping_test.moc"
