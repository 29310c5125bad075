// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cloud_climatology.h"
#include "tests/support/test_program.h"

#include "model/network/clear_sky.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace bellweave;

namespace {

const QString kData = QStringLiteral(BELLWEAVE_REFERENCE_DATA "/data/weather/");

/// Two hours of each month, a day's and a night's: clear shares of month/24 by day and 1/2 by night.
QByteArray wholeYear(const QByteArray& station)
{
    QByteArray rows;
    for (int month = 1; month <= 12; ++month) {
        const QByteArray begin = station + ',' + QByteArray::number(month);
        rows += begin + ",12,30,9," + QByteArray::number(month / 24.0, 'g', 17) + '\n' + begin + ",24,30,9,0.5\n";
    }
    return rows;
}
const QByteArray kHead = "station,month,hour,n,mean_total_tenths,p_total_le_2\n";

CloudFile read(const QByteArray& text)
{
    auto file = readCloudFile(text);
    if (!file) qFatal("%s", qPrintable(file.error().sentence));
    return std::move(*file);
}

} // namespace

class CloudClimatologyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meansByHoursBecomeChancesByMonth()
    {
        const CloudFile file = read(kHead + wholeYear("here") + wholeYear("\"there, too\""));
        QCOMPARE(file.stations.size(), std::size_t{2});
        QCOMPARE(file.stations[1].name, QStringLiteral("there, too"));
        QVERIFY(file.problems.isEmpty());
        for (std::size_t month = 0; month < 12; ++month) {
            QVERIFY(std::abs(*file.stations[0].all[month].chance() - (static_cast<double>(month + 1) / 48.0 + 0.25)) < 1e-12);
            QCOMPARE(*file.stations[0].night[month].chance(), 0.5);
        }
        QCOMPARE(file.stations[0].year().hours, 720.0);
    }

    void rowsCountAsManyHoursAsTheyStandFor()
    {
        const CloudStation station = read("p_total_le_2,n,hour,month,station\n1,30,10,5,a\n0,10,11,5,a\n").stations.front();
        QCOMPARE(*station.all[4].chance(), 0.75);
        QVERIFY(!station.night[4].chance() && !station.all[3].chance());
        QCOMPARE(*read("p_total_le_2,hour,month,station\n1,10,5,a\n0,11,5,a\n").stations.front().all[4].chance(), 0.5);
    }

    /// Hours that end from 19 to 6 are night.
    void hoursOfATypicalYearAreCountedOneByOne()
    {
        QByteArray text = "\xEF\xBB\xBF# Hill, AA; latitude 50 longitude 6\r\nmonth,day,hour_ending_local_standard,total_cloud_tenths,opaque_cloud_tenths\r\n";
        for (int hour = 1; hour <= 24; ++hour) text += "7,1," + QByteArray::number(hour) + ',' + (hour <= 6 ? "2" : hour >= 19 ? "3" : "0") + ",0\r\n";
        const CloudFile file = read(text);
        QCOMPARE(file.stations.front().name, QStringLiteral("Hill, AA"));
        QCOMPARE(*file.stations.front().all[6].chance(), 18.0 / 24.0);
        QCOMPARE(*file.stations.front().night[6].chance(), 0.5);
        QCOMPARE(file.problems.size(), 11);
        QVERIFY(file.problems.front().contains(QStringLiteral("Hill, AA")) && file.problems.front().contains(QStringLiteral("January")));
    }

    void theTextIsWhatAGroundStationUnderstands()
    {
        const CloudStation station = read(kHead + wholeYear("here")).stations.front();
        const auto all = parseClearSky(*clearSkyText(station, false)), night = parseClearSky(*clearSkyText(station, true));
        for (std::size_t month = 0; month < 12; ++month) {
            QVERIFY(std::abs((**all)[month] - *station.all[month].chance()) <= 5.001e-5);
            QCOMPARE((**night)[month], 0.5);
        }
    }

    void missingMonthsAreNamed()
    {
        QByteArray text = kHead + wholeYear("here");
        text.replace("here,3,12", "here,4,12").replace("here,3,24", "here,4,24").replace("here,9,24", "here,9,7");
        const CloudFile file = read(text);
        QCOMPARE(file.problems.size(), 1);
        QVERIFY(file.problems.front().contains(QStringLiteral("March")));
        QVERIFY(clearSkyText(file.stations.front(), false).error().sentence.contains(QStringLiteral("March")));
        QVERIFY(clearSkyText(file.stations.front(), true).error().sentence.contains(QStringLiteral("March, September")));
    }

    void rowsThatAreWrongAreToldWithLineAndColumn()
    {
        const auto told = [](const QByteArray& row, const char* line, const char* words) {
            const CloudFile file = read(kHead + wholeYear("here") + row);
            return file.problems.size() == 1 && file.problems.front().contains(QLatin1String(line)) && file.problems.front().contains(QLatin1String(words)) && file.stations.size() == 1;
        };
        QVERIFY(told("here,13,1,30,5,0.5\n", "Line 26, column 2 (month)", "13"));
        QVERIFY(told("here,1,25,30,5,0.5\n", "column 3 (hour)", "25"));
        QVERIFY(told("here,1,1,-2,5,0.5\n", "column 4 (n)", "-2"));
        QVERIFY(told("here,1,1,30,5,often\n", "column 6 (p_total_le_2)", "often"));
        QVERIFY(told("here,1,1,30,5,nan\n", "column 6", "nan"));
        QVERIFY(told("here,1.5,1,30,5,0.5\n", "column 2", "whole"));
        QVERIFY(told(",1,1,30,5,0.5\n", "column 1", "name"));
        QVERIFY(told("here,1,1\n", "Line 26", "3 cells"));
        QByteArray many = kHead + wholeYear("here");
        for (int i = 0; i < 50; ++i) many += "here,0,1,30,5,0.5\n";
        QCOMPARE(read(many).problems.size(), 21);
        QVERIFY(read(many).problems.back().contains(QStringLiteral("30")));
    }

    void whatIsNoCloudsSaysWhatIsUnderstood()
    {
        for (const QByteArray text : {"", "# only a name\n", "date,weather\n2012-01-01,rain\n", "\x01\x02\x03"}) {
            const auto file = readCloudFile(text);
            QVERIFY(!file && file.error().sentence.contains(QStringLiteral("p_total_le_2")));
        }
        QVERIFY(readCloudFile(kHead).error().sentence.contains(QStringLiteral("no row")));
        QVERIFY(readCloudFile(kHead + "here,13,1,30,5,0.5\n").error().sentence.contains(QStringLiteral("Line 2")));
    }

    /// Shares of clear hours that come with the data, counted there by another program; both forms of one station say the same.
    void sharesOfTheReferenceComeOut()
    {
        QFile means(kData + QStringLiteral("cloud-climatology.csv"));
        if (!means.open(QIODevice::ReadOnly)) {
            std::puts("Clouds: NOT compared, no reference data in \"" BELLWEAVE_REFERENCE_DATA "\".");
            return;
        }
        const CloudFile file = read(means.readAll());
        QVERIFY2(file.problems.isEmpty(), qPrintable(file.problems.join(u'\n')));
        QCOMPARE(file.stations.size(), std::size_t{3});
        for (const CloudStation& station : file.stations) {
            const double expected = station.name == u"greensboro-nc" ? 0.3242 : station.name == u"sand-point-ak" ? 0.1724 : 0.3152;
            QVERIFY2(std::abs(*station.year().chance() - expected) < 6e-5, qPrintable(QString::number(*station.year().chance())));
            QCOMPARE(station.year().hours, 8760.0);
            QFile hours(kData + QStringLiteral("cloud-hourly-%1.csv").arg(station.name));
            QVERIFY(hours.open(QIODevice::ReadOnly));
            const CloudFile year = read(hours.readAll());
            QVERIFY2(year.problems.isEmpty(), qPrintable(year.problems.join(u'\n')));
            for (std::size_t month = 0; month < 12; ++month) {
                QVERIFY(std::abs(*year.stations.front().all[month].chance() - *station.all[month].chance()) < 1e-4);
                QVERIFY(std::abs(*year.stations.front().night[month].chance() - *station.night[month].chance()) < 1e-4);
            }
        }
        std::puts("Clouds: 3 stations compared with the shares that come with them");
    }
};

BELLWEAVE_TEST(CloudClimatologyTest)
#include "cloud_climatology_test.moc"
