// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave::cli;

namespace {

/// Three terminals in a row; two demands for key and one for entanglement that the node in the middle stops.
const QByteArray kThreeTerminals = R"({ "format":"bellweave", "version":1, "name":"Three terminals",
  "sites":[ {"id":"a","name":"Aachen","position":{"latitude_deg":50.776,"longitude_deg":6.084}, "terminal":{}, "processor":{"preset":"nv-diamond-2035"}},
            {"id":"b","name":"Bonn","position":{"latitude_deg":50.735,"longitude_deg":7.102}, "terminal":{"preset":"decoy-ingaas-2026","trust":0.9}},
            {"id":"c","name":"Cologne","position":{"latitude_deg":50.938,"longitude_deg":6.957}, "terminal":{}, "processor":{"preset":"nv-diamond-2035"}} ],
  "links":[ {"id":"ab","from":"a","to":"b","fiber":{"length_m":"90 km"}}, {"id":"bc","from":"b","to":"c","fiber":{"length_m":"35 km"}} ],
  "demands":[ {"id":"far","from":"a","to":"c","purpose":"secret-key","min_key_rate_bps":"1 kbit/s"},
              {"id":"near","from":"a","to":"b","purpose":"secret-key","min_key_rate_bps":500,"protocol":{"key_bound":"exact-tail","key_block":1e6}},
              {"id":"pairs","from":"a","to":"c"} ] }
)";

/// A source that emits at any time, between two terminals.
const QByteArray kContinuousSource = R"({ "format":"bellweave", "version":1, "name":"Pairs at any time",
  "sites":[ {"id":"a","name":"Aachen","position":{"latitude_deg":50.776,"longitude_deg":6.084}, "terminal":{}},
            {"id":"s","name":"Source","position":{"latitude_deg":50.8,"longitude_deg":6.5},
             "pair_source":{"emission":"continuous","bandwidth_m":1e-10,"coincidence_window_s":3e-10}},
            {"id":"c","name":"Cologne","position":{"latitude_deg":50.938,"longitude_deg":6.957}, "terminal":{}} ],
  "links":[ {"id":"as","from":"a","to":"s","fiber":{"length_m":"40 km"}}, {"id":"sc","from":"s","to":"c","fiber":{"length_m":"40 km"}} ],
  "demands":[ {"id":"key","from":"a","to":"c","purpose":"secret-key","min_key_rate_bps":"1 kbit/s"} ] })";

} // namespace

class EvaluateKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { writeFile(design(), kThreeTerminals); }

    void aRelayedKeyHasNoFidelityAtAll()
    {
        const QJsonObject far = demand(0);
        QCOMPARE(far["purpose"].toString(), QStringLiteral("secret-key"));
        QVERIFY(far["key_only"].toBool());
        for (const char* absent : {"fidelity", "rate_hz", "rate_alone_hz", "state", "hops", "errors", "bound_rate_hz"}) QVERIFY2(!far.contains(QLatin1String(absent)), absent);
        QVERIFY(far["key_rate_bps"].toDouble() > 1000.0 && far["key_rate_bps"].toDouble() <= far["key_bound_bps"].toDouble());
        QCOMPARE(far["key_hops"].toArray().size(), 2);
        QCOMPARE(far["key_hops"][0]["exchange"].toString(), QStringLiteral("decoy-bb84"));
    }

    void trustIsSpelledOut()
    {
        const QJsonObject far = demand(0);
        QCOMPARE(far["trust"].toDouble(), 0.9);
        QCOMPARE(far["compromised_nodes_to_break"].toInt(), 1);
        QCOMPARE(far["weakest_node"]["id"].toString(), QStringLiteral("b"));
        QCOMPARE(far["weakest_node"]["sees_keys_of"].toArray(), QJsonArray{QStringLiteral("far")});
        QVERIFY(far["trust_sentence"].toString().contains(QStringLiteral("Bonn sees all of it")));
        const QJsonObject near = demand(1);
        QVERIFY(near["trusted_nodes"].toArray().isEmpty() && near.contains(QStringLiteral("weakest_node_reason")));
        QVERIFY(near["key_hops"][0]["block_time_s"].toDouble() > 0.0);
    }

    void entanglementStopsAtTheTrustedNode()
    {
        const QJsonObject pairs = demand(2);
        QVERIFY(!pairs["key_only"].toBool() && pairs["fidelity"].isNull());
        QCOMPARE(pairs["route_reason"].toString(), QStringLiteral("Entanglement cannot cross the trusted node Bonn: only key is relayed there."));
    }

    void textSaysKeyOnly()
    {
        const CliRun run = runCli({"evaluate", design()});
        QVERIFY2(run.out.contains(QStringLiteral("key only")) && run.out.contains(QStringLiteral("Key hop")), qPrintable(run.out));
        QVERIFY(run.out.contains(QStringLiteral("BB84 with decoys")));
    }

    void aSettingReachesTheTerminal()
    {
        const QString path = QStringLiteral("sites/b/terminal/trust=0.5");
        const CliRun run = runCli({"evaluate", design(), "--json", "--set", path});
        QCOMPARE(run.json()["demands"][0]["trust"].toDouble(), 0.5);
        const CliRun wanted = runCli({"evaluate", design(), "--json", "--set", "demands/far/min_key_rate_bps=2 Mbit/s"});
        QVERIFY(!wanted.json()["demands"][0]["feasible"].toBool());
    }

    void aContinuousSourceTellsPairRateAndWindow()
    {
        const QString path = m_folder.filePath(QStringLiteral("continuous.bellweave"));
        writeFile(path, kContinuousSource);
        const QJsonObject hop = runCli({"evaluate", path, "--json"}).json()["demands"][0]["key_hops"][0].toObject();
        QCOMPARE(hop["exchange"].toString(), QStringLiteral("pair-source"));
        QCOMPARE(hop["window_s"].toDouble(), 3e-10);
        QVERIFY(hop["pair_rate_hz"].toDouble() > 1e6);
        QVERIFY(hop["key_rate_bps"].toDouble() > 0.0 && hop["key_rate_bps"].toDouble() < hop["key_bound_bps"].toDouble());
        QVERIFY(!hop.contains(QStringLiteral("mean_photons")) && !hop.contains(QStringLiteral("pulse_rate_hz")));
        QVERIFY(runCli({"evaluate", path}).out.contains(QStringLiteral("pairs/s")));
    }

private:
    QString design() const { return m_folder.filePath(QStringLiteral("three.bellweave")); }
    QJsonObject demand(int row) const { return runCli({"evaluate", design(), "--json"}).json()["demands"][row].toObject(); }

    QTemporaryDir m_folder;
};

BELLWEAVE_TEST(EvaluateKeysTest)
#include "evaluate_keys_test.moc"
