// SPDX-License-Identifier: GPL-3.0-or-later
// The verb as a process, because it draws; builds without the window say so.
#include "model/format/project_file.h"
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
    QString err;
};

Finished runReport(const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BELLWEAVE_CLI_PROGRAM), QStringList{QStringLiteral("report")} + arguments);
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        writeFile(path("two.bellweave"), kTwoCities);
        m_draws = !runReport({path("two.bellweave"), path("probe.html")}).err.contains(QStringLiteral("has no window"));
    }

    void aBuildWithoutTheWindowSaysSo()
    {
        if (m_draws) return;
        QCOMPARE(runReport({path("two.bellweave"), path("probe.html")}).status, 1);
        QVERIFY(!QFile::exists(path("probe.html")));
    }

    void thePageIsTheSameEveryTimeAndOpensAsADesign()
    {
        if (!m_draws) return;
        const Finished first = runReport({path("two.bellweave"), path("first.html")});
        QVERIFY2(first.status == 0 && first.err.isEmpty(), qPrintable(first.err));
        QCOMPARE(runReport({path("two.bellweave"), path("second.html"), "--threads", "1"}).status, 0);
        const QByteArray page = fileContents(path("first.html"));
        QVERIFY(!page.isEmpty());
        QCOMPARE(page, fileContents(path("second.html")));
        const CliRun evaluated = runCli({"evaluate", path("first.html"), "--json"});
        QVERIFY2(evaluated.code == ExitCode::Done, qPrintable(evaluated.err));
        QVERIFY(page.contains(evaluated.json()["verdict"]["sentence"].toString().toHtmlEscaped().toUtf8()));
        QCOMPARE(runCli({"convert", path("first.html"), path("again.bellweave")}).code, ExitCode::Done);
        const auto original = bellweave::parseProject(kTwoCities, {});
        QCOMPARE(fileContents(path("again.bellweave")), bellweave::projectText(original->network));
    }

    void settingsOfTheLineAreInTheReportAndItsDesign()
    {
        if (!m_draws) return;
        QCOMPARE(runReport({path("two.bellweave"), path("set.html"), "--set", "demands/d1/min_fidelity=0.77", "--seed", "5"}).status, 0);
        const auto inside = bellweave::parseProject(fileContents(path("set.html")), {});
        QVERIFY(inside);
        QCOMPARE(bellweave::demandByKey(inside->network, "d1")->minFidelity, 0.77);
        QCOMPARE(inside->network.general().settings.seed, std::uint64_t(5));
    }

    void chaptersAreChosenAndOrdered()
    {
        if (!m_draws) return;
        QCOMPARE(runReport({path("two.bellweave"), path("parts.html"), "--parts", "costs, verdict"}).status, 0);
        const QByteArray page = fileContents(path("parts.html"));
        QVERIFY(page.indexOf("<section id=\"costs\"") < page.indexOf("<section id=\"verdict\""));
        QCOMPARE(page.count("<section"), 2);
    }

    void plotsAndChaptersOfTheDesignAreInItsReport()
    {
        if (!m_draws) return;
        QByteArray design = kTwoCities;
        const QByteArray kept = R"("report":{"chapters":"plots, verdict"},"report_plots":[
            {"id":"a","plot":"link-loss","demand":"d1","order":2},{"id":"b","plot":"error-budget","demand":"d1","order":1},
            {"id":"c","plot":"tea-leaves","order":3},{"id":"d","plot":"cost-by-part","order":4,"ticked":false}],)";
        writeFile(path("kept.bellweave"), design.insert(design.indexOf('{') + 1, kept));
        const Finished run = runReport({path("kept.bellweave"), path("kept.html")});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.err.contains(QStringLiteral("report_plots/c")) && run.err.contains(QStringLiteral("tea-leaves")), qPrintable(run.err));
        const QByteArray page = fileContents(path("kept.html"));
        QVERIFY(page.indexOf("<section id=\"plots\"") < page.indexOf("<section id=\"verdict\""));
        QCOMPARE(page.count("<section"), 2);
        const auto first = page.indexOf("<figcaption>Error budget"), second = page.indexOf("<figcaption>Link loss");
        QVERIFY2(first > 0 && second > first, qPrintable(QString::number(second)));
        QVERIFY(page.contains("tea-leaves") && !page.contains("<figcaption>Cost by part"));
    }

    void thePdfIsWrittenWithTheDesignAttached()
    {
        if (!m_draws) return;
        const Finished run = runReport({path("two.bellweave"), path("two.pdf"), "--paper", "letter"});
        QVERIFY2(run.status == 0 && run.err.isEmpty(), qPrintable(run.err));
        const QByteArray pdf = fileContents(path("two.pdf"));
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.contains("/EmbeddedFile"));
        QVERIFY(pdf.contains("/MediaBox [0 0 612"));
    }

    void wrongUseBadInputAndUnwritablePlacesHaveTheirStatus()
    {
        if (!m_draws) return;
        const Finished kind = runReport({path("two.bellweave"), path("two.doc")});
        QCOMPARE(kind.status, 2);
        QVERIFY(kind.err.contains(QStringLiteral(".html, .pdf")));
        QCOMPARE(runReport({path("two.bellweave"), path("x.html"), "--parts", "verdict,poems"}).status, 2);
        QCOMPARE(runReport({path("two.bellweave"), path("x.pdf"), "--paper", "a0"}).status, 2);
        QCOMPARE(runReport({path("none.bellweave"), path("x.html")}).status, 3);
        QCOMPARE(runReport({path("two.bellweave"), path("no/folder/x.html")}).status, 1);
        QVERIFY(QDir(m_folder.path()).entryList({"x.*", ".*"}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void aPageWithoutADesignIsBadInputInWords()
    {
        writeFile(path("news.html"), "<!DOCTYPE html><html><body><p>News</p></body></html>");
        const CliRun run = runCli({"evaluate", path("news.html")});
        QCOMPARE(run.code, ExitCode::BadInput);
        QVERIFY(run.err.contains(QStringLiteral("news.html")));
        QVERIFY(run.err.contains(QStringLiteral("holds no design")));
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;
    bool m_draws = true;
};

BELLWEAVE_TEST(ReportTest)
#include "report_test.moc"
