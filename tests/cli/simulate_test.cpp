// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"

#include <QJsonArray>
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
            {"campus-zurich", "0.05 s", "a41b5e0e5fe7329f", 14815},
            {"continental-chain", "10 s", "9f6e4279cece5c59", 5525},
            {"measured-link", "10 s", "25fd69946ce4140c", 487},
            {"metropolitan-randstad", "10 s", "7593456a1e8a9773", 399},
            {"national-germany", "10 s", "2651bc2c541e9e1", 6151},
            {"two-processors", "10 s", "24aad3cbc6c38d80", 525},
        };
        for (const auto& row : rows) {
            const QJsonObject network = runCli({"simulate", example(row.name), "--json", "--duration", row.duration, "--runs", "2"}).json()["network"].toObject();
            QCOMPARE(network["events"].toInt(), row.events);
            QCOMPARE(network["fingerprint"].toString(), QLatin1String(row.fingerprint));
        }
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
        QCOMPARE(rows.first(), QByteArray("kind,cause,demand,site_a,site_b,from_ps,until_ps,pair,left,right,attempts,fidelity"));
        QMap<QByteArray, int> kinds;
        for (const QByteArray& row : rows.mid(1)) {
            QCOMPARE(row.count(','), 11);
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

QTEST_GUILESS_MAIN(SimulateTest)
#include "simulate_test.moc"
