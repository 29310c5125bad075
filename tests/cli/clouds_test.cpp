// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/format/project_file.h"
#include "tests/cli/run_cli.h"
#include "tests/support/sky_designs.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bellweave;
using namespace bellweave::cli;

class CloudsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    CliRun clouds(const char* file, const QStringList& further) const { return runCli(QStringList{QStringLiteral("clouds"), path(file)} + further); }
    CliRun into(const char* file, const QStringList& further) const { return clouds(file, QStringList{"--into", path("plan.bellweave"), "-o", path("new.bellweave")} + further); }

private Q_SLOTS:
    void initTestCase()
    {
        writeFile(path("plan.bellweave"), projectText(test::DualDownlink({40.0, 10.0}, {42.0, 12.0}, Orbit()).network));
        QByteArray two = "station,month,hour,n,p_total_le_2\n", one = "# Hill; up there\nmonth,day,hour_ending_local_standard,total_cloud_tenths\n";
        for (int month = 1; month <= 12; ++month)
            for (const char* station : {"hill", "dale"}) {
                two += QByteArray(station) + ',' + QByteArray::number(month) + (*station == 'h' ? ",12,31,0.25\n" : ",12,31,0.75\n");
                two += QByteArray(station) + ',' + QByteArray::number(month) + ",1,31,0.5\n";
                one += QByteArray::number(month) + ",1,12,1\n";
            }
        writeFile(path("two.csv"), two);
        writeFile(path("one.csv"), one);
        writeFile(path("short.csv"), one.first(one.indexOf("12,1,12")) + "12,1,x,1\n");
        writeFile(path("none.csv"), "a,b\n1,2\n");
    }
    void init() { QFile::remove(path("new.bellweave")); }

    void stationsAreListedByMonth()
    {
        const CliRun run = clouds("two.csv", {"--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        const QJsonArray stations = run.json()["stations"].toArray();
        QCOMPARE(stations.size(), 2);
        QCOMPARE(stations[0]["station"].toString(), QStringLiteral("hill"));
        QCOMPARE(stations[0]["clear_by_month"].toArray().size(), 12);
        QCOMPARE(stations[0]["clear_by_month"][5].toDouble(), 0.375);
        QCOMPARE(stations[1]["clear_by_month_at_night"][5].toDouble(), 0.5);
        const CliRun table = clouds("two.csv", {});
        QVERIFY2(table.out.contains(QStringLiteral("hill")) && table.out.contains(QStringLiteral("0.375")) && table.out.contains(QStringLiteral("19 to 6")), qPrintable(table.out));
        QVERIFY(clouds("one.csv", {}).out.contains(QStringLiteral("none")));    // by night
    }

    void chancesAreWrittenIntoAGroundStation()
    {
        const auto skyOf = [&] { return siteByKey(readProject(path("new.bellweave"))->network, QStringLiteral("one"))->groundStation->clearSky; };
        QCOMPARE(into("two.csv", {"--site", "one", "--station", "dale"}).code, ExitCode::Done);
        QCOMPARE(skyOf(), QStringList(12, QStringLiteral("0.625")).join(u' '));
        QCOMPARE(into("two.csv", {"--site", "one", "--station", "dale", "--night"}).code, ExitCode::Done);
        QCOMPARE(skyOf(), QStringList(12, QStringLiteral("0.5")).join(u' '));
        const CliRun only = into("one.csv", {"--site", "one", "--json"});
        QVERIFY2(only.code == ExitCode::Done, qPrintable(only.err));
        QCOMPARE(only.json()["station"].toString(), QStringLiteral("Hill"));
        QCOMPARE(skyOf(), QStringList(12, QStringLiteral("1")).join(u' '));
    }

    void whatIsWrongIsToldAndNothingIsWritten()
    {
        const auto refused = [&](const CliRun& run, ExitCode code, const char* words) { return run.code == code && run.err.contains(QLatin1String(words)) && !QFile::exists(path("new.bellweave")); };
        QVERIFY(refused(into("two.csv", {"--site", "one"}), ExitCode::WrongUse, "hill, dale"));
        QVERIFY(refused(into("two.csv", {"--site", "one", "--station", "dalle"}), ExitCode::WrongUse, "\"dale\""));
        QVERIFY(refused(into("two.csv", {"--site", "nobody", "--station", "dale"}), ExitCode::WrongUse, "nobody"));
        QVERIFY(refused(into("two.csv", {"--site", "sat", "--station", "dale"}), ExitCode::WrongUse, "none of: one, two"));
        QVERIFY(refused(into("two.csv", {}), ExitCode::WrongUse, "--site"));
        QVERIFY(refused(clouds("two.csv", {"--night"}), ExitCode::WrongUse, "--into"));
        QVERIFY(refused(clouds("two.csv", {"--into", path("plan.bellweave"), "--site", "one"}), ExitCode::WrongUse, "--output"));
        QVERIFY(refused(into("one.csv", {"--site", "one", "--night"}), ExitCode::WrongUse, "January"));
        QVERIFY(refused(into("short.csv", {"--site", "one"}), ExitCode::WrongUse, "December"));
        QVERIFY(clouds("short.csv", {}).err.contains(QStringLiteral("column 3 (hour_ending_local_standard)")));
        QVERIFY(refused(clouds("none.csv", {}), ExitCode::BadInput, "none.csv"));
        QCOMPARE(clouds("nowhere.csv", {}).code, ExitCode::BadInput);
        QVERIFY(refused(clouds("one.csv", {"--into", path("plan.bellweave"), "--site", "one", "-o", path("plan.bellweave")}), ExitCode::WrongUse, "is read"));
    }
};

BELLWEAVE_TEST(CloudsTest)
#include "clouds_test.moc"
