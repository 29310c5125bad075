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

class ConstellationTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    CliRun constellation(const QStringList& further) const { return runCli(QStringList{QStringLiteral("constellation"), path("plan.bellweave")} + further); }

private Q_SLOTS:
    void initTestCase() { writeFile(path("plan.bellweave"), projectText(test::DualDownlink({40.0, 10.0}, {42.0, 12.0}, Orbit()).network)); }

    void satellitesAreAddedLikeOneThatIsThere()
    {
        const CliRun run = constellation({"--walker", "24/3/1", "--altitude", "550 km", "--inclination", "53", "--node", "-30", "--like", "sat", "--prefix", "Ring", "-o", path("grown.bellweave"), "--json"});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        QCOMPARE(run.json()["satellites"].toArray().size(), 24);
        QCOMPARE(run.json()["links"].toArray().size(), 48);
        QCOMPARE(run.json()["satellites"][8]["id"].toString(), QStringLiteral("ring-9"));
        QCOMPARE(run.json()["satellites"][8]["node_deg"].toDouble(), 90.0);
        QCOMPARE(run.json()["satellites"][8]["anomaly_deg"].toDouble(), 15.0);
        const auto grown = readProject(path("grown.bellweave"));
        QVERIFY2(grown, grown ? "" : qPrintable(grown.error().text()));
        const Site* ninth = siteByKey(grown->network, QStringLiteral("ring-9"));
        QVERIFY(ninth && ninth->pairSource && ninth->name == u"Ring-9" && ninth->orbit->altitude == Length::fromSi(550e3));
    }

    void peopleReadWhatWasAdded()
    {
        const CliRun run = constellation({"--walker", "6/2/0", "--altitude", "1200 km", "--inclination", "86.4 deg", "--star", "--output", path("star.bellweave")});
        QVERIFY2(run.code == ExitCode::Done, qPrintable(run.err));
        QVERIFY2(run.out.contains(QStringLiteral("walker-1 to walker-6")), qPrintable(run.out));
        QCOMPARE(siteByKey(readProject(path("star.bellweave"))->network, QStringLiteral("walker-4"))->orbit->node, 90.0);
    }

    void whatIsWrongIsToldAndNothingIsWritten()
    {
        const QStringList good{"--walker", "24/3/1", "--altitude", "550 km", "--inclination", "53", "-o", path("no.bellweave")};
        const auto spoiled = [&](qsizetype at, const QString& text, const char* words) {
            QStringList changed = good;
            changed[at] = text;
            const CliRun run = constellation(changed);
            return run.code == ExitCode::WrongUse && run.err.contains(QLatin1String(words)) && !QFile::exists(path("no.bellweave"));
        };
        QVERIFY(spoiled(1, QStringLiteral("25/3/1"), "25 satellite"));
        QVERIFY(spoiled(1, QStringLiteral("many"), "24/3/1"));
        QVERIFY(spoiled(3, QStringLiteral("100 km"), "160 km"));
        QVERIFY(spoiled(3, QStringLiteral("high"), "--altitude"));
        QVERIFY(spoiled(5, QStringLiteral("200"), "180"));
        QVERIFY(spoiled(7, path("plan.bellweave"), "is read"));
        QVERIFY(spoiled(7, path("no.txt"), ".bellweave"));
        QVERIFY(constellation(good.mid(0, 6)).err.contains(QStringLiteral("--output")));
        QVERIFY(constellation(good.mid(2)).err.contains(QStringLiteral("--walker")));
        QVERIFY(constellation(good + QStringList{"--like", "one"}).err.contains(QStringLiteral("none of: sat")));
        QVERIFY(constellation(good + QStringList{"--like", "two-one"}).err.contains(QStringLiteral("two-one")));
        QCOMPARE(runCli(QStringList{QStringLiteral("constellation"), path("none.bellweave")} + good).code, ExitCode::BadInput);
    }
};

BELLWEAVE_TEST(ConstellationTest)
#include "constellation_test.moc"
