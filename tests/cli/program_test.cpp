// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process: what only main() can get wrong.
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave::cli;

namespace {

struct Finished {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Finished runProgram(const QStringList& arguments, const QString& locale = QStringLiteral("C"))
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), locale);
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BELLWEAVE_CLI_PROGRAM), arguments);
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// One element of a list of the design: "@" stands for its number, "#" for the next one.
QByteArray numbered(const QByteArray& element, int count)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i)
        list.append(QByteArray(element).replace('@', QByteArray::number(i)).replace('#', QByteArray::number(i + 1)));
    return '[' + list.join(',') + ']';
}

/// A star with so many demands that the search for fixes does not end before a signal arrives.
QByteArray wideStar(int arms)
{
    return "{\"format\":\"bellweave\",\"version\":1,"
           "\"sites\":" + numbered("{\"id\":\"s@\",\"repeater\":{\"preset\":\"neutral-atom-rb-2035\"}}", arms + 1)
        + ",\"links\":" + numbered("{\"id\":\"l@\",\"from\":\"s0\",\"to\":\"s#\",\"fiber\":{\"length_m\":20@}}", arms)
        + ",\"demands\":" + numbered("{\"id\":\"d@\",\"from\":\"s@\",\"to\":\"s#\",\"min_rate_hz\":1e6,\"min_fidelity\":0.8}", arms) + "}";
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writeFile(design(), kTwoCities); }
    void exitStatusesReachTheShell();
    void theLocaleOfTheEnvironmentChangesNothing();
    void theProcessPrintsWhatTheVerbPrints();
    void rendersWithoutADisplayOrSaysWhyNot();
    void aSignalEndsTheRunWithWhatItHas();

private:
    QString design() const { return m_folder.filePath(QStringLiteral("two cities – zwölf.bellweave")); }
    QTemporaryDir m_folder;
};

void ProgramTest::exitStatusesReachTheShell()
{
    QCOMPARE(runProgram({"--version"}).status, 0);
    QCOMPARE(runProgram({"nonsense"}).status, 2);
    QCOMPARE(runProgram({"evaluate", "/no/such/file.bellweave"}).status, 3);
    QCOMPARE(runProgram({"evaluate", design(), "--require", "feasible", "--set", "demands/d1/min_rate=1e9"}).status, 4);
}

void ProgramTest::theLocaleOfTheEnvironmentChangesNothing()
{
    const Finished plain = runProgram({"evaluate", design(), "--json"});
    QCOMPARE(plain.status, 0);
    QCOMPARE(runProgram({"evaluate", design(), "--json"}, QStringLiteral("de_DE.UTF-8")).out, plain.out);
    QVERIFY(plain.err.isEmpty());
}

void ProgramTest::theProcessPrintsWhatTheVerbPrints()
{
    QCOMPARE(QString::fromUtf8(runProgram({"evaluate", design()}).out), runCli({"evaluate", design()}).out);
}

void ProgramTest::rendersWithoutADisplayOrSaysWhyNot()
{
    const QString picture = m_folder.filePath("map.png");
    const Finished run = runProgram({"render", design(), picture, "--size", "400x300"});
    if (run.status == 1 && run.err.contains("has no window")) {
        QVERIFY(!QFile::exists(picture));
        return;
    }
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.err.constData());
    QVERIFY(fileContents(picture).startsWith("\x89PNG"));
    QCOMPARE(runProgram({"render", design(), m_folder.filePath("map.xyz")}).status, 2);
    QCOMPARE(runProgram({"render", design(), picture, "--plot", "nonsense"}).status, 2);
    QCOMPARE(runProgram({"render", design(), m_folder.filePath("no/folder/map.png")}).status, 1);
    QCOMPARE(QDir(m_folder.path()).entryList({"*.png", ".*", "*.xyz"}, QDir::Files | QDir::Hidden), QStringList{"map.png"});
}

void ProgramTest::aSignalEndsTheRunWithWhatItHas()
{
    const QString path = m_folder.filePath("wide.bellweave");
    writeFile(path, wideStar(300));
    QProcess process;
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(BELLWEAVE_CLI_PROGRAM), {"evaluate", path, "--json", "--progress", "on"});
    QByteArray progress;
    while (!progress.contains("Trying") && process.waitForReadyRead(30000)) progress += process.readAllStandardError();
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 5);
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(json["ended_early"].toBool(), true);
    QVERIFY(json.contains("provenance"));
}

BELLWEAVE_TEST(ProgramTest)
#include "program_test.moc"
