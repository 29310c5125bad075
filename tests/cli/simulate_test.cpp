// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"

#include <QJsonArray>
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

    void wrongLimitsAreNamed()
    {
        for (const char* trials : {"x", "0", "-3", "1e5", "10000000000000"}) {
            const CliRun run = runCli({"simulate", example("measured-link"), "--trials", trials});
            QCOMPARE(run.code, ExitCode::WrongUse);
            QVERIFY2(run.err.contains("--trials") && run.err.contains(QLatin1String(trials)), qPrintable(run.err));
        }
        for (const char* error : {"x", "-0.1", "1"}) QCOMPARE(runCli({"simulate", example("measured-link"), "--relative-error", error}).code, ExitCode::WrongUse);
        QCOMPARE(runCli({"simulate"}).code, ExitCode::WrongUse);
    }
};

QTEST_GUILESS_MAIN(SimulateTest)
#include "simulate_test.moc"
