// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_settings.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/canvas/canvas_fixture.h"

#include "ui/canvas/legend.h"
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

    void submenusHoldTheirActions()
    {
        Actions actions;
        QMenu menu;
        actions.fill(menu, ActionMenu::View);
        int submenus = 0;
        for (const QAction* entry : menu.actions())
            if (entry->menu()) {
                ++submenus;
                QCOMPARE(entry->menu()->actions().size(), qsizetype(5));
            }
        QCOMPARE(submenus, 2);
    }

private:
    test::TestSettings m_settings;

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

QTEST_MAIN(OverlaysTest)
#include "overlays_test.moc"
