// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/run_cli.h"
#include "tests/support/made_up_satellites.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace bellweave;
using namespace bellweave::cli;

class PropagateTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QStringList& lines) const
    {
        const QString path = m_folder.filePath(QStringLiteral("orbits.tle"));
        writeFile(path, lines.join(u'\n').toUtf8() + '\n');
        return path;
    }

private Q_SLOTS:
    void placesAreWrittenInMeters()
    {
        const CliRun run = runCli({"propagate", "--tle", written(QStringList{"MY SAT"} + test::madeUpLines(15.2, 0.001, 97.4)), "--minutes", "0,10", "--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonArray rows = QJsonDocument::fromJson(run.out.toUtf8()).array();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0]["satellite"].toString(), QStringLiteral("MY SAT"));
        QCOMPARE(rows[1]["minutes"].toDouble(), 10.0);
        double radius = 0.0;
        for (const QJsonValue& value : rows[0]["position_m"].toArray()) radius += value.toDouble() * value.toDouble();
        QVERIFY(std::abs(std::sqrt(radius) / 6.885e6 - 1.0) < 0.01);
        QVERIFY(rows[0]["error"].isNull());
        QVERIFY(runCli({"propagate", "--tle", written(test::madeUpLines(15.2, 0.001, 97.4))}).out.contains(QStringLiteral("TEME")));
    }

    void aSatelliteThatHasComeDownSaysSo()
    {
        const CliRun run = runCli({"propagate", "--tle", written(test::madeUpLines(16.9, 0.1, 51.0)), "--minutes", "42", "--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonValue row = QJsonDocument::fromJson(run.out.toUtf8()).array()[0];
        QVERIFY(row["position_m"].isNull() && row["error"].toString().contains(QStringLiteral("come down")));
    }

    void whatIsWrongIsToldWithItsPlace()
    {
        QCOMPARE(runCli({"propagate"}).code, ExitCode::WrongUse);
        const QString good = written(test::madeUpLines(15.2, 0.001, 97.4));
        QVERIFY(runCli({"propagate", "--tle", good, "--minutes", "0,soon"}).err.contains(QStringLiteral("\"soon\"")));
        const CliRun missing = runCli({"propagate", "--tle", "nowhere.tle"});
        QCOMPARE(missing.code, ExitCode::BadInput);
        QVERIFY(missing.err.startsWith(QStringLiteral("nowhere.tle")));
        const CliRun partly = runCli({"propagate", "--tle", written(QStringList{"BAD", "1 00001U short"} + test::madeUpLines(15.2, 0.001, 97.4))});
        QCOMPARE(partly.code, ExitCode::Done);
        QVERIFY2(partly.err.contains(QStringLiteral("Line ")), qPrintable(partly.err));
    }
};

BELLWEAVE_TEST(PropagateTest)
#include "propagate_test.moc"
