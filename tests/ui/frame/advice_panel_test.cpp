// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/patch.h"
#include "tests/support/build_network.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/frame/advice_panel.h"
#include "ui/frame/inspector_tabs.h"
#include "ui/session/background_work.h"
#include "ui/session/engine_choices.h"
#include "ui/session/preview.h"
#include "ui/session/session.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// A session whose demand wants more than it gets, all fixes known.
struct Wanting {
    Session session;
    InspectorTabs tabs{session};

    Wanting()
    {
        session.open(aChain(2).spaced(20_km).wanting(0.99, 1000_Hz), {});
        tabs.resize(332, 700);
        tabs.show();
        tabs.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&tabs));
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        tabs.showAdvice();
    }
    QPushButton* button(const QString& text)
    {
        for (QPushButton* found : tabs.findChildren<QPushButton*>())
            if (found->text() == text && found->isVisible()) return found;
        return nullptr;
    }
};

} // namespace

class AdvicePanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFixIsListedCheapestFirst()
    {
        Wanting window;
        const auto& fixes = window.session.evaluation()->verdict.fixes;
        const QAbstractItemModel& model = *window.tabs.advice().list().model();
        QVERIFY(fixes.size() > 1);
        QCOMPARE(model.rowCount(), static_cast<int>(fixes.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.index(row, 0).data().toString(), fixes[static_cast<std::size_t>(row)].sentence);
            QVERIFY(model.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("ebit/s")));
        }
    }

    void aStoppedSearchIsCalledStoppedBesideTheFixesOfBefore()
    {
        Wanting window;
        QVERIFY(!window.session.evaluation()->verdict.fixes.empty());
        // Wants more than any change gives over a long chain: every change is tried on it, for seconds.
        Network harder = aChain(40).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.99, Rate::fromSi(1e6));
        window.session.push(difference(window.session.network(), harder), QStringLiteral("Grow"));
        QTRY_VERIFY_WITH_TIMEOUT(!window.session.work().rows().empty(), 20000);
        const auto stop = window.session.work().rows().front().cancel;    // a copy: the row goes
        stop();
        QVERIFY(window.session.isFixSearchStopped());
        QTest::qWait(600);    // longer than the list waits before it fades
        QVERIFY(window.tabs.advice().list().isVisible());
        const QLabel* caption = window.tabs.advice().findChild<QLabel*>();
        QVERIFY2(caption->text().contains(QStringLiteral("stopped")), qPrintable(caption->text()));
    }

    void aSearchThatIsNotBegunByItselfWaitsToBeAskedFor()
    {
        chooseSearchByItself(false);
        Wanting window;
        QVERIFY(!window.session.evaluation()->verdict.fixesSearched);
        QVERIFY(window.session.isFixSearchStopped());
        QVERIFY(window.session.work().rows().empty());
        QTest::mouseClick(window.button(QStringLiteral("Search now")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.session.evaluation()->verdict.fixesSearched, 20000);
        QVERIFY(!window.session.evaluation()->verdict.fixes.empty());
        QVERIFY(!window.button(QStringLiteral("Search now")));
        chooseSearchByItself(true);
    }

    void enterPreviewsTheRowAndTheButtonsApplyOrDiscardIt()
    {
        Wanting window;
        QListView& list = window.tabs.advice().list();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(1, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        const engine::Fix fix = window.session.evaluation()->verdict.fixes[1];
        QCOMPARE(window.session.preview().title(), fix.sentence);
        QTest::mouseClick(window.button(QStringLiteral("Discard")), Qt::LeftButton);
        QVERIFY(!window.session.preview().isShown());
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::NoModifier, list.visualRect(list.model()->index(1, 0)).center());
        QVERIFY(window.session.preview().isShown());
        Network wanted = window.session.network();
        applyPatch(wanted, fix.patch);
        QTest::mouseClick(window.button(QStringLiteral("Apply")), Qt::LeftButton);
        QVERIFY(window.session.network() == wanted);
        QCOMPARE(window.session.undoStack().count(), 1);
    }

    void aMetDesignSaysThatNothingNeedsAFix()
    {
        Session session;
        AdvicePanel panel(session);
        session.open(aChain(1).spaced(1_km).measured(0.5, 0.99).wanting(0.6, 1_Hz), {});
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        QVERIFY(panel.list().isHidden());
    }

    void theFirstTabIsNamedByTheSelection()
    {
        Wanting window;
        const auto* tabs = window.tabs.findChild<QTabBar*>();
        QCOMPARE(tabs->tabText(0), QStringLiteral("Design"));
        window.session.select(SiteId(1));
        QCOMPARE(tabs->tabText(0), QStringLiteral("Site"));
        window.session.select(DemandId(1));
        QCOMPARE(tabs->tabText(0), QStringLiteral("Demand"));
    }

private:
    TestSettings m_settings;
};

BELLWEAVE_TEST(AdvicePanelTest)
#include "advice_panel_test.moc"
