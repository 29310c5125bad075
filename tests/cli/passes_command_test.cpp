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

class PassesCommandTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QStringList& lines) const
    {
        const QString path = m_folder.filePath(QStringLiteral("orbits.tle"));
        writeFile(path, lines.join(u'\n').toUtf8() + '\n');
        return path;
    }
    CliRun passes(const QStringList& further) const
    {
        return runCli(QStringList{QStringLiteral("passes"), QStringLiteral("--tle"), written(QStringList{"MY SAT"} + test::madeUpLines(15.2, 0.001, 97.4))} + further);
    }

private Q_SLOTS:
    void aDayOverAStationIsListedByTheTimeOfRise()
    {
        const CliRun run = passes({"--station", "48.2,16.4,200", "--from", "2024-03-20T00:00:00", "--to", "2024-03-21", "--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonArray rows = QJsonDocument::fromJson(run.out.toUtf8()).array();
        QVERIFY2(rows.size() >= 2 && rows.size() <= 8, qPrintable(run.out));
        QString before;
        for (const QJsonValue& row : rows) {
            QVERIFY(row["rise_utc"].toString() > before);
            before = row["rise_utc"].toString();
            QVERIFY(before.startsWith(QStringLiteral("2024-03-20T")) && before.endsWith(u'Z'));
            QVERIFY(row["culmination_utc"].toString() >= before && row["set_utc"].toString() >= row["culmination_utc"].toString());
            QVERIFY(row["max_elevation_deg"].toDouble() >= 10.0);
            QVERIFY(row["max_range_m"].toDouble() > 500e3 && row["max_range_m"].toDouble() < 3000e3);
            QCOMPARE(row["satellite"].toString(), QStringLiteral("MY SAT"));
            // Around the equinox the Sun stands 6 hours each side of 10:54 UTC above Vienna, and nautical twilight takes a good hour more.
            const int hour = before.sliced(11, 2).toInt();
            if (hour >= 7 && hour <= 15) QVERIFY(!row["station_dark"].toBool() && row["sunlit"].toBool());
            if (hour >= 19 || hour <= 3) QVERIFY(row["station_dark"].toBool());
        }
    }

    void peopleReadATable()
    {
        const CliRun run = passes({"--station", "48.2,16.4,200", "--from", "2024-03-20", "--to", "2024-03-21"});
        QVERIFY(run.out.contains(QStringLiteral("MY SAT")) && run.out.contains(QStringLiteral("Culmination")));
        QVERIFY(passes({"--station", "0,0,0", "--from", "2024-03-20T00:00:00", "--to", "2024-03-20T00:00:01", "--min-elevation", "89"}).out.contains(QStringLiteral("No passes")));
    }

    /// All around at 30° is a least elevation of 30°; a wall leaves nothing that sets behind it.
    void aHorizonBarsByAzimuth()
    {
        const QStringList day{"--station", "48.2,16.4,200", "--from", "2024-03-20", "--to", "2024-03-21", "--json"};
        const CliRun around = passes(day + QStringList{"--horizon", "77: 30"}), high = passes(day + QStringList{"--min-elevation", "30"});
        QCOMPARE(around.code, ExitCode::Done);
        const QJsonArray a = QJsonDocument::fromJson(around.out.toUtf8()).array(), b = QJsonDocument::fromJson(high.out.toUtf8()).array();
        QVERIFY(!b.isEmpty() && a.size() == b.size());
        for (qsizetype i = 0; i < a.size(); ++i) QVERIFY(std::abs(a[i]["duration_s"].toDouble() - b[i]["duration_s"].toDouble()) < 0.002);
        const CliRun wall = passes(day + QStringList{"--horizon", "0: 90; 180: 90; 180: 0; 360: 0"});
        const QJsonArray rows = QJsonDocument::fromJson(wall.out.toUtf8()).array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue& row : rows) QVERIFY(row["rise_azimuth_deg"].toDouble() > 179.9 && row["set_azimuth_deg"].toDouble() > 179.9);
    }

    void elementsFarFromTheirEpochAreWarnedOf()
    {
        QVERIFY(passes({"--station", "48.2,16.4,200", "--from", "2031-03-20", "--to", "2031-03-21"}).err.contains(QStringLiteral("two weeks")));
    }

    void whatIsWrongIsToldWithItsPlace()
    {
        const QStringList good{"--station", "48.2,16.4,200", "--from", "2024-03-20", "--to", "2024-03-21"};
        QCOMPARE(passes(good).code, ExitCode::Done);
        const auto spoiled = [&](qsizetype at, const QString& text) {
            QStringList words = good;
            words[at] = text;
            const CliRun run = passes(words);
            return run.code == ExitCode::WrongUse && run.err.contains(text);
        };
        QVERIFY(spoiled(1, QStringLiteral("98,16.4,200")));
        QVERIFY(spoiled(1, QStringLiteral("48.2,16.4")));
        QVERIFY(spoiled(3, QStringLiteral("tomorrow")));
        QVERIFY(spoiled(5, QStringLiteral("2024-03-19")));
        QCOMPARE(passes(good.mid(2)).code, ExitCode::WrongUse);
        QCOMPARE(passes(good + QStringList{"--min-elevation", "steep"}).code, ExitCode::WrongUse);
        const CliRun barred = passes(good + QStringList{"--horizon", "0: 100"});
        QVERIFY(barred.code == ExitCode::WrongUse && barred.err.contains(QStringLiteral("--horizon")) && barred.err.contains(QStringLiteral("0: 100")));
    }
};

BELLWEAVE_TEST(PassesCommandTest)
#include "passes_command_test.moc"
