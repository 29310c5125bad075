// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::cli;

namespace {

QString example(const char* name) { return QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(QString::fromLatin1(name)); }

} // namespace

class VisibilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What two stations see at once lies in what each of them sees, and what its passes bring adds up to what the demand has.
    void jointPassesLieInThoseOfBothStationsAndAddUpToTheDemand()
    {
        const CliRun run = runCli({QStringLiteral("visibility"), example("satellite-dual-downlink"), QStringLiteral("--json"), QStringLiteral("--quiet")});
        QCOMPARE(run.code, ExitCode::Done);
        const QJsonArray rows = run.json()["rows"].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]["stations"].toArray().size(), 2);
        double bits = 0.0;
        for (const QJsonValue& pass : rows[0]["passes"].toArray()) {
            bits += pass["demands_get_meanwhile"][0]["key_bits"].toDouble();
            for (const int single : {1, 2}) {
                int around = 0;
                for (const QJsonValue& other : rows[single]["passes"].toArray())
                    around += other["rise_utc"].toString() <= pass["rise_utc"].toString() && other["set_utc"].toString() >= pass["set_utc"].toString() ? 1 : 0;
                QCOMPARE(around, 1);
            }
            QVERIFY(pass["rise_utc"].toString() <= pass["best_utc"].toString() && pass["best_utc"].toString() <= pass["set_utc"].toString());
            QVERIFY(pass["usable_s"].toDouble() <= pass["duration_s"].toDouble() + 1e-9);
        }
        const CliRun whole = runCli({QStringLiteral("evaluate"), example("satellite-dual-downlink"), QStringLiteral("--json"), QStringLiteral("--quiet")});
        const double expected = whole.json()["demands"].toArray().first()["course"]["key_bits"].toDouble();
        QVERIFY2(expected > 0.0 && std::abs(bits / expected - 1.0) < 1e-6, qPrintable(QStringLiteral("%1 of %2").arg(bits).arg(expected)));
    }

    void theTableTellsTheSameInWords()
    {
        const CliRun run = runCli({QStringLiteral("visibility"), example("satellite-dual-downlink"), QStringLiteral("--quiet")});
        QCOMPARE(run.code, ExitCode::Done);
        QVERIFY2(run.out.contains(QStringLiteral("delingha + lijiang")) && run.out.contains(QStringLiteral(" bit")), qPrintable(run.out));
    }

    void aDesignWithoutSatellitesSaysSo()
    {
        const CliRun run = runCli({QStringLiteral("visibility"), example("two-processors"), QStringLiteral("--quiet")});
        QCOMPARE(run.code, ExitCode::Done);
        QVERIFY2(run.out.contains(QStringLiteral("No ground station")), qPrintable(run.out));
    }
};

BELLWEAVE_TEST(VisibilityTest)
#include "visibility_test.moc"
