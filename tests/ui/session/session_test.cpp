// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"
#include "tests/support/test_program.h"

#include "model/edit/field.h"
#include "model/edit/report_edits.h"
#include "model/format/project_file.h"
#include "tests/support/build_network.h"
#include "tests/support/random_design.h"
#include "ui/session/preview.h"

#include <QSignalSpy>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

namespace {

void moveBy(Session& session, SiteId site, double degrees, int gesture)
{
    const GeoPosition at = *session.network().sites.find(site)->position;
    session.push(moveSites(session.network(), {{site, {at.latitude + degrees, at.longitude}}}), QStringLiteral("Move"), gesture);
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoDragsOfFiftyMovesAreTwoUndoSteps()
    {
        Session session;
        session.open(aChain(2).spaced(20_km), {});
        const QByteArray before = projectText(session.network());
        for (int drag = 0; drag < 2; ++drag) {
            const int gesture = session.beginGesture();
            for (int i = 0; i < 50; ++i) moveBy(session, SiteId(2), 0.01, gesture);
        }
        QCOMPARE(session.undoStack().count(), 2);
        session.undoStack().undo();
        session.undoStack().undo();
        QCOMPARE(projectText(session.network()), before);
    }

    void aGestureThatEndsWhereItBeganLeavesNoStep()
    {
        Session session;
        session.open(aChain(2).spaced(20_km), {});
        const GeoPosition start = *session.network().sites.find(SiteId(2))->position;
        const int gesture = session.beginGesture();
        for (int i = 0; i < 50; ++i) moveBy(session, SiteId(2), 0.01, gesture);
        session.push(moveSites(session.network(), {{SiteId(2), start}}), QStringLiteral("Move"), gesture);
        QCOMPARE(session.undoStack().count(), 0);
        QVERIFY(session.undoStack().isClean());
    }

    void numbersFollowWhileDragging()
    {
        Session session;
        session.open(aChain(3).withHardware(QStringLiteral("neutral-atom-rb-2035")), {});
        QTRY_VERIFY(session.evaluation() != nullptr);
        QTRY_COMPARE(session.computeState(), ComputeState::Done);
        int updates = 0;
        connect(&session, &Session::evaluationChanged, &session, [&] { ++updates; });
        const int gesture = session.beginGesture();
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 1000) {
            moveBy(session, SiteId(2), 0.0005, gesture);
            QTest::qWait(8);
        }
        QVERIFY2(updates >= 5, qPrintable(QString::number(updates)));
        QTRY_VERIFY(!session.isStale());
        QCOMPARE(session.evaluatedRevision(), session.document().revision());
    }

    void anOlderAnswerNeverReplacesANewerOne()
    {
        Session session;
        session.open(gridDesign(100, 180, 10), {});
        Revision newest = 0;
        bool isOrdered = true;
        connect(&session, &Session::evaluationChanged, &session, [&] {
            isOrdered = isOrdered && session.evaluatedRevision() >= newest;
            newest = session.evaluatedRevision();
        });
        for (int i = 0; i < 60; ++i) {
            moveBy(session, SiteId(5), 0.001, 0);
            QTest::qWait(5);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale(), 20000);
        QVERIFY(isOrdered);
    }

    void editsOfTheReportAskForNoNewNumbersAndLeaveThePreview()
    {
        Session session;
        session.open(aChain(3).spaced(20_km), {});
        QTRY_COMPARE(session.computeState(), ComputeState::Done);
        const auto numbers = session.evaluation();
        session.preview().show(moveSites(session.network(), {{SiteId(1), {51.0, 1.0}}}), QStringLiteral("Move"));
        QVERIFY(session.push(addReportPlot(session.network(), ReportPlot()), QStringLiteral("Add")));
        QVERIFY(!session.isStale());
        QVERIFY(session.preview().isShown());
        QVERIFY(session.push(setReportChapters(session.network(), {QStringLiteral("map")}), QStringLiteral("Chapters")));
        QVERIFY(!session.isStale());
        session.undoStack().undo();
        QTest::qWait(100);
        QCOMPARE(session.evaluation(), numbers);
        QCOMPARE(session.computeState(), ComputeState::Done);
        QVERIFY(session.push(*setField(session.network(), LinkId(1), QStringLiteral("fiber/length_m"), QStringLiteral("30 km")), QStringLiteral("Length")));
        QVERIFY(session.isStale());
        QVERIFY(session.push(addReportPlot(session.network(), ReportPlot()), QStringLiteral("Add")));    // while they are computed
        QVERIFY(session.isStale());
        QTRY_VERIFY(!session.isStale());
        QTRY_COMPARE(session.computeState(), ComputeState::Done);
        QVERIFY(session.evaluation() != numbers);
    }

    void openingAnotherDesignDropsLateAnswersOfTheOldOne()
    {
        Session session;
        session.open(gridDesign(100, 180, 20), {});
        session.open(aChain(1).spaced(5_km), {});
        QTRY_VERIFY(session.evaluation() != nullptr);
        QCOMPARE(session.evaluation()->links.size(), std::size_t(1));
        QTest::qWait(300);
        QCOMPARE(session.evaluation()->links.size(), std::size_t(1));
    }

    void aReadOnlyDesignRefusesEditsAndSaysSo()
    {
        Session session;
        session.open(test::aChain(2), {});
        session.setReadOnly(true);
        QStringList notices;
        connect(&session, &Session::noticed, this, [&](const QString& text) { notices << text; });
        const Network before = session.network();
        const Patch patch = addSite(before, SiteRole::Repeater, {50, 1});
        session.push(patch, QStringLiteral("Add"));
        session.select(patch.sites.front().id());
        QVERIFY(session.network() == before);
        QCOMPARE(session.undoStack().count(), 0);
        QVERIFY(session.selection().isEmpty());
        QVERIFY(notices.join(u' ').contains(QStringLiteral("read-only")));
        session.setReadOnly(false);
        session.push(patch, QStringLiteral("Add"));
        QCOMPARE(session.undoStack().count(), 1);
    }

    void whatIsRemovedLeavesTheSelection()
    {
        Session session;
        session.open(aChain(2).spaced(20_km), {});
        Selection selection;
        selection.sites = {SiteId(1), SiteId(2)};
        selection.links = {LinkId(1)};
        session.select(selection);
        session.push(removeElements(session.network(), {{SiteId(1)}, {}, {}}), QStringLiteral("Delete"));
        QCOMPARE(session.selection().sites, std::set<SiteId>{SiteId(2)});
        QVERIFY(session.selection().links.empty());
    }
};

BELLWEAVE_TEST(SessionTest)
#include "session_test.moc"
