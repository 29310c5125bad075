// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

const QByteArray kMap =
    "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>"
    "<key attr.name='Latitude' for='node' id='a'/><key attr.name='Longitude' for='node' id='b'/>"
    "<key attr.name='label' for='node' id='c'/><key attr.name='Layer' for='graph' id='d'/>"
    "<graph><data key='d'>IP</data>"
    "<node id='0'><data key='a'>52.37</data><data key='b'>4.9</data><data key='c'>Amsterdam</data></node>"
    "<node id='1'><data key='a'>53.22</data><data key='b'>6.57</data><data key='c'>Groningen</data></node>"
    "<node id='2'><data key='c'>Between</data></node>"
    "<node id='3'><data key='c'>Alone</data></node>"
    "<edge source='0' target='1'/><edge source='0' target='2'/><edge source='1' target='1'/>"
    "</graph></graphml>";

} // namespace

class ConvertTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { writeFile(path("map.graphml"), kMap); }
    void graphmlBecomesADesignWithItsReport();
    void theWrittenDesignReadsBackAndEvaluates();
    void optionsReachTheImport();
    void aDesignConvertsToItsTidyForm();
    void damageLeavesNoFile();
    void unknownEndingsAreRefused();
    void anExistingFileSurvivesAFailure();

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

void ConvertTest::graphmlBecomesADesignWithItsReport()
{
    const CliRun run = runCli({"convert", path("map.graphml"), path("map.bellweave"), "--json"});
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    const QJsonObject json = run.json();
    QCOMPARE(json["source"]["format"].toString(), QStringLiteral("GraphML"));
    QCOMPARE(json["source"]["nodes"].toInt(), 4);
    QCOMPARE(json["source"]["edges"].toInt(), 3);
    QCOMPARE(json["imported"]["sites"].toInt(), 4);
    QCOMPARE(json["imported"]["links"].toInt(), 2);
    QCOMPARE(json["imported"]["sites_without_position"].toInt(), 1);
    QCOMPARE(json["imported"]["lengths_from_geometry"].toInt(), 2);
    QCOMPARE(json["skipped"].toArray().size(), 1);
    QVERIFY(!json["skipped"][0]["why"].toString().isEmpty());
    QVERIFY(json["warnings"].toArray().first().toString().contains(QStringLiteral("IP-layer map")));
    QVERIFY(run.err.contains(QStringLiteral("IP-layer map")));
    const CliRun text = runCli({"convert", path("map.graphml"), path("map.bellweave"), "--quiet"});
    QVERIFY(text.out.contains(QStringLiteral("4 nodes, 3 edges read as 4 sites, 2 links")));
    QVERIFY(text.err.isEmpty());
}

void ConvertTest::theWrittenDesignReadsBackAndEvaluates()
{
    QCOMPARE(runCli({"convert", path("map.graphml"), path("map.bellweave")}).code, ExitCode::Done);
    const Result<LoadedProject> project = readProject(path("map.bellweave"));
    QVERIFY2(project.has_value(), project ? "" : qPrintable(project.error().text()));
    QVERIFY(project->notices.isEmpty());
    const Site* amsterdam = siteByKey(project->network, QStringLiteral("amsterdam"));
    QVERIFY(amsterdam);
    QCOMPARE(*amsterdam->position, (GeoPosition{52.37, 4.9}));
    QCOMPARE(amsterdam->repeater->hardware.preset, QStringLiteral("neutral-atom-rb-2035"));
    const QJsonArray links = runCli({"evaluate", path("map.bellweave"), "--json"}).json()["links"].toArray();
    QCOMPARE(links.size(), 2);
    const auto direct = std::find_if(links.begin(), links.end(), [](const QJsonValue& link) { return link["id"].toString() == u"amsterdam-groningen"; });
    QVERIFY(direct != links.end());
    // 146.76 km on the sphere of mean radius; the ellipsoid differs by less than 0.5 %. Times the default route factor.
    QVERIFY(std::abs(direct->toObject()["length_m"].toDouble() / 1.4 / 146762.0 - 1.0) < 0.005);
}

void ConvertTest::optionsReachTheImport()
{
    const CliRun unplaced = runCli({"convert", path("map.graphml"), path("m.bellweave"), "--json", "--leave-unplaced", "--stations", "nv-diamond-2026"});
    QCOMPARE(unplaced.json()["imported"]["sites_without_position"].toInt(), 2);
    QCOMPARE(readProject(path("m.bellweave"))->network.sites.begin()->repeater->hardware.preset, QStringLiteral("nv-diamond-2026"));
    const CliRun unknown = runCli({"convert", path("map.graphml"), path("n.bellweave"), "--stations", "warp"});
    QCOMPARE(unknown.code, ExitCode::BadInput);
    QVERIFY(unknown.err.contains(QStringLiteral("nv-diamond-2026")));
    QVERIFY(!QFile::exists(path("n.bellweave")));
}

void ConvertTest::aDesignConvertsToItsTidyForm()
{
    writeFile(path("two.bellweave"), kTwoCities);
    const CliRun run = runCli({"convert", path("two.bellweave"), path("tidy.bellweave"), "--json"});
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    QCOMPARE(run.json()["imported"]["sites"].toInt(), 2);
    QCOMPARE(runCli({"convert", path("tidy.bellweave"), path("again.bellweave")}).code, ExitCode::Done);
    QCOMPARE(fileContents(path("again.bellweave")), fileContents(path("tidy.bellweave")));
}

void ConvertTest::damageLeavesNoFile()
{
    writeFile(path("map.graphml"), kMap.left(kMap.size() - 30));
    const CliRun run = runCli({"convert", path("map.graphml"), path("broken.bellweave"), "--json"});
    QCOMPARE(run.code, ExitCode::BadInput);
    QVERIFY2(run.err.contains(QStringLiteral("map.graphml:")), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
    QVERIFY(!QFile::exists(path("broken.bellweave")));
}

void ConvertTest::unknownEndingsAreRefused()
{
    const CliRun out = runCli({"convert", path("map.graphml"), path("map.docx")});
    QCOMPARE(out.code, ExitCode::WrongUse);
    QVERIFY(out.err.contains(QStringLiteral(".bellweave")));
    const CliRun in = runCli({"convert", path("map.docx"), path("map.bellweave")});
    QCOMPARE(in.code, ExitCode::BadInput);
    QVERIFY(in.err.contains(QStringLiteral(".graphml")));
}

void ConvertTest::anExistingFileSurvivesAFailure()
{
    writeFile(path("kept.bellweave"), kTwoCities);
    writeFile(path("map.graphml"), "<graphml>");
    QCOMPARE(runCli({"convert", path("map.graphml"), path("kept.bellweave")}).code, ExitCode::BadInput);
    QCOMPARE(fileContents(path("kept.bellweave")), kTwoCities);
    QVERIFY(runCli({"convert", path("kept.bellweave"), path("no/folder/x.bellweave")}).code == ExitCode::Failed);
}

BELLWEAVE_TEST(ConvertTest)
#include "convert_test.moc"
