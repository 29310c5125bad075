// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas_menu.h"
#include "ui/frame/network_dock.h"
#include "ui/frame/outline_model.h"
#include "ui/frame/side_tabs.h"
#include "ui/library/hardware.h"
#include "ui/library/hardware_drop.h"
#include "ui/library/library_model.h"
#include "ui/library/library_panel.h"
#include "ui/library/preset_sheet.h"
#include "ui/style/theme.h"
#include "tests/support/test_program.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

using namespace bellweave;
using namespace bellweave::ui;
using bellweave::test::Canvas;

namespace {

const Preset& nv() { return *findPreset(QStringLiteral("node"), QStringLiteral("nv-diamond-2026")); }
const Preset& lowLoss() { return *findPreset(QStringLiteral("fiber"), QStringLiteral("g654-1550")); }

/// A panel beside a shown map.
struct Library : Canvas {
    LibraryPanel panel{session};
    QSignalSpy noticed{&session, &Session::noticed};

    Library()
    {
        panel.resize(240, 560);
        panel.show();
    }
    int steps() { return session.undoStack().count(); }
    QString lastNotice() const { return noticed.isEmpty() ? QString() : noticed.back().front().toString(); }
    QPoint rowOf(const Preset& preset) const
    {
        const QModelIndex index = panel.model().indexOf(preset.kind, preset.id);
        panel.tree().scrollTo(index);
        return panel.tree().visualRect(index).center();
    }
    void choose(const Preset& preset, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(panel.tree().viewport(), Qt::LeftButton, modifiers, rowOf(preset));
    }
};

/// What the window system tells a widget while a preset is dragged over it.
template<typename Event>
bool dragOver(QWidget& widget, const QMimeData& data, QPoint place)
{
    Event event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    event.ignore();
    QApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }

    void presetsStandByKindWithTheirYears()
    {
        LibraryModel model;
        QCOMPARE(model.rowCount(), 10);
        for (int section = 0; section < model.rowCount(); ++section) QVERIFY(model.rowCount(model.index(section, 0)) > 0);
        const QModelIndex row = model.indexOf(nv().kind, nv().id);
        QCOMPARE(model.preset(row), &nv());
        QCOMPARE(row.data(OutlineModel::LastDetailRole).toString(), QStringLiteral("2026"));
    }

    void wordsNarrowTheList()
    {
        Library library;
        library.panel.searchField().setFocus();
        QTest::keyClicks(&library.panel.searchField(), QStringLiteral("nv 2035"));
        LibraryModel& model = library.panel.model();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowCount(model.index(0, 0)), 1);
        QTest::keyClick(&library.panel.searchField(), Qt::Key_Down);
        QVERIFY(library.panel.sheet().toPlainText().contains(QStringLiteral("projected 2035")));
    }

    void aPresetShowsValueRangeTrustAndSource()
    {
        Library library;
        library.choose(nv());
        const QString text = library.panel.sheet().toPlainText();
        for (const char* part : {"Memory T₂", "1 s", "10 ms to 75 s", "Remembered, unverified.", "Read in the source.", "arXiv:1801.01196"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + text));
    }

    void aSecondPresetIsComparedAndDifferencesAreMarked()
    {
        Library library;
        const Preset& projected = *findPreset(QStringLiteral("node"), QStringLiteral("nv-diamond-2035"));
        library.choose(nv());
        library.choose(projected, Qt::ControlModifier);
        const QString text = library.panel.sheet().toPlainText();
        QVERIFY(text.contains(QStringLiteral("≠ Memory T₂")));
        QVERIFY(text.contains(QStringLiteral("Memory T₁")));
        QVERIFY(!text.contains(QStringLiteral("≠ Memory T₁")));
        QVERIFY(text.contains(QStringLiteral("10 s")));
        QVERIFY(!library.panel.applyButton().isEnabled());
    }

    void enterAppliesToTheSelectionAsOneStep()
    {
        Library library;
        library.session.select(Selection{.sites = {library.delft, library.cologne}});
        library.choose(nv());
        library.panel.tree().setFocus();
        QTest::keyClick(&library.panel.tree(), Qt::Key_Return);
        QCOMPARE(library.network().sites.find(library.delft)->processor->hardware.preset, nv().id);
        QCOMPARE(library.network().sites.find(library.cologne)->repeater->hardware.preset, nv().id);
        QCOMPARE(library.steps(), 1);
        library.session.undoStack().undo();
        QCOMPARE(library.network().sites.find(library.delft)->processor->hardware.preset, NodeHardware().preset);
    }

    void theButtonSaysWhyNothingFits()
    {
        Library library;
        library.session.select(ElementRef(library.west));
        library.choose(nv());
        QTest::mouseClick(&library.panel.applyButton(), Qt::LeftButton);
        QCOMPARE(library.steps(), 0);
        QVERIFY2(library.lastNotice().contains(QStringLiteral("takes no node hardware")), qPrintable(library.lastNotice()));
    }

    void aPresetIsDroppedOnASite()
    {
        Library library;
        HardwareDrop drop(library.view);
        const std::unique_ptr<QMimeData> data(dragOf(nv()));
        QWidget& map = *library.view.viewport();
        const QPoint place = library.at(library.cologne) + QPoint(3, 2);
        QVERIFY(dragOver<QDragEnterEvent>(map, *data, place));
        QVERIFY(dragOver<QDragMoveEvent>(map, *data, place));
        QVERIFY(drop.target() && std::get<SiteId>(drop.target()->what) == library.cologne);
        QVERIFY(drop.isVisible());
        QVERIFY(dragOver<QDropEvent>(map, *data, place));
        QCOMPARE(library.network().sites.find(library.cologne)->repeater->hardware.preset, nv().id);
        QVERIFY(library.session.currentElement() == ElementRef(library.cologne));
        QCOMPARE(library.steps(), 1);
        QVERIFY(!drop.isVisible());
    }

    void aPresetIsDroppedOnALink()
    {
        Library library;
        HardwareDrop drop(library.view);
        const std::unique_ptr<QMimeData> data(dragOf(lowLoss()));
        QWidget& map = *library.view.viewport();
        dragOver<QDragEnterEvent>(map, *data, library.at(library.east));
        dragOver<QDragMoveEvent>(map, *data, library.at(library.delft));
        QVERIFY2(!drop.target(), "a site takes no fiber, so it gets no ring");
        dragOver<QDragMoveEvent>(map, *data, library.at(library.east));
        QVERIFY(drop.target());
        dragOver<QDropEvent>(map, *data, library.at(library.east));
        QCOMPARE(std::get<FiberLink>(library.network().links.find(library.east)->kind).preset, lowLoss().id);
        QCOMPARE(library.steps(), 1);
    }

    void aDropThatDoesNotFitIsExplained()
    {
        Library library;
        HardwareDrop drop(library.view);
        const std::unique_ptr<QMimeData> data(dragOf(nv()));
        dragOver<QDragEnterEvent>(*library.view.viewport(), *data, library.at(library.east));
        dragOver<QDropEvent>(*library.view.viewport(), *data, library.at(library.east));
        QVERIFY2(library.lastNotice().contains(QStringLiteral("takes no node hardware")), qPrintable(library.lastNotice()));
        dragOver<QDragEnterEvent>(*library.view.viewport(), *data, QPoint(20, 20));
        dragOver<QDropEvent>(*library.view.viewport(), *data, QPoint(20, 20));
        QVERIFY2(library.lastNotice().contains(QStringLiteral("Drop hardware on a site or a link")), qPrintable(library.lastNotice()));
        QCOMPARE(library.steps(), 0);
    }

    void otherThingsAreNotTaken()
    {
        Library library;
        HardwareDrop drop(library.view);
        QMimeData data;
        data.setText(QStringLiteral("hello"));
        QVERIFY(!dragOver<QDragEnterEvent>(*library.view.viewport(), data, QPoint(100, 100)));
    }

    void aPresetIsDroppedOnARowOfTheList()
    {
        Library library;
        NetworkDock list(library.session);
        list.resize(240, 500);
        list.show();
        const QModelIndex row = list.model().indexOf(library.vienna);
        const std::unique_ptr<QMimeData> data(dragOf(nv()));
        const QPoint place = list.tree().visualRect(row).center();
        QVERIFY(dragOver<QDragEnterEvent>(*list.tree().viewport(), *data, place));
        QVERIFY(dragOver<QDragMoveEvent>(*list.tree().viewport(), *data, place));
        QVERIFY(dragOver<QDropEvent>(*list.tree().viewport(), *data, place));
        QCOMPARE(library.network().sites.find(library.vienna)->processor->hardware.preset, nv().id);
        QCOMPARE(library.steps(), 1);
        QCOMPARE(library.network().sites.size(), std::size_t(4));
    }

    void theMenuOfASiteListsWhatFits()
    {
        Library library;
        library.session.select(ElementRef(library.delft));
        const std::unique_ptr<QMenu> menu(makeCanvasMenu(library.view, library.delft, {}));
        const auto menus = menu->findChildren<QMenu*>();
        const auto hardware = std::find_if(menus.begin(), menus.end(), [](const QMenu* m) { return m->title() == QStringLiteral("&Memories and sources"); });
        QVERIFY(hardware != menus.end());
        const QList<QAction*> actions = (*hardware)->actions();
        const auto wanted = std::find_if(actions.begin(), actions.end(), [](const QAction* a) { return a->text() == nv().label; });
        QVERIFY(wanted != actions.end());
        (*wanted)->trigger();
        QCOMPARE(library.network().sites.find(library.delft)->processor->hardware.preset, nv().id);
        QCOMPARE(library.steps(), 1);
    }

    void tabsTurnBetweenThePages()
    {
        Library library;
        SideTabs side(QStringLiteral("side"));
        auto* list = new NetworkDock(library.session);
        auto* panel = new LibraryPanel(library.session);
        side.addPage(list, &list->filterButton());
        side.addPage(panel);
        side.resize(240, 600);
        side.show();
        QCOMPARE(side.tabs().tabText(1), QStringLiteral("Library"));
        QVERIFY(list->filterButton().isVisible());
        QTest::mouseClick(&side.tabs(), Qt::LeftButton, Qt::NoModifier, side.tabs().tabRect(1).center());
        QVERIFY(panel->isVisible());
        QVERIFY(!list->filterButton().isVisible());
        side.showPage(list);
        QVERIFY(list->isVisible());
    }
};

BELLWEAVE_TEST(LibraryTest)
#include "library_test.moc"
