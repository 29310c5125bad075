// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_calendar.h"
#include "tests/support/test_program.h"

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
        for (const auto& [parts, most] : {std::pair<std::size_t, std::size_t>{3, 1000}, {100, 1000}, {1000, 1000}, {100, 5}, {100, 60}}) {
            const auto cells = calendar.cells({.parts = parts, .shortest = 0.0, .most = most});
            double at = 0.0;
            std::size_t open = 0;
            for (const SkyCalendar::Cell& cell : cells) {
                QCOMPARE(cell.time.from, at);
                at = cell.time.until;
                QVERIFY(cell.time.from < cell.sample && cell.sample < cell.time.until);
                QCOMPARE(cell.isAnyOpen, isIn(calendar.open()[0], cell.sample) || isIn(calendar.open()[1], cell.sample));
                open += cell.isAnyOpen ? 1 : 0;
            }
            QCOMPARE(at, scene.span());
            const std::size_t borders = 2 * (calendar.open()[0].size() + calendar.open()[1].size()) + 2;
            QVERIFY(open <= std::max(most, 6 * borders) + borders);
            if (most == 1000) QVERIFY(open >= 3 * borders / 2);    // six parts of each pass, some in common
        }
    }

    /// A link between satellites is open all day: passes beside it are followed as closely as without it.
    void aPassIsFollowedHoweverLongOthersAreOpen()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        const auto inPasses = [&] {
            const SkyScene scene(design.network);
            const SkyCalendar calendar(scene);
            std::size_t inside = 0;
            for (const SkyCalendar::Cell& cell : calendar.cells({})) inside += isIn(calendar.open()[0], cell.sample) ? 1 : 0;
            return inside;
        };
        const std::size_t alone = inPasses();
        SiteId ends[2];
        for (SiteId& end : ends) {
            const Site far = test::satellite(design.network, QStringLiteral("far"), test::lowOrbit());
            end = far.id;
            design.network.sites.put(far);
        }
        test::joinBySky(design.network, ends[0], ends[1]);
        QVERIFY2(alone >= 10, qPrintable(QString::number(alone)));
        QVERIFY2(inPasses() * 10 > alone * 6, qPrintable(QStringLiteral("%1 of %2").arg(inPasses()).arg(alone)));
    }

    /// Equal parts that are longer than passes: their times lie evenly in early and late halves.
    void timesOfLongPartsPreferNothing()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        test::setTime(design.network, QStringLiteral("2030-03-20T00:00:00Z"), 60.0 * 86400.0);
        double sum = 0.0;
        int open = 0;
        for (const SkyCalendar::Cell& cell : SkyCalendar(SkyScene(design.network)).cells({.most = 20})) {
            if (!cell.isAnyOpen || cell.time.length() < 100.0) continue;
            sum += (cell.sample - cell.time.from) / cell.time.length();
            ++open;
        }
        QVERIFY(open > 100);
        QVERIFY2(std::abs(sum / open - 0.5) < 0.02, qPrintable(QString::number(sum / open)));
    }
};

BELLWEAVE_TEST(SkyCalendarTest)
#include "sky_calendar_test.moc"
