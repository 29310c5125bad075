// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/lens.h"
#include "ui/canvas/legend.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

QWidget* pageOf(const Lens& lens) { return lens.view().viewport(); }
QPoint in(const Lens& lens, const ElementRef& element) { return lens.view().screenPosition(element).value().toPoint(); }

} // namespace

class LensTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickWithTheToolOpensALensThere()
    {
        Canvas canvas;
        canvas.key(Qt::Key_Z);
        QCOMPARE(canvas.view.toolKind(), ToolKind::Lens);
        canvas.click(canvas.at(canvas.cologne));
        QCOMPARE(canvas.view.lenses().all().size(), std::size_t(1));
        QCOMPARE(canvas.view.toolKind(), ToolKind::Select);
        Lens& lens = *canvas.view.lenses().all().front();
        QVERIFY(pageOf(lens)->rect().contains(in(lens, canvas.cologne)));
        QVERIFY(lens.view().metersPerPixel() < 0.7 * canvas.view.metersPerPixel());
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void aLensOpensBesideTheSites()
    {
        Canvas canvas;
        canvas.view.openLensAt(canvas.at(canvas.cologne));
        const QRect lens = canvas.view.lenses().all().front()->geometry();
        for (const SiteId site : {canvas.delft, canvas.cologne, canvas.vienna, canvas.geneva}) QVERIFY(!lens.contains(canvas.at(site)));
    }

    void aDragSetsWhatTheLensShows()
    {
        Canvas canvas;
        canvas.view.setTool(ToolKind::Lens);
        const QPoint corner = canvas.at(canvas.delft) - QPoint(20, 20);
        canvas.drag(corner, corner + QPoint(60, 50));
        const QPolygonF seen = canvas.view.lenses().all().front()->seenArea();
        QVERIFY(seen.boundingRect().adjusted(-2, -2, 2, 2).contains(QRectF(corner, QSize(60, 50))));
    }

    void theLensEditsTheSameDesign()
    {
        Canvas canvas;
        canvas.view.openLensAt(canvas.at(canvas.cologne));
        Lens& lens = *canvas.view.lenses().all().front();
        const GeoPosition before = canvas.position(canvas.cologne);
        const QPoint from = in(lens, canvas.cologne);
        QTest::mousePress(pageOf(lens), Qt::LeftButton, Qt::NoModifier, from);
        QCOMPARE(canvas.session.currentElement(), ElementRef(canvas.cologne));
        for (int i = 1; i <= 5; ++i) {
            const QPoint place = from + QPoint(6 * i, 4 * i);
            QMouseEvent event(QEvent::MouseMove, place, pageOf(lens)->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, Qt::ControlModifier);
            QApplication::sendEvent(pageOf(lens), &event);
        }
        QTest::mouseRelease(pageOf(lens), Qt::LeftButton, Qt::ControlModifier, from + QPoint(30, 20));
        QVERIFY(canvas.position(canvas.cologne).longitude > before.longitude);
        QCOMPARE(canvas.session.undoStack().count(), 1);
        canvas.session.undoStack().undo();
        QCOMPARE(canvas.position(canvas.cologne), before);
    }

    void theToolIsTheSameOnMapAndLens()
    {
        Canvas canvas;
        canvas.view.openLensAt(canvas.at(canvas.cologne));
        Lens& lens = *canvas.view.lenses().all().front();
        canvas.view.setTool(ToolKind::Link);
        QCOMPARE(lens.view().toolKind(), ToolKind::Link);
        lens.view().setTool(ToolKind::Measure);
        QCOMPARE(canvas.view.toolKind(), ToolKind::Measure);
    }

    void aLensZoomsAloneAndHasNoOverlays()
    {
        Canvas canvas;
        canvas.view.openLensAt(canvas.at(canvas.cologne));
        Lens& lens = *canvas.view.lenses().all().front();
        const double main = canvas.view.camera().scale;
        const double before = lens.view().camera().scale;
        lens.view().setFocus();
        QTest::keyClick(&lens.view(), Qt::Key_Plus);
        QVERIFY(lens.view().camera().scale > before);
        QCOMPARE(canvas.view.camera().scale, main);
        QVERIFY(!lens.view().findChild<Legend*>()->isVisible());
    }

    void threeAreTheMostAndEachCanBeClosed()
    {
        Canvas canvas;
        QSignalSpy notices(&canvas.session, &Session::noticed);
        for (int i = 0; i < 4; ++i) canvas.view.openLensAt(canvas.at(canvas.cologne) + QPoint(40 * i, 0));
        QCOMPARE(canvas.view.lenses().all().size(), std::size_t(3));
        QCOMPARE(notices.count(), 1);
        const auto boxes = canvas.view.lenses().boxes();
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) QVERIFY(!boxes[i].intersects(boxes[j]));
        QTest::mouseClick(canvas.view.lenses().all().front()->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(canvas.view.lenses().all().size(), std::size_t(2));
        canvas.session.open({}, {});
        QVERIFY(canvas.view.lenses().all().empty());
    }

    void aLensFollowsTheDesignAndHasNoLensOfItsOwn()
    {
        Canvas canvas;
        canvas.view.openLensAt(canvas.at(canvas.cologne));
        Lens& lens = *canvas.view.lenses().all().front();
        const QPoint before = in(lens, canvas.cologne);
        canvas.session.push(moveSites(canvas.network(), {{canvas.cologne, {50.9, 7.1}}}), QStringLiteral("move"));
        QVERIFY(in(lens, canvas.cologne) != before);
        lens.view().openLensAt({20, 20});
        QVERIFY(lens.view().lenses().all().empty());
    }
};

BELLWEAVE_TEST(LensTest)
#include "lens_test.moc"
