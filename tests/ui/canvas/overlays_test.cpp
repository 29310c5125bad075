// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "tests/support/test_program.h"

#include "ui/canvas/legend.h"
#include "ui/canvas/overlay_places.h"
#include "ui/canvas/overview_map.h"
#include "ui/canvas/zoom_control.h"
#include "ui/frame/map_actions.h"
#include "ui/session/actions.h"

#include <QMenu>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class OverlaysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.clear(); }

    void eachOverlayIsHiddenByItsActionAndRemembered_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("overlay");
        const std::pair<ActionId, Overlay> rows[] = {{ActionId::ShowLegend, Overlay::Legend}, {ActionId::ShowScaleBar, Overlay::ScaleBar},
                                                     {ActionId::ShowZoomButtons, Overlay::ZoomButtons}, {ActionId::ShowCallout, Overlay::Callout}};
        for (const auto& [id, overlay] : rows)
            QTest::newRow(qPrintable(Actions()[id]->text())) << static_cast<int>(id) << static_cast<int>(overlay);
    }
    void eachOverlayIsHiddenByItsActionAndRemembered()
    {
        QFETCH(int, action);
        QFETCH(int, overlay);
        Actions actions;
        Canvas canvas;
        connectMapActions(canvas.view, actions);
        QAction* show = actions[static_cast<ActionId>(action)];
        QVERIFY(show->isChecked());
        show->trigger();
        QVERIFY(!canvas.view.isOverlayShown(static_cast<Overlay>(overlay)));
        Actions later;
        Canvas again;
        connectMapActions(again.view, later);
        QVERIFY(!again.view.isOverlayShown(static_cast<Overlay>(overlay)));
        QVERIFY(!later[static_cast<ActionId>(action)]->isChecked());
    }

    void hiddenOverlaysAreNotOnTheMap()
    {
        Canvas canvas;
        QVERIFY(hasText(canvas, QStringLiteral(" km")));
        canvas.view.setOverlayShown(Overlay::ScaleBar, false);
        QVERIFY(!hasText(canvas, QStringLiteral(" km")));
        canvas.view.setOverlayShown(Overlay::Legend, false);
        QVERIFY(!canvas.view.findChild<Legend*>()->isVisible());
        canvas.view.setOverlayShown(Overlay::ZoomButtons, false);
        QVERIFY(!canvas.view.findChild<ZoomControl*>()->isVisible());
    }

    void overviewNeedsRoomOrAWish()
    {
        Canvas canvas;
        auto* overview = canvas.view.findChild<OverviewMap*>();
        QVERIFY(!overview->isVisible());
        canvas.view.resize(1500, 800);
        QTRY_VERIFY(overview->isVisible());
        canvas.view.setOverlayShown(Overlay::Overview, false);
        QVERIFY(!overview->isVisible());
        canvas.view.resize(1000, 700);
        canvas.view.setOverlayShown(Overlay::Overview, true);
        QVERIFY(overview->isVisible());
    }

    void outlineIsAroundWhatIsSeen_data() { kinds(); }
    void outlineIsAroundWhatIsSeen()
    {
        Canvas canvas;
        OverviewMap& overview = shown(canvas);
        const QPolygonF outline = overview.outline();
        QVERIFY(QRectF(overview.rect()).adjusted(-1, -1, 1, 1).contains(outline.boundingRect()));
        for (const SiteId site : {canvas.delft, canvas.vienna, canvas.geneva})
            QVERIFY(outline.containsPoint(overview.pointOf(canvas.position(site)), Qt::OddEvenFill));
        QVERIFY(!outline.containsPoint(overview.pointOf({-33.9, 18.4}), Qt::OddEvenFill));
    }

    void draggingTheOutlineMovesTheMap_data() { kinds(); }
    void draggingTheOutlineMovesTheMap()
    {
        Canvas canvas;
        OverviewMap& overview = shown(canvas);
        const auto middle = [&] { return canvas.view.networkScene().projection().inverse(canvas.view.camera().center); };
        const GeoPosition before = middle();
        const QPoint from = overview.pointOf(before).toPoint();
        QTest::mousePress(&overview, Qt::LeftButton, {}, from);
        const QPoint to = from + QPoint(12, 5);
        QMouseEvent move(QEvent::MouseMove, to, overview.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&overview, &move);
        QTest::mouseRelease(&overview, Qt::LeftButton, {}, to);
        QVERIFY(middle().longitude > before.longitude + 1.0);
        QVERIFY(middle().latitude < before.latitude - 0.5);
        QCOMPARE(canvas.session.undoStack().count(), 0);
    }

    void overviewStaysStillForSmallMoves()
    {
        Canvas canvas;
        OverviewMap& overview = shown(canvas);
        const QPointF delft = overview.pointOf(canvas.position(canvas.delft));
        canvas.view.panBy({30, 20});
        (void)overview.grab();
        QCOMPARE(overview.pointOf(canvas.position(canvas.delft)), delft);
        canvas.view.panBy({3000, 0});
        (void)overview.grab();
        QVERIFY(overview.pointOf(canvas.position(canvas.delft)) != delft);
    }

    void fitLeavesNoSiteBelowAnOverlay()
    {
        Canvas canvas;
        canvas.view.resize(1500, 800);
        QTest::qWait(50);
        canvas.view.fitAll();
        for (const auto& [id, site] : canvas.view.networkScene().sites())
            for (const QWidget* overlay : {static_cast<QWidget*>(canvas.view.findChild<Legend*>()),
                                           static_cast<QWidget*>(canvas.view.findChild<OverviewMap*>())})
                QVERIFY(!overlay->geometry().contains(canvas.at(id)));
    }

    void eachOverlayIsDraggedToAnyCornerAsOneStep_data() { overlays(); }
    void eachOverlayIsDraggedToAnyCornerAsOneStep()
    {
        QFETCH(QString, name);
        QFETCH(QPoint, grip);
        Canvas canvas;
        canvas.view.setOverlayShown(Overlay::Overview, true);
        auto* overlay = canvas.view.findChild<QWidget*>(name);
        QVERIFY(overlay && overlay->isVisible());
        const QSize page = canvas.view.viewport()->size();
        const QPoint corners[] = {{30, 30}, {page.width() - 30, page.height() - 30}, {page.width() - 30, 30}, {30, page.height() - 30}};
        int steps = 0;
        for (const QPoint& corner : corners) {
            const MapSettings before = canvas.network().general().map;
            const bool wasThere = nearestCorner(overlay->geometry().center(), page) == nearestCorner(corner, page);
            dragOverlay(overlay, grip, corner);
            steps += !wasThere;
            QCOMPARE(canvas.session.undoStack().count(), steps);
            QVERIFY((canvas.network().general().map == before) == wasThere);
            QCOMPARE(nearestCorner(overlay->geometry().center(), page), nearestCorner(corner, page));
            QVERIFY(areApart(canvas));
        }
        QVERIFY(!canvas.view.findChild<QWidget*>(QStringLiteral("legendPopover")));    // a drag is no click
        while (canvas.session.undoStack().canUndo()) canvas.session.undoStack().undo();
        QCOMPARE(canvas.network().general().map, MapSettings());
    }

    void escapePutsADraggedOverlayBack()
    {
        Canvas canvas;
        auto* legend = canvas.view.findChild<Legend*>();
        const QRect place = legend->geometry();
        QTest::mousePress(legend, Qt::LeftButton, {}, {20, 20});
        moveOn(legend, {20, 20}, {40, 40});
        QVERIFY(legend->geometry() != place);
        canvas.key(Qt::Key_Escape);
        QCOMPARE(legend->geometry(), place);
        QTest::mouseRelease(legend, Qt::LeftButton, {}, {20, 20});
        QCOMPARE(canvas.session.undoStack().count(), 0);
        QVERIFY(!canvas.view.findChild<QWidget*>(QStringLiteral("legendPopover")));
    }

    void overlaysInOneCornerStandApartWhateverTheSize()
    {
        for (const QSizeF page : {QSizeF(420, 300), QSizeF(640, 300), QSizeF(780, 420), QSizeF(1600, 1000)})
            for (int code = 0; code < 256; ++code) {
                const auto corner = [code](int place) { return static_cast<Corner>(code >> (2 * place) & 3); };
                MapSettings map;
                map.legend = corner(0);
                map.scaleBar = corner(1);
                map.zoomButtons = corner(2);
                map.overview = corner(3);
                const OverlayPlaces places = overlayPlaces(page, {kOverlays.begin(), kOverlays.end()}, map, {QRectF(12, page.height() - 36, 160, 24)});
                QCOMPARE(places.size(), std::size_t(4));
                if (page.width() < 500) continue;    // no room for all
                for (const auto& [overlay, box] : places) {
                    QVERIFY(QRectF(QPointF(), page).contains(box));
                    for (const auto& [other, otherBox] : places) QVERIFY(overlay == other || !box.intersects(otherBox));
                }
            }
    }

    void labelsNeverStandOnOverlaysThatWereMoved()
    {
        Canvas canvas;
        canvas.view.setOverlayShown(Overlay::Overview, true);
        for (const Corner corner : {Corner::TopLeft, Corner::TopRight, Corner::BottomLeft, Corner::BottomRight}) {
            for (const Overlay overlay : {Overlay::Legend, Overlay::ScaleBar, Overlay::ZoomButtons, Overlay::Overview})
                canvas.view.moveOverlay(overlay, corner);
            QTRY_VERIFY(!canvas.view.isMoving());
            QTest::qWait(250);
            (void)canvas.view.viewport()->grab();
            for (const QRectF& label : canvas.view.labelBoxes())
                for (const QRectF& box : canvas.view.overlayBoxes()) QVERIFY(!label.intersects(box));
            QVERIFY(areApart(canvas));
        }
    }

    void submenusHoldTheirActions()
    {
        Actions actions;
        QMenu menu;
        actions.fill(menu, ActionMenu::View);
        QMap<QString, qsizetype> sizes;
        for (const QAction* entry : menu.actions())
            if (entry->menu()) sizes[withoutMarks(entry->text())] = entry->menu()->actions().size();
        const QMap<QString, qsizetype> expected{{QStringLiteral("Color Links By"), 5}, {QStringLiteral("Overlays"), 5},
                                                {QStringLiteral("Text Size"), 3}, {QStringLiteral("Density"), 3}};
        QCOMPARE(sizes, expected);
    }

private:
    test::TestSettings m_settings;

    static void overlays()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QPoint>("grip");
        QTest::newRow("legend") << QStringLiteral("legend") << QPoint(40, 40);
        QTest::newRow("scale bar") << QStringLiteral("scaleBar") << QPoint(10, 10);
        QTest::newRow("zoom buttons") << QStringLiteral("zoomControl") << QPoint(15, 15);
        QTest::newRow("overview") << QStringLiteral("overview") << QPoint(164, 12);
    }
    /// What lies under a point of a widget, as the mouse finds it.
    static QWidget* under(QWidget* widget, QPoint place)
    {
        QWidget* child = widget->childAt(place);
        return child ? child : widget;
    }
    static void moveOn(QWidget* target, QPoint place, QPoint way)
    {
        const QPointF global = target->mapToGlobal(place) + way;
        QMouseEvent event(QEvent::MouseMove, target->mapFromGlobal(global), global, Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    static void dragOverlay(QWidget* overlay, QPoint grip, QPoint corner)
    {
        QWidget* target = under(overlay, grip);
        const QPoint place = target->mapFrom(overlay, grip);
        const QPoint way = corner - (overlay->pos() + grip);
        QTest::mousePress(target, Qt::LeftButton, {}, place);
        // The widget moves along: what remains of the way shrinks.
        const QPoint start = overlay->pos();
        for (int i = 1; i <= 10; ++i) moveOn(target, place, way * i / 10 - (overlay->pos() - start));
        QTest::mouseRelease(target, Qt::LeftButton, {}, place);
    }
    static bool areApart(const Canvas& canvas)
    {
        const auto boxes = canvas.view.standingBoxes();
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (boxes[i].intersects(boxes[j])) return false;
        return boxes.size() == 4;
    }

    static void kinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("Mercator") << static_cast<int>(ProjectionKind::Mercator);
        QTest::newRow("equirectangular") << static_cast<int>(ProjectionKind::Equirectangular);
        QTest::newRow("Equal Earth") << static_cast<int>(ProjectionKind::EqualEarth);
        QTest::newRow("globe") << static_cast<int>(ProjectionKind::Globe);
    }
    static OverviewMap& shown(Canvas& canvas)
    {
        if (QTest::currentDataTag()) {
            const int kind = *static_cast<int*>(QTest::qData("kind", QMetaType::Int));
            canvas.view.setProjection(static_cast<ProjectionKind>(kind));
            canvas.view.fitAll();
        }
        canvas.view.setOverlayShown(Overlay::Overview, true);
        auto* overview = canvas.view.findChild<OverviewMap*>();
        (void)overview->grab();
        return *overview;
    }
    static bool hasText(Canvas& canvas, const QString& part)
    {
        const auto texts = test::paintedTexts(*canvas.view.viewport());
        return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return text.text.contains(part); });
    }
};

BELLWEAVE_TEST(OverlaysTest)
#include "overlays_test.moc"
