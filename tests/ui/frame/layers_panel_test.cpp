// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/layers_panel.h"
#include "tests/support/test_program.h"

#include "tests/support/test_settings.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/frame/side_tabs.h"
#include "ui/frame/network_dock.h"

#include <QLabel>
#include <QSettings>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

class LayersPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_settings.clear(); }

    void hiddenLinksAreNeitherPaintedNorPicked()
    {
        Canvas canvas;
        LayersPanel panel(canvas.view);
        const QPoint middle = canvas.at(canvas.east);
        QVERIFY(canvas.view.elementAt(middle) == ElementRef(canvas.east));
        const QImage before = picture(canvas);
        press(panel.eye(Layer::Links));
        QVERIFY(picture(canvas) != before);
        QVERIFY(canvas.view.elementAt(middle) == ElementRef());
        press(panel.eye(Layer::Links));
        QVERIFY(canvas.view.elementAt(middle) == ElementRef(canvas.east));
    }

    void sitesOfALockedLayerStayWhereTheyAre()
    {
        Canvas canvas;
        LayersPanel panel(canvas.view);
        press(panel.lock(Layer::Sites));
        const QPoint delft = canvas.at(canvas.delft);
        canvas.drag(delft, delft + QPoint(60, 40));
        QCOMPARE(canvas.session.undoStack().count(), 0);
        canvas.session.select(Selection());
        canvas.drag(delft - QPoint(30, 30), delft + QPoint(30, 30));
        QVERIFY(canvas.session.selection().sites.empty());
    }

    void linksCanBeDrawnToSitesOfALockedLayer()
    {
        Canvas canvas;
        LayersPanel panel(canvas.view);
        press(panel.lock(Layer::Sites));
        canvas.view.setTool(ToolKind::Link);
        canvas.drag(canvas.at(canvas.geneva), canvas.at(canvas.vienna));
        QCOMPARE(canvas.session.undoStack().count(), 1);
    }

    void everyLayerOfTheGroundChangesThePicture_data()
    {
        QTest::addColumn<int>("layer");
        for (const Layer layer : {Layer::Land, Layer::Borders, Layer::Coasts, Layer::Graticule, Layer::Sites, Layer::Labels})
            QTest::newRow(qPrintable(layerName(layer))) << static_cast<int>(layer);
    }
    void everyLayerOfTheGroundChangesThePicture()
    {
        QFETCH(int, layer);
        Canvas canvas;
        LayersPanel panel(canvas.view);
        const QImage before = picture(canvas);
        panel.opacity(static_cast<Layer>(layer))->setValue(40);
        const QImage paler = picture(canvas);
        QVERIFY(paler != before);
        press(panel.eye(static_cast<Layer>(layer)));
        QVERIFY(picture(canvas) != paler);
        press(panel.eye(static_cast<Layer>(layer)));
        panel.opacity(static_cast<Layer>(layer))->setValue(100);
        QVERIFY(picture(canvas) == before);
    }

    void layersAreRemembered()
    {
        Canvas canvas;
        LayersPanel panel(canvas.view);
        press(panel.eye(Layer::Borders));
        press(panel.lock(Layer::Links));
        panel.opacity(Layer::Graticule)->setValue(55);
        const MapLayers remembered = rememberedLayers();
        QVERIFY(remembered == canvas.view.layers());
        QVERIFY(!remembered[Layer::Borders].visible);
        QVERIFY(remembered[Layer::Links].locked);
        QCOMPARE(remembered[Layer::Graticule].opacity, 0.55);
    }

    void nonsenseInTheSettingsIsTheUsual()
    {
        QSettings().setValue(QStringLiteral("map/layers/land/opacity"), QStringLiteral("many"));
        QSettings().setValue(QStringLiteral("map/layers/sites/opacity"), 7.0);
        QVERIFY(rememberedLayers() == MapLayers());
    }

    void everyControlIsNamedAndReachedByKeys()
    {
        Canvas canvas;
        LayersPanel panel(canvas.view);
        for (QWidget* control : panel.findChildren<QWidget*>()) {
            if (qobject_cast<QLabel*>(control)) continue;
            QVERIFY(!control->accessibleName().isEmpty());
            QVERIFY(control->focusPolicy() & Qt::TabFocus);
            QVERIFY(control->height() >= 24);
        }
        QVERIFY(!panel.lock(Layer::Land));
    }

    void tabsShowTheirPages()
    {
        Canvas canvas;
        SideTabs dock(QStringLiteral("Panels"));
        auto* list = new NetworkDock(canvas.session);
        auto* layers = new LayersPanel(canvas.view);
        dock.addPage(list, &list->filterButton());
        dock.addPage(layers);
        dock.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
        QVERIFY(list->isVisible() && list->filterButton().isVisible() && !layers->isVisible());
        QTest::mouseClick(&dock.tabs(), Qt::LeftButton, {}, dock.tabs().tabRect(1).center());
        QVERIFY(layers->isVisible() && !list->isVisible() && !list->filterButton().isVisible());
        dock.showPage(list);
        QVERIFY(list->isVisible());
    }

private:
    test::TestSettings m_settings;

    static void press(QToolButton* button) { QTest::keyClick(button, Qt::Key_Space); }
    static QImage picture(Canvas& canvas)
    {
        QTest::qWait(250);   // settles: labels, fine map
        return canvas.view.viewport()->grab().toImage();
    }
};

BELLWEAVE_TEST(LayersPanelTest)
#include "layers_panel_test.moc"
