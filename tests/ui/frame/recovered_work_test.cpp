// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/field.h"
#include "model/format/project_file.h"
#include "tests/support/test_program.h"
#include "tests/support/text_recorder.h"
#include "tests/ui/frame/window_fixture.h"
#include "ui/frame/difference_table.h"
#include "ui/frame/recovered_row.h"
#include "ui/frame/recovery_dialog.h"
#include "ui/frame/verdict_card.h"
#include "ui/frame/welcome_page.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QToolButton>

using namespace bellweave;
using namespace bellweave::test;
using namespace bellweave::ui;

class RecoveredWorkTest : public WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        m_settings.clear();
        m_recovery = std::make_unique<QTemporaryDir>();
        openWindow();
    }
    void cleanup() { m_window.reset(); }

    void workLeftUnsavedIsOfferedAndGoesOn()
    {
        trigger(ActionId::New);
        drawSite();
        m_window->endQuietly();
        QCOMPARE(m_prompter.timesAskedAboutChanges, 0);
        openWindow();
        auto* row = m_window->welcomePage().findChild<RecoveredRow*>();
        QVERIFY(row && row->isVisible());
        QTest::mouseClick(row, Qt::LeftButton, {}, row->rect().center() - QPoint(40, 0));
        QVERIFY(m_window->isDesignShown());
        QCOMPARE(m_window->session().network().sites.size(), std::size_t(1));
        QVERIFY(m_window->isWindowModified());
        m_prompter.unsavedAnswer = Prompter::Unsaved::Discard;
        QVERIFY(m_window->close());
        openWindow();
        QVERIFY(!m_window->welcomePage().findChild<RecoveredRow*>());
    }

    void recoveredWorkIsSavedIntoItsOwnFile()
    {
        const QString path = fileWithWorkLeftBehind();
        auto* row = m_window->welcomePage().findChild<RecoveredRow*>();
        QVERIFY(row);
        QCOMPARE(readProject(path)->network.sites.size(), std::size_t(0));
        row->click();
        QTest::mouseClick(&recoveryDialog().openRecovered(), Qt::LeftButton);
        QCOMPARE(m_window->session().path(), path);
        QVERIFY(m_prompter.notices.isEmpty());
        QTRY_VERIFY(!m_window->findChild<RecoveryDialog*>());
        trigger(ActionId::Save);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(readProject(path)->network.sites.size(), std::size_t(1));
        QTRY_VERIFY(QDir(m_recovery->path()).entryList({QStringLiteral("*.bellweave")}, QDir::Files).isEmpty());
    }

    void openingAFileComparesItWithItsWorkThatWasLeftBehindAndEscapeKeepsBoth()
    {
        const QString path = fileWithWorkLeftBehind();
        QVERIFY(m_window->files().openPath(path));
        RecoveryDialog& dialog = recoveryDialog();
        QCOMPARE(dialog.differences().topLevelItemCount(), 1);
        QCOMPARE(dialog.differences().topLevelItem(0)->text(0), QStringLiteral("Added"));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.recoveredCard().sentence().contains(QStringLiteral("Computing")), 10000);
        QVERIFY(dialog.keep().hasFocus());
        QTest::keyClick(&dialog.keep(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<RecoveryDialog*>());
        QCOMPARE(m_window->session().network().sites.size(), std::size_t(0));
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(1));
        trigger(ActionId::Welcome);
        QVERIFY(m_window->welcomePage().findChild<RecoveredRow*>());
    }

    void theWorkBesideAnOpenFileIsGoneOnWith()
    {
        const QString path = fileWithWorkLeftBehind();
        QVERIFY(m_window->files().openPath(path));
        QTest::mouseClick(&recoveryDialog().openRecovered(), Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<RecoveryDialog*>());
        QCOMPARE(m_window->session().path(), path);
        QCOMPARE(m_window->session().network().sites.size(), std::size_t(1));
        QVERIFY(m_window->isWindowModified() && !m_window->session().isReadOnly());
        QCOMPARE(readProject(path)->network.sites.size(), std::size_t(0));
    }

    void ofTwoWorksOfAFileOneIsGoneOnWithAndTheOtherStaysAsItIs()
    {
        const QString path = fileWithWorkLeftBehind();
        QVERIFY(m_window->files().openPath(path));
        QTest::keyClick(&recoveryDialog().keep(), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<RecoveryDialog*>());
        drawSite();
        drawSite();
        m_window->endQuietly();
        openWindow();
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(2));
        m_window->welcomePage().findChild<RecoveredRow*>()->click();
        QTest::mouseClick(&recoveryDialog().openRecovered(), Qt::LeftButton);
        QTRY_VERIFY2(!m_window->findChild<RecoveryDialog*>(), "the other work is not compared with what was recovered");
        QVERIFY(m_window->isWindowModified());
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(1));
    }

    void theFileIsChosenOnlyAfterAnotherQuestion()
    {
        const QString path = fileWithWorkLeftBehind();
        m_window->welcomePage().findChild<RecoveredRow*>()->click();
        RecoveryDialog& dialog = recoveryDialog();
        QTest::keyClick(&dialog.openFile(), Qt::Key_Space);
        QCOMPARE(m_prompter.questions.size(), 1);
        QVERIFY(dialog.isVisible());
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(1));
        m_prompter.confirmAnswer = true;
        QTest::keyClick(&dialog.openFile(), Qt::Key_Space);
        QTRY_VERIFY(!m_window->findChild<RecoveryDialog*>());
        QVERIFY(copiesLeftBehind(m_recovery->path()).empty());
        QVERIFY(m_window->isDesignShown());
        QCOMPARE(m_window->session().path(), path);
        QVERIFY(!m_window->isWindowModified());
    }

    void workThatEqualsItsFileIsNotAskedFor()
    {
        const QString path = fileWithWorkLeftBehind();
        const auto work = readProject(copiesLeftBehind(m_recovery->path()).front().copyPath);
        QVERIFY(writeProject(path, work->network));
        QVERIFY(m_window->files().openPath(path));
        QVERIFY(!m_window->findChild<RecoveryDialog*>());
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(1));
    }

    void recoveredWorkIsDiscardedOnlyAfterAnAnswer()
    {
        trigger(ActionId::New);
        drawSite();
        m_window->endQuietly();
        openWindow();
        auto* row = m_window->welcomePage().findChild<RecoveredRow*>();
        QTest::keyClick(row, Qt::Key_Delete);
        QCOMPARE(copiesLeftBehind(m_recovery->path()).size(), std::size_t(1));
        m_prompter.confirmAnswer = true;
        QTest::mouseClick(row->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(copiesLeftBehind(m_recovery->path()).empty());
        QTRY_VERIFY(!m_window->welcomePage().findChild<RecoveredRow*>());
    }

    void everyChangedFieldHasALineWithOldAndNewValue()
    {
        const QString path = exampleWithWorkLeftBehind();
        QVERIFY(m_window->files().openPath(path));
        RecoveryDialog& dialog = recoveryDialog();
        DifferenceTable& table = dialog.differences();
        QCOMPARE(table.topLevelItemCount(), 2);
        QCOMPARE(table.topLevelItem(0)->text(0), QStringLiteral("Removed"));
        QCOMPARE(table.topLevelItem(1)->text(0), QStringLiteral("Changed"));
        QCOMPARE(table.topLevelItem(1)->text(4), QStringLiteral("0.7"));
        QVERIFY(table.topLevelItem(1)->text(3) != table.topLevelItem(1)->text(4));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.recoveredCard().sentence().contains(QStringLiteral("Computing")), 30000);
        QVERIFY(!dialog.fileCard().sentence().contains(QStringLiteral("Computing")));
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 2);
        const QStringList faults = clippedOrOverlapping(paintedTexts(dialog));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        for (const QPushButton* button : {&dialog.keep(), &dialog.openFile(), &dialog.openRecovered()}) QVERIFY(button->height() >= 24);
    }

private:
    void openWindow() { WindowFixture::openWindow({1180, 720}); }
    /// An empty design that was saved, got a site and was ended without saving; the window is a new one.
    QString fileWithWorkLeftBehind()
    {
        const QString path = m_recovery->filePath(QStringLiteral("own/mine.bellweave"));
        QDir().mkpath(QFileInfo(path).path());
        trigger(ActionId::New);
        m_prompter.saveAnswer = path;
        if (!m_window->files().save()) qFatal("the design is not saved");
        drawSite();
        m_window->endQuietly();
        openWindow();
        return path;
    }
    /// An example that was saved, lost a link, wanted less of a demand, and was ended without saving.
    QString exampleWithWorkLeftBehind()
    {
        const QString path = m_recovery->filePath(QStringLiteral("own/ring.bellweave"));
        QDir().mkpath(QFileInfo(path).path());
        Session& session = m_window->session();
        if (!m_window->files().openExample(QStringLiteral(":/bellweave/examples/metropolitan-randstad.bellweave"))) qFatal("no example");
        m_prompter.saveAnswer = path;
        if (!m_window->files().saveAs()) qFatal("the design is not saved");
        const DemandId demand = session.network().demands.rows().front()->id;
        const LinkId link = session.network().links.rows().back()->id;
        session.push(*setField(session.network(), demand, QStringLiteral("min_fidelity"), QStringLiteral("0.7")), QStringLiteral("Set"));
        session.push(removeElements(session.network(), setOf(link)), QStringLiteral("Remove"));
        m_window->endQuietly();
        openWindow();
        return path;
    }
    RecoveryDialog& recoveryDialog() const
    {
        auto* dialog = m_window->findChild<RecoveryDialog*>();
        if (!dialog || !QTest::qWaitForWindowActive(dialog)) qFatal("no dialog");
        return *dialog;
    }
};

BELLWEAVE_TEST(RecoveredWorkTest)
#include "recovered_work_test.moc"
