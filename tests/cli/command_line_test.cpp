// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nearest_word.h"
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace bellweave::cli;

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void versionAndHelpAnswerOnStandardOutput()
    {
        QVERIFY(runCli({"--version"}).out.contains(QStringLiteral(BELLWEAVE_VERSION)));
        const CliRun help = runCli({"--help"});
        QCOMPARE(help.code, ExitCode::Done);
        for (const Command& command : commands()) QVERIFY(help.out.contains(command.name));
        QVERIFY(help.err.isEmpty());
    }

    void everyVerbExplainsItself()
    {
        for (const Command& command : commands()) {
            const CliRun help = runCli({command.name, "--help"});
            if (help.code == ExitCode::Failed && help.err.contains(QStringLiteral("no window"))) continue;   // that build says so
            QCOMPARE(help.code, ExitCode::Done);
            QVERIFY(help.out.contains(QStringLiteral("--json")));
            QCOMPARE(runCli({"help", command.name}).out, help.out);
        }
    }

    void nothingIsWrongUse()
    {
        const CliRun run = runCli({});
        QCOMPARE(run.code, ExitCode::WrongUse);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.contains(QStringLiteral("evaluate")));
    }

    void aMistypedVerbGetsASuggestion()
    {
        const CliRun run = runCli({"evalute", "x.bellweave"});
        QCOMPARE(run.code, ExitCode::WrongUse);
        QVERIFY(run.err.contains(QStringLiteral("\"evaluate\"?")));
        QVERIFY(runCli({"frobnicate"}).err.contains(QStringLiteral("Verbs: evaluate")));
    }

    void aMistypedOptionGetsASuggestion()
    {
        const CliRun run = runCli({"evaluate", "--jsn", "x.bellweave"});
        QCOMPARE(run.code, ExitCode::WrongUse);
        QVERIFY(run.err.contains(QStringLiteral("\"--json\"?")));
        QVERIFY(runCli({"schema", "--frobnicate"}).err.contains(QStringLiteral("--help")));
    }

    void tooFewAndTooManyWordsAreWrongUse()
    {
        QCOMPARE(runCli({"evaluate"}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"convert", "a.graphml"}).code, ExitCode::WrongUse);
        const CliRun run = runCli({"check", "a.bellweave", "b.bellweave"});
        QCOMPARE(run.code, ExitCode::WrongUse);
        QVERIFY(run.err.contains(QStringLiteral("b.bellweave")));
    }

    void valuesOfOptionsAreChecked_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("named");
        QTest::newRow("threads text") << QStringList{"--threads", "many"} << QStringLiteral("many");
        QTest::newRow("no threads") << QStringList{"--threads", "0"} << QStringLiteral("--threads 0");
        QTest::newRow("negative seed") << QStringList{"--seed=-1"} << QStringLiteral("-1");
        QTest::newRow("progress") << QStringList{"--progress", "maybe"} << QStringLiteral("auto, on, off");
        QTest::newRow("set without value") << QStringList{"--set", "links/a"} << QStringLiteral("PATH=VALUE");
        QTest::newRow("option without value") << QStringList{"--seed"} << QStringLiteral("seed");
        QTest::newRow("require") << QStringList{"--require", "perfect"} << QStringLiteral("feasible");
    }

    void valuesOfOptionsAreChecked()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, named);
        const CliRun run = runCli(QStringList{"evaluate", "x.bellweave"} + options);
        QCOMPARE(run.code, ExitCode::WrongUse);
        QVERIFY2(run.err.contains(named), qPrintable(run.err));
        QVERIFY(run.out.isEmpty());
    }

    void onlyNearWordsAreSuggested()
    {
        const QStringList words{"evaluate", "check", "convert"};
        QCOMPARE(nearestWord("chek", words), QStringLiteral("check"));
        QCOMPARE(nearestWord("CONVERT", words), QStringLiteral("convert"));
        QVERIFY(nearestWord("report", words).isEmpty() || nearestWord("report", words) == u"convert");
        QVERIFY(nearestWord("xyz", words).isEmpty());
    }
};

BELLWEAVE_TEST(CommandLineTest)
#include "command_line_test.moc"
