// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/file_lock.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;

class FileLockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSecondHolderIsToldWhoHasTheFile();
    void theLockGoesWithItsHolder();
    void aLockOfADeadProgramDoesNotCount();
    void linksToOneFileMeetAtOneLock();
    void aFolderThatCannotBeWrittenIsNamed();

private:
    QString filePath(const QString& name) { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void FileLockTest::theSecondHolderIsToldWhoHasTheFile()
{
    const auto first = FileLock::acquire(filePath(QStringLiteral("a.bellweave")));
    QVERIFY(first.has_value());
    const auto second = FileLock::acquire(filePath(QStringLiteral("a.bellweave")));
    QVERIFY(!second);
    QVERIFY(second.error().code == Error::Code::Locked);
    QVERIFY(second.error().sentence.contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE(second.error().where, filePath(QStringLiteral("a.bellweave")));
}

void FileLockTest::theLockGoesWithItsHolder()
{
    const QString path = filePath(QStringLiteral("b.bellweave"));
    { QVERIFY(FileLock::acquire(path).has_value()); }
    QVERIFY(!QFile::exists(FileLock::lockPath(path)));
    QVERIFY(FileLock::acquire(path).has_value());
}

void FileLockTest::aLockOfADeadProgramDoesNotCount()
{
    const QString path = filePath(QStringLiteral("c.bellweave"));
    QFile left(FileLock::lockPath(path));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("4194303\nfile_lock_test\n" + QSysInfo::machineHostName().toUtf8() + '\n');    // no process has this number
    left.close();
    QVERIFY(FileLock::acquire(path).has_value());
}

void FileLockTest::linksToOneFileMeetAtOneLock()
{
    const QString path = filePath(QStringLiteral("d.bellweave"));
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(path, filePath(QStringLiteral("link.bellweave"))));
    const auto first = FileLock::acquire(path);
    QVERIFY(!FileLock::acquire(filePath(QStringLiteral("link.bellweave"))));
}

void FileLockTest::aFolderThatCannotBeWrittenIsNamed()
{
    const auto lock = FileLock::acquire(QStringLiteral("/nowhere/e.bellweave"));
    QVERIFY(!lock);
    QVERIFY(lock.error().code == Error::Code::NotWritable);
}

BELLWEAVE_TEST(FileLockTest)
#include "file_lock_test.moc"
