// SPDX-License-Identifier: GPL-3.0-or-later
// One simulation on many processes by MPI; built where there are MPI and its launcher.
#include "tests/cli/run_cli.h"
#include "tests/support/mpi_processes.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

const QString kDesign = QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/national-germany.bellweave");

} // namespace

class ManyProcessesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Starts the program as so many processes.
    void start(QProcess& process, int ranks, const QStringList& arguments) const
    {
        process.setWorkingDirectory(m_folder.path());
        test::startSimulation(process, ranks, kDesign, arguments);
    }
    QByteArray outOf(int ranks, const QStringList& arguments) const
    {
        QProcess process;
        start(process, ranks, arguments);
        if (!process.waitForFinished(100'000) || process.exitCode() != 0) qWarning() << process.readAllStandardError();
        return process.readAllStandardOutput();
    }

private Q_SLOTS:
    void processesOfMpiGiveTheBytesOfOneProcess_data()
    {
        QTest::addColumn<QStringList>("limits");
        QTest::newRow("events") << QStringList{"--duration", "20 s", "--runs", "21"};
        QTest::newRow("pairs until an error is reached") << QStringList{"--relative-error", "0.004"};
    }
    void processesOfMpiGiveTheBytesOfOneProcess()
    {
        QFETCH(QStringList, limits);
        const QByteArray one = runCli(QStringList{"simulate", kDesign, "--json"} + limits).out.toUtf8();
        for (const int ranks : {1, 2, 3}) QCOMPARE(outOf(ranks, QStringList{"--json"} + limits), one);
        QVERIFY(!QFile::exists(path(QStringLiteral("national-germany.part"))));
    }

    void aProcessThatDiesLeavesTheBlocksAndTheRunGoesOnToTheSameBytes()
    {
        const QStringList limits{"--duration", "100 s", "--runs", "400", "--json"};
        QProcess process;
        start(process, 3, limits + QStringList{"--progress", "on"});
        QVERIFY(process.waitForStarted());
        QStringList children;
        // The last process of the job is killed while the others work.
        QVERIFY(QTest::qWaitFor([&] {
            QProcess list;
            list.start(QStringLiteral("pgrep"), {QStringLiteral("-P"), QString::number(process.processId())});
            list.waitForFinished();
            children = QString::fromLatin1(list.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
            return children.size() == 3;
        }, 20'000));
        // Not before there is something to save.
        QString said;
        static const QRegularExpression someDone(QStringLiteral("[1-9][0-9]* % of the runs"));
        QVERIFY(QTest::qWaitFor([&] { return (said += QString::fromUtf8(process.readAllStandardError())).contains(someDone); }, 100'000));
        QCOMPARE(::kill(children.back().toInt(), SIGKILL), 0);
        QVERIFY(process.waitForFinished(100'000));
        QVERIFY(process.exitCode() != 0);
        QVERIFY2(QFile::exists(path(QStringLiteral("national-germany.part"))), process.readAllStandardError().constData());
        const QByteArray resumed = outOf(2, QStringList{"--resume"} + limits);
        QCOMPARE(resumed, runCli(QStringList{"simulate", kDesign} + limits).out.toUtf8());
    }
};

BELLWEAVE_TEST(ManyProcessesTest)
#include "many_processes_slow_test.moc"
