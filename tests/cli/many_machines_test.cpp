// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

const QString kDesign = QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/national-germany.bellweave");

} // namespace

class ManyMachinesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QByteArray bytes(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void shardsAreMergedToTheBytesOfOneRun_data()
    {
        QTest::addColumn<QStringList>("limits");
        QTest::newRow("events") << QStringList{"--duration", "20 s", "--runs", "21"};
        QTest::newRow("pairs") << QStringList{"--trials", "200000"};
    }
    void shardsAreMergedToTheBytesOfOneRun()
    {
        QFETCH(QStringList, limits);
        const QString one = runCli(QStringList{"simulate", kDesign, "--json", "--seed", "3", "--set", "settings/route_factor=1.3"} + limits).out;
        QStringList parts;
        for (const char* shard : {"3/4", "1/4", "4/4", "2/4"}) {
            parts.append(path(QString::fromLatin1(QTest::currentDataTag()) + QString::fromLatin1(shard).replace(u'/', u'-')));
            const CliRun run = runCli(QStringList{"simulate", kDesign, "--seed", "3", "--set", "settings/route_factor=1.3", "--shard", shard, "--save", parts.back()} + limits);
            QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        }
        const CliRun lacking = runCli(QStringList{"merge"} + parts.mid(1));
        QCOMPARE(lacking.code, ExitCode::BadInput);
        QVERIFY2(lacking.err.startsWith(QStringLiteral("Parts are missing: there are no blocks")), qPrintable(lacking.err));
        const CliRun twice = runCli(QStringList{"merge"} + parts + parts.mid(0, 1));
        QVERIFY2(twice.err.contains(QStringLiteral("given already")), qPrintable(twice.err));
        const CliRun merged = runCli(QStringList{"merge", "--json"} + parts);
        QVERIFY2(merged.code == ExitCode::Done, qPrintable(merged.err));
        QCOMPARE(merged.out, one);
    }

    void wrongUseIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such part") << QStringList{"--trials", "9", "--shard", "5/4", "--save", "x"} << QStringLiteral("--shard 5/4 is not accepted");
        QTest::newRow("no file") << QStringList{"--trials", "9", "--shard", "1/4"} << QStringLiteral("--shard needs --save FILE");
        QTest::newRow("an error that no part knows") << QStringList{"--shard", "1/4", "--save", "x"} << QStringLiteral("--shard cannot end at a relative error");
        QTest::newRow("nothing to go on from") << QStringList{"--trials", "9", "--resume"} << QStringLiteral("--resume needs --save FILE");
        QTest::newRow("no such file") << QStringList{"--trials", "9", "--resume", "--save", "/tmp/no-such-part"} << QStringLiteral("/tmp/no-such-part: This file cannot be read");
        QTest::newRow("no such folder") << QStringList{"--trials", "9", "--save", "/no/such/file"} << QStringLiteral("--save /no/such/file: ");
        QTest::newRow("over the design") << QStringList{"--trials", "9", "--save", kDesign} << QStringLiteral("--save ") + kDesign + QStringLiteral(" is the design that is read");
        QTest::newRow("output over the design") << QStringList{"--trials", "9", "--output", kDesign} << QStringLiteral("--output ") + kDesign + QStringLiteral(" is a file that is read");
        QTest::newRow("one over the other") << QStringList{"--duration", "1 s", "--trace", "/tmp/x.csv", "--failures", "/tmp/x.csv"} << QStringLiteral("--trace and --failures name the same file");
    }
    void wrongUseIsSaid()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const CliRun run = runCli(QStringList{"simulate", kDesign} + arguments);
        QVERIFY(run.code != ExitCode::Done);
        QVERIFY2(run.err.startsWith(said), qPrintable(run.err));
    }

    void blocksThatAreThereAreNotThrownAway()
    {
        const QString part = path(QStringLiteral("kept.part"));
        QCOMPARE(runCli({"simulate", kDesign, "--trials", "100", "--save", part}).code, ExitCode::Done);
        const QByteArray before = bytes(QStringLiteral("kept.part"));
        const CliRun again = runCli({"simulate", kDesign, "--trials", "100", "--save", part});
        QCOMPARE(again.code, ExitCode::WrongUse);
        QVERIFY2(again.err.contains(QStringLiteral("--resume goes on from its blocks")), qPrintable(again.err));
        QCOMPARE(bytes(QStringLiteral("kept.part")), before);
        QCOMPARE(runCli({"simulate", kDesign, "--trials", "100", "--save", part, "--resume"}).code, ExitCode::Done);
        const CliRun seeded = runCli({"simulate", kDesign, "--trials", "100", "--save", part, "--resume", "--seed", "7"});
        QVERIFY2(seeded.err.contains(QStringLiteral("other settings: seed")), qPrintable(seeded.err));
        QVERIFY(runCli({"merge", part, "--output", part}).err.contains(QStringLiteral("is a file that is read")));
    }

    void aFileThatIsNoPartIsRefusedByName()
    {
        const CliRun run = runCli({"merge", kDesign});
        QCOMPARE(run.code, ExitCode::BadInput);
        QVERIFY2(run.err.startsWith(kDesign + QStringLiteral(": This is no part of a simulation.")), qPrintable(run.err));
    }

    void scriptsForClustersAreScripts()
    {
        const QString shell = QStandardPaths::findExecutable(QStringLiteral("bash"));
        for (const char* name : {"slurm", "slurm-array"}) {
            const CliRun run = runCli({"describe", name});
            QVERIFY(run.out.startsWith(QStringLiteral("#!/bin/bash\n")));
            QProcess check;
            check.start(shell, {QStringLiteral("-n")});
            check.write(run.out.toUtf8());
            check.closeWriteChannel();
            QVERIFY(check.waitForFinished());
            QCOMPARE(check.exitCode(), 0);
        }
    }
};

BELLWEAVE_TEST(ManyMachinesTest)
#include "many_machines_test.moc"
