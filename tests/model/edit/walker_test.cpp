// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/walker.h"
#include "tests/support/test_program.h"

#include "model/format/project_file.h"
#include "model/network/rules.h"
#include "tests/support/sky_designs.h"

#include <QTest>
#include <cmath>
#include <set>

using namespace bellweave;
using namespace bellweave::literals;

namespace {

WalkerPattern pattern(int satellites, int planes, int phasing)
{
    WalkerPattern made;
    made.satellites = satellites;
    made.planes = planes;
    made.phasing = phasing;
    return made;
}

/// What an edit adds, in its order.
std::vector<Site> added(const Result<Patch>& patch)
{
    std::vector<Site> sites;
    if (!patch) qFatal("%s", qPrintable(patch.error().text()));
    for (const auto& change : patch->sites) sites.push_back(*change.after);
    return sites;
}

/// Between two angles in degrees, 0 to 180.
double apart(double a, double b) { return std::abs(std::remainder(a - b, 360.0)); }

bool isNear(double a, double b) { return apart(a, b) < 1e-9; }

} // namespace

class WalkerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The pattern that Galileo was planned with: 56°, 27/3/1; and GPS-like 24/3/1.
    void planesLieAThirdOfATurnApartAndAreShiftedByTheirPhase()
    {
        for (const int satellites : {24, 27}) {
            const auto sites = added(walkerConstellation({}, pattern(satellites, 3, 1)));
            QCOMPARE(static_cast<int>(sites.size()), satellites);
            const int perPlane = satellites / 3;
            for (int i = 0; i < satellites; ++i) {
                const Orbit& orbit = *sites[static_cast<std::size_t>(i)].orbit;
                QVERIFY(isNear(orbit.node, 120.0 * (i / perPlane)));
                QVERIFY(isNear(orbit.anomaly, (i % perPlane) * 1080.0 / satellites + (i / perPlane) * 360.0 / satellites));
                QCOMPARE(orbit.eccentricity, 0.0);
            }
        }
    }

    /// Walker's own definition looked at from outside: all nodes in even steps, neighbors in a plane 360° P/T apart, and satellites of the next
    /// plane ahead by 360° F/T; around the whole turn the shift is F places, so that the last plane fits the first.
    void everyPatternClosesOnItself()
    {
        for (const auto& [t, p, f] : {std::array{24, 3, 1}, std::array{66, 6, 2}, std::array{40, 5, 4}, std::array{12, 12, 7}, std::array{9, 1, 0}, std::array{1, 1, 0}}) {
            const auto sites = added(walkerConstellation({}, pattern(t, p, f)));
            const std::size_t perPlane = static_cast<std::size_t>(t / p);
            std::set<std::pair<long, long>> places;
            for (std::size_t i = 0; i < sites.size(); ++i) {
                const Orbit& one = *sites[i].orbit;
                QVERIFY(one.node >= 0.0 && one.node < 360.0 && one.anomaly >= 0.0 && one.anomaly < 360.0);
                places.insert({std::lround(one.node * 1e6), std::lround(one.anomaly * 1e6)});
                const std::size_t place = i % perPlane;
                const Orbit& behind = *sites[i - place + (place + 1) % perPlane].orbit;
                QVERIFY(isNear(behind.anomaly - one.anomaly, 360.0 * p / t));
                const std::size_t plane = i / perPlane;
                const Orbit& beside = *sites[(plane + 1) % static_cast<std::size_t>(p) * perPlane + place].orbit;
                QVERIFY(isNear(beside.node - one.node, 360.0 / p));
                const double shift = std::remainder(beside.anomaly - one.anomaly - 360.0 * f / t, 360.0 * p / t);
                QVERIFY2(std::abs(shift) < 1e-9, qPrintable(QString::number(shift)));
            }
            QCOMPARE(places.size(), sites.size());
        }
    }

    void aStarSpreadsItsPlanesOverHalfATurn()
    {
        WalkerPattern iridium = pattern(66, 6, 2);
        iridium.isStar = true;
        const auto sites = added(walkerConstellation({}, iridium));
        for (std::size_t i = 0; i < sites.size(); ++i) QVERIFY(isNear(sites[i].orbit->node, 30.0 * static_cast<double>(i / 11)));
    }

    void theFirstSatelliteStandsWhereItIsPut()
    {
        WalkerPattern turned = pattern(6, 2, 1);
        turned.node = -30.0;
        turned.anomaly = 350.0;
        turned.altitude = 550_km;
        turned.inclination = 97.6;
        const auto sites = added(walkerConstellation({}, turned));
        QVERIFY(isNear(sites[0].orbit->node, 330.0) && isNear(sites[0].orbit->anomaly, 350.0));
        QVERIFY(isNear(sites[3].orbit->node, 150.0) && isNear(sites[3].orbit->anomaly, 50.0));
        for (const Site& site : sites) QVERIFY(site.orbit->altitude == 550_km && site.orbit->inclination == 97.6 && !brokenRule(site));
    }

    void withoutATemplateTheyAreAsNewlyPlaced()
    {
        const Network empty;
        const Site placed = *addSite(empty, SiteRole::Satellite, {}).sites.front().after;
        for (const Site& site : added(walkerConstellation(empty, pattern(4, 2, 0)))) {
            QVERIFY(site.telescope == placed.telescope && !site.position && !site.terminal && !site.pairSource);
            QCOMPARE(site.name, QStringLiteral("Walker-") + site.key.section(u'-', -1));
        }
    }

    void aTemplateGivesItsEquipmentAndItsLinks()
    {
        test::DualDownlink design({40.0, 10.0}, {42.0, 12.0}, Orbit());
        design.change(design.source, [](Site& site) {
            site.locked = true;
            site.telescope->diameter = 77_nm;
        });
        const auto patch = walkerConstellation(design.network, pattern(6, 3, 1), {.like = design.source});
        QCOMPARE(static_cast<int>(patch->links.size()), 12);
        const Site& model = *design.network.sites.find(design.source);
        Network grown = design.network;
        applyPatch(grown, *patch);
        std::set<std::pair<SiteId, SiteId>> ends;
        for (const auto& change : patch->links) {
            const Link& link = *change.after;
            QVERIFY(link.to == design.first || link.to == design.second);
            QVERIFY(link.kind == grown.links.find(link.to == design.first ? design.down1 : design.down2)->kind);
            ends.insert({link.from, link.to});
        }
        QCOMPARE(ends.size(), std::size_t{12});
        for (const Site& site : added(patch)) QVERIFY(site.pairSource == model.pairSource && site.telescope == model.telescope && !site.locked && ends.contains({site.id, design.first}));
        QVERIFY(patch->demands.empty());
    }

    /// One edit is one step back; keys stay unique in the file however often a pattern is added.
    void keysStayUniqueAndUndoRestoresTheSameBytes()
    {
        Network network = test::DualDownlink({40.0, 10.0}, {42.0, 12.0}, Orbit()).network;
        std::vector<QByteArray> texts;
        std::vector<Patch> done;
        for (int i = 0; i < 3; ++i) {
            texts.push_back(projectText(network));
            done.push_back(*walkerConstellation(network, pattern(6, 3, 1), {.like = network.sites.rows().back()->orbit ? std::optional(network.sites.rows().back()->id) : std::nullopt}));
            applyPatch(network, done.back());
            const auto read = parseProject(projectText(network), QStringLiteral("grown"));
            QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
            QCOMPARE(projectText(read->network), projectText(network));
        }
        for (; !done.empty(); done.pop_back(), texts.pop_back()) {
            applyPatch(network, done.back().inverse());
            QCOMPARE(projectText(network), texts.back());
        }
    }

    void thousandsAreMadeAtOnce()
    {
        const test::DualDownlink design({40.0, 10.0}, {42.0, 12.0}, Orbit());
        QCOMPARE(walkerConstellation(design.network, pattern(2000, 40, 13), {.like = design.source})->links.size(), std::size_t{4000});
    }

    void whatIsNoPatternIsRefusedInASentence()
    {
        const test::DualDownlink design({40.0, 10.0}, {42.0, 12.0}, Orbit());
        const auto refused = [&](const WalkerPattern& wrong, const char* words, std::optional<SiteId> like = {}) {
            const auto patch = walkerConstellation(design.network, wrong, {.like = like});
            return !patch && patch.error().sentence.contains(QLatin1String(words));
        };
        QVERIFY(refused(pattern(25, 3, 1), "25 satellite"));
        QVERIFY(refused(pattern(24, 0, 0), "0 planes"));
        QVERIFY(refused(pattern(24, 3, 3), "between 0 and 2"));
        QVERIFY(refused(pattern(24, 3, -1), "-1"));
        QVERIFY(refused(pattern(2001, 3, 0), "2000"));
        QVERIFY(refused(pattern(0, 1, 0), "not 0"));
        WalkerPattern low = pattern(24, 3, 1), high = low, tilted = low, turned = low, wordy = low;
        low.altitude = 159_km;
        high.altitude = 40001_km;
        tilted.inclination = std::nan("");
        turned.node = 400.0;
        wordy.prefix = QString(61, u'x');
        QVERIFY(refused(low, "159 km") && refused(high, "40 000 km") && refused(tilted, "inclination") && refused(turned, "360") && refused(wordy, "60"));
        QVERIFY(refused(pattern(24, 3, 1), "one is no satellite", design.first));
        QVERIFY(refused(pattern(24, 3, 1), "gone", SiteId(99)));
        for (const char* text : {"24/3", "24/3/x", "", "24/3/1/1", "25/3/1"}) QVERIFY2(!parseWalker(QLatin1String(text)), text);
        QVERIFY(*parseWalker(QStringLiteral(" 66 / 6 / 2 ")) == pattern(66, 6, 2));
    }
};

BELLWEAVE_TEST(WalkerTest)
#include "walker_test.moc"
