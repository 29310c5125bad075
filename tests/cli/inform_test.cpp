// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that tell about a design or about the program: check, describe, schema, examples.
#include "model/format/project_file.h"
#include "model/network/presets.h"
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

class InformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkListsFindings();
    void describeKnowsEveryKindAndDefault();
    void describeAcceptsAKindAPresetAndResults();
    void describeNamesFormulaAndSourceOfAResult();
    void describeSuggestsNearNames();
    void remembranceIsMarked();
    void schemaIsAJsonSchema();
    void examplesAreListedAndWritten();
    void anUnknownExampleIsNamed();

private:
    QTemporaryDir m_folder;
};

void InformTest::checkListsFindings()
{
    const QString path = m_folder.filePath("bad.bellweave");
    writeFile(path, R"({"format":"bellweave","version":1,"sites":[{"id":"a","processor":{}},{"id":"b"}],
        "demands":[{"id":"d","from":"a","to":"b"}]})");
    const CliRun run = runCli({"check", path, "--json"});
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    const QJsonArray findings = run.json()["findings"].toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue& finding : findings) {
        QVERIFY(QStringList({"note", "warning", "problem"}).contains(finding["severity"].toString()));
        QVERIFY(!finding["sentence"].toString().isEmpty());
        QVERIFY(finding.toObject().contains("suggestion"));
        QVERIFY(!finding["element"].toString().isEmpty());
    }
    QCOMPARE(run.json()["provenance"]["input_sha256"].toString().size(), 64);
    const CliRun text = runCli({"check", path});
    QVERIFY(text.out.contains(findings[0]["sentence"].toString()));
}

void InformTest::describeKnowsEveryKindAndDefault()
{
    const QJsonObject json = runCli({"describe", "--json"}).json();
    QStringList names;
    for (const QJsonValue& kind : json["kinds"].toArray()) {
        names.append(kind["element"].toString() + u'/' + kind["key"].toString());
        for (const QJsonValue& field : kind["fields"].toArray()) {
            const QString place = names.back() + u' ' + field["path"].toString();
            QVERIFY2(!field["help"].toString().isEmpty(), qPrintable(place));
            QVERIFY2(field.toObject().contains("default"), qPrintable(place));
            QVERIFY2(!field["default"].isNull() || !field["default_reason"].toString().isEmpty(), qPrintable(place));
        }
    }
    for (const char* name : {"site/processor", "site/repeater", "site/station", "link/fiber", "link/measured", "demand/"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void InformTest::describeAcceptsAKindAPresetAndResults()
{
    const CliRun fiber = runCli({"describe", "fiber"});
    QCOMPARE(fiber.code, ExitCode::Done);
    QVERIFY2(fiber.out.contains(QStringLiteral("attenuation_db_per_km")), qPrintable(fiber.out));
    QVERIFY(fiber.out.contains(QStringLiteral("Default: 0.2")));
    const CliRun preset = runCli({"describe", "nv-diamond-2026"});
    QCOMPARE(preset.code, ExitCode::Done);
    QVERIFY(preset.out.contains(QStringLiteral("memory/t2_s")));
    QVERIFY(runCli({"describe", "presets"}).out.contains(QStringLiteral("neutral-atom-rb-2035")));
    QVERIFY(runCli({"describe", "results"}).out.contains(QStringLiteral("bound_rate_hz")));
}

void InformTest::describeNamesFormulaAndSourceOfAResult()
{
    const CliRun run = runCli({"describe", "key_rate_bps"});
    QCOMPARE(run.code, ExitCode::Done);
    QVERIFY(run.out.startsWith(QStringLiteral("demands[].key_rate_bps  (Secret key rate, bit/s)")));
    QVERIFY(run.out.contains(QStringLiteral("Formula: ")) && run.out.contains(QStringLiteral("Source: ")));
    const QJsonObject all = runCli({"describe", "results", "--json"}).json();
    QVERIFY(all["results"].toObject()["demands[].latency_s"].isString());
    QVERIFY(all["quantities"].toArray().size() > 50);
}

void InformTest::describeSuggestsNearNames()
{
    const CliRun run = runCli({"describe", "fibre"});
    QCOMPARE(run.code, ExitCode::WrongUse);
    QVERIFY(run.err.contains(QStringLiteral("\"fiber\"?")));
}

void InformTest::remembranceIsMarked()
{
    const QJsonObject json = runCli({"describe", "presets", "--json"}).json();
    QSet<QString> words;
    for (const QJsonValue& preset : json["presets"].toArray())
        for (const QJsonValue& value : preset["values"].toObject()) words.insert(value["provenance"].toString());
    QVERIFY(words.contains(provenanceLabel(Provenance::Remembered)));
    QVERIFY(words.size() > 1);
}

void InformTest::schemaIsAJsonSchema()
{
    const CliRun run = runCli({"schema"});
    QCOMPARE(run.code, ExitCode::Done);
    QVERIFY(run.json()["$schema"].toString().contains(QStringLiteral("json-schema.org")));
    QVERIFY(run.json()["properties"].toObject().contains("links"));
}

void InformTest::examplesAreListedAndWritten()
{
    const QJsonArray examples = runCli({"examples", "--json"}).json()["examples"].toArray();
    QVERIFY(examples.size() >= 4);
    for (const QJsonValue& example : examples) {
        const QString path = m_folder.filePath(example["name"].toString() + QStringLiteral(".bellweave"));
        QVERIFY2(!example["question"].toString().isEmpty(), qPrintable(path));
        QCOMPARE(runCli({"examples", example["name"].toString(), path}).code, ExitCode::Done);
        QVERIFY(readProject(path).has_value());
        QCOMPARE(runCli({"examples", example["name"].toString()}).out.toUtf8(), fileContents(path));
        QCOMPARE(fileContents(path), fileContents(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(example["name"].toString())));
    }
}

void InformTest::anUnknownExampleIsNamed()
{
    const CliRun run = runCli({"examples", "atlantis"});
    QCOMPARE(run.code, ExitCode::WrongUse);
    QVERIFY(run.err.contains(QStringLiteral("atlantis")));
}

BELLWEAVE_TEST(InformTest)
#include "inform_test.moc"
