// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/recovery.h"
#include "tests/support/test_program.h"

#include "model/format/project_file.h"
#include "tests/support/build_network.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::test;

class RecoveryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_root;
    QString m_folder;

    QString origin() const { return m_root.filePath(QStringLiteral("Réseau 1.bellweave")); }

private Q_SLOTS:
    void init() { m_folder = m_root.filePath(QString::number(std::rand()) + QStringLiteral("/recovery")); }

    void anUnknownFolderHoldsNothing() { QVERIFY(copiesLeftBehind(m_folder).empty()); }

    void workOfALivingProgramIsNotLeftBehind()
    {
        const auto slot = RecoverySlot::create(m_folder);
        QVERIFY(slot && slot->write(aChain(2), {}));
        QVERIFY(copiesLeftBehind(m_folder).empty());
    }

    void workOfAnEndedProgramIsFoundWhole()
    {
        const Network network = aChain(3);
        {
            const auto slot = RecoverySlot::create(m_folder);
            QVERIFY(slot && slot->write(aChain(2), {}) && slot->write(network, origin()));
        }
        const auto copies = copiesLeftBehind(m_folder);
        QCOMPARE(copies.size(), std::size_t(1));
        QCOMPARE(copies.front().origin, origin());
        const auto loaded = readProject(copies.front().copyPath);
        QVERIFY(loaded);
        QCOMPARE(projectText(loaded->network), projectText(network));
    }

    void aSlotSeenThroughALinkedFolderIsStillTaken()
    {
        const QString linked = m_root.filePath(QStringLiteral("linked"));
        QDir().mkpath(m_folder);
        QVERIFY(QFile::link(m_folder, linked));
        const auto slot = RecoverySlot::create(linked);
        QVERIFY(slot && slot->write(aChain(1), {}));
        QVERIFY(copiesLeftBehind(linked).empty());
        QVERIFY(copiesLeftBehind(m_folder).empty());
    }

    void twoDocumentsOfOneNameKeepTheirOwnCopies()
    {
        {
            const auto one = RecoverySlot::create(m_folder);
            const auto two = RecoverySlot::create(m_folder);
            QVERIFY(one && two && one->write(aChain(1), origin()) && two->write(aChain(2), origin()));
            two->clear();
        }
        QCOMPARE(copiesLeftBehind(m_folder).size(), std::size_t(1));
    }

    void anAdoptedCopyIsNotOfferedTwice()
    {
        { QVERIFY(RecoverySlot::create(m_folder)->write(aChain(1), {})); }
        const RecoveryCopy copy = copiesLeftBehind(m_folder).front();
        const auto slot = RecoverySlot::adopt(copy);
        QVERIFY(slot);
        QVERIFY(copiesLeftBehind(m_folder).empty());
        QVERIFY(!RecoverySlot::adopt(copy));
    }

    void aDiscardedCopyLeavesNothing()
    {
        { QVERIFY(RecoverySlot::create(m_folder)->write(aChain(1), origin())); }
        discardCopy(copiesLeftBehind(m_folder).front());
        QVERIFY(QDir(m_folder).isEmpty());
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto slot = RecoverySlot::create(QStringLiteral("/proc/none"));
        QVERIFY(!slot);
        QVERIFY(slot.error().where.startsWith(QStringLiteral("/proc/none")));
    }

    void theFolderIsWhereTheSystemKeepsState()
    {
        qputenv("XDG_STATE_HOME", "/tmp/state");
        QCOMPARE(recoveryFolder(), QStringLiteral("/tmp/state/bellweave/recovery"));
        qputenv("XDG_STATE_HOME", "relative");
        QCOMPARE(recoveryFolder(), QDir::homePath() + QStringLiteral("/.local/state/bellweave/recovery"));
    }
};

BELLWEAVE_TEST(RecoveryTest)
#include "recovery_test.moc"
