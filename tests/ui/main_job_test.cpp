// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/support/test_settings.h"
#include "tests/ui/shown_window.h"
#include "ui/canvas/network_view.h"
#include "ui/frame/design_page.h"
#include "ui/frame/verdict_bar.h"

#include <QFile>

using namespace bellweave;
using namespace bellweave::ui;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The main job from end to end, with real mouse and keys.
class MainJobTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawDragReadUndoSaveReopen()
    {
        test::ShownWindow shown({1400, 900});
        MainWindow& window = shown.window;
        ScriptedPrompter& prompter = shown.prompter;
        QVERIFY(window.files().newDesign());
        Session& session = window.session();
        NetworkView& view = *window.findChild<NetworkView*>();
        VerdictBar& verdict = *window.findChild<VerdictBar*>();
        QWidget* map = view.viewport();

        // Zoom in so that the two sites are some tens of kilometers apart, then place them with the Site tool.
        for (int i = 0; i < 26; ++i) view.zoomBy(1.2);
        const QPoint a(map->width() / 2 - 120, map->height() / 2);
        const QPoint b(map->width() / 2 + 120, map->height() / 2);
        view.setFocus();
        view.setSiteRole(SiteRole::Processor);
        view.setTool(ToolKind::PlaceSite);
        QTest::mouseClick(map, Qt::LeftButton, {}, a);
        view.setTool(ToolKind::PlaceSite);
        QTest::mouseClick(map, Qt::LeftButton, {}, b);
        QCOMPARE(session.network().sites.size(), std::size_t(2));

        QTest::keyClick(&view, Qt::Key_L);
        QTest::mouseClick(map, Qt::LeftButton, {}, a);
        QTest::mouseClick(map, Qt::LeftButton, {}, b);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(session.network().links.size(), std::size_t(1));

        QTest::keyClick(&view, Qt::Key_D);
        QTest::mouseClick(map, Qt::LeftButton, {}, a);
        QTest::mouseClick(map, Qt::LeftButton, {}, b);
        QCOMPARE(session.network().demands.size(), std::size_t(1));
        QTest::keyClick(&view, Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.computeState() == ComputeState::Done, 10000);
        const QString before = verdict.sentence();
        QVERIFY(!before.isEmpty());
        const QByteArray original = projectText(session.network());
        const int steps = session.undoStack().count();

        // Drag one site away: the numbers in the verdict bar follow.
        QTest::mousePress(map, Qt::LeftButton, {}, b);
        for (int i = 1; i <= 12; ++i) QTest::mouseMove(map, b + QPoint(8 * i, 2 * i));
        QTest::mouseRelease(map, Qt::LeftButton, {}, b + QPoint(96, 24));
        QCOMPARE(session.undoStack().count(), steps + 1);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.computeState() == ComputeState::Done, 10000);
        QVERIFY2(verdict.sentence() != before, qPrintable(before));

        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(projectText(session.network()), original);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.computeState() == ComputeState::Done, 10000);
        QCOMPARE(verdict.sentence(), before);

        prompter.saveAnswer = shown.recovery.filePath(QStringLiteral("two sites.bellweave"));
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(bytesOf(prompter.saveAnswer), original);
        QVERIFY(session.undoStack().isClean());

        QVERIFY(window.files().newDesign());
        QVERIFY(session.network().sites.empty());
        QVERIFY(window.files().openPath(prompter.saveAnswer));
        QCOMPARE(projectText(session.network()), original);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isStale() && session.computeState() == ComputeState::Done, 10000);
        QCOMPARE(verdict.sentence(), before);
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(bytesOf(prompter.saveAnswer), original);
        QVERIFY2(prompter.complaints.isEmpty(), qPrintable(prompter.complaints.join(u'\n')));
    }

    void escapeDuringADragPutsTheSiteBackAndLeavesNoStep()
    {
        test::ShownWindow shown({1400, 900});
        MainWindow& window = shown.window;
        QVERIFY(window.files().openExample(QStringLiteral(":/bellweave/examples/national-germany.bellweave")));
        Session& session = window.session();
        NetworkView& view = *window.findChild<NetworkView*>();
        QTest::qWait(50);
        const Site* site = siteByKey(session.network(), QStringLiteral("kassel"));
        const QPoint at = view.screenPosition(site->id)->toPoint();
        const QByteArray before = projectText(session.network());
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at);
        for (int i = 1; i <= 8; ++i) QTest::mouseMove(view.viewport(), at + QPoint(5 * i, 3 * i));
        QVERIFY(projectText(session.network()) != before);
        QTest::keyClick(&view, Qt::Key_Escape);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at + QPoint(40, 24));
        QCOMPARE(projectText(session.network()), before);
        QCOMPARE(session.undoStack().count(), 0);
    }

private:
    test::TestSettings m_settings;
};

BELLWEAVE_TEST(MainJobTest)
#include "main_job_test.moc"
