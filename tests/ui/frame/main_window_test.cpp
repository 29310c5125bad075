// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/frame/window_fixture.h"
#include "ui/canvas/network_view.h"
#include "ui/command/command_field.h"
#include "ui/frame/design_page.h"
#include "ui/frame/example_card.h"
#include "ui/frame/history_panel.h"
#include "ui/frame/network_dock.h"
#include "ui/frame/top_bar.h"
#include "ui/frame/verdict_bar.h"
#include "ui/frame/welcome_page.h"
#include "ui/inspector/field_row.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QStatusBar>
#include <QUndoView>
#include <set>

using namespace bellweave;
using namespace bellweave::ui;

class MainWindowTest : public test::WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        m_recovery = std::make_unique<QTemporaryDir>();
        openWindow();
    }
    void cleanup() { m_window.reset(); }

    void theWelcomePageOpensAnExampleWithEnter()
    {
        QVERIFY(!m_window->isDesignShown());
        const auto& cards = m_window->welcomePage().cards();
        QVERIFY(cards.size() >= 4);
        cards[0]->setFocus();
        QTest::keyClick(cards[0], Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(cards[1]));
        QTest::keyClick(cards[1], Qt::Key_Return);
        QVERIFY(m_window->isDesignShown());
        QCOMPARE(m_window->session().network().general().name, cards[1]->example().name);
        QVERIFY(m_window->session().path().isEmpty());
        QVERIFY(!m_window->isWindowModified());
    }

    void everyExampleSaysWhatItAsks()
    {
        for (const ExampleCard* card : m_window->welcomePage().cards()) {
            QVERIFY2(card->example().question.endsWith(u'?'), qPrintable(card->example().path));
            QVERIFY(!card->example().name.isEmpty());
        }
    }

    void theTitleNamesTheDesignAndMarksChanges()
    {
        trigger(ActionId::New);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Untitled[*]")));
        drawSite();
        QVERIFY(m_window->isWindowModified());
        trigger(ActionId::Undo);
        QVERIFY(!m_window->isWindowModified());
    }

    void undoNamesTheStepItTakesBack()
    {
        trigger(ActionId::New);
        QVERIFY(!action(ActionId::Undo).isEnabled());
        drawSite();
        QVERIFY(action(ActionId::Undo).text().contains(QStringLiteral("Add a site")));
    }

    void theHistoryGoesBackAndForthWithAClick()
    {
        trigger(ActionId::New);
        drawSite();
        drawSite();
        trigger(ActionId::History);
        QUndoView& list = m_window->designPage().history().list();
        QVERIFY(list.isVisible());
        QCOMPARE(list.model()->rowCount(), 3);
        const QPoint opened = list.visualRect(list.model()->index(0, 0)).center();
        const QPoint first = list.visualRect(list.model()->index(1, 0)).center();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, opened);
        QCOMPARE(m_window->session().network().sites.size(), std::size_t(0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(m_window->session().network().sites.size(), std::size_t(1));
        trigger(ActionId::History);
        QVERIFY(!list.isVisible());
    }

    void whatWasSaidOfADeletionGoesWhenItIsTakenBack()
    {
        trigger(ActionId::New);
        drawSite();
        trigger(ActionId::SelectAll);
        trigger(ActionId::Delete);
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
        trigger(ActionId::Undo);
        QVERIFY(m_window->statusBar()->currentMessage().isEmpty());
    }

    void whatIsSaidOfADeletionIsNotCoveredWhenNumbersArrive()
    {
        trigger(ActionId::New);
        drawSite();
        trigger(ActionId::SelectAll);
        QLabel* selection = nullptr;
        for (QLabel* label : m_window->statusBar()->findChildren<QLabel*>())
            if (label->accessibleName() == QStringLiteral("Selection")) selection = label;
        QVERIFY(selection && selection->isVisible());
        trigger(ActionId::Delete);
        QTRY_COMPARE(m_window->session().computeState(), ComputeState::Done);
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
        QVERIFY(!selection->isVisible());
        trigger(ActionId::Undo);
        QVERIFY(selection->isVisible());
    }

    void everyEntryOfTheMenusExplainsItself()
    {
        int entries = 0;
        for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>())
            for (const QAction* entry : menu->actions()) {
                if (entry->isSeparator() || entry->menu()) continue;
                ++entries;
                QVERIFY2(!entry->statusTip().isEmpty() && !entry->whatsThis().isEmpty(), qPrintable(entry->text()));
            }
        QVERIFY(entries >= static_cast<int>(actionTable().size()));
    }

    void f6WalksThroughAllPartsAndBack()
    {
        openExample();
        QWidget* start = QApplication::focusWidget();
        QCOMPARE(start, static_cast<QWidget*>(&m_window->designPage().view()));
        std::set<QWidget*> visited;
        for (int step = 0; step < 12; ++step) {
            trigger(ActionId::NextRegion);
            if (QApplication::focusWidget() == start) break;
            QVERIFY2(visited.insert(QApplication::focusWidget()).second, "the cycle skips a region or loops");
        }
        QCOMPARE(QApplication::focusWidget(), start);
        QVERIFY(visited.size() >= 5);
        trigger(ActionId::NextRegion);
        trigger(ActionId::PreviousRegion);
        QCOMPARE(QApplication::focusWidget(), start);
    }

    void everyControlHasANameForScreenReaders()
    {
        openExample();
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
                || qobject_cast<const QComboBox*>(widget);
            const bool internal = widget->objectName().startsWith(QStringLiteral("qt_"))
                || QByteArray(widget->metaObject()->className()).startsWith("QLineEditIcon")
                || QByteArray(widget->metaObject()->className()).startsWith("QMenuBarExtension");
            if (!control || internal || !widget->isVisible()) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QStringLiteral("%1 in %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                QString::fromLatin1(widget->parentWidget()->metaObject()->className()))));
        }
    }

    void theNetworkListHidesAndComesBack()
    {
        openExample();
        const NetworkDock& list = m_window->designPage().networkDock();
        QVERIFY(list.isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!list.isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(list.isVisible());
    }

    void aNarrowWindowGivesTheListsRoomToTheMap()
    {
        openExample();
        m_window->resize(1180, 720);
        QTRY_VERIFY(!m_window->designPage().networkDock().isVisible());
        QVERIFY(m_window->width() <= 1180);
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_window->designPage().networkDock().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!m_window->designPage().networkDock().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        m_window->resize(1600, 1000);
        QTRY_VERIFY(m_window->designPage().networkDock().isVisible());
    }

    void aListThatANarrowWindowHidComesBackInTheNextSession()
    {
        openExample();
        m_window->resize(1180, 720);
        QTRY_VERIFY(!m_window->designPage().networkDock().isVisible());
        QVERIFY(m_window->close());
        openWindow();
        openExample();
        m_window->resize(1600, 1000);
        QTRY_VERIFY(m_window->designPage().networkDock().isVisible());
    }

    void aLetterOnTheMapChoosesATool()
    {
        openExample();
        NetworkView& view = m_window->designPage().view();
        QTest::keyClick(&view, Qt::Key_L);
        QCOMPARE(view.toolKind(), ToolKind::Link);
        QVERIFY(action(ActionId::LinkTool).isChecked());
        QTest::keyClick(&view, Qt::Key_V);
        QVERIFY(action(ActionId::SelectTool).isChecked());
    }

    void theCommandFieldDoesWhatTheMenusOffer()
    {
        openExample();
        NetworkView& view = m_window->designPage().view();
        find(QStringLiteral("link insert"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(view.toolKind(), ToolKind::Link);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&view));
    }

    void theCommandFieldFindsElementsAndTheirFields()
    {
        openExample();
        const Network& network = m_window->session().network();
        find(QStringLiteral("brussels"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(network.sites.find(*m_window->session().selection().sites.begin())->name, QStringLiteral("Brussels"));
        find(QStringLiteral("t2 nurem"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(network.sites.find(*m_window->session().selection().sites.begin())->name, QStringLiteral("Nuremberg"));
        auto* row = qobject_cast<FieldRowView*>(QApplication::focusWidget()->parentWidget());
        QVERIFY(row);
        QCOMPARE(row->field().path, QStringLiteral("repeater/memory/t2_s"));
        find(QStringLiteral("route factor"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(m_window->session().selection().isEmpty());
        row = qobject_cast<FieldRowView*>(QApplication::focusWidget()->parentWidget());
        QVERIFY(row);
        QCOMPARE(row->field().path, QStringLiteral("settings/route_factor"));
    }

    void theCommandFieldSweepsAField()
    {
        openExample();
        find(QStringLiteral("sweep t2 nurem"));
        QVERIFY2(found().front().startsWith(QStringLiteral("Sweep Memory T₂ of Nuremberg")), qPrintable(found().join(u';')));
        QTest::keyClick(&field(), Qt::Key_Return);
        const auto* view = qobject_cast<PlotView*>(QApplication::focusWidget());
        QVERIFY(view && view->isVisible());
        QCOMPARE(view->plot().id(), QStringLiteral("sweep"));
        QTRY_VERIFY_WITH_TIMEOUT(!view->data().rows.empty(), 60'000);
        QCOMPARE(view->data().columns.front(), QStringLiteral("Memory T₂ of Nuremberg, s"));
        find(QStringLiteral("sweep route factor"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(view->data().columns.front(), QStringLiteral("Route factor"));
        QCOMPARE(m_window->session().undoStack().count(), 0);
    }

    void theCommandFieldPlacesASiteInACity()
    {
        trigger(ActionId::New);
        find(QStringLiteral("place linz"));
        QCOMPARE(found().first(), QStringLiteral("Place a site in Linz, AT"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QCOMPARE(m_window->session().network().sites.rows().front()->name, QStringLiteral("Linz"));
        QCOMPARE(m_window->session().undoStack().count(), 1);
    }

    void escapeLeavesTheCommandFieldWithoutDoingAnything()
    {
        openExample();
        NetworkView& view = m_window->designPage().view();
        view.setFocus();
        find(QStringLiteral("select all"));
        QVERIFY(field().list().isVisible());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(!field().list().isVisible());
        QVERIFY(field().text().isEmpty());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&view));
        QVERIFY(m_window->session().selection().isEmpty());
    }

    void theCommandFieldSaysWhenNothingFits()
    {
        openExample();
        find(QStringLiteral("xyzzy"));
        QCOMPARE(found(), QStringList{QStringLiteral("Nothing fits")});
        QTest::keyClick(&field(), Qt::Key_Return);
        QVERIFY(field().hasFocus());
    }

    void closingWithChangesAsksOnce()
    {
        trigger(ActionId::New);
        drawSite();
        QVERIFY(!m_window->close());
        QCOMPARE(m_prompter.timesAskedAboutChanges, 1);
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        QVERIFY(m_window->close());
    }

    void twoKeysInARowChooseTheContrastAlsoOnTheMap()
    {
        openExample();
        QTest::keyClick(&m_window->designPage().view(), Qt::Key_T, Qt::ControlModifier);
        QTest::keyClick(&m_window->designPage().view(), Qt::Key_C);
        QVERIFY(isHighContrast() && action(ActionId::HighContrast).isChecked());
        trigger(ActionId::HighContrast);
        QVERIFY(!isHighContrast());
    }

    void changingTheThemeRepaintsTheOpenWindow()
    {
        openExample();
        const QImage light = m_window->grab().toImage();
        trigger(ActionId::ThemeDark);
        const QImage dark = m_window->grab().toImage();
        trigger(ActionId::ThemeLight);
        const QPoint toolbarCorner(m_window->width() / 2, 30);
        QCOMPARE(light.pixelColor(toolbarCorner), lightTheme().window);
        QCOMPARE(dark.pixelColor(toolbarCorner), darkTheme().window);
    }

private:
    void openWindow() { WindowFixture::openWindow({1600, 1000}); }
    CommandField& field() const { return m_window->designPage().topBar().commandField(); }
    void find(const QString& words)
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(field().hasFocus());
        QTest::keyClicks(&field(), words);
    }
    QStringList found() const
    {
        QStringList titles;
        const QAbstractItemModel& rows = *field().list().model();
        for (int row = 0; row < rows.rowCount(); ++row) titles << rows.index(row, 0).data().toString();
        return titles;
    }
    void openExample()
    {
        const auto& cards = m_window->welcomePage().cards();
        const auto chain = std::find_if(cards.begin(), cards.end(), [](const ExampleCard* card) { return card->example().path.contains(QStringLiteral("continental-chain")); });
        QVERIFY(chain != cards.end());
        m_window->files().openExample((*chain)->example().path);
    }
};

BELLWEAVE_TEST(MainWindowTest)
#include "main_window_test.moc"
