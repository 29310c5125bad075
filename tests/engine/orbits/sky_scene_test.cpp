// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/orbits/sky_scene.h"
#include "tests/support/test_program.h"

#include "engine/orbits/sun.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <cmath>
#include <functional>
#include <numbers>

using namespace bellweave;
using namespace bellweave::engine;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

Orbit geostationary(double longitude)
{
    Orbit orbit;
    orbit.kind = OrbitKind::Geostationary;
    orbit.longitude = longitude;
    return orbit;
}

Orbit circle(double altitude, double inclination)
{
    Orbit orbit;
    orbit.altitude = Length::fromSi(altitude);
    orbit.inclination = inclination;
    return orbit;
}

using Edit = std::function<void(test::DualDownlink&)>;

} // namespace

class SkySceneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Above a place of the equator at 35786 km; elsewhere by the geometry of a sphere, where the ellipsoid makes up to 0.2 degree.
    void aGeostationarySatelliteStandsWhereGeometrySays()
    {
        test::DualDownlink design({0.0, 10.0}, {48.2, 16.4}, geostationary(10.0));
        const SkyScene scene(design.network);
        QCOMPARE(scene.links().size(), std::size_t{2});
        for (const double hours : {0.0, 7.0, 19.0}) {
            const SkyWay below = scene.wayOf(design.down1, scene.epoch().after(3600.0 * hours)), vienna = scene.wayOf(design.down2, scene.epoch().after(3600.0 * hours));
            QVERIFY(std::abs(below.range.si() - 35786e3) < 200.0 && std::abs(*below.elevation - 90.0) < 1e-4);
            const double apart = std::acos(std::cos(48.2 * kDegree) * std::cos(6.4 * kDegree));
            const double expected = std::atan2(std::cos(apart) - 6378.137 / 42164.17, std::sin(apart)) / kDegree;
            QVERIFY2(std::abs(*vienna.elevation - expected) < 0.2, qPrintable(QString::number(*vienna.elevation)));
            QVERIFY(std::abs(vienna.rangeRate) < 1e-3 && vienna.isDownward && vienna.isFromTo);
        }
    }

    /// A satellite over its station moves across the line of sight alone: 7.6 km/s less what the station does with the Earth.
    void speedsAreThoseOfTheOrbit()
    {
        test::DualDownlink design({0.0, 0.0}, {10.0, 0.0}, circle(500e3, 0.0));
        const SkyScene scene(design.network);
        double nearest = 1e9, across = 0.0, away = 1e9, fastest = 0.0;
        for (double time = 0.0; time < 6000.0; time += 1.0) {
            const SkyWay way = scene.wayOf(design.down1, scene.epoch().after(time));
            fastest = std::max(fastest, std::abs(way.rangeRate));
            if (way.range.si() > nearest) continue;
            nearest = way.range.si();
            across = way.acrossSpeed;
            away = way.rangeRate;
        }
        QVERIFY(std::abs(nearest - 500e3) < 2e3);
        QVERIFY2(std::abs(across - (7612.6 - 7.292115e-5 * 6378137.0)) < 5.0, qPrintable(QString::number(across)));
        QVERIFY(std::abs(away) < 100.0);
        QVERIFY(fastest > 6500.0 && fastest < 7200.0);
    }

    /// It stands still over the ground, and yet light has to be sent 17 microradians ahead: 3074.7 m/s less the 465.1 of the station below.
    void lightToAGeostationarySatelliteIsSentAhead()
    {
        test::DualDownlink design({0.0, 0.0}, {10.0, 0.0}, geostationary(0.0));
        const SkyScene scene(design.network);
        const SkyWay way = scene.wayOf(design.down1, scene.epoch().after(1000.0));
        QVERIFY2(std::abs(way.acrossSpeed - (3074.66 - 465.10)) < 0.5, qPrintable(QString::number(way.acrossSpeed)));
        QVERIFY(std::abs(way.rangeRate) < 0.01);
    }

    void whatBarsLightIsSaid()
    {
        test::DualDownlink design({0.0, 0.0}, {48.2, 16.4}, geostationary(120.0));
        const SkyScene scene(design.network);
        QVERIFY(scene.wayOf(design.down1, scene.epoch()).blocked.contains(QStringLiteral("below the horizon of one")));
        design.change(design.source, [](Site& site) { site.orbit = geostationary(0.0); });
        QVERIFY(SkyScene(design.network).wayOf(design.down1, scene.epoch()).blocked.isEmpty());
        design.change(design.first, [](Site& site) { site.groundStation->worksByDay = false; });
        const SkyScene nightly(design.network);
        QVERIFY(nightly.wayOf(design.down1, nightly.epoch()).blocked.isEmpty());    // midnight at Greenwich
        QVERIFY(nightly.wayOf(design.down1, nightly.epoch().after(43200.0)).blocked.contains(QStringLiteral("not dark")));
        design.change(design.second, [](Site& site) { site.groundStation->leastElevation = 80.0; });
        QVERIFY(SkyScene(design.network).wayOf(design.down2, scene.epoch()).blocked.contains(QStringLiteral("needs 80°")));
        // It stands in the south-south-west of Vienna, 30° high.
        design.change(design.second, [](Site& site) {
            site.groundStation->leastElevation = 5.0;
            site.groundStation->horizon = QStringLiteral("0: 10; 180: 50; 230: 50; 270: 0");
        });
        const QString barred = SkyScene(design.network).wayOf(design.down2, scene.epoch()).blocked;
        QVERIFY2(barred.contains(QStringLiteral("azimuth 20")) && barred.contains(QStringLiteral("50°")), qPrintable(barred));
        design.change(design.second, [](Site& site) { site.groundStation->horizon = QStringLiteral("0: 50; 180: 10; 230: 10; 270: 50"); });
        QVERIFY(SkyScene(design.network).wayOf(design.down2, scene.epoch()).blocked.isEmpty());
        design.change(design.second, [](Site& site) { site.telescope.reset(); });
        QVERIFY(SkyScene(design.network).wayOf(design.down2, scene.epoch()).blocked.contains(QStringLiteral("no telescope")));
        design.change(design.second, [](Site& site) { site.position.reset(); });
        QVERIFY(SkyScene(design.network).wayOf(design.down2, scene.epoch()).blocked.contains(QStringLiteral("no position")));
    }

    void whatIsOpenAtAMomentIsWhatNothingBars_data()
    {
        QTest::addColumn<Edit>("edit");
        const auto of = [](SiteId test::DualDownlink::*site, const std::function<void(Site&)>& change) { return Edit([=](test::DualDownlink& design) { design.change(design.*site, change); }); };
        const auto satellite = [&](const std::function<void(Site&)>& change) { return of(&test::DualDownlink::source, change); };
        const auto station = [&](const std::function<void(Site&)>& change) { return of(&test::DualDownlink::second, change); };
        QTest::newRow("nothing") << Edit([](test::DualDownlink&) {});
        QTest::newRow("by night alone") << station([](Site& site) { site.groundStation->worksByDay = false; });
        QTest::newRow("a high least elevation") << station([](Site& site) { site.groundStation->leastElevation = 60.0; });
        QTest::newRow("one below the horizon") << station([](Site& site) { site.groundStation->leastElevation = -5.0; });
        QTest::newRow("a horizon") << station([](Site& site) { site.groundStation->horizon = QStringLiteral("0: 10; 90: 70; 180: 40; 270: 0"); });
        QTest::newRow("no ground station") << station([](Site& site) { site.groundStation.reset(); });
        QTest::newRow("no telescope on the ground") << station([](Site& site) { site.telescope.reset(); });
        QTest::newRow("no position") << station([](Site& site) { site.position.reset(); });
        QTest::newRow("a station taken down") << station([](Site& site) { site.down = true; });
        QTest::newRow("no telescope in orbit") << satellite([](Site& site) { site.telescope.reset(); });
        QTest::newRow("elements without epoch") << satellite([](Site& site) { site.orbit->kind = OrbitKind::Elements; });
        QTest::newRow("elements that decay on the way") << satellite([](Site& site) {
            site.orbit->kind = OrbitKind::Elements;
            site.orbit->epoch = QStringLiteral("2030-03-18T00:00:00Z");
            site.orbit->meanMotion = 16.3;
            site.orbit->drag = 5e-3;
        });
        QTest::newRow("both ends on the ground") << satellite([](Site& site) {
            site.orbit.reset();
            site.position = GeoPosition{50.0, 10.0};
        });
        QTest::newRow("both ends in orbit") << station([](Site& site) {
            site.position.reset();
            site.groundStation.reset();
            site.orbit = circle(1200e3, 80.0);
        });
    }
    /// Two ways to the same: what is worked out in every frame, and what a link is told of itself.
    void whatIsOpenAtAMomentIsWhatNothingBars()
    {
        QFETCH(const Edit, edit);
        test::DualDownlink design({40.0, 10.0}, {48.2, 16.4}, circle(1200e3, 53.0));
        edit(design);
        const SkyScene scene(design.network);
        for (double time = 0.0; time < 86400.0; time += 307.0) {
            const SkyMoment now = scene.momentAt(time);
            for (const LinkId link : scene.links()) QCOMPARE(now.open.contains(link), scene.wayOf(link, now.moment).blocked.isEmpty());
            QCOMPARE(now.satellites.contains(design.source), scene.satelliteAt(design.source, now.moment).has_value());
        }
    }

    void theSkyIsAsBrightAsTheHour()
    {
        test::DualDownlink design({0.0, 0.0}, {48.2, 16.4}, geostationary(0.0));
        const SkyScene scene(design.network);
        QVERIFY(std::abs(scene.wayOf(design.down1, scene.epoch().after(43200.0)).skyRadiance.si() / 150.0 - 1.0) < 1e-3);
        const double night = scene.wayOf(design.down1, scene.epoch()).skyRadiance.si();
        QVERIFY(night >= 1.5e-5 && night < 2e-3);
    }

    /// Two satellites on one orbit, a quarter turn apart, see each other over the chord where it passes above the air.
    void satellitesSeeEachOtherUnlessTheEarthStandsBetween()
    {
        for (const auto& [altitude, isSeen] : {std::pair(500e3, false), std::pair(4000e3, true)}) {
            Network network;
            Orbit ahead = circle(altitude, 53.0);
            ahead.anomaly = 90.0;
            const Site a = test::satellite(network, QStringLiteral("a"), circle(altitude, 53.0));
            network.sites.put(a);
            const Site b = test::satellite(network, QStringLiteral("b"), ahead);
            network.sites.put(b);
            const LinkId link = test::joinBySky(network, a.id, b.id);
            const SkyScene scene(network);
            const SkyWay way = scene.wayOf(link, scene.epoch().after(1234.0));
            QVERIFY(std::abs(way.range.si() / (std::sqrt(2.0) * (6378137.0 + altitude)) - 1.0) < 1e-9);
            QVERIFY(!way.elevation && std::abs(way.rangeRate) < 1e-3);
            QCOMPARE(way.blocked.isEmpty(), isSeen);
        }
    }

    void lightGoesWhereTheEquipmentSays()
    {
        test::DualDownlink design({0.0, 0.0}, {48.2, 16.4}, geostationary(0.0));
        const auto goesUp = [&] { return !isLightFromTo(design.network, *design.network.links.find(design.down1)); };
        QVERIFY(!goesUp());    // away from the source
        design.change(design.source, [](Site& site) {
            site.pairSource.reset();
            site.station = heraldStation(HeraldStation().preset);
        });
        QVERIFY(goesUp());     // to where it is heralded
        design.change(design.source, [](Site& site) { site.station.reset(); });
        QVERIFY(!goesUp());    // down
        NodeHardware loads = nodeHardware(NodeHardware().preset), sends = loads;
        loads.memory.loadingEfficiency = 0.5;
        sends.memory.loadingEfficiency = 0.0;
        design.change(design.source, [&](Site& site) { site.repeater = Repeater{loads}; });
        design.change(design.first, [&](Site& site) { site.processor = Processor{sends, 10}; });
        QVERIFY(goesUp());     // to the memory that loads
        Link link = *design.network.links.find(design.down1);
        std::get<SatelliteLink>(link.kind).direction = SkyDirection::FromTo;
        design.network.links.put(link);
        QVERIFY(!goesUp());    // as chosen
    }

    void theNetworkOfAMomentHoldsItsWays()
    {
        test::DualDownlink design({0.0, 0.0}, {48.2, 16.4}, geostationary(0.0));
        const SkyScene scene(design.network);
        const Network now = scene.at(scene.epoch());
        QVERIFY(std::get<SatelliteLink>(now.links.find(design.down1)->kind).way);
        QVERIFY(!std::get<SatelliteLink>(design.network.links.find(design.down1)->kind).way);
        QCOMPARE(std::get<SatelliteLink>(now.links.find(design.down1)->kind).way, std::optional(scene.wayOf(design.down1, scene.epoch())));
    }
};

BELLWEAVE_TEST(SkySceneTest)
#include "sky_scene_test.moc"
