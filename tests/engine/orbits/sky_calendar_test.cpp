// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_calendar.h"

#include "engine/orbits/sun.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

bool isIn(const std::vector<TimeRange>& ranges, double time)
{
    return std::any_of(ranges.begin(), ranges.end(), [time](const TimeRange& range) { return range.from <= time && time < range.until; });
}

} // namespace

class SkyCalendarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// On the equator at an equinox the Sun is below the horizon for half the day, and -12 degrees take 48 minutes each.
    void nightsOfTheEquatorLastAsLongAsTheyShould()
    {
        const Observer place(0.0, 0.0, {});
        const JulianDate from = *readMoment(QStringLiteral("2030-03-20T12:00:00"));
        const auto horizon = darkTimes(place, from, 86400.0, 0.0), nautical = darkTimes(place, from, 86400.0, -12.0 * kDegree);
        QCOMPARE(horizon.size(), std::size_t{1});
        QVERIFY2(std::abs(horizon[0].length() - 43200.0) < 60.0, qPrintable(QString::number(horizon[0].length())));
        QVERIFY(std::abs(nautical[0].length() - (43200.0 - 2.0 * 12.0 / 360.0 * 86400.0)) < 60.0);
    }

    void polarDayHasNoNightAndPolarNightNoDay()
    {
        const Observer north(89.0 * kDegree, 0.0, {}), south(-89.0 * kDegree, 0.0, {});
        const JulianDate june = *readMoment(QStringLiteral("2030-06-20"));
        QVERIFY(darkTimes(north, june, 86400.0, 0.0).empty());
        QCOMPARE(darkTimes(south, june, 86400.0, 0.0), (std::vector<TimeRange>{{0.0, 86400.0}}));
    }

    void commonTimesAreThoseOfBoth()
    {
        QCOMPARE(common({{0, 10}, {20, 30}, {40, 50}}, {{5, 25}, {28, 45}}), (std::vector<TimeRange>{{5, 10}, {20, 25}, {28, 30}, {40, 45}}));
        QVERIFY(common({}, {{0, 1}}).empty());
    }

    /// Looked at every 10 s of a day: a link is open when its way is not barred.
    void openTimesAreThoseInWhichNothingBarsLight()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        design.change(design.first, [](Site& site) { site.groundStation->horizon = QStringLiteral("0: 10; 60: 10; 60: 55; 120: 30; 200: 0; 300: 70"); });
        design.change(design.second, [](Site& site) { site.groundStation->worksByDay = false; });
        const SkyScene scene(design.network);
        const SkyCalendar calendar(scene);
        int open = 0;
        for (double time = 5.0; time < scene.span(); time += 10.0)
            for (std::size_t link = 0; link < 2; ++link) {
                const bool isOpen = scene.wayOf(scene.links()[link], scene.epoch().after(time)).blocked.isEmpty();
                const auto& ranges = calendar.open()[link];
                const bool isBorder = isIn(ranges, time - 2.0) != isIn(ranges, time + 2.0);
                QVERIFY2(isBorder || isIn(ranges, time) == isOpen, qPrintable(QStringLiteral("link %1 at %2 s").arg(link).arg(time)));
                open += isOpen ? 1 : 0;
            }
        QVERIFY2(open > 40, qPrintable(QString::number(open)));
    }

    void cellsFillTheSpanAndEndWhereLinksOpenOrClose()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        const SkyScene scene(design.network);
        const SkyCalendar calendar(scene);
        for (const std::size_t parts : {3u, 100u, 1000u}) {
            const auto cells = calendar.cells(parts);
            double at = 0.0;
            std::size_t open = 0;
            for (const SkyCalendar::Cell& cell : cells) {
                QCOMPARE(cell.time.from, at);
                at = cell.time.until;
                QCOMPARE(cell.isAnyOpen, isIn(calendar.open()[0], cell.time.middle()) || isIn(calendar.open()[1], cell.time.middle()));
                open += cell.isAnyOpen ? 1 : 0;
            }
            QCOMPARE(at, scene.span());
            if (parts > 3) QVERIFY(open >= parts && open < parts + 2 * (calendar.open()[0].size() + calendar.open()[1].size()) + 2);
        }
    }
};

QTEST_APPLESS_MAIN(SkyCalendarTest)
#include "sky_calendar_test.moc"
