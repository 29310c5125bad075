// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/autosave.h"
#include "tests/support/test_program.h"

#include "model/edit/edits.h"
#include "model/format/project_file.h"
#include "tests/support/build_network.h"
#include "ui/session/session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::ui;
using namespace bellweave::test;

/// What would be offered if the program died now: the copies, whoever holds them.
class AutosaveTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Autosave> m_autosave;

    QStringList copies() const { return QDir(m_folder->path()).entryList({QStringLiteral("*.bellweave")}); }
    QByteArray copied() const
    {
        const auto loaded = readProject(m_folder->filePath(copies().value(0)));
        return loaded ? projectText(loaded->network) : QByteArray();
    }
    QByteArray present() const { return projectText(m_session->network()); }
    void move(double latitude)
    {
        m_session->push(moveSites(m_session->network(), {{SiteId(1), {latitude, 1.0}}}), QStringLiteral("Move"));
    }

private Q_SLOTS:
    void init()
    {
        m_autosave.reset();
        m_session = std::make_unique<Session>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_autosave = std::make_unique<Autosave>(*m_session, m_folder->path());
        m_autosave->setDelay(5);
        m_session->open(aChain(2), {});
    }
    void cleanup()
    {
        m_autosave.reset();
        m_session.reset();
    }

    void anUnchangedDesignLeavesNoCopy()
    {
        QTest::qWait(30);
        QVERIFY(copies().isEmpty());
    }

    void everyChangeReachesTheCopyOfAnUntitledDesign()
    {
        for (const double latitude : {51.0, 52.0, 53.0}) {
            move(latitude);
            QTRY_COMPARE(copied(), present());
        }
        QCOMPARE(copies().size(), 1);
    }

    void steadyChangesDoNotPutItOff()
    {
        m_autosave->setDelay(100);
        QElapsedTimer clock;
        for (clock.start(); copies().isEmpty() && clock.elapsed() < 5000; QTest::qWait(10)) move(50.0 + 1e-4 * double(clock.elapsed()));
        QVERIFY(!copies().isEmpty());
    }

    void savingRemovesTheCopy()
    {
        move(51.0);
        QTRY_VERIFY(!copies().isEmpty());
        m_session->undoStack().setClean();
        QTRY_VERIFY(copies().isEmpty());
        move(52.0);
        QTRY_COMPARE(copied(), present());
    }

    void undoingEverythingRemovesTheCopy()
    {
        move(51.0);
        QTRY_VERIFY(!copies().isEmpty());
        m_session->undoStack().undo();
        QTRY_VERIFY(copies().isEmpty());
    }

    void anotherDesignHasACopyOfItsOwn()
    {
        move(51.0);
        QTRY_VERIFY(!copies().isEmpty());
        m_session->open(aChain(1), {});
        QTRY_VERIFY(copies().isEmpty());
        m_session->undoStack().resetClean();
        QTRY_COMPARE(copied(), present());
    }

    void theEndOfTheProgramKeepsWhatIsUnsaved()
    {
        m_autosave->setDelay(60'000);
        move(51.0);
        m_autosave->flush();
        const QByteArray work = present();
        cleanup();
        QCOMPARE(copiesLeftBehind(m_folder->path()).size(), std::size_t(1));
        QCOMPARE(copied(), work);
    }

    void workThatIsGoneOnWithKeepsItsOneCopy()
    {
        { QVERIFY(RecoverySlot::create(m_folder->path())->write(aChain(2), {})); }
        m_autosave->adopt(copiesLeftBehind(m_folder->path()).front());
        QVERIFY(copiesLeftBehind(m_folder->path()).empty());
        move(51.0);
        QTRY_COMPARE(copied(), present());
        QCOMPARE(copies().size(), 1);
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        Session session;
        Autosave autosave(session, QStringLiteral("/proc/none"));
        autosave.setDelay(5);
        QStringList said;
        connect(&session, &Session::noticed, &session, [&](const QString& sentence) { said << sentence; });
        session.open(aChain(2), {});
        for (const double latitude : {51.0, 52.0}) {
            session.push(moveSites(session.network(), {{SiteId(1), {latitude, 1.0}}}), QStringLiteral("Move"));
            QTest::qWait(30);
        }
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.front().contains(QStringLiteral("/proc/none")), qPrintable(said.front()));
    }
};

BELLWEAVE_TEST(AutosaveTest)
#include "autosave_test.moc"
