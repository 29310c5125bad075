// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/element_sets.h"
#include "tests/support/made_up_satellites.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QtTest>
#include <numbers>

using namespace bellweave;

namespace {

const QString kData = QStringLiteral(BELLWEAVE_REFERENCE_DATA "/data/satellites/");

/// A made-up satellite: 15.5 turns a day, inclined by 51.6 degrees.
QString first(const QString& number = QStringLiteral("00123")) { return test::withCheckDigit(QStringLiteral("1 ") + number + QStringLiteral("U 20001A   20287.25000000  .00001000  00000-0  12345-4 0    1")); }
QString second(const QString& number = QStringLiteral("00123")) { return test::withCheckDigit(QStringLiteral("2 ") + number + QStringLiteral("  51.6000  10.5000 0012000  90.0000 180.2500 15.50000000    1")); }

QByteArray joined(const QStringList& lines, const char* end = "\n") { return lines.join(QString::fromLatin1(end)).toUtf8() + end; }

/// What is wrong with a text; empty if nothing.
QString problemOf(const Result<ElementFile>& file) { return !file ? file.error().sentence : file->problems.empty() ? QString() : file->problems.front(); }

QByteArray fileOf(const char* name)
{
    QFile file(kData + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ElementSetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSetIsReadColumnByColumn()
    {
        const auto read = readTwoLines(first(), second());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        const MeanElements& made = *read;
        QCOMPARE(made.catalogNumber, 123);
        QCOMPARE(made.epoch.day, 2459135.5);    // 2020 October 13
        QCOMPARE(made.epoch.fraction, 0.25);
        QCOMPARE(made.drag, 0.12345e-4);
        QCOMPARE(made.eccentricity, 0.0012);
        QCOMPARE(made.inclination, 51.6 * std::numbers::pi / 180.0);
        QCOMPARE(made.meanMotion, 15.5 * 2.0 * std::numbers::pi / 1440.0);
    }

    void namesMarksAndEndsOfLinesDoNotMatter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("no name") << joined({first(), second()}) << "123";
        QTest::newRow("name") << joined({"MY SAT", first(), second()}) << "MY SAT";
        QTest::newRow("name with 0") << joined({"0 MY SAT", first(), second()}, "\r\n") << "MY SAT";
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + joined({first(), second()}) << "123";
        QTest::newRow("comments") << joined({"# made up", "", "MY SAT   ", first(), second() + "   0.0 10.0 1.0"}) << "MY SAT";
        QTest::newRow("Alpha-5") << joined({first("T0001"), second("T0001")}) << "270001";
        QTest::newRow("padded") << joined({first("   12"), second("   12")}) << "12";
    }
    void namesMarksAndEndsOfLinesDoNotMatter()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, name);
        const auto file = readElementSets(text);
        QVERIFY2(problemOf(file).isEmpty(), qPrintable(problemOf(file)));
        QCOMPARE(file->satellites.size(), std::size_t(1));
        QCOMPARE(file->satellites.front().name, name);
    }

    void whatIsWrongIsToldAndTheRestRead_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("what");
        QString wrongDigit = first();
        wrongDigit.back() = wrongDigit.back() == u'0' ? u'1' : u'0';
        QTest::newRow("check digit") << QStringList{"BAD", wrongDigit, second()} << "Line 2: The check digit of line 1 is";
        QTest::newRow("line 2 missing") << QStringList{"BAD", first()} << "Line 2 of BAD is missing";
        QTest::newRow("exchanged") << QStringList{"BAD", second(), first()} << "stands without line 1";
        QTest::newRow("short") << QStringList{"BAD", first().chopped(9), second()} << "has 69 columns, this one 60";
        QTest::newRow("unlike numbers") << QStringList{"BAD", first(), second("00124")} << "unlike satellites, 123 and 124";
        QTest::newRow("no number") << QStringList{"BAD", first(), test::withCheckDigit(second().chopped(1).replace(8, 8, " fifty  "))} << "columns 9 to 16";
        QTest::newRow("name alone") << QStringList{"BAD"} << "its two lines are missing";
    }
    void whatIsWrongIsToldAndTheRestRead()
    {
        QFETCH(QStringList, lines);
        QFETCH(const QString, what);
        lines += {"GOOD", first(), second()};
        const auto file = readElementSets(joined(lines));
        QVERIFY(file);
        QCOMPARE(file->problems.size(), std::size_t(1));
        QVERIFY2(file->problems.front().contains(what), qPrintable(file->problems.front()));
        QCOMPARE(file->satellites.size(), std::size_t(1));
        QCOMPARE(file->satellites.front().name, QStringLiteral("GOOD"));
    }

    void messagesOfAllKindsSayTheSame()
    {
        const QByteArray csv = "OBJECT_NAME,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR\n\"A, B\",2020-10-13T06:00:00.000000,15.5,.0012,51.6,10.5,90,180.25,123,.12345E-4\n";
        const QByteArray json = R"([{"OBJECT_NAME":"A, B","EPOCH":"2020-10-13T06:00:00Z","MEAN_MOTION":15.5,"ECCENTRICITY":0.0012,"INCLINATION":51.6,"RA_OF_ASC_NODE":10.5,"ARG_OF_PERICENTER":"90","MEAN_ANOMALY":180.25,"NORAD_CAT_ID":123,"BSTAR":1.2345e-5}])";
        const QByteArray xml = "<?xml version=\"1.0\"?><ndm><omm id=\"CCSDS_OMM_VERS\" version=\"2.0\"><body><segment><metadata><OBJECT_NAME>A, B</OBJECT_NAME><REF_FRAME>TEME</REF_FRAME></metadata><data><meanElements>"
                               "<EPOCH>2020-10-13T06:00:00</EPOCH><MEAN_MOTION>15.5</MEAN_MOTION><ECCENTRICITY>.0012</ECCENTRICITY><INCLINATION>51.6</INCLINATION><RA_OF_ASC_NODE>10.5</RA_OF_ASC_NODE>"
                               "<ARG_OF_PERICENTER>90</ARG_OF_PERICENTER><MEAN_ANOMALY>180.25</MEAN_ANOMALY></meanElements><tleParameters><NORAD_CAT_ID>123</NORAD_CAT_ID><BSTAR>.12345E-4</BSTAR></tleParameters></data></segment></body></omm></ndm>";
        const MeanElements lines = *readTwoLines(first(), second());
        for (const QByteArray& text : {csv, json, xml}) {
            const auto file = readElementSets(text);
            QVERIFY2(problemOf(file).isEmpty() && file->satellites.size() == 1, qPrintable(problemOf(file)));
            const MeanElements& made = file->satellites.front();
            QCOMPARE(made.name, QStringLiteral("A, B"));
            QCOMPARE(made.epoch, lines.epoch);
            QCOMPARE(made.meanMotion, lines.meanMotion);
            QCOMPARE(made.inclination, lines.inclination);
            QCOMPARE(made.meanAnomaly, lines.meanAnomaly);
            QCOMPARE(made.drag, lines.drag);
        }
    }

    void messagesThatCannotBeUsedSayWhy()
    {
        const auto problem = [](const QByteArray& text) { return problemOf(readElementSets(text)); };
        QVERIFY(problem(R"([{"OBJECT_NAME":"X","EPOCH":"yesterday"}])").contains(QStringLiteral("no moment")));
        QVERIFY(problem(R"([{"OBJECT_NAME":"X","EPOCH":"2020-10-13T06:00:00","MEAN_MOTION":"fast"}])").contains(QStringLiteral("MEAN_MOTION is “fast”")));
        QVERIFY(problem(R"([{"OBJECT_NAME":"X","REF_FRAME":"GCRF"}])").contains(QStringLiteral("TEME is understood")));
        QVERIFY(problem("[{").contains(QStringLiteral("no JSON")));
        QVERIFY(problem("<ndm>").contains(QStringLiteral("no XML")));
        QVERIFY(problem("").contains(QStringLiteral("no orbits")));
    }

    void filesThatCirculateAreRead()
    {
        if (!QFile::exists(kData)) {
            std::puts("Orbits of catalogs: NOT compared, no reference data in \"" BELLWEAVE_REFERENCE_DATA "\".");
            return;
        }
        const struct { const char* name; std::size_t satellites; std::size_t problems; } rows[] = {
            {"named-2022-08.3le", 16, 0}, {"starlink-l1-2022-08.2le", 26, 0}, {"micius-epochs.3le", 5, 0}, {"edge-numbers-bom.2le", 10, 0}, {"edge-malformed.3le", 1, 5},
            {"sample_omm.csv", 1, 0},     {"sample_omm.json", 1, 0},          {"sample_omm.xml", 1, 0},    {"SGP4-VER.TLE", 30, 3}};
        for (const auto& row : rows) {
            const auto file = readElementSets(fileOf(row.name));
            QVERIFY2(file, row.name);
            for (const QString& problem : file->problems) qInfo("%s: %s", row.name, qPrintable(problem));
            QVERIFY2(file->satellites.size() == row.satellites && file->problems.size() == row.problems, qPrintable(QStringLiteral("%1: %2 read, %3 problems").arg(QLatin1String(row.name)).arg(file->satellites.size()).arg(file->problems.size())));
        }
        QCOMPARE(readElementSets(fileOf("SGP4-VER.TLE"), CheckDigits::Ignored)->satellites.size(), std::size_t(33));
    }
};

BELLWEAVE_TEST(ElementSetsTest)
#include "element_sets_test.moc"
