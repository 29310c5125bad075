// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/masked_passes.h"
#include "model/orbits/element_sets.h"
#include "tests/support/made_up_satellites.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <cmath>
#include <numbers>
#include <random>

using namespace bellweave;
using namespace bellweave::engine;
using test::madeUpLines;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kDay = 86400.0;

SatelliteMotion satellite(double turns, double eccentricity, double inclination)
{
    const QStringList lines = madeUpLines(turns, eccentricity, inclination);
    return Sgp4(*readTwoLines(lines[0], lines[1]));
}

const Observer& vienna()
{
    static const Observer place(48.2 * kDegree, 16.4 * kDegree, Length::fromSi(200.0));
    return place;
}

HorizonMask mask(const QString& text)
{
    const auto read = parseHorizonMask(text);
    if (!read) qFatal("%s", qPrintable(read.error().sentence));
    return *read;
}

LookAngles lookAt(const SatelliteMotion& satellite, const JulianDate& from, double time)
{
    const JulianDate at = from.after(time);
    return vienna().look(std::get<OrbitState>(satellite.at(at)), greenwichSiderealTime(at));
}

/// Whether it is seen, found without any search.
bool isSeen(const SatelliteMotion& satellite, const JulianDate& from, double time, double least, const HorizonMask& mask)
{
    const LookAngles look = lookAt(satellite, from, time);
    return look.elevation > least && look.elevation > kDegree * mask.at(look.azimuth / kDegree);
}

/// The first sampled time at which passes say something else than the sky, or the first pass whose middle is not seen.
QString disagreement(const std::vector<Pass>& passes, const SatelliteMotion& satellite, const JulianDate& from, double seconds, double least, const HorizonMask& mask, double step)
{
    constexpr double kBorder = 2e-3;    // s
    auto next = passes.begin();
    for (double time = 0.0; time <= seconds; time += step) {
        while (next != passes.end() && next->set < time - kBorder) ++next;
        const bool isIn = next != passes.end() && time >= next->rise;
        const bool isBorder = next != passes.end() && (std::abs(time - next->rise) < kBorder || std::abs(time - next->set) < kBorder);
        if (!isBorder && isIn != isSeen(satellite, from, time, least, mask)) return QStringLiteral("at %1 s").arg(time);
    }
    for (const Pass& pass : passes)
        if (!isSeen(satellite, from, 0.5 * (pass.rise + pass.set), least, mask)) return QStringLiteral("pass from %1 to %2 s").arg(pass.rise).arg(pass.set);
    return {};
}

} // namespace

class MaskedPassesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHorizonAllAroundIsALeastElevation()
    {
        for (const double turns : {15.2, 6.5}) {
            const SatelliteMotion motion = satellite(turns, 0.001, 97.4);
            const JulianDate from = motion.epoch();
            const auto expected = passesOf(motion, vienna(), from, 3.0 * kDay, 25.0 * kDegree);
            const auto got = passesOver(motion, vienna(), from, 3.0 * kDay, 10.0 * kDegree, mask(QStringLiteral("120: 25")));
            QVERIFY(expected.size() > 5);
            QCOMPARE(got.size(), expected.size());
            for (std::size_t i = 0; i < got.size(); ++i) {
                QVERIFY(std::abs(got[i].rise - expected[i].rise) < 1e-3 && std::abs(got[i].set - expected[i].set) < 1e-3);
                QVERIFY(std::abs(got[i].highest - expected[i].highest) < 1e-9 && std::abs(got[i].culmination - expected[i].culmination) < 0.5);
                QVERIFY(std::abs(std::remainder(got[i].riseAzimuth - expected[i].riseAzimuth, 2.0 * std::numbers::pi)) < 1e-5);
                QVERIFY(got[i].hasBegunBefore == expected[i].hasBegunBefore && got[i].goesOn == expected[i].goesOn);
            }
        }
    }

    void nothingLowChangesAnything()
    {
        const SatelliteMotion motion = satellite(15.2, 0.001, 97.4);
        const auto expected = passesOf(motion, vienna(), motion.epoch(), kDay, 20.0 * kDegree);
        for (const char* low : {"", "0: 5; 90: 19.9; 200: 0"}) {
            const auto got = passesOver(motion, vienna(), motion.epoch(), kDay, 20.0 * kDegree, mask(QLatin1String(low)));
            QCOMPARE(got.size(), expected.size());
            for (std::size_t i = 0; i < got.size(); ++i) QVERIFY(got[i].rise == expected[i].rise && got[i].set == expected[i].set && got[i].culmination == expected[i].culmination);
        }
    }

    /// Upright edges in the east at 60° and 120°: light begins or ends there to a millisecond, and what is high above the wall goes on.
    void aWallInTheEastCutsExactly()
    {
        const SatelliteMotion motion = satellite(15.2, 0.001, 97.4);
        const JulianDate from = motion.epoch();
        const HorizonMask wall = mask(QStringLiteral("60: 0; 60: 45; 120: 45; 120: 0"));
        const auto passes = passesOver(motion, vienna(), from, 5.0 * kDay, 10.0 * kDegree, wall);
        int edges = 0;
        for (const Pass& pass : passes)
            for (const auto& [time, azimuth] : {std::pair(pass.rise, pass.riseAzimuth), std::pair(pass.set, pass.setAzimuth)})
                for (const double edge : {60.0, 120.0}) {
                    if (std::abs(azimuth / kDegree - edge) > 0.01) continue;
                    const double before = lookAt(motion, from, time - 2e-3).azimuth / kDegree - edge, after = lookAt(motion, from, time + 2e-3).azimuth / kDegree - edge;
                    QVERIFY2(before * after < 0.0, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
                    ++edges;
                }
        QVERIFY2(edges >= 5, qPrintable(QString::number(edges)));
        const QString problem = disagreement(passes, motion, from, 5.0 * kDay, 10.0 * kDegree, wall, 0.5);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void aTowerMakesTwoPassesOfOne()
    {
        const SatelliteMotion motion = satellite(15.2, 0.001, 97.4);
        const auto whole = passesOf(motion, vienna(), motion.epoch(), kDay, 10.0 * kDegree);
        const auto longest = std::max_element(whole.begin(), whole.end(), [](const Pass& a, const Pass& b) { return a.duration() < b.duration(); });
        const double middle = lookAt(motion, motion.epoch(), longest->rise + 0.3 * longest->duration()).azimuth / kDegree;
        const HorizonMask tower = mask(QStringLiteral("0: 0; %1: 0; %1: 89; %2: 89; %2: 0").arg(middle - 2.0).arg(middle + 2.0));
        std::vector<Pass> parts = passesOver(motion, vienna(), motion.epoch(), kDay, 10.0 * kDegree, tower);
        std::erase_if(parts, [&](const Pass& pass) { return pass.set < longest->rise || pass.rise > longest->set; });
        QCOMPARE(parts.size(), std::size_t{2});
        QVERIFY(std::abs(parts[0].rise - longest->rise) < 1e-6 && std::abs(parts[1].set - longest->set) < 1e-6);
        QVERIFY(parts[0].set < parts[1].rise);
        QVERIFY(std::abs(parts[1].highest - longest->highest) < 1e-9 && parts[0].highest < longest->highest);
        QVERIFY(std::abs(std::abs(parts[0].setAzimuth - parts[1].riseAzimuth) / kDegree - 4.0) < 0.001);
    }

    /// Random hills and walls under satellites of all heights, one that stands still among them, against sampling every half second.
    void anyHorizonLeavesWhatSamplingFinds_data()
    {
        QTest::addColumn<double>("turns");
        QTest::addColumn<double>("eccentricity");
        QTest::addColumn<double>("inclination");
        QTest::addColumn<double>("step");
        QTest::newRow("low") << 15.2 << 0.001 << 97.4 << 0.5;
        QTest::newRow("low, along the equator's side") << 14.0 << 0.01 << 53.0 << 0.5;
        QTest::newRow("medium") << 6.5 << 0.002 << 55.0 << 2.0;
        QTest::newRow("half a day, long ellipse") << 2.006 << 0.72 << 63.4 << 5.0;
        QTest::newRow("a day, around one meridian") << 1.0027 << 0.0002 << 60.0 << 10.0;
    }
    void anyHorizonLeavesWhatSamplingFinds()
    {
        QFETCH(const double, turns);
        QFETCH(const double, eccentricity);
        QFETCH(const double, inclination);
        QFETCH(const double, step);
        const SatelliteMotion motion = satellite(turns, eccentricity, inclination);
        std::size_t count = 0;
        for (unsigned seed = 1; seed <= 8; ++seed) {
            std::mt19937 draw(seed);
            const auto number = [&](double most) { return most * static_cast<double>(draw() % 10000) / 10000.0; };
            QStringList parts;
            double azimuth = number(30.0);
            while (azimuth < 360.0) {
                parts += QStringLiteral("%1: %2").arg(azimuth, 0, 'f', 3).arg(number(60.0), 0, 'f', 3);
                if (draw() % 3 == 0) parts += QStringLiteral("%1: %2").arg(azimuth, 0, 'f', 3).arg(number(60.0), 0, 'f', 3);
                azimuth += 1.0 + number(80.0);
            }
            const HorizonMask hills = mask(parts.join(u';'));
            const JulianDate from = motion.epoch().after(kDay * seed);
            const std::vector<Pass> passes = passesOver(motion, vienna(), from, kDay, 5.0 * kDegree, hills);
            count += passes.size();
            const QString problem = disagreement(passes, motion, from, kDay, 5.0 * kDegree, hills, step);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1, %2: %3").arg(seed).arg(parts.join(u';'), problem)));
        }
        QVERIFY2(count >= 6, qPrintable(QString::number(count)));
    }

    /// Least elevations that a pass only just reaches, down to less than what times are found to.
    void passesThatOnlyJustReachTheHorizonAreNoTrouble()
    {
        const SatelliteMotion motion = satellite(15.2, 0.001, 97.4);
        const Pass pass = passesOf(motion, vienna(), motion.epoch(), kDay, 10.0 * kDegree).front();
        for (const double below : {1e-4, 1e-8, 1e-12, 1e-15, 0.0}) {
            const auto whole = passesOf(motion, vienna(), motion.epoch(), kDay, pass.highest - below);
            const auto left = passesOver(motion, vienna(), motion.epoch(), kDay, pass.highest - below, mask(QStringLiteral("90: 1")));
            QVERIFY(left.size() <= whole.size() && left.size() + 1 >= whole.size());
        }
    }

    /// Above one place of the equator nothing moves: seen always or never.
    void whatStandsStillIsSeenAlwaysOrNever()
    {
        const JulianDate from = *readMoment(QStringLiteral("2030-03-20"));
        const SatelliteMotion still = SatelliteMotion::above(16.4 * kDegree, from);
        const auto open = passesOver(still, vienna(), from, kDay, 10.0 * kDegree, mask(QStringLiteral("90: 70; 180: 20; 270: 70")));
        QCOMPARE(open.size(), std::size_t{1});
        QVERIFY(open[0].rise == 0.0 && open[0].set == kDay && open[0].hasBegunBefore && open[0].goesOn);
        QVERIFY(passesOver(still, vienna(), from, kDay, 10.0 * kDegree, mask(QStringLiteral("90: 10; 180: 50; 270: 10"))).empty());
    }
};

BELLWEAVE_TEST(MaskedPassesTest)
#include "masked_passes_test.moc"
