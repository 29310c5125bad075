// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

QString example(const char* name) { return QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(QLatin1String(name)); }

} // namespace

class SimulateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyDemandHasEstimatesQuantilesAndHistograms()
    {
        const CliRun run = runCli({"simulate", example("national-germany"), "--json", "--trials", "5000"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonArray demands = run.json()["demands"].toArray();
        QCOMPARE(demands.size(), 4);
        for (const QJsonValue& value : demands) {
            const QJsonObject demand = value.toObject();
            for (const char* key : {"rate_hz", "fidelity", "waiting_time_s", "latency_s"}) {
                const QJsonObject estimate = demand[QLatin1String(key)].toObject();
                QVERIFY2(estimate["mean"].toDouble() > 0.0 && estimate.contains("standard_error"), key);
                QCOMPARE(estimate["count"].toInt(), 5000);
            }
            const QJsonObject spreads = demand["spreads"].toObject();
            for (const char* key : {"fidelity", "waiting_time_s"}) {
                const QJsonObject spread = spreads[QLatin1String(key)].toObject();
                QCOMPARE(spread["quantiles"].toArray().size(), 7);
                QVERIFY(!spread["histogram"].toArray().isEmpty());
            }
            QVERIFY(demand["compared"].toObject()["rate_hz"].toObject().contains("analytic"));
        }
        const QJsonObject provenance = run.json()["provenance"].toObject();
        QCOMPARE(provenance["trials"].toInt(), 5000);
        QVERIFY(provenance.contains("seed"));
    }

    void theSameBytesOnAnyNumberOfThreadsAndOtherOnesForAnotherSeed()
    {
        const auto with = [](const char* threads, const char* seed) {
            return runCli({"simulate", example("continental-chain"), "--json", "--trials", "20000", "--threads", threads, "--seed", seed}).out;
        };
        const QString one = with("1", "7");
        QCOMPARE(with("2", "7"), one);
        QCOMPARE(with("8", "7"), one);
        QVERIFY(with("1", "8") != one);
    }

    void demandsWithoutPairsSayWhy()
    {
        const CliRun run = runCli({"simulate", example("key-ring-rhine-main"), "--json"});
        QCOMPARE(run.code, ExitCode::Done);
        for (const QJsonValue& value : run.json()["demands"].toArray()) {
            QVERIFY(value.toObject()["rate_hz"].isNull());
            QVERIFY(!value.toObject()["reason"].toString().isEmpty());
        }
        QVERIFY(runCli({"simulate", example("key-ring-rhine-main")}).out.contains("Nothing drawn"));
    }

    void theTextStandsBesideTheAnalyticNumbers()
    {
        const CliRun run = runCli({"simulate", example("measured-link"), "--trials", "10000"});
        QVERIFY2(run.out.contains("castelldefels-badalona") && run.out.contains("Analytic") && run.out.contains("σ"), qPrintable(run.out));
    }

    void theWholeNetworkRunsInEvents()
    {
        const auto with = [](const char* threads) { return runCli({"simulate", example("national-germany"), "--json", "--duration", "5 s", "--runs", "4", "--threads", threads}); };
        const CliRun run = with("1");
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonObject network = run.json()["network"].toObject();
        QCOMPARE(network["simulated_s"].toDouble(), 20.0);
        QVERIFY(network["events"].toDouble() > 1000.0 && network["messages"].toDouble() > 0.0 && !network["fingerprint"].toString().isEmpty());
        for (const QJsonValue& demand : run.json()["demands"].toArray()) QVERIFY(demand.toObject()["rate_hz"].toObject()["mean"].toDouble() > 0.0);
        QCOMPARE(run.json()["mode"].toString(), QStringLiteral("events"));
        QCOMPARE(with("2").out, run.out);
    }

    /// Where the stream of events changes, that is known: then the figures here are made anew, and the changelog says why.
    void theStreamOfEventsOfEachExampleIsAsItWas()
    {
        const struct { const char* name; const char* duration; const char* fingerprint; int events; } rows[] = {
            {"campus-zurich", "0.05 s", "c711e8a2f335ca4b", 14994},
            {"continental-chain", "10 s", "e7e1acd4df936917", 22016},
            {"hybrid-alps-iberia", "120 h", "8297be986beaaaed", 6623},
            {"measured-link", "10 s", "25fd69946ce4140c", 487},
            {"metropolitan-randstad", "10 s", "7828504e00b694dc", 771},
            {"national-germany", "10 s", "12f12f6251d9b745", 20076},
            {"two-processors", "10 s", "24aad3cbc6c38d80", 525},
        };
        for (const auto& row : rows) {
            const QJsonObject network = runCli({"simulate", example(row.name), "--json", "--duration", row.duration, "--runs", "2"}).json()["network"].toObject();
            QCOMPARE(network["events"].toInt(), row.events);
            QCOMPARE(network["fingerprint"].toString(), QLatin1String(row.fingerprint));
        }
    }

    /// Nor is key that satellites carry or share out: no event comes, and every demand says why.
    void keyOfSatellitesIsLeftToTheMeansOfTheirSpan()
    {
        for (const auto& [name, span] : {std::pair("constellation-three-continents", "4 h"), std::pair("geostationary-source", "1 d"), std::pair("satellite-dual-downlink", "1 d")}) {
            const CliRun run = runCli({"simulate", example(name), "--json", "--duration", "10 s", "--runs", "2", "--set", QStringLiteral("time/span=%1").arg(QLatin1String(span))});
            QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
            QCOMPARE(run.json()["network"]["events"].toInt(), 0);
            QCOMPARE(run.json()["network"]["fingerprint"].toString(), QStringLiteral("0"));
            for (const QJsonValue& demand : run.json()["demands"].toArray()) QVERIFY(demand["rate_hz"].isNull() && !demand["reason"].toString().isEmpty());
            QVERIFY(run.json()["demands"][0]["reason"].toString().contains(QStringLiteral("simulated")));
        }
    }

    /// What counts in simulations alone does count there.
    void everyFieldOfRequestsChangesASimulation_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("change");
        const QStringList asking{"demands/d1/traffic/request_rate_hz=20", "demands/d1/traffic/window_period_s=0.5", "demands/d1/traffic/window_length_s=0.2", "demands/d1/traffic/deadline_s=0.2"};
        QTest::newRow("requests") << QStringList() << QStringLiteral("demands/d1/traffic/request_rate_hz=20");
        QTest::newRow("pairs of a request") << asking << QStringLiteral("demands/d1/traffic/pairs=3");
        QTest::newRow("burst") << asking << QStringLiteral("demands/d1/traffic/burst=3");
        QTest::newRow("line") << asking << QStringLiteral("demands/d1/traffic/line=1");
        QTest::newRow("deadline") << asking << QStringLiteral("demands/d1/traffic/deadline_s=0.05");
        QTest::newRow("window") << asking << QStringLiteral("demands/d1/traffic/window_period_s=0.6");
        QTest::newRow("its length") << asking << QStringLiteral("demands/d1/traffic/window_length_s=0.1");
        QTest::newRow("priority") << QStringList{"settings/policy=priority"} << QStringLiteral("demands/d1/traffic/priority=2");
        QTest::newRow("policy") << QStringList{"demands/d1/traffic/priority=2"} << QStringLiteral("settings/policy=priority");
        QTest::newRow("faults") << QStringList() << QStringLiteral("sites/r/mean_uptime_s=1");
        QTest::newRow("outages") << QStringList() << QStringLiteral("sites/r/outages=1 s to 2 s");
        QTest::newRow("schedule") << QStringList() << QStringLiteral("links/ar/schedule=0 s: open; 1 s: 3 dB; every 2 s");
        QTest::newRow("whole states") << QStringList{"sites/r/repeater/memory/t2_s=0.1", "sites/r/repeater/memory/t1_s=0.1"} << QStringLiteral("settings/states=whole");
        QTest::newRow("ways around") << QStringList{"links/ar/outages=1 s to 3 s"} << QStringLiteral("settings/reroutes=false");
        QTest::newRow("reaction") << QStringList{"links/ar/outages=1 s to 3 s"} << QStringLiteral("settings/reaction_s=0.1");
        QTest::newRow("controller") << QStringList{"links/ar/outages=1 s to 3 s"} << QStringLiteral("settings/controller_outages=1 s to 4 s");
        QTest::newRow("controller faults") << QStringList{"links/ar/outages=1 s to 3 s", "settings/controller_repair_s=1"} << QStringLiteral("settings/controller_uptime_s=1");
        QTest::newRow("maintenance of a link") << QStringList{"links/ar/maintenance_period_s=2"} << QStringLiteral("links/ar/maintenance_s=0.5");
    }
    void everyFieldOfRequestsChangesASimulation()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, change);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.bellweave"));
        writeFile(path, R"({"format":"bellweave","version":1,"sites":[
          {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"}},
          {"id":"r","position":{"latitude_deg":50.2,"longitude_deg":6},"repeater":{"preset":"neutral-atom-rb-2035"},"mean_repair_s":0.1,"maintenance_s":0.1},
          {"id":"q","position":{"latitude_deg":50.2,"longitude_deg":6.5},"repeater":{"preset":"neutral-atom-rb-2035"}},
          {"id":"b","position":{"latitude_deg":50.4,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035"}}],
          "links":[{"id":"ar","from":"a","to":"r","fiber":{},"maintenance_s":0.1},{"id":"rb","from":"r","to":"b","fiber":{}},{"id":"aq","from":"a","to":"q","fiber":{}},{"id":"qb","from":"q","to":"b","fiber":{}}],
          "demands":[{"id":"d1","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":1},{"id":"d2","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":1}]})");
        const auto with = [&](const QStringList& settings) {
            QStringList arguments{"simulate", path, "--json", "--duration", "5 s", "--runs", "2"};
            for (const QString& setting : settings) arguments += {QStringLiteral("--set"), setting};
            const CliRun run = runCli(arguments);
            if (run.code != ExitCode::Done) qWarning() << run.err;
            QJsonObject json = run.json();
            json.remove("provenance");
            return QJsonDocument(json).toJson();
        };
        const QByteArray first = with(before);
        QVERIFY(first.size() > 1000);
        QVERIFY(with(before + QStringList{change}) != first);
    }

    /// With rounds, as the analytic model counts them, the two agree; links that run on are faster.
    void linksThatBeginAgainTogetherAreAsFastAsTheAnalyticModelSays()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chain.bellweave"));
        writeFile(path, R"({"format":"bellweave","version":1,"sites":[
          {"id":"a","position":{"latitude_deg":50,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","memory":{"slots":1}}},
          {"id":"r","position":{"latitude_deg":50.2,"longitude_deg":6},"repeater":{"preset":"neutral-atom-rb-2035","memory":{"slots":2}}},
          {"id":"b","position":{"latitude_deg":50.4,"longitude_deg":6},"processor":{"preset":"neutral-atom-rb-2035","memory":{"slots":1}}}],
          "links":[{"id":"ar","from":"a","to":"r","fiber":{}},{"id":"rb","from":"r","to":"b","fiber":{}}],
          "demands":[{"id":"d1","from":"a","to":"b","min_fidelity":0.6,"min_rate_hz":1,"protocol":{"distillation":"none"}}]})");
        const auto rate = [&](const char* restart) {
            const CliRun run = runCli({"simulate", path, "--json", "--duration", "100 s", "--runs", "16", "--set", QStringLiteral("settings/links_restart=%1").arg(QLatin1String(restart)), "--set", "settings/ends_hold=false", "--set", "sites/r/repeater/memory/slots=6", "--set", "sites/a/processor/memory/slots=3", "--set", "sites/b/processor/memory/slots=3"});
            return run.json()["demands"].toArray().first().toObject();
        };
        const QJsonObject rounds = rate("true"), runsOn = rate("false");
        for (const char* key : {"rate_hz", "fidelity"}) {
            const double off = rounds["compared"].toObject()[QLatin1String(key)].toObject()["deviation_in_standard_errors"].toDouble();
            QVERIFY2(std::abs(off) < 4.0, qPrintable(QStringLiteral("%1: %2 off").arg(QLatin1String(key)).arg(off)));
        }
        QVERIFY(!rounds["compared"].toObject().contains("why_unlike"));
        QVERIFY(runsOn["rate_hz"].toObject()["mean"].toDouble() > 1.05 * rounds["rate_hz"].toObject()["mean"].toDouble());
    }

    void twoDesignsAreComparedWithTheSameLuck()
    {
        const QTemporaryDir folder;
        const QString other = folder.filePath(QStringLiteral("other.bellweave"));
        writeFile(other, fileContents(example("national-germany")).replace("Can four processors", "Could four processors"));
        QVERIFY(fileContents(other) != fileContents(example("national-germany")));
        const QStringList limits{"--trials", "20000"};
        const CliRun same = runCli(QStringList{"simulate", example("national-germany"), "--json", "--against", other} + limits);
        QVERIFY2(same.code == ExitCode::Done, qPrintable(same.err));
        QCOMPARE(same.json()["demands"].toArray().size(), 4);
        for (const QJsonValue& demand : same.json()["demands"].toArray())
            QCOMPARE(demand.toObject()["rate_hz"].toObject()["difference"].toObject()["standard_error"].toDouble(), 0.0);
        QVERIFY(same.json()["provenance"].toObject().contains("against"));
        const CliRun words = runCli(QStringList{"simulate", example("national-germany"), "--against", other, "--duration", "5 s", "--runs", "2"});
        QVERIFY2(words.out.contains(QStringLiteral("Both saw the same luck")), qPrintable(words.out));
        QVERIFY(runCli(QStringList{"simulate", example("national-germany"), "--against", other, "--relative-error", "0.1"}).err.startsWith(QStringLiteral("--against cannot end at a relative error")));
        QVERIFY(runCli(QStringList{"simulate", example("national-germany"), "--against", "no-such-file", "--trials", "9"}).err.startsWith(QStringLiteral("no-such-file")));
    }

    void requestsAndOutagesAreTold()
    {
        const QStringList settings{"--set", "demands/berlin-munich/traffic/request_rate_hz=2", "--set", "demands/berlin-munich/traffic/deadline_s=1", "--set", "sites/nuremberg/mean_uptime_s=20", "--set", "sites/nuremberg/mean_repair_s=1"};
        const CliRun run = runCli(QStringList{"simulate", example("national-germany"), "--json", "--duration", "100 s", "--runs", "4"} + settings);
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        QJsonObject asking;
        for (const QJsonValue& demand : run.json()["demands"].toArray())
            if (demand["id"] == QStringLiteral("berlin-munich")) asking = demand.toObject();
        const QJsonObject requests = asking["requests"].toObject();
        QVERIFY2(std::abs(requests["asked"].toDouble() - 800.0) < 4.0 * std::sqrt(800.0), qPrintable(QString::number(requests["asked"].toDouble())));
        QVERIFY(requests["served"].toDouble() + requests["missed"].toDouble() <= requests["asked"].toDouble());
        QVERIFY(asking["spreads"].toObject()["latency_s"].toObject()["quantiles"].toArray().last().toObject()["value"].toDouble() <= 1.0);
        const QJsonArray outages = run.json()["network"]["outages"].toArray();
        QCOMPARE(outages.size(), 1);
        QCOMPARE(outages[0]["site"].toString(), QStringLiteral("nuremberg"));
        QVERIFY(std::abs(outages[0]["share_of_time"].toDouble() - 1.0 / 21.0) < 0.03);
        const CliRun text = runCli(QStringList{"simulate", example("national-germany"), "--duration", "100 s", "--runs", "4"} + settings);
        QVERIFY2(text.out.contains(QStringLiteral("berlin-munich: ")) && text.out.contains(QStringLiteral("past their deadline")), qPrintable(text.out));
        QVERIFY(text.out.contains(QStringLiteral("nuremberg did not work")));
        QVERIFY2(text.out.contains(QStringLiteral("It has no way around")), qPrintable(text.out));
        QVERIFY(std::abs(asking["ways"].toObject()["availability"].toDouble() - asking["ways"].toObject()["analytic_availability"].toDouble()) < 0.03);
        const CliRun around = runCli(QStringList{"simulate", example("national-germany"), "--duration", "20 s", "--runs", "2", "--set", "sites/bayreuth/outages=5 s to 15 s"});
        QVERIFY2(around.out.contains(QStringLiteral("berlin-munich: its way worked 95 % of the time")) && around.out.contains(QStringLiteral("2 ways, changed 4 times; 50 % of the time around")), qPrintable(around.out));
        const CliRun evaluated = runCli(QStringList{"evaluate", example("national-germany"), "--json"} + settings);
        for (const QJsonValue& demand : evaluated.json()["demands"].toArray())
            if (demand["id"] == QStringLiteral("berlin-munich")) QVERIFY(std::abs(demand["availability"].toDouble() - 20.0 / 21.0) < 1e-12);
    }

    /// Runs of events go on until the rates are known as well as wanted, the same on any number of threads.
    void eventsEndWhenRatesAreKnown()
    {
        const auto with = [](const char* error, const char* threads) { return runCli({"simulate", example("two-processors"), "--json", "--duration", "10 s", "--relative-error", error, "--threads", threads}); };
        const CliRun rough = with("0.02", "1"), fine = with("0.01", "2");
        QVERIFY2(rough.code == ExitCode::Done, qPrintable(rough.err));
        QCOMPARE(with("0.02", "2").out, rough.out);
        const auto known = [](const CliRun& run) {
            const QJsonObject rate = run.json()["demands"].toArray()[0].toObject()["rate_hz"].toObject();
            return rate["standard_error"].toDouble() / rate["mean"].toDouble();
        };
        const auto simulated = [](const CliRun& run) { return run.json()["network"].toObject()["simulated_s"].toDouble(); };
        QVERIFY2(known(fine) < 0.011 && simulated(fine) > 2.0 * simulated(rough) && simulated(fine) < 1e5, qPrintable(QStringLiteral("%1 %2 %3").arg(known(fine)).arg(simulated(fine)).arg(simulated(rough))));
        QVERIFY(runCli({"simulate", example("two-processors"), "--duration", "10 s", "--trials", "9"}).err.contains(QStringLiteral("Give one or the other")));
    }

    void aSingleDemandAgreesWithTheAnalyticEngineInEvents()
    {
        for (const char* name : {"measured-link", "two-processors"}) {
            const CliRun run = runCli({"simulate", example(name), "--json", "--duration", "200 s"});
            const QJsonObject compared = run.json()["demands"].toArray()[0].toObject()["compared"].toObject();
            for (const char* key : {"rate_hz", "fidelity"})
                QVERIFY2(std::abs(compared[QLatin1String(key)].toObject()["deviation_in_standard_errors"].toDouble()) < 4.0, qPrintable(QLatin1String(name) + u' ' + QLatin1String(key)));
        }
    }

    void whatHappenedInTheFirstRunIsWritten()
    {
        const QTemporaryDir folder;
        const auto traced = [&](const char* name) {
            const QString path = folder.filePath(QLatin1String(name));
            const CliRun run = runCli({"simulate", example("national-germany"), "--json", "--duration", "2 s", "--runs", "2", "--trace", path});
            QFile file(path);
            return run.code == ExitCode::Done && file.open(QIODevice::ReadOnly) ? file.readAll() : run.err.toUtf8();
        };
        const QList<QByteArray> rows = traced("trace.csv").trimmed().split('\n');
        QCOMPARE(rows.first(), QByteArray("kind,cause,demand,site_a,site_b,from_ps,until_ps,pair,left,right,attempts,fidelity,way"));
        QMap<QByteArray, int> kinds;
        for (const QByteArray& row : rows.mid(1)) {
            QCOMPARE(row.count(','), 12);
            ++kinds[row.left(row.indexOf(','))];
        }
        for (const char* kind : {"attempts", "pair", "swap", "message", "delivery"}) QVERIFY2(kinds.value(kind) > 0, kind);
        const QJsonArray events = QJsonDocument::fromJson(traced("trace.json")).object()["traceEvents"].toArray();
        QVERIFY(events.size() > rows.size() - 1);    // and the names of the tracks
        int named = 0;
        for (const QJsonValue& event : events) named += event.toObject()["ph"].toString() == QLatin1String("M") ? 1 : 0;
        QCOMPARE(events.size() - named, rows.size() - 1);
        for (const QStringList& more : {QStringList{"--trace", "x.csv"}, QStringList{"--duration", "1 s", "--trace", "x.txt"}})
            QCOMPARE(runCli(QStringList{"simulate", example("measured-link")} + more).code, ExitCode::WrongUse);
    }

    void wrongLimitsAreNamed()
    {
        for (const char* trials : {"x", "0", "-3", "1e5", "10000000000000"}) {
            const CliRun run = runCli({"simulate", example("measured-link"), "--trials", trials});
            QCOMPARE(run.code, ExitCode::WrongUse);
            QVERIFY2(run.err.contains("--trials") && run.err.contains(QLatin1String(trials)), qPrintable(run.err));
        }
        for (const char* error : {"x", "-0.1", "1"}) QCOMPARE(runCli({"simulate", example("measured-link"), "--relative-error", error}).code, ExitCode::WrongUse);
        for (const char* duration : {"x", "0", "-1 s", "5 km"}) QCOMPARE(runCli({"simulate", example("measured-link"), "--duration", duration}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"simulate", example("measured-link"), "--duration", "1 s", "--trials", "5"}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"simulate", example("measured-link"), "--runs", "5"}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"simulate", example("measured-link"), "--duration", "1 s", "--runs", "1"}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"simulate"}).code, ExitCode::WrongUse);
    }
};

BELLWEAVE_TEST(SimulateTest)
#include "simulate_test.moc"
