// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave::cli;

namespace {

/// Every key of the list stands in the object, and any null has its reason beside it.
QString missingKeys(const QJsonObject& object, const QStringList& keys)
{
    QStringList missing;
    for (const QString& key : keys)
        if (!object.contains(key) || (object[key].isNull() && !object.contains(key + QStringLiteral("_reason")))) missing.append(key);
    return missing.join(u' ');
}

} // namespace

class EvaluateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { writeFile(design(), kTwoCities); }
    void jsonHoldsEveryPromisedKey();
    void provenanceNamesInputSeedAndSettings();
    void theSameInputGivesTheSameBytes();
    void textStartsWithTheVerdict();
    void setChangesOneValueBeforeTheRun();
    void hopsNameTheirKindOfDistillation();
    void aWrongSettingIsNamed();
    void requireFeasibleDecidesTheStatus();
    void aMissingFileIsBadInput();
    void damageNamesFileAndPlace();
    void anEndedRunStillWritesWhatItHas();
    void outputGoesWholeIntoAFile();
    void quietSilencesWarningsAndProgress();
    void aDesignWithoutDemandsIsNotComputed();
    void numbersThatDoNotExistAreNullWithAReason();

private:
    QString design() const { return m_folder.filePath(QStringLiteral("two.bellweave")); }
    CliRun evaluate(const QStringList& more = {}) const { return runCli(QStringList{"evaluate", design(), "--json"} + more); }

    QTemporaryDir m_folder;
};

void EvaluateTest::jsonHoldsEveryPromisedKey()
{
    const CliRun run = evaluate();
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    const QJsonObject json = run.json();
    QCOMPARE(missingKeys(json, {"links", "demands", "workloads", "cost", "energy", "verdict", "findings", "provenance"}), QString());
    QCOMPARE(missingKeys(json["links"][0].toObject(), {"id", "length_m", "loss_db", "transmissivity", "attempt_rate_hz",
                                                        "success_probability", "rate_hz", "fidelity", "bound_rate_hz", "available"}), QString());
    const QJsonObject demand = json["demands"][0].toObject();
    QCOMPARE(missingKeys(demand, {"id", "route", "rate_hz", "fidelity", "latency_s", "key_rate_bps", "feasible", "limited_by", "bound_rate_hz"}), QString());
    QCOMPARE(demand["route"].toArray(), (QJsonArray{"delft", "hague"}));
    QCOMPARE(missingKeys(json["cost"].toObject(), {"capex_eur", "opex_eur_per_year", "total_eur_per_year"}), QString());
    QCOMPARE(missingKeys(json["energy"].toObject(), {"power_w"}), QString());
    QCOMPARE(missingKeys(json["verdict"].toObject(), {"level", "sentence", "requirements"}), QString());
    QVERIFY(!json["verdict"]["requirements"].toArray().isEmpty());
    for (const QJsonValue& row : json["verdict"]["requirements"].toArray())
        QCOMPARE(missingKeys(row.toObject(), {"what", "needed", "reached", "unit", "element", "fix"}), QString());
    QCOMPARE(json["links"][0]["length_m"].toDouble(), 25000.0);
    QCOMPARE(json["links"][0]["loss_db"].toDouble(), 5.0);
}

void EvaluateTest::provenanceNamesInputSeedAndSettings()
{
    const QJsonObject provenance = evaluate({"--seed", "77", "--set", "demands/d1/min_fidelity=0.7"}).json()["provenance"].toObject();
    QCOMPARE(provenance["program"].toString(), QStringLiteral("bellweave"));
    QCOMPARE(provenance["version"].toString(), QStringLiteral(BELLWEAVE_VERSION));
    QCOMPARE(provenance["format_version"].toInt(), 1);
    QCOMPARE(provenance["input_sha256"].toString().toLatin1(), QCryptographicHash::hash(kTwoCities, QCryptographicHash::Sha256).toHex());
    QCOMPARE(provenance["seed"].toInt(), 77);
    QCOMPARE(provenance["trials"].toInt(-1), 0);
    QVERIFY(provenance["settings"]["route_factor"].toDouble() >= 1.0);
    QCOMPARE(provenance["settings"]["set"].toArray(), QJsonArray{"demands/d1/min_fidelity=0.7"});
    QCOMPARE(evaluate().json()["provenance"]["seed"].toInt(), 1);
}

void EvaluateTest::theSameInputGivesTheSameBytes()
{
    const CliRun once = evaluate();
    QCOMPARE(evaluate().out, once.out);
    QCOMPARE(evaluate({"--threads", "1"}).out, once.out);
    QCOMPARE(evaluate({"--threads", "2"}).out, once.out);
}

void EvaluateTest::textStartsWithTheVerdict()
{
    const CliRun run = runCli({"evaluate", design()});
    QCOMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.out.section(u'\n', 0, 0), evaluate().json()["verdict"]["sentence"].toString());
    for (const char* title : {"Demands", "Requirements", "Links", "Cost"}) QVERIFY2(run.out.contains(QLatin1String(title)), title);
    QVERIFY(run.out.contains(QStringLiteral("km")));
    QVERIFY(run.out.contains(QStringLiteral("seed 1")));
}

void EvaluateTest::setChangesOneValueBeforeTheRun()
{
    const CliRun run = evaluate({"--set", "links/delft-hague/fiber/attenuation=0.25 dB/km", "--set", "links/delft-hague/fiber/length=10 km"});
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    QCOMPARE(run.json()["links"][0]["loss_db"].toDouble(), 2.5);
    QCOMPARE(evaluate({"--set", "links/delft-hague/fiber/length_m=10000"}).json()["links"][0]["length_m"].toDouble(), 10000.0);
    QCOMPARE(fileContents(design()), kTwoCities);
}

void EvaluateTest::hopsNameTheirKindOfDistillation()
{
    writeFile(design(), QByteArray(kTwoCities).replace("nv-diamond-2026", "neutral-atom-rb-2035"));
    const auto hopUnder = [this](const QString& word) {
        return evaluate({"--set", "demands/d1/min_fidelity=0.93", "--set", "demands/d1/protocol/generation=single-click", "--set", "links/delft-hague/fiber/phase_noise_rad=0.5",
                         "--set", "demands/d1/protocol/distillation=" + word}).json()["demands"][0]["hops"][0].toObject();
    };
    for (const char* word : {"nested", "pumped", "werner", "double-selection", "photon-loss"}) {
        const QJsonObject hop = hopUnder(QString::fromLatin1(word));
        QCOMPARE(hop["distillation"].toString(), QString::fromLatin1(word));
        QVERIFY(hop["distillation_rounds"].toInt() > 0);
    }
    QVERIFY(!hopUnder(QStringLiteral("none")).contains(QStringLiteral("distillation")));
}

void EvaluateTest::aWrongSettingIsNamed()
{
    const CliRun unknown = evaluate({"--set", "links/delft-rome/fiber/attenuation=0.25"});
    QCOMPARE(unknown.code, ExitCode::WrongUse);
    QVERIFY2(unknown.err.contains(QStringLiteral("delft-rome")), qPrintable(unknown.err));
    QVERIFY(unknown.out.isEmpty());
    const CliRun negative = evaluate({"--set", "links/delft-hague/fiber/attenuation=-3"});
    QCOMPARE(negative.code, ExitCode::WrongUse);
    const CliRun wrongUnit = evaluate({"--set", "links/delft-hague/fiber/length=3 s"});
    QCOMPARE(wrongUnit.code, ExitCode::WrongUse);
    QVERIFY2(wrongUnit.err.contains(QStringLiteral("3 s")), qPrintable(wrongUnit.err));
}

void EvaluateTest::requireFeasibleDecidesTheStatus()
{
    const QStringList easy{"--require", "feasible", "--set", "demands/d1/min_fidelity=0.5", "--set", "demands/d1/min_rate=1e-6"};
    const CliRun feasible = evaluate(easy);
    QCOMPARE(feasible.json()["verdict"]["level"].toString(), QStringLiteral("feasible"));
    QCOMPARE(feasible.code, ExitCode::Done);
    const CliRun hard = evaluate({"--require", "feasible", "--set", "demands/d1/min_rate=1e9"});
    QCOMPARE(hard.code, ExitCode::NotFeasible);
    QVERIFY(!hard.json().isEmpty());
    QVERIFY(hard.err.contains(hard.json()["verdict"]["level"].toString()));
}

void EvaluateTest::aMissingFileIsBadInput()
{
    const CliRun run = runCli({"evaluate", m_folder.filePath("nowhere.bellweave"), "--json"});
    QCOMPARE(run.code, ExitCode::BadInput);
    QVERIFY(run.err.contains(QStringLiteral("nowhere.bellweave")));
    QVERIFY(run.out.isEmpty());
    QCOMPARE(runCli({"evaluate", m_folder.path()}).code, ExitCode::BadInput);
}

void EvaluateTest::damageNamesFileAndPlace()
{
    writeFile(design(), "{ \"format\":\"bellweave\",\n \"version\":1, \"sites\":[ }");
    const CliRun broken = evaluate();
    QCOMPARE(broken.code, ExitCode::BadInput);
    QVERIFY2(broken.err.contains(QStringLiteral("two.bellweave")), qPrintable(broken.err));
    writeFile(design(), QByteArray(kTwoCities).replace("52.0116", "152"));
    const CliRun outside = evaluate();
    QCOMPARE(outside.code, ExitCode::BadInput);
    QVERIFY2(outside.err.contains(QStringLiteral("152")) && outside.err.contains(QStringLiteral("delft")), qPrintable(outside.err));
}

void EvaluateTest::anEndedRunStillWritesWhatItHas()
{
    std::stop_source stop;
    stop.request_stop();
    const CliRun run = runCli({"evaluate", design(), "--json"}, stop.get_token());
    QCOMPARE(run.code, ExitCode::EndedEarly);
    QCOMPARE(run.json()["ended_early"].toBool(), true);
    QVERIFY(!run.json()["demands"].toArray().isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void EvaluateTest::outputGoesWholeIntoAFile()
{
    const QString path = m_folder.filePath("result.json");
    const CliRun run = evaluate({"--output", path});
    QCOMPARE(run.code, ExitCode::Done);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(QString::fromUtf8(fileContents(path)), evaluate().out);
    const CliRun refused = evaluate({"--output", m_folder.filePath("no/such/folder/result.json")});
    QCOMPARE(refused.code, ExitCode::Failed);
    QVERIFY(refused.err.contains(QStringLiteral("result.json")));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), (QStringList{"result.json", "two.bellweave"}));
}

void EvaluateTest::quietSilencesWarningsAndProgress()
{
    writeFile(design(), QByteArray(kTwoCities).replace("\"name\"", "\"flavor\":\"lemon\", \"name\""));
    QVERIFY(evaluate().err.contains(QStringLiteral("flavor")));
    QVERIFY(evaluate({"--quiet", "--progress", "on"}).err.isEmpty());
    QVERIFY(evaluate({"--progress", "on"}).err.contains(QStringLiteral("Evaluating 2 sites")));
}

void EvaluateTest::aDesignWithoutDemandsIsNotComputed()
{
    writeFile(design(), R"({"format":"bellweave","version":1})");
    const CliRun run = evaluate();
    QCOMPARE(run.code, ExitCode::Done);
    QCOMPARE(run.json()["verdict"]["level"].toString(), QStringLiteral("not_computed"));
    QVERIFY(!run.json()["verdict"]["sentence"].toString().isEmpty());
    QCOMPARE(evaluate({"--require", "feasible"}).code, ExitCode::NotFeasible);
}

void EvaluateTest::numbersThatDoNotExistAreNullWithAReason()
{
    writeFile(design(), R"({"format":"bellweave","version":1,"sites":[{"id":"a","processor":{}},{"id":"b","processor":{}}],
        "links":[{"id":"ab","from":"a","to":"b","fiber":{}}],"demands":[{"id":"d","from":"a","to":"b"}]})");
    const CliRun run = evaluate();
    QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
    const QJsonObject link = run.json()["links"][0].toObject();
    QVERIFY(link["length_m"].isNull());
    QVERIFY(!link["length_m_reason"].toString().isEmpty());
    QCOMPARE(link["available"].toBool(true), false);
    const QJsonObject demand = run.json()["demands"][0].toObject();
    QVERIFY(demand["fidelity"].isNull());
    QVERIFY(!demand["fidelity_reason"].toString().isEmpty());
    QCOMPARE(runCli({"evaluate", design()}).code, ExitCode::Done);
}

BELLWEAVE_TEST(EvaluateTest)
#include "evaluate_test.moc"
