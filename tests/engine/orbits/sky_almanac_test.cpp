// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_almanac.h"
#include "tests/support/test_program.h"

#include "engine/api/evaluator.h"
#include "engine/orbits/ground_track.h"
#include "engine/orbits/sun.h"
#include "model/format/project_file.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

Network example(const QString& name)
{
    const auto loaded = readProject(QStringLiteral(BELLWEAVE_SOURCE_DIR "/resources/examples/%1.bellweave").arg(name));
    return loaded ? loaded->network : Network();
}

const SkyRow* rowOf(const SkyAlmanac& almanac, SiteId first, SiteId second = {})
{
    for (const SkyRow& row : almanac.rows())
        if ((row.first == first && row.second == second) || (second.isValid() && row.first == second && row.second == first)) return &row;
    return nullptr;
}

} // namespace

class SkyAlmanacTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Looked at every 30 s: both stations see the satellite just in the passes of the pair.
    void jointPassesAreTheTimesInWhichBothStationsSeeTheSatellite()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        const SkyAlmanac almanac(design.network);
        const SkyRow* row = rowOf(almanac, design.first, design.second);
        QVERIFY(row && row->isPair() && !row->passes.empty());
        const double least = GroundStation().leastElevation;
        for (double time = 5.0; time < almanac.scene().span(); time += 30.0) {
            double lower = 90.0;
            for (const LinkId link : almanac.scene().links()) lower = std::min(lower, *almanac.scene().wayOf(link, almanac.scene().epoch().after(time)).elevation);
            const auto pass = std::find_if(row->passes.begin(), row->passes.end(), [&](const SkyPass& one) { return one.time.from <= time && time < one.time.until; });
            if (std::abs(lower - least) > 0.2) QCOMPARE(pass != row->passes.end(), lower > least);
            if (pass != row->passes.end()) QVERIFY2(lower <= pass->elevation + 1e-3, qPrintable(QStringLiteral("%1 above %2").arg(lower).arg(pass->elevation)));
        }
        for (const SkyPass& pass : row->passes) {
            QVERIFY(pass.best >= pass.time.from && pass.best <= pass.time.until);
            double lower = 90.0;
            for (const LinkId link : almanac.scene().links()) lower = std::min(lower, *almanac.scene().wayOf(link, almanac.scene().epoch().after(pass.best)).elevation);
            QVERIFY(std::abs(lower - pass.elevation) < 1e-3);
        }
    }

    /// Stations that work by day use all of a pass, those that need darkness what lies in their night.
    void passesAreUsableWhileStationsAreDark()
    {
        test::DualDownlink design({52.0, 4.0}, {48.2, 16.4}, test::lowOrbit());
        const SkyAlmanac byDay(design.network);
        for (const SkyRow& row : byDay.rows())
            for (const SkyPass& pass : row.passes) QCOMPARE(pass.usable, (std::vector<TimeRange>{pass.time}));
        design.change(design.second, [](Site& site) { site.groundStation->worksByDay = false; });
        const SkyAlmanac almanac(design.network);
        const SkyRow& row = *rowOf(almanac, design.first, design.second);
        double used = 0.0, all = 0.0;
        for (const SkyPass& pass : row.passes) {
            QCOMPARE(pass.usable, common({pass.time}, rowOf(almanac, design.second)->dark));
            used += pass.usableTime();
            all += pass.time.length();
        }
        QVERIFY2(used > 0.0 && used < all, qPrintable(QStringLiteral("%1 of %2 s").arg(used).arg(all)));
    }

    void aDesignWithoutSatellitesHasNoRows() { QVERIFY(SkyAlmanac(Network()).rows().empty()); }

    /// In all shipped designs of satellites, at moments all over the span.
    void whatIsOpenAtAMomentIsWhatNothingBars()
    {
        int open = 0, shut = 0;
        for (const char* name : {"satellite-dual-downlink", "constellation-three-continents", "geostationary-source", "hybrid-alps-iberia"}) {
            const Network network = example(QString::fromLatin1(name));
            QVERIFY(network.sites.size() > 0);
            const SkyScene scene(network);
            for (int i = 0; i < 12; ++i) {
                const SkyMoment now = scene.momentAt(scene.span() * (i + 0.37) / 12.0);
                for (const LinkId link : scene.links()) {
                    const bool isOpen = scene.wayOf(link, now.moment).blocked.isEmpty();
                    QCOMPARE(now.open.contains(link), isOpen);
                    ++(isOpen ? open : shut);
                }
                for (const auto& [id, place] : now.places) {
                    const auto known = mapPlace(*network.sites.find(id), network.general().time, now.time);
                    QVERIFY(known && std::abs(known->latitude - place.latitude) < 1e-9);
                }
            }
        }
        QVERIFY2(open > 10 && shut > 50, qPrintable(QStringLiteral("%1 open, %2 shut").arg(open).arg(shut)));
    }

    /// What the design gives at a moment is what it gives without the links that are barred then.
    void barredLinksDoNotMatterAtAMoment()
    {
        const SkyAlmanac almanac(example(QStringLiteral("hybrid-alps-iberia")));
        const SkyRow& row = almanac.rows().front();
        const auto usable = std::find_if(row.passes.begin(), row.passes.end(), [](const SkyPass& pass) { return !pass.usable.empty(); });
        QVERIFY(row.isPair() && usable != row.passes.end());
        int served = 0;
        Evaluator whole, open;
        for (const double time : {usable->usable.front().middle(), 0.0}) {    // open, and at noon
            const SkyMoment now = almanac.scene().momentAt(time);
            whole.setMoment(time);
            open.setMoment(time);
            const Evaluation a = whole.evaluate(almanac.scene().network()), b = open.evaluate(almanac.scene().withOnly(now.open));
            for (const DemandResult& demand : a.demands) {
                QCOMPARE(b.find(demand.id)->rate.si(), demand.rate.si());
                QCOMPARE(b.find(demand.id)->fidelity, demand.fidelity);
                served += demand.routed ? 1 : 0;
            }
        }
        QVERIFY(served > 0);
    }

    void aSatelliteIsToldAsSunlitAsItIs()
    {
        const SkyAlmanac almanac(example(QStringLiteral("satellite-dual-downlink")));
        int lit = 0, dark = 0;
        for (const SkyRow& row : almanac.rows())
            for (const SkyPass& pass : row.passes) {
                const JulianDate moment = almanac.scene().epoch().after(pass.best);
                QCOMPARE(pass.isSunlit, isSunlit(almanac.scene().satelliteAt(pass.satellite, moment)->position, sunPosition(moment)));
                ++(pass.isSunlit ? lit : dark);
            }
        QVERIFY(lit + dark > 3);
    }
};

BELLWEAVE_TEST(SkyAlmanacTest)
#include "sky_almanac_test.moc"
