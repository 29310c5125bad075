// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edits.h"
#include "tests/support/build_network.h"
#include "tests/support/random_design.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "ui/frame/engine_state.h"
#include "ui/frame/task_list.h"
#include "ui/session/background_work.h"
#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

/// The engine's state beside a design of some size.
struct Toolbar {
    Session session;
    EngineState state{session};

    explicit Toolbar(const Network& network = gridDesign(12, 18, 3, 2))
    {
        session.open(network, {});
        state.resize(160, 26);
        state.show();
        QVERIFY(QTest::qWaitForWindowActive(&state));
        QTRY_VERIFY_WITH_TIMEOUT(session.evaluation(), 20000);
    }
    TaskList& open()
    {
        QTest::mouseClick(&state, Qt::LeftButton);
        auto* list = state.findChild<TaskList*>();
        if (!list) qFatal("no list opens");
        return *list;
    }
    void edit(double latitude)
    {
        session.push(moveSites(session.network(), {{session.network().sites.rows().front()->id, {latitude, 3.0}}}), QStringLiteral("move"));
    }
};

QStringList wordsIn(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget)) words << label->text();
    return words;
}

} // namespace

class TaskListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickOpensItAndEscapeClosesIt()
    {
        Toolbar toolbar;
        QTRY_VERIFY_WITH_TIMEOUT(toolbar.session.computeState() == ComputeState::Done, 20000);
        TaskList& list = toolbar.open();
        QVERIFY(list.isVisible());
        QVERIFY(wordsIn(list).contains(QStringLiteral("Nothing else is running.")));
        QVERIFY(toolbar.state.accessibleName().contains(QStringLiteral("Live")));
        QTest::keyClick(&list, Qt::Key_Escape);
        QTRY_VERIFY(!toolbar.state.findChild<TaskList*>());
    }

    void pausedEditsAreNotEvaluatedAndResumingEvaluatesThem()
    {
        Toolbar toolbar;
        Session& session = toolbar.session;
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done, 20000);
        TaskList& list = toolbar.open();
        QTest::mouseClick(&list.pauseButton(), Qt::LeftButton);
        QCOMPARE(session.computeState(), ComputeState::Paused);
        QVERIFY(toolbar.state.accessibleName().contains(QStringLiteral("Paused")));
        const auto before = session.evaluation();
        toolbar.edit(40.0);
        QTest::qWait(300);
        QCOMPARE(session.evaluation(), before);
        QVERIFY(session.isStale());
        QCOMPARE(list.pauseButton().text(), QStringLiteral("Resume"));
        QTest::keyClick(&list.pauseButton(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale(), 20000);
        QVERIFY(session.evaluation() != before);
    }

    void openingADesignResumes()
    {
        Toolbar toolbar;
        toolbar.session.setPaused(true);
        toolbar.session.open(gridDesign(6, 8, 1, 2), {});
        QVERIFY(!toolbar.session.isPaused());
        QTRY_VERIFY_WITH_TIMEOUT(toolbar.session.computeState() == ComputeState::Done, 20000);
    }

    void theSearchForFixesIsListedAndStopsWithin200ms()
    {
        // Wants more than any change gives over a long chain, so every change is tried on it: that takes seconds.
        Toolbar toolbar(aChain(40).spaced(20_km).withHardware(QStringLiteral("neutral-atom-rb-2035")).wanting(0.99, Rate::fromSi(1e6)));
        Session& session = toolbar.session;
        TaskList& list = toolbar.open();
        QTRY_VERIFY_WITH_TIMEOUT(!session.work().rows().empty(), 20000);
        QVERIFY(wordsIn(list).contains(QStringLiteral("Search for fixes")));
        QPushButton* cancel = nullptr;
        for (QPushButton* button : list.findChildren<QPushButton*>())
            if (button != &list.pauseButton()) cancel = button;
        QVERIFY(cancel);
        QElapsedTimer clock;
        clock.start();
        cancel->click();
        QVERIFY(session.work().rows().empty());
        QCOMPARE(session.computeState(), ComputeState::Done);
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(session.isFixSearchStopped());
        QTest::qWait(300);
        QVERIFY2(!session.evaluation()->verdict.fixesSearched, "a stopped search brings nothing later");
        toolbar.edit(41.0);
        QTRY_VERIFY_WITH_TIMEOUT(session.computeState() == ComputeState::Done && !session.isFixSearchStopped(), 60000);
    }

private:
    TestSettings m_settings;
};

BELLWEAVE_TEST(TaskListTest)
#include "task_list_test.moc"
