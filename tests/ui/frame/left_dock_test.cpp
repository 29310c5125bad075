// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_prompter.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/design_page.h"
#include "ui/frame/dock_rail.h"
#include "ui/frame/left_dock.h"
#include "ui/frame/main_window.h"
#include "ui/frame/network_dock.h"
#include "ui/frame/side_tabs.h"
#include "ui/frame/top_bar.h"
#include "ui/library/library_model.h"
#include "ui/library/library_panel.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace bellweave;
using namespace bellweave::ui;

/// The rail that stands for the left dock in a narrow window, and the dock opened over the map.
class LeftDockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        m_settings.clear();
        openWindow();
        QTRY_VERIFY(page().rail().isVisible());
    }
    void cleanup() { m_window.reset(); }

    void aNarrowWindowShowsARailOfThreeNamedIcons()
    {
        QCOMPARE(page().rail().width(), 40);
        QVERIFY(!list().isVisible());
        const QList<QToolButton*> buttons = page().rail().findChildren<QToolButton*>();
        QStringList names;
        for (const QToolButton* button : buttons) {
            QVERIFY(button->isVisible() && button->width() >= 24 && button->height() >= 24);
            QVERIFY(!button->icon().isNull() && !button->accessibleDescription().isEmpty());
            names << button->accessibleName();
        }
        QCOMPARE(names, (QStringList{QStringLiteral("Network"), QStringLiteral("Layers"), QStringLiteral("Library")}));
    }

    void aClickOpensThePageOverTheMapAndAnotherClosesIt()
    {
        const int mapWidth = page().view().width();
        click(&page().library());
        QVERIFY(page().leftDock().isOpenOverMap());
        QVERIFY(page().library().isVisible());
        QCOMPARE(page().view().width(), mapWidth);
        QVERIFY(placeOf(page().side()).intersects(placeOf(page().view())));
        click(&list());
        QVERIFY(list().isVisible() && !page().library().isVisible());
        click(&list());
        QVERIFY(!list().isVisible());
    }

    void keysOpenItAndEscapeLeadsBackToTheMap()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(list().isVisible());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&list().tree()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!list().isVisible());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&page().view()));
        QToolButton* button = page().rail().button(&page().library());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(page().library().isVisible());
    }

    void turningPagesSelectsNothing()
    {
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(list().tree().hasFocus());
        QTabBar& tabs = page().side().tabs();
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(1).center());
        QVERIFY(page().leftDock().isOpenOverMap() && tabs.hasFocus());
        QTest::keyClick(&tabs, Qt::Key_Escape);
        QVERIFY(page().view().hasFocus());
        QVERIFY(m_window->session().selection().isEmpty());
    }

    void aClickElsewhereClosesIt()
    {
        click(&list());
        QTest::mouseClick(page().view().viewport(), Qt::LeftButton, {}, QPoint(500, 60));
        QVERIFY(!list().isVisible());
        click(&list());
        QTest::mouseClick(&page().topBar(), Qt::LeftButton, {}, QPoint(400, 2));
        QVERIFY2(!list().isVisible(), "a place without focus of its own closes it as well");
    }

    void aClickInsideSelectsAndKeepsItOpen()
    {
        click(&list());
        QTreeView& tree = list().tree();
        const QModelIndex demand = tree.model()->index(0, 0, tree.model()->index(0, 0));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(demand).center());
        QCOMPARE(m_window->session().selection().demands.size(), std::size_t(1));
        QVERIFY(list().isVisible());
        QCOMPARE(m_window->session().undoStack().count(), 0);
    }

    void theFocusGoingElsewhereClosesIt()
    {
        click(&list());
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(!list().isVisible());
        QVERIFY(QApplication::focusWidget());
    }

    void aDragOutOfTheLibraryUncoversTheMap()
    {
        click(&page().library());
        Q_EMIT page().library().dragBegins();
        QVERIFY(!page().library().isVisible());
        QVERIFY(page().view().isVisible());
    }

    void pinnedItStandsBesideTheMapAndIsRememberedSo()
    {
        pin();
        QVERIFY(list().isVisible() && !page().rail().isVisible());
        QVERIFY(!placeOf(page().side()).intersects(placeOf(page().view())));
        QVERIFY(m_window->close());
        openWindow();
        QTRY_VERIFY(list().isVisible());
        pin();
        QTRY_VERIFY(page().rail().isVisible() && !list().isVisible());
    }

    void aWideWindowHasTheDockBesideTheMapAgain()
    {
        click(&page().library());
        m_window->resize(1600, 1000);
        QTRY_VERIFY(!page().rail().isVisible());
        QVERIFY(page().library().isVisible() && !page().leftDock().isOpenOverMap());
        QVERIFY(!placeOf(page().side()).intersects(placeOf(page().view())));
    }

    void theTabsNeverScroll()
    {
        pin();
        for (const int width : {260, 190, 120}) {
            page().side().tabs().resize(width, 28);
            int right = 0;
            for (int i = 0; i < page().side().tabs().count(); ++i) right = qMax(right, page().side().tabs().tabRect(i).right());
            QVERIFY2(right < qMax(width, page().side().tabs().minimumSizeHint().width()), qPrintable(QString::number(right)));
            for (const QToolButton* arrow : page().side().tabs().findChildren<QToolButton*>()) QVERIFY(!arrow->isVisible());
        }
        QCOMPARE(page().side().tabs().tabToolTip(1), QStringLiteral("Layers"));
    }

private:
    test::TestSettings m_settings;
    QTemporaryDir m_recovery;
    ScriptedPrompter m_prompter;
    std::unique_ptr<MainWindow> m_window;

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(m_recovery.path(), &m_prompter);
        m_window->resize(1180, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->files().openExample(QStringLiteral(":/bellweave/examples/continental-chain.bellweave"));
    }
    DesignPage& page() const { return m_window->designPage(); }
    NetworkDock& list() const { return page().networkDock(); }
    void click(const QWidget* of) { QTest::mouseClick(page().rail().button(of), Qt::LeftButton); }
    void pin() { QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier); }
    QRect placeOf(const QWidget& widget) const { return {widget.mapTo(m_window.get(), QPoint()), widget.size()}; }
};

BELLWEAVE_TEST(LeftDockTest)
#include "left_dock_test.moc"
